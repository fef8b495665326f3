import { parseArgs } from 'node:util';

export type DemoOptions = {
  /** Play the story, stop everything, and exit 0 only if all of it held. */
  once: boolean;
  dataDir: string;
};

/** `npm run demo -- [--once]`; a single run has data of its own, so that it may run beside another demo. */
export function demoOptions(args: string[]): DemoOptions {
  const once = parseArgs({ args, options: { once: { type: 'boolean' } } }).values.once ?? false;
  return { once, dataDir: once ? '.data/demo-once' : '.data/demo' };
}
