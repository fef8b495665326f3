import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactedExcerpt } from './redact';

describe('redactedExcerpt', () => {
  it('masks digits, mail addresses and long tokens', () => {
    const excerpt = redactedExcerpt('Gọi 0909 123 456, an@shop.vn, 50000601c30atpedfgu3LVvik87Ixlsvle3mSoB\n\n x');
    expect(excerpt).toBe('Gọi #### ### ###, …@…, … x');
  });

  it('is short and without digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000, unit: 'binary' }), (body) => {
        const excerpt = redactedExcerpt(body);
        expect(excerpt.length).toBeLessThanOrEqual(120);
        expect(excerpt).not.toMatch(/\d/);
      }),
    );
  });
});
