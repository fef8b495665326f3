import { isPlatformError } from '@/src/clients/http/platform-error';
import { decideCustomer, normalizePhone, type PersonName } from '@/src/domain/order/customer';
import { shippingAddress } from '../mapping/haravan-draft';
import type { HaravanAccess } from '../ports/access';
import type { OrderDetail } from '../ports/orders';
import type { ImportDeps } from './import-job';

export type CustomerFinder = (auth: HaravanAccess, detail: OrderDetail) => Promise<string | null>;

/** The buyer's Haravan customer, found by phone or created (spec R4.3); null: Haravan's guest. */
export function createCustomerFinder({ haravan }: Pick<ImportDeps, 'haravan'>): CustomerFinder {
  async function byPhone(auth: HaravanAccess, phone: string): Promise<string | null> {
    const found = await haravan.searchCustomers(auth, phone);
    return found.find((customer) => normalizePhone(customer.phone ?? '') === phone)?.id ?? null;
  }

  async function create(
    auth: HaravanAccess,
    phone: string,
    name: PersonName,
    detail: OrderDetail,
  ): Promise<string | null> {
    try {
      const customer = await haravan.createCustomer(auth, { ...name, phone, addresses: [shippingAddress(detail)] });
      return customer.id;
    } catch (error) {
      if (!isPlatformError(error, 'rejected')) throw error;
      // Another turn may have created the same person. A person that Haravan refuses must not keep the order out: guest.
      return byPhone(auth, phone);
    }
  }

  return async (auth, detail) => {
    const decision = decideCustomer(detail.buyer);
    if (decision.kind === 'guest') return null;
    return (await byPhone(auth, decision.phone)) ?? (await create(auth, decision.phone, decision.name, detail));
  };
}
