import type { Seller } from '../entities';
import type { Page } from './layout';

/** Name, pages and the way over to the other side of the counter. */
export function shopFrame({ sellerId, name }: Seller): Omit<Page, 'title'> {
  return {
    side: 'shop',
    shopName: name,
    otherSide: { href: `/seller/${sellerId}`, name: 'Sang kênh người bán' },
    tabs: [
      { href: `/shop/${sellerId}`, name: 'Mua hàng' },
      { href: `/shop/${sellerId}/orders`, name: 'Đơn đã đặt' },
    ],
  };
}

export function sellerFrame({ sellerId, name }: Seller): Omit<Page, 'title'> {
  return {
    side: 'seller',
    shopName: name,
    otherSide: { href: `/shop/${sellerId}`, name: 'Xem như người mua' },
    tabs: [
      { href: `/seller/${sellerId}`, name: 'Đơn hàng' },
      { href: `/seller/${sellerId}/products`, name: 'Sản phẩm' },
      { href: `/seller/${sellerId}/returns`, name: 'Trả hàng' },
      { href: `/seller/${sellerId}/practice`, name: 'Tình huống' },
    ],
  };
}
