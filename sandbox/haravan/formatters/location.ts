import type { Location } from '../entities/stock';
import { time } from './time';

/** haravan.md §2.5 */
export function formatLocation(location: Location) {
  return {
    address1: '',
    address2: null,
    city: null,
    country: 'Vietnam',
    country_code: 'VN',
    country_name: 'Vietnam',
    created_at: time(location.createdAt),
    district: null,
    district_code: null,
    email: null,
    id: location.id,
    is_primary: location.isPrimary,
    is_unavailable_quantity: location.isUnavailableQuantity,
    location_type: null,
    name: location.name,
    phone: null,
    province: 'Hồ Chí Minh',
    province_code: 'HC',
    type: location.type,
    updated_at: time(location.createdAt),
    ward: null,
    ward_code: null,
    zip: null,
  };
}
