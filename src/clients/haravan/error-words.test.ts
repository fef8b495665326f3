import { describe, expect, it } from 'vitest';
import { errorWords } from './error-words';

describe('errorWords (haravan.md §2.2)', () => {
  it.each<[unknown, string | undefined]>([
    [{ errors: { name: ["can't be blank", 'is short'], base: 'x' } }, "name: can't be blank, is short; base: x"],
    [{ errors: "Key can't be blank" }, "Key can't be blank"],
    [{ errors: 'Dữ liệu không tồn tại!' }, 'Dữ liệu không tồn tại!'],
    [{ errors: ['a', 'b'] }, 'a; b'],
    [{ message: 'm' }, 'm'],
    [{ error: 'invalid_grant', error_description: 'used' }, 'used'],
    [{ error: 'e' }, 'e'],
    ['plain text', 'plain text'],
    [{ errors: { deep: { deeper: 1 } } }, undefined],
    [{}, undefined],
    [undefined, undefined],
    [[], undefined],
  ])('%j', (body, words) => {
    expect(errorWords(body).platformMessage).toBe(words);
  });
});
