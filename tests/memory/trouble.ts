import { ProcessDied, type Step } from './seam';

/** What only looks changes nothing: to die after it is to die after what was done before it. */
const LOOKS =
  / GET |\.(connections?|lazada|haravan|polling|load|due|takeDue|next\w+|known|\w+Of\w+|soldUnits|locations)$/;

export type TroubleKind = 'death' | 'standstill';

/** One trouble for one worker: it dies after an effect, or stands still before it until it is woken. */
export function createTrouble() {
  let kind: TroubleKind = 'death';
  let at = Number.POSITIVE_INFINITY;
  let effects: string[] = [];
  let stands = Promise.withResolvers<void>();
  let wakes = Promise.withResolvers<void>();

  return {
    /** The count of effects begins anew; the trouble comes at that one, and then nothing disturbs any more. */
    meet(next: TroubleKind, effect: number): void {
      [kind, at, effects] = [next, effect, []];
      [stands, wakes] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    },
    interrupt({ name, when }: Step): void | Promise<void> {
      if (when === (kind === 'death' ? 'before' : 'after') || LOOKS.test(name)) return;
      effects.push(name);
      if (effects.length !== at) return;
      if (kind === 'death') throw new ProcessDied(name);
      const reached = stands;
      // Only this one is not waited for.
      stands = Promise.withResolvers<void>();
      reached.resolve();
      return wakes.promise;
    },
    standstill: () => stands.promise,
    wake: () => wakes.resolve(),
    effects: (): readonly string[] => effects,
    where: () => `effect ${at}: ${effects[at - 1]}`,
  };
}
