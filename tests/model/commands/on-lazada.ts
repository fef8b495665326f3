import { ControlRefusal } from '@/sandbox/lazada/control-refusal';
import { canBecome, NEXT_STATUSES } from '@/sandbox/lazada/item-states';
import { codeOf } from '@/tests/oracle/code';
import type { Model } from '../engine/model';
import { hasEnded, type OrderItem, sellerOf } from '../oracle/books';
import type { Command } from './command';
import { at, codeAt, orderAt, parcelOf, shopAt, skuAt } from './pick';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

const MOST_SKUS = 14;
/** Other commands take these steps. */
const ELSEWHERE = ['canceled'];

const stepsOf = (item: OrderItem) =>
  item.status === 'unpaid' ? [] : NEXT_STATUSES[item.status].filter((to) => !ELSEWHERE.includes(to));

/** What buyers, carriers, Lazada and the seller in Seller Center do. What Lazada refuses did not happen. */
export function createLazadaHand(model: Model) {
  const { platforms, lag, books } = model;
  const { control } = platforms.lazada;

  function tried<T>(act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      if (error instanceof ControlRefusal) return null;
      throw error;
    }
  }

  function place(sellerId: string, command: Of<'order'>, orderId?: string): string | null {
    const lines = command.lines.flatMap(({ i, units }) => {
      const onSale = [...sellerOf(books, sellerId).skus.values()].filter(
        (sku) => sku.sellable > 0 && sku.status === 'active',
      );
      const sku = at(onSale, i);
      return sku && sku.sellerSku !== '' ? [{ sellerSku: sku.sellerSku, quantity: Math.min(units, sku.sellable) }] : [];
    });
    if (lines.length === 0) return null;
    const { payment, voucher, shipping } = command;
    const placed = tried(() =>
      control.placeOrder({
        ...{ sellerId, lines, paid: payment === 'paid', voucherSeller: voucher, shippingFee: shipping },
        payment: payment === 'cod' ? 'COD' : 'MOMO_WALLET',
        ...(orderId === undefined ? {} : { orderId }),
      }),
    );
    if (placed) model.counters.orders += 1;
    return placed?.orderId ?? null;
  }

  return {
    'create-sku'({ s, k, i }: Of<'create-sku'>): void {
      const { sellerId } = shopAt(model, s);
      const seller = sellerOf(books, sellerId);
      const code = codeAt(k);
      if (code === null || seller.skus.size >= MOST_SKUS) return;
      const itemId = i % 2 === 0 ? at([...seller.items.keys()], i) : undefined;
      const item = itemId === undefined ? {} : { itemId };
      tried(() => control.createSku({ sellerId, ...item, sellerSku: code, price: 150_000, sellable: i % 5 }));
    },
    'rename-sku'({ s, i, k }: Of<'rename-sku'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      const code = codeAt(k);
      if (!sku || code === null) return;
      lag.named(sku, codeOf(sku.sellerSku));
      tried(() => control.editSku({ sellerId, skuId: sku.skuId, set: { sellerSku: code } }));
    },
    'delete-sku'({ s, i }: Of<'delete-sku'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      if (sku && sellerOf(books, sellerId).skus.size > 4)
        tried(() => control.deleteSku({ sellerId, skuId: sku.skuId }));
    },
    'seller-stock'({ s, i, units }: Of<'seller-stock'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      if (sku) tried(() => control.editSku({ sellerId, skuId: sku.skuId, set: { sellable: units } }));
    },
    'seller-price'({ s, i, price }: Of<'seller-price'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      if (sku) tried(() => control.editSku({ sellerId, skuId: sku.skuId, set: { price } }));
    },
    campaign({ s, i, units }: Of<'campaign'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      if (sku)
        tried(() =>
          control.editSku({ sellerId, skuId: sku.skuId, set: { campaignLock: Math.min(units, sku.sellable) } }),
        );
    },
    'price-range'({ s, i, on }: Of<'price-range'>): void {
      const { sellerId } = shopAt(model, s);
      const sku = skuAt(model, sellerId, i);
      const priceRange: [number, number] | null = on ? [80_000, 150_000] : null;
      if (sku) tried(() => control.editSku({ sellerId, skuId: sku.skuId, set: { priceRange } }));
    },
    order(command: Of<'order'>): void {
      const shop = shopAt(model, command.s);
      const orderId = place(shop.sellerId, command);
      const twin = model.shops.find(({ orgId, sellerId }) => orgId === shop.orgId && sellerId !== shop.sellerId);
      if (command.twin && twin && orderId !== null) place(twin.sellerId, command, orderId);
    },
    pay({ s, o }: Of<'pay'>): void {
      const { sellerId } = shopAt(model, s);
      const order = orderAt(model, sellerId, o, ({ unpaidUntil }) => unpaidUntil !== null);
      if (order) tried(() => control.payOrder({ sellerId, orderId: order.orderId }));
    },
    advance({ s, o, choice, item }: Of<'advance'>): void {
      const { sellerId } = shopAt(model, s);
      const moves = (one: OrderItem) => stepsOf(one).length > 0;
      const order = orderAt(
        model,
        sellerId,
        o,
        ({ items }) => items.some((one) => moves(one) && !hasEnded(one)) || items.some(moves),
      );
      const parcel = order ? parcelOf(order, item, moves) : [];
      const [first] = parcel;
      const to = first && at(stepsOf(first), choice);
      if (!order || !to) return;
      // Buyers send back single goods; parcels travel whole. Loose goods are packed one by one or together.
      const alone = to === 'returned' || to === 'rtm_init' || (to === 'packed' && choice % 3 === 0);
      const orderItemIds = (alone ? parcel.slice(0, 1) : parcel).map(({ orderItemId }) => orderItemId);
      tried(() => control.advanceOrder({ sellerId, orderId: order.orderId, orderItemIds, to }));
    },
    cancel({ s, o, by, item, outOfStock }: Of<'cancel'>): void {
      const { sellerId } = shopAt(model, s);
      const open = (one: OrderItem) => canBecome(one.status, 'canceled');
      const order = orderAt(model, sellerId, o, ({ items }) => items.some(open));
      if (!order) return;
      const items = order.items.filter(open);
      const one = at(items, item);
      const chosen = item % 3 === 0 && one ? [one] : items;
      const orderItemIds = chosen.map(({ orderItemId }) => orderItemId);
      const reason = outOfStock && by === 'seller' ? 'Out of Stock' : 'Change of mind';
      tried(() =>
        control.advanceOrder({ sellerId, orderId: order.orderId, orderItemIds, to: 'canceled', initiator: by, reason }),
      );
    },
  };
}
