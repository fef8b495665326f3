import type { Endpoint } from '../endpoint';
import type { Seller } from '../entities';
import type { ApiBody } from '../envelope';
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
  { path: '/rc/warehouse/get', access: 'seller', handle: ({ seller }) => warehouses(seller) },
  {
    path: '/seller/warehouse/get',
    access: 'seller',
    handle({ seller, params }) {
      requireParam(params, 'addressTypes');
      return warehouses(seller);
    },
  },
];

/** More than one makes a multi-warehouse seller (lazada.md §5.2). */
function warehouses({ moreWarehouses }: Seller): ApiBody {
  const module = ['dropshipping', ...moreWarehouses].map((code, index) => ({
    code,
    name: index === 0 ? 'Kho mặc định' : `Kho ${code}`,
    detailAddress: 'Hà Nội',
    needToUpdate: false,
    defaultAddress: index === 0,
    status: 'ACTIVE',
  }));
  return { result: { success: true, not_success: false, module, error_code: {}, repeated: false, retry: false } };
}
