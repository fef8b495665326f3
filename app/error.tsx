'use client';

import { ErrorState } from '@/app/components/list-faces';

/** What not even the frame around the screens could be drawn for. */
export default function AppError({ reset }: Readonly<{ error: Error; reset: () => void }>) {
  return <ErrorState retry={reset} />;
}
