import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { address as addressBody, readBody } from '../body';
import { addAddress, changeAddress, makeDefault, removeAddresses } from '../customers/addresses';
import type { Address, Customer } from '../entities/customer';
import { found, Refusal } from '../envelope';
import { formatAddress } from '../formatters/customer';
import { pageOf, pageRequest } from '../listing';
import type { Platform } from '../platform';
import { customerOf } from './customer-of';

/** haravan.md §2.13. The root key of a single address is Shopify's `customer_address`; the documentation shows none. */
export function addCustomerAddressRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const base = '/com/customers/:id/addresses';
  const format = (customer: Customer, address: Address) =>
    formatAddress(address, address.id === customer.defaultAddressId);
  const at = (c: ApiContext) => {
    const [customer, wanted] = [customerOf(platform, c), idParam(c, 'addressId')];
    const address = customer.addresses.find(({ id }) => id === wanted);
    return { customer, address: found(store, address) };
  };
  /** With or without the root key: clients send both. */
  const sent = async (c: ApiContext): Promise<Address> => {
    const body = await readBody(c, addressBody);
    const root = body.address ?? body.customer_address;
    return typeof root === 'object' && root !== null ? (root as Address) : body;
  };

  api.get(base, (c) => {
    requireScope(c, 'customers', 'read');
    const customer = customerOf(platform, c);
    const rows = customer.addresses.map((row) => ({ ...row, id: Number(row.id) }));
    const page = pageOf(rows, pageRequest(c, store.modes.pageCap));
    return c.json({ addresses: page.map((row) => format(customer, row)) });
  });

  api.get(`${base}/:addressId`, (c) => {
    requireScope(c, 'customers', 'read');
    const { customer, address } = at(c);
    return c.json({ customer_address: format(customer, address) });
  });

  api.post(base, async (c) => {
    requireScope(c, 'customers', 'write');
    const customer = customerOf(platform, c);
    const address = addAddress(platform, c.get('org'), customer, await sent(c));
    return c.json({ customer_address: format(customer, address) }, 201);
  });

  // Before the single address: `set` is no id.
  api.put(`${base}/set`, (c) => {
    requireScope(c, 'customers', 'write');
    const customer = customerOf(platform, c);
    if (c.req.query('operation') !== 'destroy') throw new Refusal(422, { operation: ['is invalid'] });
    const ids = (c.req.queries('address_ids[]') ?? []).map(Number);
    const gone = ids.map((wanted) =>
      found(
        store,
        customer.addresses.find(({ id }) => id === wanted),
      ),
    );
    removeAddresses(platform, c.get('org'), customer, gone);
    return c.json({});
  });

  api.put(`${base}/:addressId`, async (c) => {
    requireScope(c, 'customers', 'write');
    const { customer, address } = at(c);
    changeAddress(platform, c.get('org'), customer, address, await sent(c));
    return c.json({ customer_address: format(customer, address) });
  });

  api.put(`${base}/:addressId/default`, (c) => {
    requireScope(c, 'customers', 'write');
    const { customer, address } = at(c);
    makeDefault(platform, c.get('org'), customer, address);
    return c.json({ customer_address: format(customer, address) });
  });

  // Unlike other deletions it answers an object (haravan.md §2.1).
  api.delete(`${base}/:addressId`, (c) => {
    requireScope(c, 'customers', 'write');
    const { customer, address } = at(c);
    removeAddresses(platform, c.get('org'), customer, [address]);
    return c.json({});
  });
}
