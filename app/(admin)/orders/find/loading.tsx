import { LoadingState } from '@/app/components/list-faces';

export default function Loading() {
  return <LoadingState />;
}
