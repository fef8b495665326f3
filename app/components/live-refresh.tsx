'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Draws the page anew when its figures changed (interface.md, rule 11): asks a tiny route, and only while someone looks. */
export function LiveRefresh({ mark, everyMs = 3_000 }: Readonly<{ mark: string; everyMs?: number }>) {
  const router = useRouter();
  const last = useRef(mark);
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/api/live', { cache: 'no-store' }).catch(() => null);
      if (!answer?.ok) return;
      const now = await answer.text();
      if (last.current !== now) router.refresh();
      last.current = now;
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
