import type { Context } from 'hono';
import { html } from 'hono/html';

const PER_PAGE = 30;

export type Paged<T> = { rows: T[]; page: number; pages: number; total: number };

export function paged<T>(c: Context, all: readonly T[]): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(c.req.query('page') ?? 1)) || 1));
  return { rows: all.slice((page - 1) * PER_PAGE, page * PER_PAGE), page, pages, total: all.length };
}

/** `address`: of another page of the same list, with its filters. */
export function pager(c: Context, { page, pages, total }: Paged<unknown>) {
  if (pages === 1) return html`<p class="pager muted">${total} dòng</p>`;
  const address = (to: number) => {
    const query = new URLSearchParams(c.req.query());
    query.set('page', String(to));
    return `?${query}`;
  };
  return html`<nav class="pager" aria-label="Trang">
${page > 1 ? html`<a class="button plain" href="${address(page - 1)}">Trước</a>` : ''}
<span>Trang ${page} / ${pages} · ${total} dòng</span>
${page < pages ? html`<a class="button plain" href="${address(page + 1)}">Sau</a>` : ''}</nav>`;
}

/** Words of a search, compared without case. */
export function matches(query: string, ...fields: (string | null | undefined)[]): boolean {
  const text = fields.filter(Boolean).join(' ').normalize('NFC').toLowerCase();
  const words = query.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}
