import type { Endpoint } from '../endpoint';
import { requireParam } from '../validations/json-params';

/** lazada.md §5. */
export const sellerEndpoints: Endpoint[] = [
  {
    path: '/seller/get',
    access: 'seller',
    worksWhenInactive: true,
    handle: ({ seller }) => ({
      data: {
        name_company: seller.name,
        logo_url: '',
        name: seller.name,
        verified: true,
        location: 'Hà Nội (Mới)',
        marketplaceEaseMode: false,
        seller_id: Number(seller.sellerId),
        email: seller.email,
        short_code: seller.shortCode,
        cb: false,
        status: seller.status,
      },
    }),
  },
  {
    path: '/rc/warehouse/get',
    access: 'seller',
    handle: () => ({
      result: {
        success: true,
        not_success: false,
        module: [DROPSHIPPING],
        error_code: {},
        repeated: false,
        retry: false,
      },
    }),
  },
  {
    path: '/seller/warehouse/get',
    access: 'seller',
    handle: ({ params }) => {
      requireParam(params, 'addressTypes');
      return { result: { success: true, not_success: false, module: [DROPSHIPPING], error_code: {}, repeated: false } };
    },
  },
];

const DROPSHIPPING = {
  code: 'dropshipping',
  name: 'Kho mặc định',
  detailAddress: 'Hà Nội',
  needToUpdate: false,
  defaultAddress: true,
  status: 'ACTIVE',
};
