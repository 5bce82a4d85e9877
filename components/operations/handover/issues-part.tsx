'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { LabelledId } from '@/lib/bulk/changes';
import type { IssueRow } from '@/lib/columns/issue-row';
import { StepSection } from '../step-section';
import { FieldProblem } from './field-problem';
import { GivenTo } from './given-to';
import { IssueList } from './issue-list';
import { IssueTabs } from './issue-tabs';
import { ScopePart } from './scope-part';
import { SuccessorPicker } from './successor-picker';
import type { HandoverControl } from './use-handover';

/** Which issues go, by conditions and one by one. */
export function IssuesPart({ control, from }: { control: HandoverControl; from: LabelledId }) {
  const t = useTranslations('operations.handover.scope');
  const { form, facts, problems, patchScope } = control;
  const { issues, held, heldIn, matched, going } = facts;
  const keys = useMemo(() => new Map(issues.rows.map((row) => [row.id, row.issueKey])), [issues.rows]);
  const leftOut = useMemo(() => new Set(form.scope.leftOut), [form.scope.leftOut]);
  if (held.length === 0) return null;
  return (
    <StepSection number={2} title={t('title')} hint={t('hint', { name: from.label })}>
      <ScopePart held={held} projects={heldIn} scope={form.scope} onScope={patchScope} />
      <p className="mt-3 mb-2 text-12 text-fg-2 tabular-nums">
        {t('goes', {
          held: held.length,
          going: going.length,
          outside: held.length - matched.length,
          left: matched.length - going.length,
        })}
      </p>
      <FieldProblem problems={problems} at="scope" />
      <IssueTabs
        from={from}
        matched={matched}
        index={issues.index}
        filter={issues.filter}
        renderList={(rows, name, goes) => (
          <IssueList
            // Choosing one by one shows all rows.
            key={form.by}
            name={name}
            rows={rows}
            index={issues.index}
            keyOf={(id) => keys.get(id)}
            boxes={goes ? { leftOut, onLeftOut: (ids) => patchScope({ leftOut: ids }) } : null}
            whole={form.by === 'issue'}
            renderEnd={(row) =>
              goes ? <RowEnd control={control} row={row} /> : (row.assigneeName ?? t('nobody'))
            }
          />
        )}
      />
    </StepSection>
  );
}

/** Who gets the issue; one by one it is chosen here. */
function RowEnd({ control, row }: { control: HandoverControl; row: IssueRow }) {
  const t = useTranslations('operations.handover.scope');
  const { form, facts, forecast, patch } = control;
  const project = facts.heldIn.find((one) => one.id === row.projectId);
  const assignment = forecast.assigned.get(row.id);
  const given = <GivenTo assignment={assignment} projectKey={project?.projectKey ?? ''} />;
  if (form.by !== 'issue' || form.to.length === 0 || form.scope.leftOut.includes(row.id)) return given;
  const chosen = form.byIssue[String(row.id)] ?? null;
  return (
    <span className="flex flex-col items-end gap-0.5">
      <SuccessorPicker
        label={row.issueKey}
        successors={form.to.map(facts.personOf)}
        chosen={chosen}
        projects={project ? [project] : []}
        onChoose={(id) => patch({ byIssue: { ...form.byIssue, [String(row.id)]: id } })}
        className="w-40"
      />
      {chosen !== null && assignment && 'block' in assignment ? (
        <span className="text-11 text-danger">{t('notMember', { project: project?.projectKey ?? '' })}</span>
      ) : null}
    </span>
  );
}
