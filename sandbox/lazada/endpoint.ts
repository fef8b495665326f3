import type { Seller } from './entities';
import type { ApiBody } from './envelope';
import type { Params, Upload } from './params';
import type { Platform } from './platform';

export type OpenCall = {
  platform: Platform;
  params: Params;
  /** Scheme and host by which the caller reached the sandbox; links in answers start with it. */
  origin: string;
  files: readonly Upload[];
  /** Whether this element of a batch is to fail without a fault of its own (fault kind `partial-batch`). */
  spoils(index: number): boolean;
};
export type SellerCall = OpenCall & { seller: Seller };

/** A refusal is thrown as `ApiRefusal`. Every path answers to GET and POST alike (lazada.md §1.2). */
export type Endpoint =
  | { path: string; access: 'open'; handle(call: OpenCall): ApiBody }
  | { path: string; access: 'seller'; worksWhenInactive?: boolean; handle(call: SellerCall): ApiBody };
