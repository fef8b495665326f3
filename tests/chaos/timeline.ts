/** When what happened in a run: where its seconds go. */
export type Timeline = {
  /** What has just ended, or just happened. */
  mark(what: string): void;
  text(): string;
};

export const inSeconds = (ms: number): string => (ms / 1000).toFixed(1);

export function startTimeline(print: (line: string) => void): Timeline {
  const begun = performance.now();
  const marks: string[] = [];
  return {
    mark(what) {
      const line = `${inSeconds(performance.now() - begun)} ${what}`;
      marks.push(line);
      print(line);
    },
    text: () => marks.join(', '),
  };
}
