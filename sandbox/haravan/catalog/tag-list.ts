import { Refusal } from '../envelope';

const MOST_TAGS = 250;
const LONGEST_TAG = 255;

/** The tags of a comma list, each once. */
export function splitTags(list: string): string[] {
  const tags = list.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter(Boolean))];
}

/** Within the bounds of products (haravan.md §2.6). */
export function requireFewTags(tags: readonly string[]): readonly string[] {
  if (tags.length > MOST_TAGS) throw new Refusal(422, { tags: [`is too long (maximum is ${MOST_TAGS} tags)`] });
  if (tags.some((tag) => tag.length > LONGEST_TAG)) {
    throw new Refusal(422, { tags: [`is too long (maximum is ${LONGEST_TAG} characters)`] });
  }
  return tags;
}
