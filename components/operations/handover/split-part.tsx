'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import type { LabelledId } from '@/lib/bulk/changes';
import type { Assignment } from '@/lib/bulk/operations/assign-successors';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { CategoryRules } from './category-rules';
import type { HandoverForm } from './handover-form';
import { ProjectSplit } from './project-split';
import type { SplitChoice } from './split-choice';
import { SuccessorPicker } from './successor-picker';

const ways = ['one', 'project', 'category', 'issue', 'level'] as const;

interface SplitPartProps {
  form: HandoverForm;
  choice: SplitChoice;
  successors: readonly LabelledId[];
  concerned: readonly ProjectReference[];
  /** Who gets what as it stands: one by one begins with it. */
  assigned: ReadonlyMap<number, Assignment>;
  onPatch: (patch: Partial<HandoverForm>) => void;
}

/** How the issues are shared out. */
export function SplitPart(props: SplitPartProps) {
  const { form, choice, successors, concerned, assigned, onPatch } = props;
  const t = useTranslations('operations.handover.split');
  const choose = (by: HandoverForm['by']) =>
    onPatch(by === 'issue' && form.by !== 'issue' ? { by, byIssue: meantFor(assigned, form) } : { by });
  return (
    <div className="mt-3.5">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="font-medium text-12 text-fg-2">{t('label')}</span>
        <Segmented
          label={t('label')}
          value={form.by}
          onValueChange={choose}
          options={ways.map((way) => ({ value: way, label: t(`by.${way}`) }))}
          className="phone:grid phone:w-full phone:grid-cols-2 phone:[&>button]:justify-center"
        />
        <span className="text-11 text-fg-3">{t(`note.${form.by}`)}</span>
      </div>
      {successors.length === 0 ? null : (
        <>
          {form.by === 'one' && successors.length > 1 ? (
            <SuccessorPicker
              label={t('everything')}
              successors={successors}
              chosen={choice.one}
              projects={concerned}
              onChoose={(one) => onPatch({ one })}
              className="w-56"
            />
          ) : null}
          {form.by === 'project' ? (
            <ProjectSplit
              rows={choice.byProject}
              successors={successors}
              onChoose={(projectId, to) =>
                onPatch({ byProject: { ...form.byProject, [String(projectId)]: to } })
              }
            />
          ) : null}
          {form.by === 'category' ? (
            <CategoryRules
              choice={choice}
              successors={successors}
              concerned={concerned}
              onRules={(rules) => onPatch({ rules })}
              onRest={(rest) => onPatch({ rest })}
            />
          ) : null}
          {form.by === 'level' ? (
            <Segmented
              label={t('measure')}
              value={form.measure}
              onValueChange={(measure) => onPatch({ measure })}
              options={[
                { value: 'issues', label: t('issues') },
                { value: 'hours', label: t('hours') },
              ]}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

/** The split as it stands, issue by issue; who is no successor any more is left out. */
function meantFor(assigned: ReadonlyMap<number, Assignment>, form: HandoverForm): Record<string, number> {
  const now = [...assigned].flatMap(([id, one]) =>
    'to' in one && form.to.includes(one.to.id) ? [[String(id), one.to.id] as const] : [],
  );
  return { ...form.byIssue, ...Object.fromEntries(now) };
}
