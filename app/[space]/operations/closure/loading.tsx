import { ClosureFrame } from '@/components/operations/closure/closure-frame';
import { ClosureSkeleton } from '@/components/operations/closure/closure-skeleton';

export default function Loading() {
  return (
    <ClosureFrame>
      <ClosureSkeleton />
    </ClosureFrame>
  );
}
