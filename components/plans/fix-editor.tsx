'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isKnownKind } from '@/components/issues/composer/block-field';
import type { Choice } from '@/components/issues/composer/choice';
import { ChoicePicker } from '@/components/issues/composer/choice-picker';
import { emptyDraft } from '@/components/issues/composer/draft';
import { changeOf } from '@/components/issues/composer/draft-to-change';
import { FieldEditor } from '@/components/issues/composer/field-editor';
import { useChoices } from '@/components/issues/composer/use-choices';
import { Button } from '@/components/ui/button';
import { customKey } from '@/lib/bulk/change-key';
import { groupFixes } from '@/lib/bulk/fix-groups';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { type Cure, changesOfField, chosenChange } from './cure';
import { useFixControl } from './fix-context';
import type { FixGroup, PlanItem } from './plan-data';
import { usePlanReference } from './use-plan-reference';

interface FixEditorProps {
  cure: Cure;
  /** Rows of one project. */
  rows: readonly PlanItem[];
  /** Name of the field. */
  label: string;
  onDone: () => void;
}

/** Asks for the value that puts rows right, in place. */
export function FixEditor(props: FixEditorProps) {
  const t = useTranslations('plans.fix');
  const projectIds = useMemo(() => [...new Set(props.rows.map((item) => item.projectId))], [props.rows]);
  const { reference, failed } = usePlanReference(projectIds);
  const projects = reference?.projects.filter((project) => projectIds.includes(project.id)) ?? [];
  if (reference === null || projects.length === 0) {
    return (
      <p role="status" className="mt-1.5 text-12 text-fg-2">
        {t(failed || reference !== null ? 'unavailable' : 'loading')}
      </p>
    );
  }
  const { cure, ...rest } = props;
  return cure.field === 'custom' ? (
    <CustomValue {...rest} fieldId={cure.id} reference={reference} projects={projects} />
  ) : (
    <OtherValue {...rest} cure={cure} reference={reference} projects={projects} />
  );
}

interface Place {
  reference: SpaceReference;
  projects: readonly ProjectReference[];
}
type Rest = Omit<FixEditorProps, 'cure'> & Place;

/** Another value of a field that the project has. */
function OtherValue({
  cure,
  rows,
  label,
  reference,
  projects,
  onDone,
}: Rest & { cure: Exclude<Cure, { field: 'custom' }> }) {
  const { plan } = useFixControl();
  const [chosen, setChosen] = useState<Choice | null>(null);
  const all = useChoices({ key: cure.field, target: null }, reference, projects);
  const choices = useMemo(() => all.filter((choice) => !choice.archived), [all]);
  const fixesOf = (choice: Choice): FixGroup[] => {
    const planned = changesOfField(plan, cure.field);
    return groupFixes(
      rows.flatMap(({ issueId }) => {
        const change = chosenChange(cure, choice, planned(issueId));
        return change === null ? [] : [{ issueId, changes: [change] }];
      }),
    );
  };
  return (
    <Form count={rows.length} fixes={chosen === null ? null : fixesOf(chosen)} onDone={onDone}>
      <ChoicePicker
        field={cure.field}
        label={label}
        choices={choices}
        chosen={chosen === null ? [] : [chosen]}
        projects={projects}
        onChoose={([choice = null]) => setChosen(choice)}
      />
    </Form>
  );
}

/** The value of a custom field that must not be empty. */
function CustomValue({ fieldId, rows, label, reference, projects, onDone }: Rest & { fieldId: number }) {
  const t = useTranslations('plans.fix');
  const found = projects.flatMap((project) =>
    project.customFields.filter((field) => field.id === fieldId).map((field) => ({ project, field })),
  );
  const [draft, setDraft] = useState(() => {
    const [first] = found;
    if (first === undefined || !isKnownKind(first.field.typeId)) return null;
    const { typeId, name } = first.field;
    const target = { label: name, typeId, byProject: { [String(first.project.id)]: fieldId } };
    return emptyDraft({ key: customKey(target), target });
  });
  if (draft === null) return <p className="mt-1.5 text-12 text-fg-2">{t('unavailable')}</p>;
  const change = changeOf(draft);
  const issueIds = rows.map((item) => item.issueId);
  return (
    <Form
      count={rows.length}
      fixes={change === null ? null : [{ issueIds, changes: [change] }]}
      onDone={onDone}
    >
      <FieldEditor
        draft={draft}
        label={label}
        reference={reference}
        projects={projects}
        openAtOnce={false}
        onPatch={(patch) => setDraft({ ...draft, ...patch })}
        onFound={(to) => setDraft({ ...draft, to })}
      />
    </Form>
  );
}

/** The value above, and the two ways on. */
function Form({
  count,
  fixes,
  onDone,
  children,
}: {
  count: number;
  /** Null while there is nothing to apply. */
  fixes: FixGroup[] | null;
  onDone: () => void;
  children: React.ReactNode;
}) {
  const t = useTranslations('plans.fix');
  const common = useTranslations('common');
  const { apply, disabled } = useFixControl();
  const ref = useRef<HTMLFormElement>(null);
  // The button that was pressed has given way to this form.
  useEffect(() => ref.current?.querySelector<HTMLElement>('[data-first-control]')?.focus(), []);
  return (
    <form
      ref={ref}
      className="mt-1.5 w-full"
      onSubmit={(event) => {
        event.preventDefault();
        if (fixes === null || disabled) return;
        apply(fixes);
        onDone();
      }}
    >
      {children}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <Button type="submit" tone="ink" disabled={fixes === null || disabled} className="phone:h-11">
          {t('apply', { count: count === 1 ? 0 : count })}
        </Button>
        <Button tone="ghost" onClick={onDone} className="phone:h-11">
          {common('cancel')}
        </Button>
      </div>
    </form>
  );
}
