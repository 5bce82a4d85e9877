import { OperationSkeleton } from '@/components/operations/operation-skeleton';
import { OverdueFrame } from '@/components/operations/overdue/overdue-frame';

export default function Loading() {
  return (
    <OverdueFrame>
      <OperationSkeleton />
    </OverdueFrame>
  );
}
