/** A process of the demo that the story may end hard and start again, to show what survives. */
export type DemoProcess = { kill: () => Promise<void>; start: () => Promise<void>; peakBytes: () => number };

/** What the story of the demo plays with; it knows the product from outside only. */
export type StoryContext = {
  appUrl: string;
  /** Where the sandbox listens; its controls are below `/__sandbox`. */
  haravanUrl: string;
  lazadaUrl: string;
  databaseUrl: string;
  redisUrl: string;
  /** The environment of the web app and the workers, with the demo's secrets. */
  env: Record<string, string>;
  /** Where the story may leave pictures and reports. */
  outputDir: string;
  /** True when the story is played once and the demo then ends. */
  once: boolean;
  print: (line: string) => void;
  /** The path of a Chromium, installed first when there is none. */
  browser: () => Promise<string>;
  web: DemoProcess;
  workers: DemoProcess;
};

/** Plays the main job; true when all of it held. */
export type PlayStory = (context: StoryContext) => Promise<boolean>;
