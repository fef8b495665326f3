import { z } from 'zod';
import type { Tx } from '@/src/db/client';
import type { TenantDoor } from '@/src/db/tenant';

const orders = z.object({ orderId: z.string(), connectionId: z.string(), reason: z.string() });
const policy = z.object({ sharePercent: z.number(), safetyStock: z.number(), upperBound: z.number().nullable() });

/** As the decision was kept with the push; an older release may have written less. Nothing in it names a buyer. */
const decided = z.object({
  at: z.number().nullish().catch(null),
  cause: z.string().catch('other'),
  decision: z.string().catch('nothing'),
  reason: z.string().nullish().catch(null),
  price: z.number().nullish().catch(null),
  campaign: z.object({ floor: z.number(), owed: z.number() }).nullish().catch(null),
  refusal: z.object({ message: z.string() }).nullish().catch(null),
});

const quantity = z.object({
  stock: z.array(z.object({ locationId: z.string(), available: z.number() })),
  stockTotal: z.number(),
  inFlight: z.array(orders),
  available: z.number(),
  rule: z.enum(['in_stock', 'backorder', 'sold_out']),
  afterRule: z.number(),
  policy,
  afterShare: z.number(),
  afterSafetyStock: z.number(),
  result: z.number(),
});

type InFlightOrder = { orderId: string; connectionId: string; reason: string; units: number };

export type QuantityWhy = Omit<z.output<typeof quantity>, 'stock' | 'inFlight'> & {
  stock: { name: string; available: number }[];
  /** Units sold on Lazada that Haravan does not count yet, by order. */
  inFlight: InFlightOrder[];
};

/** Why a figure is what it is (spec R10.8): what was decided last, from what, when, and caused by what. */
export type FigureWhy = {
  figure: 'price' | 'quantity';
  lastValue: number | null;
  lastPushedAt: Date | null;
  /** What Lazada has as far as we know. */
  believed: number | null;
  /** A newer change has not been decided yet, or what was decided could not be sent. */
  waiting: boolean;
  /** When it was decided; null: not yet. */
  at: Date | null;
  cause: string;
  decision: string;
  reason: string | null;
  price: number | null;
  quantity: QuantityWhy | null;
  campaign: { floor: number; owed: number } | null;
  refusal: string | null;
};

type Row = {
  figure: 'price' | 'quantity';
  lastValue: number | null;
  lastPushedAt: Date | null;
  believed: number | null;
  waiting: boolean;
  cause: string;
  explanation: unknown;
};

function byOrder(units: z.output<typeof quantity>['inFlight']): InFlightOrder[] {
  const grouped = Map.groupBy(units, (unit) => `${unit.connectionId} ${unit.orderId} ${unit.reason}`);
  return [...grouped.values()].flatMap((group) => {
    const first = group[0];
    return first ? [{ ...first, units: group.length }] : [];
  });
}

function quantityWhy(explanation: unknown, names: ReadonlyMap<string, string>): QuantityWhy | null {
  const read = quantity.safeParse(explanation);
  if (!read.success) return null;
  const { stock, inFlight, ...rest } = read.data;
  const named = stock.map(({ locationId, available }) => ({ name: names.get(locationId) ?? locationId, available }));
  return { ...rest, stock: named, inFlight: byOrder(inFlight) };
}

function figureWhy(row: Row, names: ReadonlyMap<string, string>): FigureWhy {
  const { explanation, ...facts } = row;
  const read = decided.safeParse(explanation);
  const of = read.success ? read.data : null;
  return {
    ...facts,
    at: of?.at ? new Date(of.at) : null,
    cause: of?.cause ?? row.cause,
    decision: of?.decision ?? 'nothing',
    reason: of?.reason ?? null,
    price: row.figure === 'price' ? (of?.price ?? null) : null,
    quantity: row.figure === 'quantity' ? quantityWhy(explanation, names) : null,
    campaign: of?.campaign ?? null,
    refusal: of?.refusal?.message ?? null,
  };
}

const pushRows = (tx: Tx, connectionId: string, variantId: string) => tx.$queryRaw<Row[]>`
  SELECT p.figure, p."lastValue"::float8 AS "lastValue", p."lastPushedAt", p.believed::float8 AS believed,
    p.wanted > p.done AS waiting, p.cause, p.explanation
  FROM "Push" p JOIN "Connection" c ON c.id = p."connectionId"
  WHERE p."connectionId" = ${connectionId}::uuid AND p."variantId" = ${variantId}
    AND CASE p.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END
  ORDER BY p.figure DESC`;

/** Figures that are sent, quantity first; empty when the variant is not linked or nothing is switched on. */
export function createExplanationQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string, variantId: string): Promise<FigureWhy[]> =>
    door(merchantId, async (tx) => {
      const rows = await pushRows(tx, connectionId, variantId);
      const locations = await tx.location.findMany({ where: { merchantId } });
      const names = new Map(locations.map((location) => [location.locationId, location.name]));
      return rows.map((row) => figureWhy(row, names));
    });
}
