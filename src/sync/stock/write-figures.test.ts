import { expect, it } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '@/src/clients/http/platform-error';
import { type FigureWrite, type FigureWriter, writeFigures } from './write-figures';

const failure = (kind: PlatformErrorKind, code?: string) =>
  new PlatformError({ kind, platform: 'lazada', operation: 'stock.update', code, platformMessage: 'no' });
const writes = (count: number): FigureWrite[] =>
  Array.from({ length: count }, (_, n) => ({ itemId: 'i', skuId: String(n), sellerSku: `S${n}`, value: n }));
const refusal = { itemId: 'i', sellerSku: 'S', code: 'C', message: 'no', kind: 'rejected' as const };

/** @param now what Lazada has, by SKU id; @param act what a call does */
function writer(now: Record<string, number>, act: (writes: readonly FigureWrite[]) => string[]) {
  const calls: number[] = [];
  return {
    calls,
    async write(batch) {
      calls.push(batch.length);
      return { failures: act(batch).map((skuId) => ({ ...refusal, skuId })) };
    },
    readBack: async () => new Map(Object.entries(now)),
  } satisfies FigureWriter & { calls: number[] };
}

it('R3.4 what is not named in an answer without refusals was applied', async () => {
  const outcomes = await writeFigures(
    writer({}, () => []),
    writes(2),
  );
  expect([...outcomes.values()]).toEqual([{ kind: 'applied' }, { kind: 'applied' }]);
});

it('R8.2 beside a refused SKU the others are read back (lazada.md §7.2)', async () => {
  const outcomes = await writeFigures(
    writer({ 1: 1, 2: 99 }, () => ['0']),
    writes(3),
  );
  expect(outcomes.get('0')).toMatchObject({ kind: 'refused', refusal: { code: 'C' } });
  expect(outcomes.get('1')).toEqual({ kind: 'applied' });
  expect(outcomes.get('2')).toEqual({ kind: 'lost', landed: false });
});

it.each(['ambiguous', 'malformed'] as const)('R8.2 after an %s answer it finds out what happened', async (kind) => {
  const outcomes = await writeFigures(
    writer({ 0: 0, 1: 7 }, () => {
      throw failure(kind);
    }),
    writes(3),
  );
  expect([...outcomes.values()].map((outcome) => outcome.kind === 'lost' && outcome.landed)).toEqual([
    true,
    false,
    false,
  ]);
});

it('R8.4 a batch that is refused without naming a SKU is halved until the one that spoils it stands alone', async () => {
  const spoiled = writer({}, (batch) => {
    if (batch.some(({ skuId }) => skuId === '5')) throw failure('rejected', '501');
    return [];
  });
  const outcomes = await writeFigures(spoiled, writes(8));
  expect([...outcomes].filter(([, { kind }]) => kind !== 'applied').map(([skuId]) => skuId)).toEqual(['5']);
  expect(spoiled.calls).toEqual([8, 4, 4, 2, 1, 1, 2]);
});

it('a refusal of the whole call is not asked for again, SKU by SKU', async () => {
  const locked = writer({}, () => {
    throw failure('rejected', '4128');
  });
  const outcomes = await writeFigures(locked, writes(8));
  expect(locked.calls).toEqual([8]);
  expect([...outcomes.values()].every(({ kind }) => kind === 'refused')).toBe(true);
});

it.each(['throttled', 'unavailable', 'unauthorized'] as const)(
  '%s is for the turn: nothing is settled',
  async (kind) => {
    const down = writer({}, () => {
      throw failure(kind);
    });
    await expect(writeFigures(down, writes(2))).rejects.toMatchObject({ kind });
  },
);

it('writes nothing when there is nothing to write', async () => {
  const idle = writer({}, () => []);
  expect(await writeFigures(idle, [])).toEqual(new Map());
  expect(idle.calls).toEqual([]);
});
