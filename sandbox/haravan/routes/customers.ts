import { z } from 'zod';
import { type Api, idParam, requireScope } from '../api';
import { address, optional, readBody, text } from '../body';
import { createCustomer, searchCustomers, updateCustomer } from '../customers';
import { found } from '../envelope';
import { formatCustomer } from '../formatters/customer';
import { dateFilter, idsQuery, inUtc, pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';

const CUSTOMERS_PER_PAGE = 50;

const draft = z.object({
  email: optional(z.string()),
  phone: optional(text),
  first_name: optional(text),
  last_name: optional(text),
  note: optional(text),
  tags: optional(text),
  addresses: optional(z.array(address)),
});

/** haravan.md §2.13 */
export function addCustomerRoutes(api: Api, platform: Platform): void {
  const { store } = platform;

  api.get('/com/customers', (c) => {
    requireScope(c, 'customers', 'read');
    const ids = idsQuery(c, 'ids');
    const isInTime = dateFilter(c, inUtc);
    const rows = [...c.get('org').customers.values()].filter((row) => (!ids || ids.includes(row.id)) && isInTime(row));
    const page = pageOf(rows, pageRequest(c, CUSTOMERS_PER_PAGE));
    return c.json({ customers: page.map((row) => project(c, formatCustomer(row))) });
  });

  api.get('/com/customers/search', (c) => {
    requireScope(c, 'customers', 'read');
    const page = pageOf(searchCustomers(c.get('org'), c.req.query('query') ?? ''), pageRequest(c, CUSTOMERS_PER_PAGE));
    return c.json({ customers: page.map((row) => project(c, formatCustomer(row))) });
  });

  api.get('/com/customers/count', (c) => {
    requireScope(c, 'customers', 'read');
    return c.json({ count: c.get('org').customers.size });
  });

  api.get('/com/customers/:id', (c) => {
    requireScope(c, 'customers', 'read');
    const customer = found(store, c.get('org').customers.get(idParam(c, 'id')));
    return c.json({ customer: formatCustomer(customer) });
  });

  api.post('/com/customers', async (c) => {
    requireScope(c, 'customers', 'write');
    const customer = createCustomer(platform, c.get('org'), await readBody(c, draft, 'customer'));
    return c.json({ customer: formatCustomer(customer) }, 201);
  });

  api.put('/com/customers/:id', async (c) => {
    requireScope(c, 'customers', 'write');
    const customer = found(store, c.get('org').customers.get(idParam(c, 'id')));
    updateCustomer(platform, c.get('org'), customer, await readBody(c, draft, 'customer'));
    return c.json({ customer: formatCustomer(customer) });
  });
}
