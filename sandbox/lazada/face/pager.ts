import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Html } from './layout';

const PAGE_SIZE = 20;

export type Slice<T> = { rows: T[]; links: Html | string };

/** Twenty of many, by the query's `trang`, with links to the pages beside it. */
export function pageOf<T>(c: Context, all: readonly T[]): Slice<T> {
  const last = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const wanted = Number(c.req.query('trang') ?? 1);
  const current = Number.isInteger(wanted) ? Math.min(Math.max(1, wanted), last) : 1;
  const rows = all.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE);
  if (last === 1) return { rows, links: '' };
  const link = (to: number, name: string) =>
    to < 1 || to > last ? '' : html`<a class="button" href="${linkTo(c, to)}">${name}</a>`;
  return {
    rows,
    links: html`<nav class="pages" aria-label="Trang kết quả">
      ${link(current - 1, 'Trước')}<span>Trang ${current}/${last}</span>${link(current + 1, 'Sau')}
    </nav>`,
  };
}

function linkTo(c: Context, trang: number): string {
  const query = new URLSearchParams(c.req.query());
  for (const name of ['ok', 'loi']) query.delete(name);
  query.set('trang', String(trang));
  return `${c.req.path}?${query}`;
}

/** Whether every word of a search is in the text, as people type: without case or accents. */
export function matches(text: string, search: string): boolean {
  const folded = fold(text);
  return fold(search)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}
