/** Work outside the process, one piece at a time, in the order in which it was asked for. */
export type SingleFile = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way, and nothing that was waiting for an answer can ask for more. */
  settled(): Promise<void>;
  /** The same object, each of whose methods waits its turn. */
  wrap<Methods extends object>(methods: Methods): Methods;
};

/** What can go on without an answer from outside has gone on. */
const everybodyElse = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A database answers when it likes. Branches of a turn that ask it side by side would go on in another order in every run, and the
 * scheduler would take a turn for standing still whose other branch is in the middle of a transaction.
 */
export function createSingleFile(): SingleFile {
  let last: Promise<unknown> = Promise.resolve();
  let asked = 0;

  function run<T>(work: () => Promise<T>): Promise<T> {
    asked += 1;
    const answer = last.then(everybodyElse).then(work);
    last = answer.catch(() => {});
    return answer;
  }

  return {
    run,
    async settled() {
      for (let seen = -1; seen !== asked; ) {
        seen = asked;
        await last;
        await everybodyElse();
      }
    },
    wrap<Methods extends object>(methods: Methods): Methods {
      const wrapped = Object.entries(methods).map(([name, method]) => [
        name,
        (...given: unknown[]) => run(async () => Reflect.apply(method, methods, given)),
      ]);
      return Object.fromEntries(wrapped) as Methods;
    },
  };
}
