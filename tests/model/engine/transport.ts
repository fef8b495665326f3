import { AsyncLocalStorage } from 'node:async_hooks';
import { type HttpAnswer, type HttpMessage, type Transport, TransportFailure } from '@/src/clients/http/transport';
import { answerInProcess } from '@/tests/memory/in-process-transport';
import type { CallFaultKind, CallFaults } from './call-faults';
import type { Fibers } from './fibers';
import { HOSTS, type Platforms } from './platforms';
import { inShort, type Trace } from './trace';

export type PlatformCall = {
  platform: 'lazada' | 'haravan';
  method: string;
  path: string;
  query: string;
  body: string;
};

/** Sees every call that reaches a platform, around its effect. */
export type CallWatcher<Seen> = { before(call: PlatformCall): Seen; after(call: PlatformCall, seen: Seen): void };

export type TransportParts<Seen> = {
  platforms: Platforms;
  pass(ms: number): Promise<void>;
  fibers: Fibers;
  faults: CallFaults;
  watcher: CallWatcher<Seen>;
  /** Milliseconds that the next call takes. */
  latency(): number;
  counted(): void;
  trace?: Trace;
};

/** A call that the client gave up, to be carried out when its time comes. */
export type LateCall = { dueAt: number; run(): Promise<void> };

const CLIENT_PATIENCE_MS = 20_000;
const LATEST_MS = 25_000;

/** Calls the sandboxes without a socket: the clients' signatures, JSON and error pipeline are the real ones. */
export function createModelTransport<Seen>(parts: TransportParts<Seen>) {
  const { platforms, fibers, faults, watcher } = parts;
  // A third of the cost: past Lazada's gateway while none of the sandbox's own faults waits there.
  const inProcess = answerInProcess(platforms, HOSTS);
  let late: LateCall[] = [];

  async function effect(call: PlatformCall, message: HttpMessage): Promise<HttpAnswer> {
    const seen = watcher.before(call);
    const answer = await inProcess(message);
    const { method, path, query, body } = call;
    parts.trace?.(
      `${method} ${path} ${inShort(query)} ${inShort(body)} → ${answer.status} ${answer.text.slice(0, 600)}`,
    );
    watcher.after(call, seen);
    return answer;
  }

  async function underFault(kind: CallFaultKind, call: PlatformCall, message: HttpMessage): Promise<HttpAnswer> {
    switch (kind) {
      case 'unreachable':
        throw new TransportFailure('unreachable', 'ECONNREFUSED');
      case 'reset':
        throw new TransportFailure('reset', 'ECONNRESET');
      case 'server-error':
        return { status: 503, headers: {}, text: '' };
      case 'html':
        return { status: 502, headers: { 'content-type': 'text/html' }, text: '<html>Bad Gateway</html>' };
      case 'lost':
        await effect(call, message);
        throw new TransportFailure('reset', 'ECONNRESET');
      case 'server-error-after':
        await effect(call, message);
        return { status: 500, headers: {}, text: '' };
      case 'garbled':
        await effect(call, message);
        return { status: 200, headers: {}, text: '' };
      case 'late':
        // Bound to its turn: the oracle wants to know whose window it closes.
        late.push({
          dueAt: platforms.clock.now() + LATEST_MS,
          run: AsyncLocalStorage.bind(async () => void (await effect(call, message))),
        });
        await parts.pass(CLIENT_PATIENCE_MS);
        throw new TransportFailure('timeout', 'ECONNABORTED');
    }
  }

  const transport: Transport = async (message) => {
    const call = toCall(message);
    await fibers.gate({ kind: 'call', what: call.path });
    await parts.pass(parts.latency());
    parts.counted();
    const kind = faults.take(call);
    const fiber = fibers.current();
    if (kind !== null && fiber) fiber.disturbed = true;
    try {
      return await (kind === null ? effect(call, message) : underFault(kind, call, message));
    } finally {
      await parts.pass(parts.latency());
      await fibers.gate({ kind: 'answer', what: call.path });
    }
  };

  return {
    transport,
    /** Carries out what is due of the calls that were given up. */
    async runLate(now: number): Promise<void> {
      const due = late.filter((call) => call.dueAt <= now);
      late = late.filter((call) => call.dueAt > now);
      for (const call of due) await call.run();
    },
    waitingLate: () => late.length,
  };
}

function toCall({ method, url, body = '' }: HttpMessage): PlatformCall {
  const platform = url.startsWith(HOSTS.lazada) ? 'lazada' : 'haravan';
  const rest = url.slice(HOSTS[platform].length);
  const mark = rest.indexOf('?');
  const [path, query] = mark < 0 ? [rest, ''] : [rest.slice(0, mark), rest.slice(mark + 1)];
  return { platform, method, path, query, body };
}
