import { z } from 'zod';
import type { Lane } from '@/src/domain/lane';

/** A job carries no work, only a turn (design §1). */
export const turnPayload = z.object({ merchantId: z.uuid(), connectionId: z.uuid().nullable() });
export type TurnPayload = z.output<typeof turnPayload>;

export const TURN_JOB = 'turn';
/** BullMQ refuses ":" in names; the prefix keeps our keys apart in a shared Redis. */
export const QUEUE_PREFIX = 'lzd';
export const queueName = (lane: Lane): string => `turns-${lane}`;

/** At most one turn waits per lane and connection; a request during a running turn makes exactly one more. */
export const turnOptions = (lane: Lane, { merchantId, connectionId }: TurnPayload) => ({
  deduplication: { id: `${lane}-${connectionId ?? merchantId}`, keepLastIfActive: true },
  removeOnComplete: true,
  removeOnFail: { count: 200, age: 7 * 24 * 3600 },
  attempts: 1,
});

/**
 * How soon the turn of a killed worker is given to another: within 12 s, when its lease in PostgreSQL ends as well. Until then BullMQ
 * takes it for running and keeps back every request for the same turn. A lock that a busy process renews too late does no harm: the
 * lease decides who works.
 */
export const TURN_LOCK = { lockDuration: 8_000, stalledInterval: 4_000 };
