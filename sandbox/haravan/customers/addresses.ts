import { refuseField } from '../envelope';
import type { Address, Customer } from '../entities/customer';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { customerChanged } from './customers';

/** The first address is the default one, until another is made it. */
export function addAddress(platform: Platform, org: Org, customer: Customer, sent: Address): Address {
  const address = { ...sent, id: platform.store.nextId('address') };
  customer.addresses.push(address);
  customer.defaultAddressId ??= address.id;
  customerChanged(platform, org, customer);
  return address;
}

export function changeAddress(platform: Platform, org: Org, customer: Customer, address: Address, sent: Address): void {
  Object.assign(address, sent, { id: address.id });
  customerChanged(platform, org, customer);
}

export function makeDefault(platform: Platform, org: Org, customer: Customer, address: Address): void {
  customer.defaultAddressId = Number(address.id);
  customerChanged(platform, org, customer);
}

/** The default address cannot go; the sentence is Shopify's, the field Haravan's (haravan.md §2.13). */
export function removeAddresses(platform: Platform, org: Org, customer: Customer, gone: readonly Address[]): void {
  if (gone.some(({ id }) => id === customer.defaultAddressId)) {
    throw refuseField('base', 'Cannot delete the customer’s default address');
  }
  customer.addresses = customer.addresses.filter((address) => !gone.includes(address));
  customerChanged(platform, org, customer);
}
