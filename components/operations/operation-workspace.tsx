'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SignInLink } from '@/components/issues/sign-in-link';
import type { IssueList } from '@/components/issues/use-issue-list';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/actions/action-result';
import { OperationFrame } from './operation-frame';
import { ReadChooser } from './read-chooser';

/** Operations whose form rests on the open issues of many projects. */
type FormOperation = 'handover' | 'overdue';

interface OperationWorkspaceProps {
  kind: FormOperation;
  /** The issues that the form rests on. */
  issues: IssueList;
  /** Projects that are looked into; empty for all. */
  readIn: readonly number[];
  onReadIn: (projectIds: number[]) => void;
  /** The plan one comes back from could not be read. */
  planError: ActionError | null;
  /** Begins anew; null while there is nothing to throw away. */
  restart: (() => void) | null;
  onSubmit: () => void;
  railLabel: string;
  /** What the form would do. */
  rail: ReactNode;
  /** What it comes to, and the way to the preview. */
  foot: ReactNode;
  /** The form. */
  children: ReactNode;
}

/** The form at the left, what it would do at the right; on narrow screens one below the other. */
export function OperationWorkspace(props: OperationWorkspaceProps) {
  const { kind, issues, planError, restart } = props;
  const t = useTranslations('operations');
  const common = useTranslations('common');
  useShortcuts({ 'mod+enter': props.onSubmit });
  const { tooLong, count } = issues.list;
  return (
    <OperationFrame
      kind={kind}
      actions={
        restart ? (
          <Button tone="ghost" onClick={restart} className="phone:h-11">
            {t(`${kind}.restart`)}
          </Button>
        ) : null
      }
    >
      <div className="relative grid min-h-0 flex-1 overflow-y-auto narrow:scroll-pb-40 wide:grid-cols-[minmax(0,1fr)_432px] wide:grid-rows-[minmax(0,1fr)_auto] wide:overflow-hidden narrow:content-start">
        <div className="relative min-w-0 wide:row-span-2 wide:overflow-y-auto">
          {planError ? <ErrorCallout error={planError} className="mx-7 mt-4 phone:mx-4" /> : null}
          {issues.error ? (
            <ErrorCallout
              error={issues.error}
              className="mx-7 mt-4 phone:mx-4"
              action={
                <>
                  <SignInLink error={issues.error} />
                  <Button onClick={issues.retry}>{common('retry')}</Button>
                </>
              }
            />
          ) : null}
          <div className="px-7 pt-1.5 pb-6 phone:px-4">
            {issues.mustChoose || tooLong ? (
              <ReadChooser
                joined={issues.joined}
                chosen={props.readIn}
                tooMany={tooLong ? count : null}
                onChoose={props.onReadIn}
              />
            ) : (
              <>
                <Reading kind={kind} issues={issues} />
                {props.children}
              </>
            )}
          </div>
        </div>
        <aside
          aria-label={props.railLabel}
          className="relative border-line bg-bg wide:overflow-y-auto wide:border-l narrow:border-t"
        >
          {props.rail}
        </aside>
        <div className="wide:border-line wide:border-l narrow:contents">{props.foot}</div>
      </div>
    </OperationFrame>
  );
}

/** How far reading is: figures are not final before its end. */
function Reading({ kind, issues: { list, error } }: { kind: FormOperation; issues: IssueList }) {
  const t = useTranslations('operations');
  if (list.complete || error) return null;
  return (
    <p role="status" className="pt-3 text-12 text-fg-3 tabular-nums">
      {list.count === null
        ? t(`${kind}.counting`)
        : t(`${kind}.readingOf`, { count: list.rows.length, of: list.count })}
    </p>
  );
}
