/** A page of the app outside its screens: shown in the top window, before or without a session. No script runs on it. */
export type HtmlPage = {
  locale: 'vi' | 'en';
  status: number;
  title: string;
  text: string;
  /** Already escaped HTML: links and forms. */
  actions: string;
};

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 24px; background: #f4f6fa; color: #1f2937;
    font: 16px/1.6 system-ui, sans-serif }
  main { width: min(520px, 100%); padding: 32px; background: #fff; border: 1px solid #e4e9f2; border-radius: 12px }
  h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3 } p { margin: 0 0 24px; color: #475467 }
  form { display: inline } .actions { display: flex; flex-wrap: wrap; gap: 12px }
  a.button, button { display: inline-flex; align-items: center; min-height: 44px; padding: 0 20px; border: 1px solid #2563eb;
    border-radius: 8px; background: #2563eb; color: #fff; font: inherit; text-decoration: none; cursor: pointer }
  a.plain { border-color: #98a2b3; background: #fff; color: #1f2937 } button.danger { border-color: #b42318; background: #b42318 }
  :focus-visible { outline: 3px solid #93b4ff; outline-offset: 2px }`;

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

export function htmlPage({ locale, status, title, text, actions }: HtmlPage): Response {
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" /><title>${escapeHtml(title)} · Lazada</title>
<style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
<div class="actions">${actions}</div></main></body></html>`;
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** `_top`: none of the pages behind these links can be framed. */
export function linkButton(url: string, label: string, look: 'button' | 'button plain' = 'button'): string {
  return `<a class="${look}" target="_top" href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}
