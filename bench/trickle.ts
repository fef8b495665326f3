import { setTimeout as sleep } from 'node:timers/promises';
import type { AddedShop } from './add-shop';
import type { RecordedCall } from './recorder';

type Places = { haravanUrl: string; lazadaUrl: string };
/** What was done, and what must be seen in a call's body for it to have arrived. */
type Deed = { at: number; operation: string; seen: (body: string) => boolean };
/** `late`: what took longest, "second of the run: milliseconds". */
export type Trickled = { stock: number[]; orders: number[]; missing: number; late: string };

const STOCK_WRITE = '/product/stock/sellable/update';
/** A quiet shop's takes half of it when the machine has nothing else to do. */
const LATE_MS = { stock: 2_000, orders: 1_000 };
const ORDER_CREATE = 'POST /com/orders.json';
/** So that every change has a number of its own. */
let nextOnHand = 20_000;

async function send(method: string, url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** A merchant counts the shelf in Haravan. */
async function changeStock({ haravanUrl }: Places, shop: AddedShop): Promise<Deed> {
  const [variant] = shop.org.products[0]?.variants ?? [];
  const [locationId] = Object.keys(variant?.stock ?? {});
  const skuId = shop.seller.items[0]?.skus[0]?.skuId;
  const onHand = nextOnHand++;
  const at = Date.now();
  const { orgId } = shop.org;
  await send('PUT', `${haravanUrl}/__sandbox/stock`, {
    orgId,
    locationId: Number(locationId),
    variantId: variant?.id,
    onHand,
  });
  return { at, operation: STOCK_WRITE, seen: (body) => body.includes(`${skuId}`) && body.includes(`${onHand}`) };
}

/** A buyer orders what nobody's shelf is counted for. */
async function order({ lazadaUrl }: Places, { seller }: AddedShop): Promise<Deed> {
  const sellerSku = seller.items[0]?.skus[1]?.sellerSku;
  const at = Date.now();
  const body = { sellerId: seller.sellerId, lines: [{ sellerSku, quantity: 1 }], payment: 'COD' };
  const { orderId } = (await send('POST', `${lazadaUrl}/__sandbox/orders`, body)) as { orderId: string };
  return { at, operation: ORDER_CREATE, seen: (text) => text.includes(orderId) };
}

/** Every other deed is an order; shops take turns. Answers when each reached the other side, for `durationMs` and a grace time. */
export async function trickle(
  places: Places,
  shops: readonly AddedShop[],
  pace: { perSecond: number; durationMs: number; graceMs: number; keptBytes: number },
): Promise<Trickled> {
  const recording = `${places.lazadaUrl}/__bench/recording`;
  await fetch(`${recording}?bodies=${pace.keptBytes}`, { method: 'PUT' });
  const deeds: Deed[] = [];
  const begun = performance.now();
  for (let index = 0; performance.now() - begun < pace.durationMs; index += 1) {
    const shop = shops[Math.floor(index / 2) % shops.length];
    if (!shop) break;
    deeds.push(await (index % 2 === 0 ? changeStock : order)(places, shop));
    await sleep(Math.max(0, ((index + 1) * 1_000) / pace.perSecond - (performance.now() - begun)));
  }
  await sleep(pace.graceMs);
  const { calls } = (await (await fetch(recording, { method: 'DELETE' })).json()) as { calls: RecordedCall[] };
  return arrivals(deeds, calls);
}

function arrivals(deeds: readonly Deed[], calls: readonly RecordedCall[]): Trickled {
  const texts = calls.map((call) => ({
    ...call,
    text: decodeURIComponent(`${call.url} ${call.body}`.replaceAll('+', ' ')),
  }));
  const byOperation = Map.groupBy(texts, ({ operation }) => operation);
  const result: Trickled = { stock: [], orders: [], missing: 0, late: '' };
  const late: string[] = [];
  const first = deeds[0]?.at ?? 0;
  for (const { at, operation, seen } of deeds) {
    const arrival = byOperation.get(operation)?.find((call) => call.at >= at && seen(call.text));
    if (!arrival) {
      result.missing += 1;
      continue;
    }
    const kind = operation === STOCK_WRITE ? 'stock' : 'orders';
    const took = arrival.at - at;
    result[kind].push(took);
    if (took > LATE_MS[kind]) late.push(`${kind} ${Math.round((at - first) / 1_000)} s: ${took} ms`);
  }
  return { ...result, late: late.join(', ') };
}
