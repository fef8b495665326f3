import { expect, test } from 'vitest';
import { differences } from './shape';

test.each<[string, unknown, unknown, string[]]>([
  ['the same form, other values', { a: 1, b: ['x'] }, { a: 2, b: ['y', 'z'] }, []],
  ['a list without what was recorded in it', { b: ['x'] }, { b: [] }, ['missing b[]']],
  ['a member less', { a: { b: 1, c: 2 } }, { a: { b: 1 } }, ['missing a.c']],
  ['a member more', { a: 1 }, { a: 1, z: { y: 1 } }, ['extra z']],
  ['a number for a text', { a: '1' }, { a: 1 }, ['other type a: number instead of string']],
  ['null for a text', { a: '' }, { a: null }, ['other type a: null instead of string']],
  ['either of two recorded types', { l: [{ a: '' }, { a: null }] }, { l: [{ a: null }] }, []],
  [
    'in an element of a list',
    { l: [{ a: 1, b: 1 }] },
    { l: [{ a: '1' }, { a: 1 }] },
    ['missing l[].b', 'other type l[].a: string|number instead of number'],
  ],
  [
    'null for an object: its members are not named',
    { a: { b: 1 } },
    { a: null },
    ['other type a: null instead of object'],
  ],
  ['an empty recorded list says nothing', { l: [] }, { l: [{ a: 1 }] }, []],
  ['an object for a list', { l: [] }, { l: {} }, ['other type l: object instead of list']],
  ['at the top', [1], { a: 1 }, ['extra a', 'missing []', 'other type : object instead of list']],
])('%s', (_what, recorded, answer, expected) => {
  expect(differences(recorded, answer)).toEqual(expected);
});
