import { expect, test } from 'vitest';
import { nextPage, PAGE_ROWS } from './next-page';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
const start = { after: at(0), offset: 0 };

test('R4.7 a short page that shows all matches is the last', () => {
  expect(nextPage(start, { rows: 3, countTotal: 3, newest: at(9), fresh: 3 })).toBeNull();
  expect(nextPage(start, { rows: 0, countTotal: 0, newest: null, fresh: 0 })).toBeNull();
});

test('R4.7 a full page is followed by one from a second before its newest change', () => {
  expect(nextPage(start, { rows: PAGE_ROWS, countTotal: 250, newest: at(60), fresh: 100 })).toEqual({
    after: at(59),
    offset: 0,
  });
});

test('R4.7 a full page is not the last one even when the total says so', () => {
  expect(nextPage(start, { rows: PAGE_ROWS, countTotal: PAGE_ROWS, newest: at(60), fresh: 100 })).not.toBeNull();
});

test('R4.7 a page that does not get past one second goes on by offset', () => {
  expect(nextPage(start, { rows: PAGE_ROWS, countTotal: 250, newest: at(1), fresh: 100 })).toEqual({
    after: at(0),
    offset: 100,
  });
});

test('R4.7 a platform that ignores limit and offset does not hold the walk', () => {
  const seen = { rows: PAGE_ROWS, countTotal: 250, newest: at(1), fresh: 0 };
  expect(nextPage({ after: at(0), offset: 100 }, seen)).toEqual({ after: at(1), offset: 0 });
});

test('R4.7 a short page that repeats what was seen ends the walk', () => {
  expect(nextPage({ after: at(5), offset: 0 }, { rows: 7, countTotal: 90, newest: at(6), fresh: 0 })).toBeNull();
});
