import type { HaravanSandbox } from '@/sandbox/haravan/sandbox';
import type { LazadaSandbox } from '@/sandbox/lazada/sandbox';
import type { MerchantView } from '@/src/sync/ports/connection';
import type { Clock } from '@/src/sync/ports/world';
import type { ReplayApp } from './compose-in-memory';

/** Through the install, without the browser: Haravan gives its tokens, the rest is the product's own. */
export async function installMerchant(
  app: Pick<ReplayApp, 'stores' | 'useCases'>,
  haravan: Pick<HaravanSandbox, 'control'>,
  clock: Clock,
  org: { orgId: string; shop: string; name: string },
): Promise<MerchantView> {
  const at = new Date(clock.now());
  const { accessToken, refreshToken } = haravan.control.install(org.orgId);
  const tokens = { accessToken, refreshToken: refreshToken ?? null, expiresAt: null, scope: '' };
  const merchant = await app.stores.merchants.install(org, tokens, at);
  await app.useCases.catalogWishes.pullCatalog(merchant.id, at);
  return merchant;
}

export type SellerLogin = { email: string; password: string; country: string };

/** Through Lazada's own page and back; `connectionId` renews that one. Answers what the callback led to. */
export async function connectSeller(
  app: Pick<ReplayApp, 'useCases'>,
  lazada: Pick<LazadaSandbox, 'hono'>,
  merchantId: string,
  seller: SellerLogin,
  connectionId: string | null = null,
) {
  const { url, state } = await app.useCases.connectShop.begin(merchantId, connectionId);
  const { searchParams } = new URL(url);
  const { email: account, password, country } = seller;
  const body = new URLSearchParams({ ...Object.fromEntries(searchParams), account, password, country });
  const sent = await lazada.hono.request(url.split('?')[0] ?? url, { method: 'POST', body });
  const back = new URL(sent.headers.get('location') ?? 'http://nowhere.test').searchParams;
  const callback = { state: back.get('state'), code: back.get('code'), error: back.get('error'), cookieState: state };
  return app.useCases.connectShop.finish(callback);
}
