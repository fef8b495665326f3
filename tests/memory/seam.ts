import { AsyncLocalStorage } from 'node:async_hooks';

/** One thing that a process does outside itself, before or after it took effect. */
export type Step = {
  kind: 'call' | 'store' | 'engine';
  /** `lazada POST /rest/product/price_quantity/update`, `pushes.settle`, `leases.release`. */
  name: string;
  when: 'before' | 'after';
  /** The process that is at it, as `run` named it. */
  process: string;
};

/** Throws `ProcessDied` to end the process there, or what a fault throws; may also make it wait. */
export type Interrupt = (step: Step) => void | Promise<void>;

/** The process was killed: from then on nothing that it does reaches the outside (spec R8.1). */
export class ProcessDied extends Error {
  constructor(where: string) {
    super(`the process died: ${where}`);
    this.name = 'ProcessDied';
  }
}

export type Lived<T> = { died: false; value: T } | { died: true };

export type Seam = {
  /** Runs work as a process of its own. What it throws, but its death, is thrown. */
  run<T>(process: string, work: () => Promise<T>): Promise<Lived<T>>;
  /** The steps of `kind` before and after an effect. Work outside any process passes undisturbed. */
  around<T>(kind: Step['kind'], name: string, effect: () => Promise<T>): Promise<T>;
  /** The same object, each of whose methods is such an effect. */
  wrap<Methods extends object>(kind: Step['kind'], label: string, methods: Methods): Methods;
  /** Whether the process that asks has died; its last words are not to be heard. */
  isDead(): boolean;
};

type Process = { name: string; dead: boolean };

/** Where processes may be interrupted: at every platform call, every use of a store, every use of leases and queue. */
export function createSeam(interrupt: Interrupt = () => {}): Seam {
  const current = new AsyncLocalStorage<Process>();

  async function reach(process: Process, step: Omit<Step, 'process'>): Promise<void> {
    if (process.dead) throw new ProcessDied(`${step.when} ${step.name}`);
    try {
      await interrupt({ ...step, process: process.name });
    } catch (error) {
      if (error instanceof ProcessDied) process.dead = true;
      throw error;
    }
    if (process.dead) throw new ProcessDied(`${step.when} ${step.name}`);
  }

  const seam: Seam = {
    async run(name, work) {
      const process: Process = { name, dead: false };
      try {
        return { died: false, value: await current.run(process, work) };
      } catch (error) {
        if (process.dead) return { died: true };
        throw error;
      }
    },
    async around(kind, name, effect) {
      const process = current.getStore();
      if (!process) return effect();
      await reach(process, { kind, name, when: 'before' });
      const value = await effect();
      await reach(process, { kind, name, when: 'after' });
      return value;
    },
    wrap<Methods extends object>(kind: Step['kind'], label: string, methods: Methods): Methods {
      const wrapped = Object.entries(methods).map(([name, method]) => [
        name,
        (...args: unknown[]) => seam.around(kind, `${label}.${name}`, async () => Reflect.apply(method, methods, args)),
      ]);
      return Object.fromEntries(wrapped) as Methods;
    },
    isDead: () => current.getStore()?.dead ?? false,
  };
  return seam;
}
