import { ClosureSkeleton } from '@/components/operations/closure/closure-skeleton';
import { OperationFrame } from '@/components/operations/operation-frame';

export default function Loading() {
  return (
    <OperationFrame kind="closure">
      <ClosureSkeleton />
    </OperationFrame>
  );
}
