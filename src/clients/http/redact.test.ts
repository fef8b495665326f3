import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactedExcerpt } from './redact';

describe('redactedExcerpt', () => {
  it.each([
    ['Gọi 0909 123 456, an@shop.vn, 50000601c30atpedfgu3LVvik87Ixlsvle3mSoB\n\n x', 'Gọi #### ### ###, …@…, … x'],
    ['<html>Bad Authorization: Bearer abc-1</html>', '<html>Bad Authorization: Bearer …</html>'],
    ['Wrong access_token=short&sign=AB', 'Wrong access_token=…&sign=…'],
    ['{"data":{"first_name":"Nguyễn Văn \\"A\\"","n":[1,"Bí', '{"data":{"first_name":"…","n":[#,"…"'],
    [' ["Nguyễn Văn A", "B"]', '["…", "…"]'],
    ['<?xml version="1.0"?><name>Nguyễn Văn A</name>', '<?xml version="#.#"?><name>…</name>'],
  ])('R7.1 of %j keeps %j', (body, excerpt) => {
    expect(redactedExcerpt(body)).toBe(excerpt);
  });

  /** What a body is made of, and what it should not be. */
  const unit = fc.constantFrom(
    '0',
    '9',
    '٣',
    '"',
    '\\',
    '<',
    '>',
    '@',
    ' ',
    '\n',
    '{',
    '[',
    ':',
    'a',
    'ề',
    '😀',
    '\ud800',
    '\0',
  );

  it('is short and without digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600, unit }), (body) => {
        const excerpt = redactedExcerpt(body);
        expect(excerpt.length).toBeLessThanOrEqual(120);
        expect(excerpt).not.toMatch(/\d/);
      }),
      { numRuns: 50 },
    );
  });
});
