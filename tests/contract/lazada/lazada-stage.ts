import type { Sandbox } from '@/sandbox/main';
import type { Transport } from '@/src/clients/http/transport';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import { LAZADA, LAZADA_SEED } from '../contract-seed';
import { type ContractHttp, createContractHttp } from '../contract-http';
import { APP, authorizedCode, callbackOf, startStage } from '../stage';
import type { LazadaStage } from './lazada-place';
import { createMakers, readBooks } from './lazada-shop';

const { sellerId, itemId, blackId, blackSku } = LAZADA;

export type LazadaRig = {
  stage: LazadaStage;
  sandbox: Sandbox;
  setPatience: ContractHttp['setPatience'];
  lastAnswer: ContractHttp['lastAnswer'];
  /** The shop as it was at the start: no orders, no faults, ordinary modes. */
  renew(): Promise<void>;
};

type StageOptions = {
  transport?: Transport /** Where the app would be; nothing is there when absent. */;
  url?: string;
};

/** The sandbox's shop with the product's own client before it. */
export async function startLazadaStage({ transport, url = APP.url }: StageOptions = {}): Promise<LazadaRig> {
  const sandbox = await startStage({ url });
  const now = () => sandbox.clock.now();
  const { http, setPatience, lastAnswer } = createContractHttp(now, transport);
  const hosts = { authUrl: sandbox.urls.lazada, apiUrl: `${sandbox.urls.lazada}/rest` };
  const app = { appKey: APP.lazadaAppKey, appSecret: APP.lazadaAppSecret };
  const client = createLazadaClient({ ...hosts, ...app }, { http, nowMs: now });
  const auth = { accessToken: '', sellerId };
  const code = () => authorizedCode(sandbox, callbackOf(url));
  const makers = createMakers(sandbox.lazada);
  const books = readBooks(sandbox.lazada);

  async function renew(): Promise<void> {
    sandbox.lazada.load(LAZADA_SEED);
    sandbox.lazada.faults.remove();
    // Many calls a second are made here, none of them in earnest.
    sandbox.lazada.control.setModes({ inventoryCallsPerSecond: null });
    auth.accessToken = (await client.createToken(await code())).accessToken;
  }

  await renew();
  const stage: LazadaStage = {
    ...makers,
    ...books,
    client,
    auth,
    code,
    now: () => new Date(now()),
    sku: async () => ({ itemId, skuId: blackId, sellerSku: blackSku, ...books.figures(blackId) }),
    order: async () => makers.pending(2),
    handedOver: async () => makers.ready(),
    packages: async () => [makers.packed().packageId],
    returned: async () => makers.returnAsked(),
    refreshToken: async () => (await client.createToken(await code())).refreshToken,
  };
  return { stage, sandbox, setPatience, lastAnswer, renew };
}
