import { HandoverFrame } from '@/components/operations/handover/handover-frame';
import { OperationSkeleton } from '@/components/operations/operation-skeleton';

export default function Loading() {
  return (
    <HandoverFrame>
      <OperationSkeleton />
    </HandoverFrame>
  );
}
