'use client';

import { ErrorState } from '@/app/components/list-faces';

export default function ScreenError({ reset }: Readonly<{ error: Error; reset: () => void }>) {
  return <ErrorState retry={reset} />;
}
