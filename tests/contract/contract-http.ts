import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp, type Http } from '@/src/clients/http/http';
import type { HttpAnswer, Transport } from '@/src/clients/http/transport';

/** How long an attempt may take that is meant to be waited for in vain. */
const IMPATIENT_MS = 25;

export type Patience = 'patient' | 'first attempt short' | 'short';

/** The next calls' patience; a timeout then costs milliseconds, and the attempt that should succeed has all its time. */
export type ContractHttp = {
  http: Http;
  setPatience(patience: Patience): void;
  /** The latest answer as it came. */
  lastAnswer(): HttpAnswer | undefined;
};

/** The real pipeline over real sockets, without pauses. Pacing is not the contract's business: its own tests hold that. */
export function createContractHttp(nowMs: () => number, transport: Transport = createAxiosTransport()): ContractHttp {
  let patience: Patience = 'patient';
  let last: HttpAnswer | undefined;
  const send: Transport = async (message, timeoutMs) => {
    const isShort = patience !== 'patient';
    if (patience === 'first attempt short') patience = 'patient';
    last = await transport(message, isShort ? IMPATIENT_MS : timeoutMs);
    return last;
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
    setPatience(next) {
      patience = next;
    },
  };
}
