import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { list, rows } from './rows';
import { id, text } from './scalars';

describe('list', () => {
  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['["a","b"]', ['a', 'b']],
    ['', []],
    [null, []],
    [undefined, []],
  ])('reads %j', (sent, meant) => {
    expect(list(text).parse(sent)).toEqual(meant);
  });

  it('reads a single object as a list of one', () => {
    expect(list(z.object({ code: text })).parse({ code: 'dropshipping' })).toEqual([{ code: 'dropshipping' }]);
  });

  it.each(['[broken', 'words', 7])('refuses %j', (sent) => {
    expect(list(text).safeParse(sent).success).toBe(false);
  });
});

describe('rows', () => {
  const order = z.object({ order_id: id, price: z.number() });

  it('R8.4 sets an unreadable row aside, named, without its values', () => {
    const read = rows(order, 'order_id').parse([{ order_id: 1, price: 5 }, { order_id: 2, price: 'secret' }, 'junk']);
    expect(read.rows).toEqual([{ order_id: '1', price: 5 }]);
    expect(read.unreadable.map((row) => row.id)).toEqual(['2', undefined]);
    expect(JSON.stringify(read.unreadable)).toContain('price');
    expect(JSON.stringify(read.unreadable)).not.toContain('secret');
  });
});
