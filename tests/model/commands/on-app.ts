import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded } from '@/src/sync/ports/access';
import type { Settings } from '@/src/sync/ports/settings';
import { HOSTS } from '../engine/platforms';
import type { Model, ModelShop } from '../engine/model';
import { locationsOf, lazadaSeed, TENANTS } from '../engine/world-seed';
import { grantsOf } from '../oracle/books';
import type { Command } from './command';
import { at, orderAt, productIds, shopAt } from './pick';

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

const BY = 'model';

/** A click that meets a platform's trouble shows it and changes nothing; anything else is a defect. */
async function clicked<T>(model: Model, what: string, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (!isPlatformError(error) && !(error instanceof AccessEnded)) model.fail(`${what}: ${(error as Error).stack}`);
    return null;
  }
}

function changed(settings: Settings, { what, value }: Of<'settings'>, locations: readonly number[]): Settings {
  const [main = 0, north = 0] = locations;
  switch (what) {
    case 'quantity':
      return { ...settings, pushQuantity: value % 4 !== 0 };
    case 'price':
      return { ...settings, pushPrice: value % 4 !== 0 };
    case 'locations':
      return {
        ...settings,
        stockLocationIds: [[], [String(main)], [String(north)], [String(main), String(north)]][value % 4] ?? [],
      };
    case 'order-location':
      return { ...settings, orderLocationId: value % 3 === 0 ? null : String(value % 3 === 1 ? main : north) };
    case 'policy': {
      const bound = value % 5 === 0 ? 5 : null;
      return {
        ...settings,
        stockPercent: value % 2 === 0 ? 100 : 60,
        safetyStock: value % 3 === 0 ? 1 : 0,
        maxQuantity: bound,
      };
    }
  }
}

/** What the merchant does in this app. */
export function createAppHand(model: Model) {
  const { useCases, books, shops } = model;

  async function save(shop: ModelShop, change: (settings: Settings) => Settings): Promise<void> {
    const { merchantId, connectionId } = shop;
    const view = await useCases.settings.load(merchantId, connectionId);
    if (!view) return;
    const settings = change(view.settings);
    const request = { version: view.version, settings, confirmed: true, by: BY };
    const saved = await clicked(model, 'settings', () => useCases.settings.save(merchantId, connectionId, request));
    if (saved?.outcome !== 'saved') return;
    const before = shop.settings;
    shop.settings = {
      ...{ price: settings.pushPrice, quantity: settings.pushQuantity },
      stockLocations: settings.stockLocationIds.map(Number),
      ...{ sharePercent: settings.stockPercent, safetyStock: settings.safetyStock, bound: settings.maxQuantity },
    };
    model.writes.offers.saved(shop, before);
  }

  async function connect(shop: ModelShop): Promise<void> {
    const { merchantId, sellerId } = shop;
    const account = lazadaSeed().sellers.find((seller) => seller.sellerId === sellerId);
    const { url, state } = await useCases.connectShop.begin(merchantId, null);
    const body = new URLSearchParams({
      ...Object.fromEntries(new URL(url).searchParams),
      ...{ country: 'vn', account: account?.email ?? '', password: account?.password ?? '' },
    });
    const sent = await model.platforms.lazada.hono.fetch(
      new Request(`${HOSTS.lazada}/oauth/authorize`, { method: 'POST', body }),
    );
    const back = new URL(sent.headers.get('location') ?? '').searchParams;
    const callback = { state: back.get('state'), code: back.get('code'), error: null, cookieState: state };
    const outcome = await clicked(model, 'connect', () => useCases.connectShop.finish(callback));
    if (outcome?.kind !== 'connected') return;
    shop.connectionId = outcome.connectionId;
    shop.connected = true;
    shop.grants = grantsOf(books, sellerId);
  }

  return {
    save,
    connect: ({ s }: Of<'connect'>) => connect(shopAt(model, s)),
    connectShop: connect,
    async disconnect({ s }: Of<'disconnect'>): Promise<void> {
      const shop = shopAt(model, s);
      if (!shop.connected) return;
      shop.connected = false;
      await clicked(model, 'disconnect', () => useCases.disconnect.disconnect(shop.merchantId, shop.connectionId));
    },
    async settings(command: Of<'settings'>): Promise<void> {
      const shop = shopAt(model, command.s);
      const { prefix } = TENANTS.find(({ orgId }) => orgId === shop.orgId) ?? TENANTS[0];
      await save(shop, (settings) => changed(settings, command, locationsOf(prefix)));
    },
    async publish({ s, p, all }: Of<'publish'>): Promise<void> {
      const { merchantId, connectionId, orgId } = shopAt(model, s);
      const one = at(productIds(model, orgId), p);
      const selection = all || one === undefined ? { filter: {} } : { productIds: [String(one)] };
      await clicked(model, 'publish', () => useCases.publishing.publish(merchantId, connectionId, selection, BY));
    },
    async unpublish({ s, p }: Of<'unpublish'>): Promise<void> {
      const { merchantId, connectionId, orgId } = shopAt(model, s);
      const one = at(productIds(model, orgId), p);
      if (one === undefined) return;
      const selection = { productIds: [String(one)] };
      await clicked(model, 'unpublish', () => useCases.publishing.unpublish(merchantId, connectionId, selection, BY));
    },
    async retry({ s }: Of<'retry'>): Promise<void> {
      const { merchantId, connectionId } = shopAt(model, s);
      await clicked(model, 'retry', () => useCases.retryIssues(merchantId, { connectionId }));
    },
    async 'zero-lost'({ s }: Of<'zero-lost'>): Promise<void> {
      const { merchantId, connectionId } = shopAt(model, s);
      await clicked(model, 'zero', () => useCases.zeroLostLinks(merchantId, connectionId, BY));
    },
    async ship({ s, o }: Of<'ship'>): Promise<void> {
      const { merchantId, connectionId, sellerId } = shopAt(model, s);
      const order = orderAt(model, sellerId, o, ({ items }) =>
        items.some(({ status }) => status === 'pending' || status === 'packed'),
      );
      if (!order) return;
      await clicked(model, 'ship', () =>
        useCases.orderCommands.requestReadyToShip(merchantId, connectionId, [order.orderId], BY),
      );
    },
    async 'app-cancel'({ s, o, reason }: Of<'app-cancel'>): Promise<void> {
      const { merchantId, connectionId, sellerId } = shopAt(model, s);
      const order = orderAt(model, sellerId, o, ({ items }) => items.some(({ status }) => status === 'pending'));
      if (!order) return;
      const ids = [order.orderId];
      const offered = await clicked(model, 'reasons', () =>
        useCases.orderCommands.cancelReasons(merchantId, connectionId, ids),
      );
      const name = at(offered?.names ?? [], reason);
      if (name === undefined) return;
      await clicked(model, 'cancel', () =>
        useCases.orderCommands.requestCancel(merchantId, connectionId, ids, name, BY),
      );
    },
    /** Every shop installed, connected, published and switched on. */
    async beginAll(turnsUntilQuiet: () => Promise<void>): Promise<void> {
      for (const { orgId, shop } of TENANTS) {
        const { accessToken, expiresInSeconds = 86_400, refreshToken } = model.platforms.haravan.control.install(orgId);
        const at = new Date(model.now());
        const expiresAt = new Date(model.now() + expiresInSeconds * 1_000);
        const tokens = { accessToken, refreshToken: refreshToken ?? null, expiresAt, scope: 'grant_service' };
        const merchant = await model.stores.merchants.install({ orgId, shop, name: shop }, tokens, at);
        await useCases.catalogWishes.pullCatalog(merchant.id, at);
        for (const one of shops) if (one.orgId === orgId) one.merchantId = merchant.id;
      }
      for (const shop of shops) await connect(shop);
      await turnsUntilQuiet();
      for (const { merchantId, connectionId } of shops) {
        await useCases.publishing.publish(merchantId, connectionId, { filter: {} }, BY);
      }
      await turnsUntilQuiet();
      for (const shop of shops) await save(shop, (settings) => ({ ...settings, pushPrice: true, pushQuantity: true }));
      await turnsUntilQuiet();
      if (books.shops.some(({ connected }) => !connected)) throw new Error('a shop was not connected');
    },
  };
}
