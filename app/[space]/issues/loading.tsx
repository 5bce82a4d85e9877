import { IssuesSkeleton } from '@/components/issues/issues-skeleton';

export default function Loading() {
  return <IssuesSkeleton />;
}
