import { z } from 'zod';
import { platformWords } from '../http/verdict';

const words = z.union([z.string(), z.number()]).transform(String);
const errorBody = z.object({
  errors: z
    .union([words, z.array(words), z.record(z.string(), z.union([words, z.array(words)]))])
    .optional()
    .catch(undefined),
  message: words.optional().catch(undefined),
  error_description: words.optional().catch(undefined),
  error: words.optional().catch(undefined),
});

type Errors = z.infer<typeof errorBody>['errors'];

function spoken(errors: Errors): string | undefined {
  if (errors === undefined || typeof errors === 'string') return errors;
  if (Array.isArray(errors)) return errors.join('; ');
  return Object.entries(errors)
    .map(([field, said]) => `${field}: ${typeof said === 'string' ? said : said.join(', ')}`)
    .join('; ');
}

/** `errors` as text, list or map, then `message`, then `error` (haravan.md §2.2). */
export function errorWords(body: unknown): { platformMessage: string | undefined; error: string | undefined } {
  const read = errorBody.safeParse(body);
  if (!read.success) return { platformMessage: platformWords(body), error: undefined };
  const { errors, message, error_description, error } = read.data;
  return { platformMessage: platformWords(spoken(errors) ?? message ?? error_description ?? error), error };
}
