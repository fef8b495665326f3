import { parseArgs } from 'node:util';

export type DemoOptions = {
  /** Play the story, stop everything, and exit 0 only if all of it held. */
  once: boolean;
  /** Begin with empty data. */
  fresh: boolean;
  dataDir: string;
};

/** `npm run demo -- [--once] [--fresh]`; a single run is always fresh, on data of its own. */
export function demoOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({ args, options: { once: { type: 'boolean' }, fresh: { type: 'boolean' } } });
  const once = values.once ?? false;
  return { once, fresh: once || (values.fresh ?? false), dataDir: once ? '.data/demo-once' : '.data/demo' };
}
