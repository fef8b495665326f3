import type { Fibers } from './fibers';
import { inShort, type Trace } from './trace';

type Method = (...given: unknown[]) => Promise<unknown>;

/** The same store, but a turn may stand still, or its process die, before and after each of its calls. */
export function gated<Store extends object>(
  name: string,
  store: Store,
  { gate }: Pick<Fibers, 'gate'>,
  trace?: Trace,
): Store {
  const wrapped = Object.entries(store).map(([key, member]) => {
    if (typeof member !== 'function') return [key, member];
    const method: Method = async (...given) => {
      await gate({ kind: 'commit', what: `${name}.${key}` });
      const result = await (member as Method).apply(store, given);
      trace?.(`${name}.${key} ${inShort(given.slice(1))} → ${inShort(result)}`);
      await gate({ kind: 'committed', what: `${name}.${key}` });
      return result;
    };
    return [key, method];
  });
  return Object.fromEntries(wrapped) as Store;
}
