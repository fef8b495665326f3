'use client';

import { useSearchParams } from 'next/navigation';

/** Links inside the app keep the shop that was chosen (R10.12). */
export function useShopHref(): (path: string) => string {
  const shop = useSearchParams().get('shop');
  return (path) => (shop ? `${path}?shop=${encodeURIComponent(shop)}` : path);
}
