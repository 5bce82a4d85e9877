import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { ColorChip } from '@/components/ui/color-chip';
import type { FieldDiff } from '@/lib/bulk/plan';
import { isOverdue } from '@/lib/columns/is-overdue';
import type { SortField } from '@/lib/columns/issue-filter';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { CellContext } from './cell-context';
import { Dash, PersonCell, PriorityMark, Proposed, Tag, TypeCell } from './cell-parts';

type Cell = (row: IssueRow, context: CellContext, selected: boolean) => ReactNode;

type FieldOf = FieldDiff['field'];
/** The member of the union that can stand for a field. */
type DiffOf<F extends FieldOf, D = FieldDiff> = D extends { field: FieldOf }
  ? F extends D['field']
    ? D
    : never
  : never;

/** The proposed difference of one field; only selected rows have any. */
function proposal<F extends FieldOf>(
  field: F,
  row: IssueRow,
  { forecast }: CellContext,
  selected: boolean,
): DiffOf<F> | null {
  const diff = selected ? forecast?.proposal(row)?.get(field) : undefined;
  return isOf(diff, field) ? diff : null;
}

function isOf<F extends FieldOf>(diff: FieldDiff | undefined, field: F): diff is FieldDiff & DiffOf<F> {
  return diff?.field === field;
}

/** Whole days between two calendar days. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** What stands in each column. */
export const issueCells: Readonly<Record<SortField, Cell>> = {
  issueKey: (row, { origin, words }) => (
    <a
      href={`${origin}/view/${encodeURIComponent(row.issueKey)}`}
      target="_blank"
      rel="noreferrer"
      tabIndex={-1}
      title={words.openInBacklog(row.issueKey)}
      className="tracking-[-.01em] hover:text-fg hover:underline hover:underline-offset-2"
    >
      {row.issueKey}
    </a>
  ),

  issueType: (row, context, selected) => {
    const diff = proposal('issueType', row, context, selected);
    if (diff?.after) {
      return (
        <Proposed words={context.words.proposed}>
          <TypeCell name={diff.after.name} color={diff.after.color} proposed />
        </Proposed>
      );
    }
    const type = context.index.issueTypes.get(row.issueTypeId);
    return type ? <TypeCell name={type.name} color={type.color} /> : <Dash />;
  },

  summary: (row) => row.summary,

  assignee: (row, context, selected) => {
    const diff = proposal('assignee', row, context, selected);
    const { noAssignee, proposed } = context.words;
    return diff ? (
      <PersonCell
        id={diff.after?.id ?? null}
        name={diff.after?.name ?? null}
        nobody={noAssignee}
        proposed={proposed}
      />
    ) : (
      <PersonCell id={row.assigneeId} name={row.assigneeName} nobody={noAssignee} />
    );
  },

  status: (row, context, selected) => {
    const diff = proposal('status', row, context, selected);
    if (diff?.after) {
      return (
        <Proposed words={context.words.proposed} bare>
          <ColorChip label={diff.after.name} color={diff.after.color} kind="new" />
        </Proposed>
      );
    }
    const status = context.index.status(row.projectId, row.statusId);
    return <ColorChip label={status?.name ?? String(row.statusId)} color={status?.color} />;
  },

  priority: (row, context, selected) => {
    const diff = proposal('priority', row, context, selected);
    if (diff?.after) {
      const { id, name } = diff.after;
      return (
        <Proposed words={context.words.proposed}>
          <span className="inline-block align-[-2px]">
            <PriorityMark id={id} name={name} label={context.words.priority(name)} />
          </span>
        </Proposed>
      );
    }
    const name = context.index.priorities.get(row.priorityId)?.name ?? String(row.priorityId);
    return <PriorityMark id={row.priorityId} name={name} label={context.words.priority(name)} />;
  },

  milestone: (row, context, selected) => {
    const diff = proposal('milestone', row, context, selected);
    if (diff) {
      return <ProposedList diff={diff} words={context.words.proposed} />;
    }
    const names = row.milestoneIds.flatMap((id) => context.index.milestones.get(id)?.name ?? []);
    return names.length === 0 ? <Dash /> : names.join(', ');
  },

  category: (row, context, selected) => {
    const diff = proposal('category', row, context, selected);
    if (diff) {
      return <ProposedList diff={diff} words={context.words.proposed} />;
    }
    const categories = row.categoryIds.flatMap((id) => context.index.categories.get(id) ?? []);
    if (categories.length === 0) return <Dash />;
    return categories.map((category) => <Tag key={category.id}>{category.name}</Tag>);
  },

  dueDate: (row, context, selected) => {
    const { words, today } = context;
    const diff = proposal('dueDate', row, context, selected);
    if (diff) {
      return (
        <Proposed words={words.proposed}>{diff.after === null ? '—' : words.shortDay(diff.after)}</Proposed>
      );
    }
    if (row.dueDate === null) return <Dash />;
    const late = isOverdue(row, today);
    return (
      <span
        className={cn(late && 'font-medium text-danger')}
        title={
          late
            ? `${words.day(row.dueDate)} ${words.overdue(daysBetween(row.dueDate, today))}`
            : words.day(row.dueDate)
        }
      >
        {words.shortDay(row.dueDate)}
      </span>
    );
  },

  updated: (row, { words }) => <time title={words.instant(row.updated)}>{words.ago(row.updated)}</time>,
};

/** The list as it will be: what comes in is marked and stands first, what goes out is gone. */
function ProposedList({
  diff,
  words,
}: {
  diff: Extract<FieldDiff, { field: 'milestone' | 'version' | 'category' }>;
  words: string;
}) {
  const before = new Set(diff.before.map((value) => value.id));
  if (diff.after.length === 0) return <Proposed words={words}>—</Proposed>;
  const comesIn = diff.after.filter((value) => !before.has(value.id));
  const stays = diff.after.filter((value) => before.has(value.id));
  const grows = comesIn.length > 0;
  return [...comesIn, ...stays].map((value) => (
    <span key={value.id} className="mr-1">
      {!grows || !before.has(value.id) ? <Proposed words={words}>{value.name}</Proposed> : value.name}
    </span>
  ));
}
