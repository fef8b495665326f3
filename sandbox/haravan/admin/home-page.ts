import { html } from 'hono/html';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { adminPath, channelPath } from './admin-parts';
import { layout, notice } from './layout';

export function homePage(platform: Platform, org: Org, installUrl: string, done: string | undefined) {
  const state = org.installed ? 'Kênh Lazada đã được cài đặt.' : 'Cửa hàng chưa có kênh Lazada.';
  const open = [...org.orders.values()].filter(({ canceledAt, closedAt }) => canceledAt === null && closedAt === null);
  const main = html`<main class="text"><h1>${org.name}</h1>${notice(done)}
<section class="card"><h2>Kênh bán hàng</h2><p>${state}</p><div class="row">
<a class="button ${org.installed ? 'plain' : ''}" href="${installUrl}">Cài đặt kênh Lazada</a>
<a class="button ${org.installed ? '' : 'plain'}" href="${channelPath(org, platform)}">Mở kênh Lazada</a></div></section>
<section class="card"><h2>Cửa hàng</h2><dl style="max-width:420px">
<dt>Sản phẩm</dt><dd><a href="${adminPath(org, 'products')}">${org.products.size}</a></dd>
<dt>Đơn hàng đang mở</dt><dd><a href="${adminPath(org, 'orders')}">${open.length}</a></dd>
<dt>Khách hàng</dt><dd><a href="${adminPath(org, 'customers')}">${org.customers.size}</a></dd>
<dt>Địa điểm</dt><dd><a href="${adminPath(org, 'stock')}">${org.locations.length}</a></dd></dl></section></main>`;
  return layout({ platform, org, place: 'home', title: 'Tổng quan' }, main);
}
