import { html, raw } from 'hono/html';
import type { Org } from '../entities/org';
import { SHELL_SCRIPT } from './shell-script';

const STYLE = `
  * { box-sizing: border-box }
  body { margin: 0; height: 100dvh; display: grid; grid-template: 48px 1fr / 220px 1fr; background: #f4f6fa; color: #1f2937;
    font: 14px/1.5 system-ui, sans-serif }
  header { grid-column: 1 / -1; display: flex; align-items: center; gap: 12px; padding: 0 16px; background: #1f2937; color: #fff }
  nav { padding: 12px; background: #eef2f7; border-right: 1px solid #dbe3ef; overflow: auto }
  nav ul { margin: 0; padding: 0; list-style: none } nav ul ul { padding-left: 16px }
  nav a, nav span { display: block; padding: 9px 12px; border-radius: 8px; color: inherit; text-decoration: none }
  nav a[aria-current] { background: #eaf1ff; color: #1d4ed8; font-weight: 600 } nav span { color: #667085 }
  main { position: relative; min-width: 0 } main.text { padding: 24px } iframe { width: 100%; height: 100%; border: 0; display: block }
  #loading-bar { position: absolute; inset: 0 0 auto; height: 3px; background: #2f6bff }
  #toasts { position: fixed; right: 16px; top: 60px; display: grid; gap: 8px }
  .toast { padding: 10px 16px; border-radius: 8px; background: #1f2937; color: #fff } .toast.error { background: #b42318 }
  .button { display: inline-block; margin-right: 8px; padding: 10px 18px; border-radius: 8px; background: #2f6bff; color: #fff;
    text-decoration: none }
  @media (max-width: 640px) { body { grid-template: 48px auto 1fr / 1fr } nav { border: 0 } nav span { display: none }
    nav ul { display: flex } nav ul ul { padding: 0 } }`;

type Html = ReturnType<typeof html>;
type Current = 'home' | 'channel';

function layout(org: Org, channelUrl: string, current: Current, main: Html) {
  const mark = (place: Current) => (place === current ? raw('aria-current="page"') : '');
  return html`<!doctype html><html lang="vi"><head><meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${org.name} · Haravan</title><style>${raw(STYLE)}</style></head><body>
<header><strong>Haravan</strong><span>${org.name}</span></header>
<nav aria-label="Trang quản trị"><ul>
  <li><a href="${homePath(org)}" ${mark('home')}>Tổng quan cửa hàng</a></li>
  <li><span>Kênh bán hàng</span><ul><li><a href="${channelUrl}" ${mark('channel')}>Lazada</a></li></ul></li>
</ul></nav>${main}</body></html>`;
}

const homePath = (org: Org): string => `/shops/${org.shop}/admin`;

/** `channelUrl`: where the shell frames the app. */
export function homePage(org: Org, channelUrl: string, installUrl: string) {
  const state = org.installed ? 'Kênh Lazada đã được cài đặt.' : 'Cửa hàng chưa có kênh Lazada.';
  return layout(
    org,
    channelUrl,
    'home',
    html`<main class="text"><h1>${org.name}</h1><p>${state}</p>
<a class="button" href="${installUrl}">Cài đặt kênh Lazada</a><a class="button" href="${channelUrl}">Mở kênh Lazada</a></main>`,
  );
}

/** The app in its frame. Menu, page titles, dialogs and save bars inside belong to the app (haravan.md §7). */
export function shellPage(org: Org, channelUrl: string, frameUrl: string) {
  return layout(
    org,
    channelUrl,
    'channel',
    html`<main><div id="loading-bar" role="progressbar" aria-label="Đang tải" hidden></div>
<iframe title="Lazada" src="${frameUrl}"></iframe></main><div id="toasts"></div>
<script>${raw(SHELL_SCRIPT)}</script>`,
  );
}
