import type { HaravanClient } from '@/src/clients/haravan/haravan-client';
import { type LocationId, locationId, variantId } from '@/src/domain/ids';
import { type PreviewRow, type PreviewSummary, previewRisks, summarizePreview } from '@/src/domain/price/preview';
import { channelQuantity } from '@/src/domain/stock/channel-quantity';
import { inFlightByVariant } from '@/src/domain/stock/in-flight';
import { sellableLocations } from '@/src/domain/stock/sellable-locations';
import type { AccessStore } from '../ports/access';
import type { LinkedVariant, Settings, SettingsStore } from '../ports/settings';
import type { StockFactsStore } from '../ports/stock';
import type { Figure } from '../ports/wishes';
import type { Clock } from '../ports/world';
import { feedingOf } from '../stock/feeding';

const PAGE = 500;
/** Haravan's stock is read for so many variants; beyond that its last known figure serves, and the answer says so. */
const LIVE_STOCK_LIMIT = 1_000;
const EXAMPLES = 20;

export type PreviewDeps = {
  settings: Pick<SettingsStore, 'linked'>;
  stockFacts: StockFactsStore;
  access: Pick<AccessStore, 'haravan'>;
  haravan: Pick<HaravanClient, 'readStock'>;
  clock: Clock;
};

export type PreviewExample = PreviewRow & { variant: LinkedVariant; risks: ReturnType<typeof previewRisks> };

/** What switching figures on would change on Lazada (spec R3.1). `exact`: every stock figure was read just now. */
export type SwitchOnPreview = PreviewSummary & { exact: boolean; examples: readonly PreviewExample[] };

type Stock = (variant: LinkedVariant) => { locationId: LocationId; available: number }[];

async function readLive(
  deps: PreviewDeps,
  merchantId: string,
  variants: readonly LinkedVariant[],
  ids: readonly LocationId[],
) {
  const variantIds = variants.filter((variant) => variant.tracksInventory).map((variant) => variant.variantId);
  if (variantIds.length === 0) return (): [] => [];
  const auth = await deps.access.haravan(merchantId);
  auth.priority = 'interactive';
  const rows = await deps.haravan.readStock(auth, { locationIds: [...ids], variantIds });
  const available = new Map(rows.map((row) => [`${row.locationId}/${row.variantId}`, row.available]));
  return (variant: LinkedVariant) =>
    ids.map((id) => ({ locationId: id, available: available.get(`${id}/${variant.variantId}`) ?? 0 }));
}

const remembered =
  (ids: readonly LocationId[]): Stock =>
  ({ available }) =>
    ids.slice(0, 1).map((id) => ({ locationId: id, available: available ?? 0 }));

async function quantities(
  deps: PreviewDeps,
  merchantId: string,
  settings: Settings,
  page: readonly LinkedVariant[],
  live: boolean,
) {
  const begunAtMs = deps.clock.now();
  const known = await deps.stockFacts.locations(merchantId);
  const chosen = settings.stockLocationIds.map(locationId);
  const choice = chosen.length === 0 ? { kind: 'all' as const } : { kind: 'chosen' as const, locationIds: chosen };
  const { locationIds } = sellableLocations(known, choice);
  const stock = live ? await readLive(deps, merchantId, page, locationIds) : remembered(locationIds);
  const units = await deps.stockFacts.soldUnits(merchantId, page.map(feedingOf), new Date(begunAtMs));
  const flying = inFlightByVariant(units, { begunAtMs, locationIds });
  const { stockPercent, safetyStock, maxQuantity } = settings;
  const policy = { sharePercent: stockPercent, safetyStock, upperBound: maxQuantity };
  return (variant: LinkedVariant): number | null => {
    if (variant.fulfilledByLazada) return null;
    const inFlight = flying.get(variantId(variant.variantId)) ?? [];
    const computed = channelQuantity({ ...variant, stock: stock(variant), inFlight, policy });
    return computed.kind === 'quantity' ? computed.quantity : null;
  };
}

type QuantityOf = (variant: LinkedVariant) => number | null;

function exampleOf(variant: LinkedVariant, figures: readonly Figure[], quantityOf: QuantityOf): PreviewExample {
  const price = figures.includes('price') ? variant.price : null;
  const row = {
    quantity: { before: variant.listingSellable, after: quantityOf(variant) },
    price: { before: variant.listingPrice, after: price },
  };
  return { ...row, variant, risks: previewRisks(row) };
}

/** What merchants fear first: falls to 0, then large changes of price. */
function worst(examples: readonly PreviewExample[]): PreviewExample[] {
  const rank = ({ risks }: PreviewExample): number => (risks.includes('falls_to_zero') ? 0 : 1);
  return examples
    .filter(({ risks }) => risks.length > 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, EXAMPLES);
}

/** Counts over all linked variants what the given figures would change, under settings that are not saved yet. */
export async function previewSwitchOn(
  deps: PreviewDeps,
  merchantId: string,
  connectionId: string,
  settings: Settings,
  figures: readonly Figure[],
): Promise<SwitchOnPreview> {
  const summaries: PreviewSummary[] = [];
  let examples: PreviewExample[] = [];
  let read = 0;
  let after: string | null = null;
  for (;;) {
    const page: LinkedVariant[] = await deps.settings.linked(merchantId, connectionId, after, PAGE);
    const withQuantity = figures.includes('quantity') && page.length > 0;
    const quantityOf: QuantityOf = withQuantity
      ? await quantities(deps, merchantId, settings, page, read + page.length <= LIVE_STOCK_LIMIT)
      : () => null;
    const rows = page.map((variant) => exampleOf(variant, figures, quantityOf));
    summaries.push(summarizePreview(rows));
    examples = worst([...examples, ...rows]);
    read += page.length;
    after = page.at(-1)?.variantId ?? null;
    if (page.length < PAGE) break;
  }
  const exact = !figures.includes('quantity') || read <= LIVE_STOCK_LIMIT;
  return { ...summaries.reduce(addUp), exact, examples };
}

function addUp(a: PreviewSummary, b: PreviewSummary): PreviewSummary {
  return {
    total: a.total + b.total,
    changed: a.changed + b.changed,
    fallsToZero: a.fallsToZero + b.fallsToZero,
    largePriceChanges: a.largePriceChanges + b.largePriceChanges,
  };
}
