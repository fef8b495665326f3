import type { LazadaSeller, LazadaState } from '../oracle/raw-lazada';
import { createSandboxControls, type SandboxControls } from './sandbox-controls';

export type Checkout = {
  lines: { sellerSku: string; quantity: number }[];
  payment?: 'COD' | 'MOMO_WALLET';
  paid?: boolean;
  voucherSeller?: number;
  voucherPlatform?: number;
  shippingFee?: number;
  buyer?: Partial<LazadaSeller['orders'][number]['buyer']>;
};

type NewSku = { sellerSku: string; name: string; price: number; sellable: number };

/** What buyers, the seller in Seller Center and time do on Lazada, and what stands there. */
export type LazadaControls = SandboxControls & {
  seller(sellerId: string): Promise<LazadaSeller>;
  /** Returns the order id. */
  buy(sellerId: string, checkout: Checkout): Promise<string>;
  advance(sellerId: string, orderId: string, to: string, why?: { reason?: string; initiator?: string }): Promise<void>;
  pay(sellerId: string, orderId: string): Promise<void>;
  createSku(sellerId: string, sku: NewSku): Promise<void>;
  /** Access and its renewal end now. */
  endAccess(sellerId: string): Promise<void>;
};

export function createLazadaControls(url: string): LazadaControls {
  const controls = createSandboxControls(url);
  const { ask } = controls;
  return {
    ...controls,
    async seller(sellerId) {
      const { sellers } = await ask<LazadaState>('GET', `/state?sellerId=${sellerId}`);
      const [seller] = sellers;
      if (!seller) throw new Error(`Lazada has no seller ${sellerId}`);
      return seller;
    },
    buy: async (sellerId, checkout) =>
      (await ask<{ orderId: string }>('POST', '/orders', { sellerId, ...checkout })).orderId,
    advance: async (sellerId, orderId, to, why) =>
      void (await ask('POST', `/orders/${orderId}/advance`, { sellerId, to, ...why })),
    pay: async (sellerId, orderId) => void (await ask('POST', `/orders/${orderId}/pay`, { sellerId })),
    createSku: async (sellerId, sku) => void (await ask('POST', '/skus', { sellerId, ...sku })),
    endAccess: async (sellerId) =>
      void (await ask('POST', '/tokens', { sellerId, expireAccess: true, expireRefresh: true })),
  };
}
