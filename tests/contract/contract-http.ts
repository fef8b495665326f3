import { setTimeout as sleep } from 'node:timers/promises';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp, type Http } from '@/src/clients/http/http';
import type { HttpAnswer, Transport } from '@/src/clients/http/transport';

/** How long an attempt may take that is meant to be waited for in vain. */
const IMPATIENT_MS = 25;

export type Patience = 'patient' | 'first attempt short' | 'short';

/** The next calls' patience; a timeout then costs milliseconds, and the attempt that should succeed has all its time. */
export type ContractHttp = {
  http: Http;
  /** `arrived`: how many of the calls that were not waited for the platform has met since. */
  setPatience(patience: Patience, arrived?: () => number): void;
  /** The latest answer as it came. */
  lastAnswer(): HttpAnswer | undefined;
};

const ARRIVAL_MS = 5_000;

async function arrival(hasArrived: () => boolean): Promise<void> {
  const deadline = Date.now() + ARRIVAL_MS;
  while (!hasArrived() && Date.now() < deadline) await sleep(1);
}

/** The real pipeline over real sockets, without pauses. Pacing is not the contract's business: its own tests hold that. */
export function createContractHttp(nowMs: () => number, transport: Transport = createAxiosTransport()): ContractHttp {
  let patience: Patience = 'patient';
  let arrivals = (): number => Number.POSITIVE_INFINITY;
  let abandoned = 0;
  let last: HttpAnswer | undefined;
  const send: Transport = async (message, timeoutMs) => {
    const isShort = patience !== 'patient';
    if (isShort) abandoned += 1;
    if (patience === 'first attempt short') patience = 'patient';
    try {
      last = await transport(message, isShort ? IMPATIENT_MS : timeoutMs);
      return last;
    } finally {
      // What has left must not arrive in the middle of the next test.
      if (isShort) await arrival(() => arrivals() >= abandoned);
    }
  };
  const http = createHttp({
    transport: send,
    throttle: { acquire: async () => undefined, learn: async () => undefined },
    log: () => undefined,
    random: () => 0.5,
    nowMs,
    sleep: async () => undefined,
  });
  return {
    http,
    lastAnswer: () => last,
    setPatience(next, arrived = () => Number.POSITIVE_INFINITY) {
      patience = next;
      arrivals = arrived;
      abandoned = 0;
    },
  };
}
