import { html } from 'hono/html';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { layout, type Place } from './layout';
import { SHELL_SCRIPT } from './shell-script';

/**
 * The app in its frame. Page titles, dialogs and save bars inside belong to the app (haravan.md §7). A launch always
 * opens the app at its root; `page` is where the frame goes once the app has its session.
 */
export function shellPage(platform: Platform, org: Org, frameUrl: string, page: string | undefined) {
  const place: Place = page === undefined ? 'channel' : `channel ${page}`;
  const main = html`<main><div id="loading-bar" role="progressbar" aria-label="Đang tải" hidden></div>
<iframe title="Lazada" src="${frameUrl}" data-page="${page ?? ''}" data-shop="${org.shop}"></iframe></main>
<div id="toasts"></div>`;
  return layout({ platform, org, place, title: 'Lazada' }, main, SHELL_SCRIPT);
}
