/** Which JSON types stand at each path of some JSON; `[]` is any element of a list: `data.orders[].price` → `string`. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** One way in which an answer differs in form from a recorded one. */
export type Difference = `${'missing' | 'extra' | 'other type'} ${string}`;

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

export function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>();
  const visit = (inner: unknown, path: string): void => {
    shape.set(path, (shape.get(path) ?? new Set()).add(typeOf(inner)));
    if (Array.isArray(inner)) for (const element of inner) visit(element, `${path}[]`);
    else if (typeof inner === 'object' && inner !== null) {
      for (const [key, member] of Object.entries(inner)) visit(member, path === '' ? key : `${path}.${key}`);
    }
  };
  visit(value, '');
  return shape;
}

const holderOf = (path: string): string => path.replace(/(\[\]|\.[^.[\]]+|^[^.[\]]+)$/, '');

/** Members below what is absent, or of another type, are not named again. */
function absentFrom(shape: Shape, path: string): boolean {
  const holder = shape.get(holderOf(path));
  return !shape.has(path) && (holder?.has('object') === true || holder?.has('list') === true);
}

/**
 * Where `answer` has other members than `recorded`, or members of other types. A type that the recording shows at a path is
 * enough; lists without elements say nothing of their elements.
 */
export function differences(recorded: unknown, answer: unknown): Difference[] {
  const [wanted, given] = [shapeOf(recorded), shapeOf(answer)];
  const found: Difference[] = [];
  for (const [path, types] of wanted) {
    const here = given.get(path);
    if (here === undefined && absentFrom(given, path)) found.push(`missing ${path}`);
    if (here !== undefined && ![...here].every((type) => types.has(type))) {
      found.push(`other type ${path}: ${[...here].join('|')} instead of ${[...types].join('|')}`);
    }
  }
  for (const path of given.keys()) {
    const isOfEmptyList = path.endsWith('[]') && !wanted.has(path);
    if (absentFrom(wanted, path) && !isOfEmptyList) found.push(`extra ${path}`);
  }
  return found.sort();
}
