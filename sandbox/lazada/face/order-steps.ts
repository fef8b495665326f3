import { html } from 'hono/html';
import type { Order, OrderItem } from '../entities';
import { canItemBecome, ITEM_STATUSES, type ItemStatus } from '../item-states';
import { cancelReasonsOf } from '../orders/cancel-reasons';
import type { Html } from './layout';
import { STATUS_WORDS } from './words';

/** The usual next steps get a button of their own. */
const USUAL: readonly ItemStatus[] = [
  'packed',
  'ready_to_ship',
  'shipped',
  'delivered',
  'failed_delivery',
  'shipped_back',
  'shipped_back_success',
  'confirmed',
];
/** Other spellings of steps that have a button already, and what only the platform does. */
const LEFT_OUT: readonly ItemStatus[] = [
  'topack',
  'toship',
  'failed',
  'lost',
  'damaged',
  'return_to_seller',
  'canceled',
];
const REASON_WORDS: Record<string, string> = {
  'Sourcing Delay': 'Chậm nguồn hàng',
  'Out of Stock': 'Hết hàng (tồn kho về 0)',
  'Wrong Price or Pricing Error': 'Sai giá (tồn kho về 0)',
};

/** Buttons for every step that items of one status can take; all of them take it. */
export function stepsOf(base: string, order: Order, items: readonly OrderItem[]): Html {
  const [first] = items;
  const ids = items.map((item) => item.orderItemId).join(',');
  const possible = first && first.status !== 'unpaid' ? ITEM_STATUSES.filter((to) => canItemBecome(first, to)) : [];
  const usual = USUAL.filter((to) => possible.includes(to));
  const others = possible.filter((to) => !LEFT_OUT.includes(to) && !usual.includes(to));
  return html`
    ${usual.length > 0 ? html`<div class="row">${usual.map((to, index) => step(base, ids, to, index === 0 ? 'main' : ''))}</div>` : ''}
    <div class="more">
      ${others.length > 0 ? otherSteps(others.map((to) => step(base, ids, to))) : ''}
      ${possible.includes('canceled') ? cancelForm(base, order, ids) : ''}
    </div>`;
}

function otherSteps(steps: Html[]): Html {
  return html`<details><summary>Bước khác</summary><div class="row">${steps}</div></details>`;
}

function step(base: string, ids: string, to: ItemStatus, kind = ''): Html {
  return html`<form method="post" action="${base}/advance"><input type="hidden" name="to" value="${to}" />
    <input type="hidden" name="items" value="${ids}" /><button class="${kind}">${STATUS_WORDS[to].act}</button></form>`;
}

function cancelForm(base: string, order: Order, ids: string): Html {
  const reasons = cancelReasonsOf(order).map(
    ({ name }) => html`<option value="${name}">${REASON_WORDS[name] ?? name}</option>`,
  );
  return html`<details><summary>Hủy</summary>
    <form method="post" action="${base}/advance" class="row" data-ask="Hủy các sản phẩm này?">
      <input type="hidden" name="to" value="canceled" /><input type="hidden" name="items" value="${ids}" />
      <label>Lý do<select name="reason">${reasons}</select></label>
      <button class="danger">Hủy sản phẩm</button>
    </form></details>`;
}
