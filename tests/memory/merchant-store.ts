import type { HaravanTokens, MerchantStore, MerchantView } from '@/src/sync/ports/connection';
import { haravanRenewalDueAt } from '@/src/domain/connection/renewal';
import { endConnection } from './connection-store';
import type { MemoryDatabase } from './memory-database';
import { type MerchantRow, must } from './tenant-rows';

function toView(row: MerchantRow): MerchantView {
  const { id, orgId, shop, name, status, tokenState, accessExpiresAt, accessRenewAt, installedAt, webhooksCheckAt } =
    row;
  return { id, orgId, shop, name, status, tokenState, accessExpiresAt, accessRenewAt, installedAt, webhooksCheckAt };
}

const tokenColumns = ({ accessToken, refreshToken, expiresAt, scope }: HaravanTokens, at: Date) => {
  const accessRenewAt = expiresAt && new Date(haravanRenewalDueAt(at.getTime(), expiresAt.getTime()));
  return { accessToken, refreshToken, accessExpiresAt: expiresAt, accessRenewAt, scope, tokenState: 'active' as const };
};

const NEVER_READ = {
  catalogPullAt: null,
  catalogCursor: null,
  catalogStartedAt: null,
  catalogReadAt: null,
  locationsReadAt: null,
};

export function createMerchantStore({ door, sweep, tenants, newId }: MemoryDatabase): MerchantStore {
  const knownId = (orgId: string) => [...tenants.values()].find((rows) => rows.merchant?.orgId === orgId)?.merchantId;
  return {
    byOrg: (orgId) =>
      sweep((all) => {
        const row = all.find((rows) => rows.merchant?.orgId === orgId)?.merchant;
        return row ? toView(row) : null;
      }),
    find: (merchantId) => door(merchantId, ({ merchant }) => merchant && toView(merchant)),
    async install({ orgId, shop, name }, tokens, at) {
      const id = knownId(orgId) ?? newId();
      return door(id, (rows) => {
        const fresh = { uninstalledAt: null, webhooksOkAt: null, webhooksCheckAt: at, installedAt: at };
        const installed = {
          id,
          orgId,
          shop,
          name,
          status: 'installed' as const,
          ...fresh,
          ...tokenColumns(tokens, at),
        };
        rows.merchant = { ...NEVER_READ, ...rows.merchant, ...installed };
        return toView(rows.merchant);
      });
    },
    saveShop: (merchantId, { shop, name }) =>
      door(merchantId, (rows) => void Object.assign(must(rows.merchant), shop ? { shop, name } : { name })),
    refreshToken: (merchantId) => door(merchantId, ({ merchant }) => merchant?.refreshToken || null),
    saveTokens: (merchantId, tokens, at, fence) =>
      door(
        merchantId,
        ({ merchant }) => {
          if (merchant?.status === 'installed') Object.assign(merchant, tokenColumns(tokens, at));
        },
        fence,
      ),
    accessRefused: (merchantId, at) =>
      door(merchantId, ({ merchant }) => {
        if (merchant?.status !== 'installed' || merchant.tokenState !== 'active') return;
        if (merchant.refreshToken === null) merchant.tokenState = 'expired';
        else merchant.accessRenewAt = at;
      }),
    expire: (merchantId, fence) =>
      door(
        merchantId,
        (rows) => {
          must(rows.merchant).tokenState = 'expired';
        },
        fence,
      ),
    webhooksChecked: (merchantId, { okAt, nextAt }, fence) =>
      door(
        merchantId,
        (rows) =>
          void Object.assign(must(rows.merchant), { webhooksCheckAt: nextAt, ...(okAt && { webhooksOkAt: okAt }) }),
        fence,
      ),
    uninstall: (merchantId, at) =>
      door(merchantId, ({ merchant, connections }) => {
        const noTokens = { accessToken: null, refreshToken: null, accessExpiresAt: null, accessRenewAt: null };
        if (merchant?.status === 'installed') {
          Object.assign(merchant, { ...noTokens, status: 'uninstalled', uninstalledAt: at, webhooksOkAt: null });
        }
        const live = [...connections.values()].filter((row) => row.view.status !== 'disconnected');
        for (const row of live) endConnection(row, at);
        return live.map((row) => row.view.id);
      }),
  };
}
