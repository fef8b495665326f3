import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { businessRefusal } from '../api-refusal';
import { parseJson } from '../validations/json-params';

export type Tree = Record<string, unknown>;

const parser = new XMLParser({ parseTagValue: false, trimValues: true, ignoreAttributes: true });

/** `payload` in XML or JSON (lazada.md §7.1). Codes 30 (nothing) and 5 (not well-formed: an unescaped `&`, usually). */
export function readPayload(text: string | undefined): unknown {
  if (!text?.trim()) throw businessRefusal(30, 'Empty Request');
  if (!text.trim().startsWith('<')) return parseJson(text);
  if (XMLValidator.validate(text) !== true) throw businessRefusal(5, 'Invalid Request Format');
  return parser.parse(text);
}

/** What lies at the end of the path; undefined where it breaks off. */
export function dig(value: unknown, ...path: string[]): unknown {
  return path.reduce((inner, key) => (isTree(inner) ? inner[key] : undefined), value);
}

/** One object or a list of them, as both notations allow; anything else is code 5. */
export function listOfTrees(value: unknown): Tree[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!list.every(isTree)) throw businessRefusal(5, 'Invalid Request Format');
  return list;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The scalar members as text; an empty one is as good as absent. */
export function scalarsOf(tree: Tree): Map<string, string> {
  const scalars = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const isScalar = typeof value === 'string' || typeof value === 'number';
    if (isScalar && String(value) !== '') scalars.set(name, String(value));
  }
  return scalars;
}
