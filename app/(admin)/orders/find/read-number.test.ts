import { expect, test } from 'vitest';
import { readNumber } from './read-number';

test.each([
  ['525106346980318', '525106346980318'],
  [' #525 106 346 980 318\n', '525106346980318'],
  ['５２５１０６３４６９８０３１８', '525106346980318'],
  ['', null],
  ['12345', null],
  ["525106346980318' OR 1=1", null],
  ['1'.repeat(21), null],
])('R10.2 %j is read as %j', (typed, number) => expect(readNumber(typed)).toBe(number));
