import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { OrderFeedReader } from '../orders/order-feed';
import type { AccessStore, LazadaAccess } from '../ports/access';
import type { ActionRequest, ActionStore, Requested } from '../ports/actions';
import type { TurnQueue } from '../ports/turn';
import type { OrderWishes } from '../ports/wishes';
import type { Clock } from '../ports/world';
import { mayStillCancel } from './cancel-order';

export type OrderCommandsDeps = {
  lazada: Pick<LazadaClient, 'getOrderItems' | 'validateCancel' | 'getAwb'>;
  access: Pick<AccessStore, 'lazada'>;
  actions: ActionStore;
  feed: Pick<OrderFeedReader, 'refresh'>;
  orderWishes: Pick<OrderWishes, 'reimport'>;
  turns: TurnQueue;
  clock: Clock;
  newId: () => string;
};

export type CancelReasons = {
  /** Names that Lazada offers for every one of the orders that were asked about. */
  names: string[];
  /** Of a large selection: not asked about one by one. What does not take the reason is refused in its turn, in words. */
  unasked: string[];
  orders: {
    lazadaOrderId: string;
    names: string[];
    /** Lazada's own words, e.g. why it cannot be canceled. */
    tip: string | null;
    /** Packed: canceling an item cancels its whole parcel (lazada.md §10.2). */
    packageIds: string[];
  }[];
};

/** `url` lives 10 minutes and is fetched by our route, whose hosts are listed; `html` is base64 of the label's page. */
export type AwbDocument =
  | { kind: 'pdf'; url: string }
  | { kind: 'html'; base64: string }
  /** Up to 30 s after packing. */
  | { kind: 'not_ready' }
  | { kind: 'refused'; code: string; message: string };

export type AwbAnswer = { documents: AwbDocument[] /** Not packed yet. */; withoutPackage: string[] };

/** What a merchant's click on orders does (spec R4.6, R10.2). Orders of another connection are left out silently. */
export type OrderCommands = {
  /** Answers which orders now wait for it, and which did so before. */
  requestReadyToShip(
    merchantId: string,
    connectionId: string,
    lazadaOrderIds: readonly string[],
    by: string,
  ): Promise<Requested>;
  requestCancel(
    merchantId: string,
    connectionId: string,
    lazadaOrderIds: readonly string[],
    reasonName: string,
    by: string,
  ): Promise<Requested>;
  /** Cancels in Haravan what is canceled on Lazada already, with processing at Haravan (spec R4.5; design §6). */
  followCancellation(merchantId: string, connectionId: string, lazadaOrderId: string, by: string): Promise<Requested>;
  /** The merchant's answer to a buyer who wants to cancel (lazada.md §12.2). */
  answerCancelRequest(
    merchantId: string,
    connectionId: string,
    lazadaOrderId: string,
    agree: boolean,
    by: string,
  ): Promise<Requested>;
  /** Takes back what of a run was not begun yet (spec R6.2). */
  withdrawRun(merchantId: string, connectionId: string, runId: string): Promise<number>;
  cancelReasons(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<CancelReasons>;
  awbDocument(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<AwbAnswer>;
  /** Reads the order from Lazada and imports it again, however old it is; false: this shop has no such order. */
  reimportOrder(merchantId: string, connectionId: string, lazadaOrderId: string): Promise<boolean>;
};

const MAX_PACKAGES = 20;
/** Two calls an order, while the merchant waits. */
const MAX_ASKED = 20;

export function createOrderCommands(deps: OrderCommandsDeps): OrderCommands {
  const { lazada, access, actions, feed, orderWishes, turns, clock, newId } = deps;
  const now = () => new Date(clock.now());

  async function request(
    merchantId: string,
    connectionId: string,
    requests: readonly ActionRequest[],
    by: string,
  ): Promise<Requested> {
    const asked = { by, runId: newId(), at: now() };
    const requested = await actions.request(merchantId, connectionId, requests, asked);
    await turns.request({ lane: 'actions', merchantId, connectionId });
    return requested;
  }

  async function open(merchantId: string, connectionId: string): Promise<LazadaAccess> {
    const auth = await access.lazada(merchantId, connectionId);
    auth.priority = 'interactive';
    return auth;
  }

  async function reasonsOf(auth: LazadaAccess, lazadaOrderId: string): Promise<CancelReasons['orders'][number]> {
    const items = (await lazada.getOrderItems(auth, lazadaOrderId)).filter(mayStillCancel);
    const packageIds = [...new Set(items.flatMap((item) => item.packageId ?? []))];
    if (items.length === 0) return { lazadaOrderId, names: [], tip: null, packageIds };
    const { reasons, tip, tipType } = await lazada.validateCancel(
      auth,
      lazadaOrderId,
      items.map((item) => item.orderItemId),
    );
    const names = tipType === 'error' ? [] : reasons.map((reason) => reason.name);
    return { lazadaOrderId, names, tip: tip ?? null, packageIds };
  }

  async function document(auth: LazadaAccess, packageIds: string[]): Promise<AwbDocument> {
    try {
      const { pdfUrl, file } = await lazada.getAwb(auth, packageIds, 'PDF');
      if (pdfUrl !== undefined) return { kind: 'pdf', url: pdfUrl };
      return file === undefined ? { kind: 'not_ready' } : { kind: 'html', base64: file };
    } catch (error) {
      if (!isPlatformError(error, 'rejected') && !isPlatformError(error, 'not_found')) throw error;
      return { kind: 'refused', code: error.code ?? error.kind, message: error.platformMessage ?? '' };
    }
  }

  return {
    requestReadyToShip: (merchantId, connectionId, ids, by) =>
      request(
        merchantId,
        connectionId,
        ids.map((lazadaOrderId) => ({ lazadaOrderId, kind: 'ready_to_ship' })),
        by,
      ),

    requestCancel: (merchantId, connectionId, ids, reasonName, by) =>
      request(
        merchantId,
        connectionId,
        ids.map((lazadaOrderId) => ({ lazadaOrderId, kind: 'cancel', reasonName })),
        by,
      ),

    followCancellation: (merchantId, connectionId, lazadaOrderId, by) =>
      request(merchantId, connectionId, [{ lazadaOrderId, kind: 'cancel' }], by),

    answerCancelRequest: (merchantId, connectionId, lazadaOrderId, agree, by) =>
      request(merchantId, connectionId, [{ lazadaOrderId, kind: agree ? 'accept_cancel' : 'refuse_cancel' }], by),

    withdrawRun: (merchantId, connectionId, runId) => actions.withdraw(merchantId, connectionId, runId, now()),

    async cancelReasons(merchantId, connectionId, ids) {
      const own = await actions.ownOrders(merchantId, connectionId, ids);
      const auth = await open(merchantId, connectionId);
      const orders: CancelReasons['orders'] = [];
      for (const id of own.slice(0, MAX_ASKED)) orders.push(await reasonsOf(auth, id));
      const [first, ...others] = orders;
      const names = (first?.names ?? []).filter((name) => others.every((order) => order.names.includes(name)));
      return { names, orders, unasked: own.slice(MAX_ASKED) };
    },

    async awbDocument(merchantId, connectionId, ids) {
      const own = await actions.ownOrders(merchantId, connectionId, ids);
      const packages = await actions.packages(merchantId, connectionId, own);
      const packageIds = [...new Set(packages.map(({ packageId }) => packageId))];
      const auth = await open(merchantId, connectionId);
      const documents: AwbDocument[] = [];
      for (let from = 0; from < packageIds.length; from += MAX_PACKAGES) {
        documents.push(await document(auth, packageIds.slice(from, from + MAX_PACKAGES)));
      }
      const packed = new Set(packages.map(({ lazadaOrderId }) => lazadaOrderId));
      return { documents, withoutPackage: own.filter((id) => !packed.has(id)) };
    },

    async reimportOrder(merchantId, connectionId, lazadaOrderId) {
      const [found] = await feed.refresh(merchantId, connectionId, [lazadaOrderId]);
      if (found === undefined) return false;
      await orderWishes.reimport(merchantId, connectionId, [found], now(), { importAnyway: true });
      return true;
    },
  };
}
