import { createTranslator } from 'next-intl';
import type { Locale } from '@/app/i18n/locales';
import { messagesOf } from '@/app/i18n/messages';
import { escapeHtml, htmlPage, linkButton } from '@/app/session/html-page';

const STATUS = {
  expired: 410,
  access: 409,
  not_packed: 409,
  not_ready: 202,
  refused: 409,
  unavailable: 503,
} as const;
export type LabelNotice = keyof typeof STATUS;

const wordsOf = (locale: Locale) =>
  createTranslator({ locale, messages: messagesOf(locale), namespace: 'orders.labels' });

/** Says why there is no label, and what to do next. @param again the address to try once more */
export function labelNotice(
  locale: Locale,
  notice: LabelNotice,
  { again, words }: { again?: string; words?: string } = {},
): Response {
  const t = wordsOf(locale);
  const text = [t(`${notice}.text`), words].filter(Boolean).join(' ');
  const actions = again === undefined ? '' : linkButton(again, t('again'));
  return htmlPage({ locale, status: STATUS[notice], title: t(`${notice}.title`), text, actions });
}

/** Lazada makes one document of at most 20 packages: more are several. */
export function labelList(locale: Locale, here: string, count: number): Response {
  const t = wordsOf(locale);
  const actions = Array.from({ length: count }, (_, at) =>
    linkButton(`${here}&part=${at + 1}`, t('part', { part: at + 1 }), at === 0 ? 'button' : 'button plain'),
  ).join('');
  return htmlPage({ locale, status: 200, title: t('list.title'), text: t('list.text'), actions });
}

/** A label that came as a page of Lazada's: in a sandboxed frame, so that nothing in it runs, or acts, as ours. */
export function labelFrame(locale: Locale, html: string): Response {
  const title = escapeHtml(wordsOf(locale)('list.title'));
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8" /><title>${title} · Lazada</title>
<style>html, body { height: 100%; margin: 0 } iframe { width: 100%; height: 100%; border: 0 }</style></head>
<body><iframe sandbox title="${title}" srcdoc="${escapeHtml(html)}"></iframe></body></html>`;
  return new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
