import { expect } from 'vitest';
import { type Operation, trial } from '../operation';
import type { HaravanStage } from './haravan-place';

/** Access, goods, stock, customers and subscriptions. */
export const SHOP_WRITES: Operation<HaravanStage>[] = [
  {
    method: 'exchangeCode',
    effect: 'once',
    wire: ['POST', '/connect/token$'],
    open: async ({ client, code }) => {
      const given = await code();
      return trial(
        () => client.exchangeCode(given.code, given.redirectUri),
        (grant) => {
          expect(grant.scope).toContain('grant_service');
          expect(grant.idToken?.split('.')).toHaveLength(3);
        },
      );
    },
  },
  {
    method: 'refreshToken',
    effect: 'once',
    wire: ['POST', '/connect/token$'],
    open: async ({ client, refreshToken }) => {
      const held = await refreshToken();
      return trial(
        () => client.refreshToken(held),
        (grant) => expect(grant.accessToken).not.toBe(''),
      );
    },
  },
  {
    method: 'updateVariant',
    effect: 'repeatable',
    wire: ['PUT', '/com/variants/\\d+\\.json$'],
    open: async ({ client, auth, variant, bookOfVariant }) => {
      const { variantId } = await variant();
      const barcode = bookOfVariant(variantId).barcode === 'AO-1' ? 'AO-2' : 'AO-1';
      return trial(
        () => client.updateVariant(auth, variantId, { barcode }),
        (read) => expect(read).toMatchObject({ id: variantId, barcode }),
        () => bookOfVariant(variantId).barcode === barcode,
      );
    },
  },
  {
    method: 'setStock',
    effect: 'once',
    wire: ['POST', '/com/inventories/adjustorset\\.json$'],
    mayBeEmpty: true,
    open: async ({ client, auth, variant, locationId, onHand }) => {
      const [{ productId, variantId }, location] = [await variant(), await locationId()];
      const before = onHand();
      const lines = [{ productId, variantId, quantity: 1 }];
      return trial(
        () => client.setStock(auth, { locationId: location, type: 'adjust', lines }),
        (answer) => expect(answer).toBeUndefined(),
        () => onHand() === before + 1,
      );
    },
  },
  {
    method: 'createCustomer',
    effect: 'once',
    wire: ['POST', '/com/customers\\.json$'],
    open: ({ client, auth, customers }) => {
      const before = customers().length;
      const phone = `09${String(10_000_000 + before)}`;
      return trial(
        () => client.createCustomer(auth, { firstName: 'An', lastName: 'Trần Thị', phone }),
        (customer) => expect(customer).toMatchObject({ firstName: 'An', lastName: 'Trần Thị', phone }),
        () => customers().length === before + 1,
      );
    },
  },
  {
    method: 'updateCustomer',
    effect: 'repeatable',
    wire: ['PUT', '/com/customers/\\d+\\.json$'],
    open: async ({ client, auth, customer, customers }) => {
      const { customerId } = await customer();
      return trial(
        () => client.updateCustomer(auth, customerId, { note: 'Khách quen' }),
        (read) => expect(read).toMatchObject({ id: customerId, note: 'Khách quen' }),
        () => customers().some((book) => String(book.id) === customerId && book.note === 'Khách quen'),
      );
    },
  },
  {
    method: 'addCustomerAddress',
    effect: 'once',
    wire: ['POST', '/com/customers/\\d+/addresses\\.json$'],
    open: async ({ client, auth, customer, customers }) => {
      const { customerId } = await customer();
      const addresses = () => {
        const book = customers().find((one) => String(one.id) === customerId);
        return Array.isArray(book?.addresses) ? book.addresses.length : 0;
      };
      const before = addresses();
      return trial(
        () =>
          client.addCustomerAddress(auth, customerId, {
            address1: '1 Lê Lợi',
            province: 'Hồ Chí Minh',
            provinceCode: 'HC',
          }),
        (answer) => expect(answer).toBeUndefined(),
        () => addresses() === before + 1,
      );
    },
  },
  {
    method: 'subscribeWebhooks',
    effect: 'repeatable',
    wire: ['POST', '/api/subscribe$'],
    mayBeEmpty: true,
    harmless: true,
    open: async ({ client, auth, subscriptions }) => {
      await client.unsubscribeWebhooks(auth);
      return trial(
        () => client.subscribeWebhooks(auth),
        (answer) => expect(answer).toBeUndefined(),
        () => subscriptions() > 0,
      );
    },
  },
  {
    method: 'unsubscribeWebhooks',
    effect: 'repeatable',
    wire: ['DELETE', '/api/subscribe$'],
    mayBeEmpty: true,
    open: async ({ client, auth, subscriptions }) => {
      await client.subscribeWebhooks(auth);
      return trial(
        () => client.unsubscribeWebhooks(auth),
        (answer) => expect(answer).toBeUndefined(),
        () => subscriptions() === 0,
      );
    },
  },
];
