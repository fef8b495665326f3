'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** Draws the page anew when its figures changed (interface.md, rule 11): asks a tiny route, and only while someone looks. */
export function LiveRefresh({ everyMs = 3_000 }: Readonly<{ everyMs?: number }>) {
  const router = useRouter();
  const last = useRef<string | null>(null);
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/api/live', { cache: 'no-store' }).catch(() => null);
      if (!answer?.ok) return;
      const mark = await answer.text();
      if (last.current !== null && last.current !== mark) router.refresh();
      last.current = mark;
    };
    void look();
    const timer = setInterval(() => void look(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
