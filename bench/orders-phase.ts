import type { AddedShop } from './add-shop';
import type { Progress } from './progress';

const WAIT_MS = 60_000;
const IMPORTED = `SELECT count(*) AS n FROM "ChannelOrder" WHERE decision = 'imported' AND wanted = done`;
const PHONE_BASE = 900_000_000;

function orderOf({ seller }: AddedShop, index: number) {
  const skus = seller.items.flatMap((item) => item.skus);
  const lines = [0, 1].map((line) => ({ sellerSku: skus[(index * 2 + line) % skus.length]?.sellerSku, quantity: 1 }));
  const buyer = { name: `Trần Thị ${index}`, phone: `0${PHONE_BASE + index}`, province: 'Hồ Chí Minh' };
  return { sellerId: seller.sellerId, lines, payment: 'COD', buyer };
}

/** Two lines, cash on delivery, each by a buyer whom Haravan does not know yet. */
export async function placeOrders(lazadaUrl: string, shop: AddedShop, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const body = JSON.stringify(orderOf(shop, index));
    const answer = await fetch(`${lazadaUrl}/__sandbox/orders`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`Lazada refuses the order: ${await answer.text()}`);
  }
}

/** From the moment that Lazada is asked until every order stands in Haravan. */
export async function importAll(progress: Progress, orders: number): Promise<void> {
  await progress.pollOrders();
  await progress.until('orders imported', IMPORTED, orders, WAIT_MS);
}

type HaravanState = { orgs: { orders: { name: string }[] }[] };

/** @throws Error unless Haravan has each order once */
export async function assertImported(haravanUrl: string, shop: AddedShop, count: number): Promise<void> {
  const answer = await fetch(`${haravanUrl}/__sandbox/state?orgId=${shop.org.orgId}`);
  const { orgs } = (await answer.json()) as HaravanState;
  const names = orgs.flatMap(({ orders }) => orders.map((order) => order.name));
  if (names.length !== count || new Set(names).size !== count)
    throw new Error(`${shop.org.shop} has ${names.length} orders in Haravan, of which ${new Set(names).size} differ`);
}
