import { z } from 'zod';
import { flag, id, optionalText } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';

/** `/seller/get` (lazada.md §5.1). */
export type LazadaSeller = {
  sellerId: string;
  name: string;
  companyName?: string;
  shortCode?: string;
  email?: string;
  logoUrl?: string;
  /** Free text such as `Hà Nội (Mới)`; not a country code. */
  location?: string;
  /** `ACTIVE`, `INACTIVE` or `DELETED`. */
  status?: string;
  isVerified: boolean;
  isCrossBorder: boolean;
};

export type LazadaSellerApi = {
  getSeller(auth: LazadaAuth): Promise<LazadaSeller>;
};

const seller = z
  .object({
    seller_id: id,
    name: optionalText,
    name_company: optionalText,
    short_code: optionalText,
    email: optionalText,
    logo_url: optionalText,
    location: optionalText,
    status: optionalText,
    verified: flag,
    cb: flag,
  })
  .transform(
    (wire): LazadaSeller => ({
      sellerId: wire.seller_id,
      name: wire.name ?? wire.name_company ?? wire.short_code ?? wire.seller_id,
      companyName: wire.name_company,
      shortCode: wire.short_code,
      email: wire.email,
      logoUrl: wire.logo_url,
      location: wire.location,
      status: wire.status,
      isVerified: wire.verified,
      isCrossBorder: wire.cb,
    }),
  );

const getSeller: LazadaEndpoint<void, LazadaSeller> = {
  operation: 'seller.get',
  method: 'GET',
  path: '/seller/get',
  repeatable: true,
  params: () => ({}),
  envelope: 'data',
  answer: seller,
};

export function createSellerApi(call: LazadaCall): LazadaSellerApi {
  return { getSeller: (auth) => call(getSeller, auth, undefined) };
}
