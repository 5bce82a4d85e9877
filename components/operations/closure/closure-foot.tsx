'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SignInLink } from '@/components/issues/sign-in-link';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import type { ActionError } from '@/lib/actions/action-result';
import type { ClosureObstacle } from './closure-obstacle';

interface ClosureFootProps {
  obstacle: ClosureObstacle | null;
  error: ActionError | null;
  submitting: boolean;
  onSubmit: () => void;
  /** What the plan is going to change. */
  planned: { issues: number; milestones: number; wikis: number };
}

/** What is still missing, and the way to the preview. */
export function ClosureFoot({ obstacle, error, submitting, onSubmit, planned }: ClosureFootProps) {
  const t = useTranslations('operations.closure.foot');
  return (
    <div className="flex-none border-line border-t bg-surface px-4 py-3.5 narrow:sticky narrow:bottom-0 narrow:z-10 narrow:py-2.5 narrow:shadow-e2">
      {error ? <ErrorCallout error={error} action={<ErrorLink error={error} />} className="mb-2.5" /> : null}
      <div className="narrow:grid narrow:grid-cols-[minmax(0,1fr)_280px] narrow:items-center narrow:gap-x-4 narrow:gap-y-1 phone:block">
        <div id="closure-obstacle" aria-live="polite">
          {obstacle ? (
            <Callout tone="warn" className="mb-2.5 narrow:mb-0 phone:mb-2.5">
              <ObstacleText obstacle={obstacle} />
            </Callout>
          ) : null}
        </div>
        <Button
          tone="ink"
          size="xl"
          block
          className="narrow:col-start-2 narrow:row-span-2 narrow:row-start-1 phone:h-12"
          // Stays focusable, so the reason can be read.
          aria-disabled={obstacle !== null || submitting}
          aria-describedby="closure-obstacle closure-planned"
          onClick={() => {
            if (obstacle === null && !submitting) onSubmit();
          }}
        >
          {submitting ? <Spinner /> : null}
          {submitting ? t('submitting') : t('submit')}
          {submitting ? null : (
            <kbd className="ml-0.5 rounded-tag border border-current/35 px-1 font-sans text-11 narrow:hidden">
              Ctrl ↵
            </kbd>
          )}
        </Button>
        <p
          id="closure-planned"
          className="mt-[7px] text-center text-11 text-fg-3 tabular-nums narrow:mt-0 narrow:text-left phone:mt-[7px] phone:text-center"
        >
          {t('planned', planned)}
        </p>
      </div>
    </div>
  );
}

function ObstacleText({ obstacle }: { obstacle: ClosureObstacle }) {
  const t = useTranslations('operations.closure.obstacle');
  if (obstacle.code !== 'undecided') return t(obstacle.code);
  const { key, more } = obstacle;
  return more > 0 ? t('undecidedMore', { key, count: more }) : t('undecided', { key });
}

/** Where a failure leads on: to signing in again, or to the run that is at it already. */
function ErrorLink({ error }: { error: ActionError }) {
  const t = useTranslations('operations.closure.foot');
  const { host } = useSpace();
  const { runId } = error.details;
  if (error.code !== 'CLOSURE_UNDER_WAY' || typeof runId !== 'string') return <SignInLink error={error} />;
  return (
    <Button asChild>
      <Link href={`/${host}/runs/${encodeURIComponent(runId)}`}>{t('openRun')}</Link>
    </Button>
  );
}
