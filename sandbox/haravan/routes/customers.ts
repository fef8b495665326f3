import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { readBody } from '../body';
import { customerDraft } from '../customers/customer-draft';
import { createCustomer, deleteCustomer, updateCustomer } from '../customers/customers';
import { searchCustomers, sortCustomers } from '../customers/search-customers';
import type { Customer } from '../entities/customer';
import { formatCustomer } from '../formatters/customer';
import { dateFilter, idsQuery, pageOf, pageRequest, project, usualMoment } from '../listing';
import type { Platform } from '../platform';
import { customerOf } from './customer-of';

/** haravan.md §2.13 */
export function addCustomerRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const answerPage = (c: ApiContext, rows: Customer[]) => {
    const page = pageOf(rows, pageRequest(c, store.modes.pageCap));
    return c.json({ customers: page.map((row) => project(c, formatCustomer(row))) });
  };
  const selected = (c: ApiContext, rows: Iterable<Customer>) => {
    const [ids, isInTime] = [idsQuery(c, 'ids'), dateFilter(c, usualMoment(store))];
    return [...rows].filter((row) => (!ids || ids.includes(row.id)) && isInTime(row));
  };

  api.get('/com/customers', (c) => {
    requireScope(c, 'customers', 'read');
    return answerPage(c, selected(c, c.get('org').customers.values()));
  });

  api.get('/com/customers/search', (c) => {
    requireScope(c, 'customers', 'read');
    const rows = selected(c, searchCustomers(c.get('org'), c.req.query('query') ?? ''));
    return answerPage(c, sortCustomers(rows, c.req.query('order')));
  });

  api.get('/com/customers/count', (c) => {
    requireScope(c, 'customers', 'read');
    return c.json({ count: selected(c, c.get('org').customers.values()).length });
  });

  // The shape of a group is not documented.
  api.get('/com/customers/groups', (c) => {
    requireScope(c, 'customers', 'read');
    return c.json({ customer_groups: [{ id: 1, name: 'Khách hàng thân thiết' }] });
  });

  api.get('/com/customers/:id', (c) => {
    requireScope(c, 'customers', 'read');
    return c.json({ customer: project(c, formatCustomer(customerOf(platform, c))) });
  });

  api.post('/com/customers', async (c) => {
    requireScope(c, 'customers', 'write');
    const draft = await readBody(c, customerDraft, 'customer');
    const customer = createCustomer(platform, c.get('org'), draft);
    const { send_email_invite = false, send_email_welcome = false } = draft;
    return c.json({ customer: { ...formatCustomer(customer), send_email_invite, send_email_welcome } }, 201);
  });

  api.put('/com/customers/:id', async (c) => {
    requireScope(c, 'customers', 'write');
    const customer = customerOf(platform, c);
    updateCustomer(platform, c.get('org'), customer, await readBody(c, customerDraft, 'customer'));
    return c.json({ customer: formatCustomer(customer) });
  });

  api.delete('/com/customers/:id', (c) => {
    requireScope(c, 'customers', 'write');
    deleteCustomer(platform, c.get('org'), customerOf(platform, c, idParam(c, 'id')));
    return c.json([]);
  });
}
