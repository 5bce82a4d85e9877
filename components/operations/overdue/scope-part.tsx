'use client';
import { useTranslations } from 'next-intl';
import type { ScopeOption } from '@/components/operations/scope-options';
import { StepSection } from '@/components/operations/step-section';
import { ValueBoxes } from '@/components/operations/value-boxes';
import { Avatar } from '@/components/ui/avatar';
import { colorStyle } from '@/components/ui/color-chip';
import { DaysLate } from './days-late';
import { LateList } from './late-list';
import type { OverdueControl } from './use-overdue';

/** Which overdue issues are meant, down to the single one. */
export function ScopePart({ control }: { control: OverdueControl }) {
  const t = useTranslations('operations.overdue');
  const fields = useTranslations('common.field');
  const { form, facts, marking, patchScope } = control;
  const { scope } = form;
  const { options } = facts;
  return (
    <StepSection number={1} title={t('scope.title')} hint={t('scope.hint')}>
      <DaysLate days={scope.daysLate} onDays={(daysLate) => patchScope({ daysLate })} />
      {facts.late.length > 0 ? (
        <>
          <div className="mt-3 grid gap-x-7 gap-y-3 md:grid-cols-[auto_minmax(0,1fr)]">
            <ValueBoxes
              label={fields('project')}
              options={options.projects}
              chosen={scope.projectIds}
              onChoose={(projectIds) => patchScope({ projectIds })}
            />
            <ValueBoxes
              label={fields('status')}
              options={options.statuses}
              chosen={scope.statusIds}
              onChoose={(statusIds) => patchScope({ statusIds })}
            />
          </div>
          <div className="mt-3 grid gap-y-3">
            <ValueBoxes
              label={fields('issueType')}
              options={options.types}
              chosen={scope.issueTypeIds}
              onChoose={(issueTypeIds) => patchScope({ issueTypeIds })}
              renderLabel={(option) => <Type option={option} />}
            />
            <ValueBoxes
              label={fields('assignee')}
              options={options.people}
              chosen={scope.assigneeIds}
              onChoose={(assigneeIds) => patchScope({ assigneeIds })}
              renderLabel={(option) => <Person option={option} />}
            />
          </div>
        </>
      ) : null}
      <LateList
        meant={marking.meant}
        leftOut={scope.leftOut}
        anyOverdue={facts.issues.rows.length > 0}
        ready={facts.ready}
        index={facts.issues.index}
        onLeftOut={(leftOut) => patchScope({ leftOut })}
      />
    </StepSection>
  );
}

/** A type is a square, never a chip: those are statuses. */
function Type({ option: { label, color } }: { option: ScopeOption }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden style={colorStyle(color)} className="type-mark size-2 shrink-0 rounded-[2.5px]" />
      {label}
    </span>
  );
}

function Person({ option: { label, ids } }: { option: ScopeOption }) {
  const common = useTranslations('common');
  const nobody = label === '';
  return (
    <span className="flex items-center gap-1.5">
      <Avatar name={nobody ? null : label} id={ids[0] ?? null} size="sm" />
      {nobody ? common('noAssignee') : label}
    </span>
  );
}
