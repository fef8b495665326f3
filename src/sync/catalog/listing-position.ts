import { z } from 'zod';

const window = z.object({ after: z.number(), before: z.number() });

/** Where a reading of Lazada's catalog stands; kept as text between turns. Times in ms. */
const position = z.discriminatedUnion('mode', [
  /** Nothing is under way; what changed since `since` has not been read. */
  z.object({ mode: z.literal('idle'), since: z.number() }),
  /** Everything, in windows of creation time; none means: not split, everything in one. */
  z.object({ mode: z.literal('whole'), windows: z.array(window), offset: z.number() }),
  /** Everything was paged through: what was not seen is asked for by name before it counts as gone. */
  z.object({ mode: z.literal('verify') }),
  z.object({ mode: z.literal('changed'), filter: z.enum(['all', 'deleted']), since: z.number(), offset: z.number() }),
]);

export type ListingPosition = z.infer<typeof position>;
export type CreationWindow = z.infer<typeof window>;

export function writePosition(at: ListingPosition): string {
  return JSON.stringify(at);
}

/** null: there is none, or an older release wrote it: then everything is read anew. */
export function readPosition(text: string | null): ListingPosition | null {
  if (text === null) return null;
  try {
    return position.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
