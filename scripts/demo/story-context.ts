/** A process of the demo that the story may end hard and start again, to show what survives. */
export type DemoProcess = { kill: () => Promise<void>; start: () => Promise<void>; peakBytes: () => number };

type Login = { email: string; password: string };

/** A merchant of the sandbox's world, with who may log in where. */
export type MerchantAccount = {
  orgId: string;
  shop: string;
  owner: Login & { name: string };
  seller: Login & { sellerId: string; name: string };
};

/** What the story of the demo plays with; it knows the product from outside only. */
export type StoryContext = {
  appUrl: string;
  /** Where the sandbox listens; its controls are below `/__sandbox`. */
  haravanUrl: string;
  lazadaUrl: string;
  databaseUrl: string;
  /** Two of them, the first with a whole catalogue. */
  merchants: readonly MerchantAccount[];
  /** Where the story leaves a picture of what it saw last when it breaks off. */
  outputDir: string;
  print: (line: string) => void;
  /** The path of a Chromium, installed first when there is none. */
  browser: () => Promise<string>;
};

/** Plays the main job; `held` when all of it did. */
export type PlayStory = (context: StoryContext) => Promise<{ held: boolean }>;
