'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ActionError } from '@/lib/actions/action-result';
import { OperationFoot } from '../operation-foot';
import { OperationWorkspace } from '../operation-workspace';
import { StepSection } from '../step-section';
import { ExampleList } from './example-list';
import { FieldProblem } from './field-problem';
import { FromPicker } from './from-picker';
import type { DraftHandover } from './handover-data';
import { emptyForm } from './handover-form';
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
  /** The plan one comes back from could not be read. */
  planError: ActionError | null;
}

/** The form of a handover, and what it would do. */
export function HandoverWorkspace({ start, draft, holidays, planError }: HandoverWorkspaceProps) {
  const t = useTranslations('operations.handover');
  const control = useHandover(start, draft, holidays);
  const { form, facts, forecast, from } = control;
  const touched = form.from !== null || form.to.length > 0;
  return (
    <OperationWorkspace
      kind="handover"
      issues={facts.issues}
      readIn={form.readIn}
      onReadIn={(readIn) => control.patch({ readIn })}
      planError={planError}
      restart={touched ? () => control.restart(emptyForm(null, t('comment.template'))) : null}
      onSubmit={control.submit}
      railLabel={t('load.title')}
      rail={
        <>
          <WorkloadPanel
            forecast={forecast}
            canLevel={form.to.length > 1 && form.by !== 'level'}
            onLevel={(measure) => control.patch({ by: 'level', measure })}
          />
          <ExampleList going={facts.going} assigned={forecast.assigned} projects={facts.concerned} />
        </>
      }
      foot={<Foot control={control} />}
    >
      <PeoplePart control={control} />
      {from === null ? null : <IssuesPart control={control} from={from} />}
      <WithPart control={control} />
    </OperationWorkspace>
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
