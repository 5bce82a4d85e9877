import { OperationFrame } from '@/components/operations/operation-frame';
import { OperationSkeleton } from '@/components/operations/operation-skeleton';

export default function Loading() {
  return (
    <OperationFrame kind="handover">
      <OperationSkeleton />
    </OperationFrame>
  );
}
