import type { Buyer } from '../entities';
import { type MaskStyle, maskPhone, maskText } from './mask';

/** The list spells one key wrong (`addressDsitrict`), the single order does not (lazada.md §9.5). */
export type DistrictKey = 'addressDsitrict' | 'addressDistrict';

/** Vietnam: address3 province, address4 district, address5 ward, as captured live. */
export function addressOnWire(buyer: Buyer, mask: MaskStyle | null, districtKey: DistrictKey): Record<string, string> {
  return {
    first_name: mask ? maskText(buyer.name, mask) : buyer.name,
    last_name: '',
    phone: mask ? maskPhone(phoneOnWire(buyer), mask) : phoneOnWire(buyer),
    phone2: '',
    address1: mask ? maskText(buyer.address, mask) : buyer.address,
    address2: '',
    address3: buyer.province,
    address4: buyer.district,
    address5: buyer.ward,
    city: [buyer.province, buyer.district, buyer.ward].filter((part) => part !== '').join('-'),
    post_code: '',
    country: 'Vietnam',
    [districtKey]: '',
  };
}

/** With country code, without the leading zero. */
function phoneOnWire(buyer: Buyer): string {
  return buyer.phone.replace(/^0/, '84');
}
