'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { issueReads, referenceScope } from '@/components/issues/issue-reads';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { OperationFrame } from '../operation-frame';
import { ChooseProject } from './choose-project';
import type { DraftClosure } from './closure-data';
import { ClosureSkeleton } from './closure-skeleton';
import { closureQuery, readClosureAddress } from './closure-url';
import { ClosureWorkspace } from './closure-workspace';
import { type MilestoneChoice, milestoneOf, milestonesOf } from './milestone-choices';
import { NoMilestone } from './no-milestone';
import { useTakenUp } from './use-taken-up';

interface ClosurePageProps {
  draft: DraftClosure;
}

/** マイルストーンを締める: the milestone stands in the address, is decided about here, and closed by a plan. */
export function ClosurePage(props: ClosurePageProps) {
  return (
    <OperationFrame kind="closure">
      <ClosureBody {...props} />
    </OperationFrame>
  );
}

function ClosureBody({ draft }: ClosurePageProps) {
  const common = useTranslations('common');
  const { host, today } = useSpace();
  const params = useSearchParams();
  const source = useTakenUp(params.get('plan'));
  const { taken } = source;
  const address = useMemo(() => readClosureAddress(new URLSearchParams(params)), [params]);
  const projectId = address.projectId ?? taken?.closure.projectId ?? null;
  const milestoneId = address.milestoneId ?? taken?.closure.milestone.id ?? null;

  const reads = useMemo(() => issueReads(host), [host]);
  const joined = useQuery(reads.projects());
  const projectIds = projectId === null ? [] : [projectId];
  const scope = joined.data && referenceScope(joined.data, { ...emptyIssueFilter, projectIds });
  const reference = useQuery({
    ...reads.reference(scope ?? []),
    // A run that nobody watches may be closing milestones.
    staleTime: 10_000,
    // The plan one comes back from names its project.
    enabled: scope !== undefined && scope !== null && !source.pending,
  });
  const choices = useMemo(() => milestonesOf(reference.data?.projects ?? []), [reference.data]);

  const failed = joined.error ?? reference.error;
  if (failed && reference.data === undefined) {
    return (
      <ErrorCallout
        error={readErrorOf(failed)}
        className="m-4 flex-none"
        action={
          <Button onClick={() => void (joined.error ? joined.refetch() : reference.refetch())}>
            {common('retry')}
          </Button>
        }
      />
    );
  }
  if (source.pending) return <ClosureSkeleton />;
  if (joined.data && scope === null) return <ChooseProject joined={joined.data} />;
  if (reference.data === undefined) return <ClosureSkeleton />;

  const choose = ({ id, project }: MilestoneChoice) => {
    window.history.pushState(null, '', `?${closureQuery({ projectId: project.id, milestoneId: id })}`);
  };
  const milestone = milestoneOf(choices, { projectId, milestoneId }, today);
  if (milestone === null) {
    const missing =
      milestoneId === null ? null : { archived: choices.find(({ id }) => id === milestoneId) ?? null };
    return <NoMilestone choices={choices} missing={missing} onChoose={choose} />;
  }
  return (
    <>
      {source.error ? <ErrorCallout error={source.error} className="mx-5 mt-4 flex-none phone:mx-4" /> : null}
      <ClosureWorkspace
        key={milestone.id}
        milestone={milestone}
        choices={choices}
        reference={reference.data}
        taken={taken?.closure.milestone.id === milestone.id ? taken : null}
        draft={draft}
        onChoose={choose}
      />
    </>
  );
}
