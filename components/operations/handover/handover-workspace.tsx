'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SignInLink } from '@/components/issues/sign-in-link';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Button } from '@/components/ui/button';
import { OperationFoot } from '../operation-foot';
import { ReadChooser } from '../read-chooser';
import { StepSection } from '../step-section';
import { ExampleList } from './example-list';
import { FieldProblem } from './field-problem';
import { FromPicker } from './from-picker';
import type { DraftHandover } from './handover-data';
import { emptyForm } from './handover-form';
import { HandoverFrame } from './handover-frame';
import { IssuesPart } from './issues-part';
import { SplitPart } from './split-part';
import { ToPicker } from './to-picker';
import { type HandoverControl, useHandover } from './use-handover';
import type { Start } from './use-start-form';
import { WithPart } from './with-part';
import { WorkloadPanel } from './workload-panel';

interface HandoverWorkspaceProps {
  start: Start;
  draft: DraftHandover;
  holidays: readonly string[];
  notice: ReactNode;
}

/** The form at the left, what it would do at the right. */
export function HandoverWorkspace({ start, draft, holidays, notice }: HandoverWorkspaceProps) {
  const t = useTranslations('operations.handover');
  const common = useTranslations('common');
  const control = useHandover(start, draft, holidays);
  const { form, facts, forecast, from } = control;
  const { issues } = facts;
  useShortcuts({ 'mod+enter': control.submit });

  const touched = form.from !== null || form.to.length > 0;
  const restart = () => control.restart(emptyForm(null, t('comment.template')));
  const chooses = issues.mustChoose || issues.list.tooLong;
  return (
    <HandoverFrame
      actions={
        touched ? (
          <Button tone="ghost" onClick={restart} className="phone:h-11">
            {t('restart')}
          </Button>
        ) : null
      }
    >
      <div className="relative grid min-h-0 flex-1 overflow-y-auto narrow:scroll-pb-40 wide:grid-cols-[minmax(0,1fr)_432px] wide:grid-rows-[minmax(0,1fr)_auto] wide:overflow-hidden narrow:content-start">
        <div className="relative min-w-0 wide:row-span-2 wide:overflow-y-auto">
          {notice}
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
            {chooses ? (
              <ReadChooser
                joined={issues.joined}
                chosen={form.readIn}
                tooMany={issues.list.tooLong ? issues.list.count : null}
                onChoose={(readIn) => control.patch({ readIn })}
              />
            ) : (
              <>
                <Reading control={control} />
                <PeoplePart control={control} />
                {from === null ? null : <IssuesPart control={control} from={from} />}
                <WithPart control={control} />
              </>
            )}
          </div>
        </div>
        <aside
          aria-label={t('load.title')}
          className="relative border-line bg-bg wide:overflow-y-auto wide:border-l narrow:border-t"
        >
          <WorkloadPanel
            forecast={forecast}
            canLevel={form.to.length > 1 && form.by !== 'level'}
            onLevel={(measure) => control.patch({ by: 'level', measure })}
          />
          <ExampleList going={facts.going} assigned={forecast.assigned} projects={facts.concerned} />
        </aside>
        <div className="wide:border-line wide:border-l narrow:contents">
          <Foot control={control} />
        </div>
      </div>
    </HandoverFrame>
  );
}

function Foot({ control }: { control: HandoverControl }) {
  const t = useTranslations('operations.handover.foot');
  const { form, forecast } = control;
  const received = forecast.received.length;
  const blocked = forecast.assigned.size - received;
  const numbers = [
    ['assignees', received],
    ['dueDates', forecast.moved.length],
    ['statuses', form.reopen ? forecast.inProgress.length : 0],
    ['comments', form.comment.on ? received : 0],
  ] as const;
  return (
    <OperationFoot
      count={received}
      parts={numbers.flatMap(([part, count]) => (count > 0 ? [t(part, { count })] : []))}
      obstacle={control.obstacle}
      error={control.error}
      submitting={control.submitting}
      onSubmit={control.submit}
    >
      {blocked > 0 ? <span className="ml-1.5 text-danger">{t('blocked', { count: blocked })}</span> : null}
    </OperationFoot>
  );
}

/** How far reading is: figures are not final before its end. */
function Reading({ control: { facts } }: { control: HandoverControl }) {
  const t = useTranslations('operations.handover');
  const { list } = facts.issues;
  if (facts.ready || facts.issues.error) return null;
  return (
    <p role="status" className="pt-3 text-12 text-fg-3 tabular-nums">
      {list.count === null ? t('counting') : t('readingOf', { count: list.rows.length, of: list.count })}
    </p>
  );
}

function PeoplePart({ control }: { control: HandoverControl }) {
  const t = useTranslations('operations.handover');
  const { form, facts, forecast, from, problems, patch } = control;
  const wrongAt = (at: 'from' | 'to') => problems.filter((problem) => problem.wrong && problem.at === at);
  const nowhere = new Set(facts.candidates.flatMap((one) => (one.nowhere ? [one.id] : [])));
  const wrongTo = form.to.filter((id) => id === form.from || nowhere.has(id));
  const successors = form.to.map(facts.personOf);
  return (
    <StepSection number={1} title={t('people.title')} hint={t('people.hint')}>
      <div className="grid items-start gap-2.5 md:grid-cols-[minmax(0,300px)_16px_minmax(0,1fr)]">
        <div>
          <FromPicker
            holders={facts.holders}
            chosen={facts.holders.find((holder) => holder.id === form.from) ?? null}
            name={from?.label ?? null}
            wrong={wrongAt('from').length > 0}
            onChoose={control.chooseFrom}
          />
          <FieldProblem problems={problems} at="from" />
        </div>
        <ArrowRight size={16} aria-hidden className="mt-[37px] text-fg-3 phone:hidden" />
        <div>
          <ToPicker
            candidates={facts.candidates}
            chosen={successors}
            wrong={new Set(wrongAt('to').length > 0 ? wrongTo : [])}
            onChange={control.chooseTo}
          />
          <FieldProblem problems={problems} at="to" />
        </div>
      </div>
      <SplitPart
        form={form}
        choice={forecast.choice}
        successors={successors}
        concerned={facts.concerned}
        assigned={forecast.assigned}
        onPatch={patch}
      />
      <FieldProblem problems={problems} at="split" />
    </StepSection>
  );
}
