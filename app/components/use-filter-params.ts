'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTransition } from 'react';

/** The filter lives in the address. A change of filter goes back to the first page; `pending` while the server answers. */
export function useFilterParams() {
  const router = useRouter();
  const path = usePathname();
  const current = useSearchParams();
  const [pending, start] = useTransition();
  const change = (changes: Record<string, string>) => {
    const next = new URLSearchParams(current);
    if (!('page' in changes)) next.delete('page');
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    start(() => router.push(`${path}?${next}`));
  };
  return { change, pending };
}
