import { isPlatformError, type PlatformErrorKind } from '@/src/clients/http/platform-error';
import type { LazadaSkuKey, LazadaWriteResult } from '@/src/clients/lazada/sku-writes';

export type Refusal = { kind: PlatformErrorKind; code: string; message: string };

/** What became of one SKU's write. */
export type WriteOutcome =
  | { kind: 'applied' }
  | { kind: 'refused'; refusal: Refusal }
  /** The answer was lost. `landed`: Lazada has the value now; an old write may still come later. */
  | { kind: 'lost'; landed: boolean };

export type FigureWrite = LazadaSkuKey & { value: number };

export type FigureWriter = {
  write(writes: readonly FigureWrite[]): Promise<LazadaWriteResult>;
  /** The figure that Lazada has now, by SKU id; a SKU that it does not know is missing. */
  readBack(writes: readonly FigureWrite[]): Promise<ReadonlyMap<string, number>>;
};

type Outcomes = Map<string, WriteOutcome>;

async function landed(writer: FigureWriter, writes: readonly FigureWrite[]): Promise<Set<string>> {
  try {
    const now = await writer.readBack(writes);
    return new Set(writes.filter((write) => now.get(write.skuId) === write.value).map((write) => write.skuId));
  } catch (error) {
    // The write's fate stays open, and the row says so: it is looked up again later.
    if (isPlatformError(error) && error.kind !== 'unauthorized') return new Set();
    throw error;
  }
}

async function lost(writer: FigureWriter, writes: readonly FigureWrite[]): Promise<Outcomes> {
  const there = await landed(writer, writes);
  return new Map(writes.map(({ skuId }) => [skuId, { kind: 'lost', landed: there.has(skuId) }]));
}

/** Whether the others of a batch with refusals were applied is not documented (lazada.md §7.2): they are read back. */
async function partly(
  writer: FigureWriter,
  writes: readonly FigureWrite[],
  result: LazadaWriteResult,
): Promise<Outcomes> {
  const refused = new Map(result.failures.map((failure) => [failure.skuId, failure]));
  const others = writes.filter((write) => !refused.has(write.skuId));
  const there = others.length > 0 && refused.size > 0 ? await landed(writer, others) : null;
  return new Map(
    writes.map(({ skuId }): [string, WriteOutcome] => {
      const refusal = refused.get(skuId);
      if (refusal !== undefined) return [skuId, { kind: 'refused', refusal }];
      return [skuId, there === null || there.has(skuId) ? { kind: 'applied' } : { kind: 'lost', landed: false }];
    }),
  );
}

function half(writes: readonly FigureWrite[]): [FigureWrite[], FigureWrite[]] {
  const middle = Math.ceil(writes.length / 2);
  return [writes.slice(0, middle), writes.slice(middle)];
}

/** "Update failed" without naming a SKU: the batch is halved until the one that spoils it stands alone. */
const blamesNobody = (code: string | undefined): boolean => code === '501' || code === undefined;

/**
 * Writes a batch and finds out what became of each SKU. Nothing is repeated blindly (spec R8.2).
 * @throws PlatformError unauthorized, throttled, unavailable: nothing is known to have happened, the wishes stay as they are
 */
export async function writeFigures(writer: FigureWriter, writes: readonly FigureWrite[]): Promise<Outcomes> {
  if (writes.length === 0) return new Map();
  try {
    return await partly(writer, writes, await writer.write(writes));
  } catch (error) {
    if (isPlatformError(error, 'ambiguous') || isPlatformError(error, 'malformed')) return lost(writer, writes);
    if (!isPlatformError(error, 'rejected') && !isPlatformError(error, 'not_found')) throw error;
    if (writes.length > 1 && blamesNobody(error.code)) {
      const [first, second] = half(writes);
      return new Map([...(await writeFigures(writer, first)), ...(await writeFigures(writer, second))]);
    }
    const refusal = { kind: error.kind, code: error.code ?? '', message: error.platformMessage ?? error.message };
    return new Map(writes.map(({ skuId }) => [skuId, { kind: 'refused', refusal }]));
  }
}
