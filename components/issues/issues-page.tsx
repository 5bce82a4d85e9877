'use client';
import { useTranslations } from 'next-intl';
import { ErrorCallout } from '@/components/layout/error-callout';
import { PageFrame } from '@/components/layout/page-frame';
import type { DraftPlan } from './composer/use-composer';
import { IssueWorkspace } from './issue-workspace';
import { useIssuesView } from './use-issues-view';
import { useTakenUpPlan } from './use-taken-up-plan';

interface IssuesPageProps {
  /** The server's clock when the page was made, ISO: both sides make the same first page. */
  now: string;
  draftPlan: DraftPlan;
}

/** List, selection and composer of one space. The address is the view; a plan in it is taken up again. */
export function IssuesPage({ now, draftPlan }: IssuesPageProps) {
  const t = useTranslations('issues');
  const view = useIssuesView();
  const takenUp = useTakenUpPlan(view.planId);
  if (takenUp.pending) {
    return (
      <PageFrame title={<h1>{t('title')}</h1>}>
        <p role="status" className="px-5 py-4 text-fg-3">
          {t('takingUp')}
        </p>
      </PageFrame>
    );
  }
  return (
    <IssueWorkspace
      now={now}
      draftPlan={draftPlan}
      view={view}
      takenUp={takenUp.plan}
      notice={takenUp.error ? <ErrorCallout error={takenUp.error} className="mx-5 mb-2" /> : null}
    />
  );
}
