import { AsyncLocalStorage } from 'node:async_hooks';
import { type HttpAnswer, type HttpMessage, type Transport, TransportFailure } from '@/src/clients/http/transport';
import { answerInProcess } from '@/tests/memory/in-process-transport';
import type { CallFaultKind, CallFaults } from './call-faults';
import type { Fibers } from './fibers';
import type { LateCalls } from './late-calls';
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
export type CallWatcher<Sent, Seen> = {
  /** It leaves; when it takes effect, if ever, is another matter. */
  sent(call: PlatformCall): Sent;
  before(call: PlatformCall, sent: Sent): Seen;
  after(call: PlatformCall, seen: Seen): void;
};

export type TransportParts<Sent, Seen> = {
  platforms: Platforms;
  late: LateCalls;
  pass(ms: number): Promise<void>;
  fibers: Fibers;
  faults: CallFaults;
  watcher: CallWatcher<Sent, Seen>;
  /** Milliseconds that the next call takes. */
  latency(): number;
  /** How long after the client gave up a late call is carried out, in ms. */
  lateness(): number;
  counted(): void;
  trace?: Trace;
};

const CLIENT_PATIENCE_MS = 20_000;

/** Calls the sandboxes without a socket: the clients' signatures, JSON and error pipeline are the real ones. */
export function createModelTransport<Sent, Seen>(parts: TransportParts<Sent, Seen>): Transport {
  const { platforms, late, fibers, faults, watcher } = parts;
  // A third of the cost: past Lazada's gateway while none of the sandbox's own faults waits there.
  const inProcess = answerInProcess(platforms, HOSTS);

  async function effect(call: PlatformCall, message: HttpMessage, sent: Sent): Promise<HttpAnswer> {
    const seen = watcher.before(call, sent);
    const answer = await inProcess(message);
    const { method, path, query, body } = call;
    parts.trace?.(
      `${method} ${path} ${inShort(query)} ${inShort(body)} → ${answer.status} ${answer.text.slice(0, 600)}`,
    );
    watcher.after(call, seen);
    return answer;
  }

  async function underFault(kind: CallFaultKind, take: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
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
        await take();
        throw new TransportFailure('reset', 'ECONNRESET');
      case 'server-error-after':
        await take();
        return { status: 500, headers: {}, text: '' };
      case 'garbled':
        // The body is lost, not what the status says: a refusal does not become a success that way.
        return { status: (await take()).status, headers: {}, text: '' };
      case 'late':
        // Bound to its turn: the oracle wants to know whose window it closes.
        late.add({
          dueAt: platforms.clock.now() + CLIENT_PATIENCE_MS + parts.lateness(),
          run: AsyncLocalStorage.bind(async () => void (await take())),
        });
        await parts.pass(CLIENT_PATIENCE_MS);
        throw new TransportFailure('timeout', 'ECONNABORTED');
    }
  }

  return async (message) => {
    const call = toCall(message);
    const sent = watcher.sent(call);
    const take = () => effect(call, message, sent);
    await fibers.gate({ kind: 'call', what: call.path });
    await parts.pass(parts.latency());
    parts.counted();
    const kind = faults.take(call);
    const fiber = fibers.current();
    if (kind !== null && fiber) fiber.disturbed = true;
    try {
      return await (kind === null ? take() : underFault(kind, take));
    } finally {
      await parts.pass(parts.latency());
      await fibers.gate({ kind: 'answer', what: call.path });
    }
  };
}

function toCall({ method, url, body = '' }: HttpMessage): PlatformCall {
  const platform = url.startsWith(HOSTS.lazada) ? 'lazada' : 'haravan';
  const rest = url.slice(HOSTS[platform].length);
  const mark = rest.indexOf('?');
  const [path, query] = mark < 0 ? [rest, ''] : [rest.slice(0, mark), rest.slice(mark + 1)];
  return { platform, method, path, query, body };
}
