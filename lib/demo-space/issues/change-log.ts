import type { DemoContext } from '../context';
import type { ChangeLogRow, CustomFieldRow, CustomFieldValue, IssueRow, Json } from '../rows';
import { applicableFields, storedValue } from '../wire/custom-field-value';
import { fixedName, PRIORITIES, RESOLUTIONS } from '../wire/fixed-names';
import { statusName } from '../wire/status';

/** One changed field, in the words of a comment's change log and of an activity. */
export interface Change {
  log: ChangeLogRow;
  activity: { [key: string]: Json };
}

type Show = (ctx: DemoContext, issue: IssueRow) => string | null;

interface Field {
  /** The name in change logs, which differs from the parameter's. */
  field: string;
  label: string;
  /** What decides whether the field changed: ids, since names are not unique. */
  key: (issue: IssueRow) => string | number | null;
  show: Show;
  /** What activities carry when it is not the shown text. */
  activityValue?: Show;
}

const slashes = (day: string | null) => day?.replaceAll('-', '/') ?? null;
const number = (value: number | null) => (value === null ? null : String(value));

function names(
  table: { get(id: number): { name: string } | undefined },
  ids: readonly number[],
): string | null {
  const found = ids.flatMap((id) => table.get(id)?.name ?? []);
  return found.length === 0 ? null : found.join(', ');
}

const setKey = (ids: readonly number[]) => [...ids].sort((a, b) => a - b).join(' ');

const FIELDS: Field[] = [
  { field: 'summary', label: '件名', key: (issue) => issue.summary, show: (_, issue) => issue.summary },
  {
    field: 'description',
    label: '詳細',
    key: (issue) => issue.description,
    show: (_, issue) => issue.description,
  },
  {
    field: 'status',
    label: '状態',
    key: (issue) => issue.statusId,
    show: (ctx, issue) => {
      const status = ctx.state.status(issue.projectId, issue.statusId);
      return status ? statusName(status, ctx.lang) : null;
    },
    activityValue: (_, issue) => String(issue.statusId),
  },
  {
    field: 'resolution',
    label: '完了理由',
    key: (issue) => issue.resolutionId,
    show: (ctx, issue) => fixedName(RESOLUTIONS, issue.resolutionId, ctx.lang),
  },
  {
    field: 'issueType',
    label: '種別',
    key: (issue) => issue.issueTypeId,
    show: ({ state }, issue) => state.issueTypes.get(issue.issueTypeId)?.name ?? null,
  },
  {
    field: 'priority',
    label: '優先度',
    key: (issue) => issue.priorityId,
    show: (ctx, issue) => fixedName(PRIORITIES, issue.priorityId, ctx.lang),
  },
  {
    field: 'assigner',
    label: '担当者',
    key: (issue) => issue.assigneeId,
    show: ({ state }, issue) =>
      issue.assigneeId === null ? null : (state.users.get(issue.assigneeId)?.name ?? null),
  },
  {
    field: 'component',
    label: 'カテゴリー',
    key: (issue) => setKey(issue.categoryIds),
    show: ({ state }, issue) => names(state.categories, issue.categoryIds),
  },
  {
    field: 'version',
    label: '発生バージョン',
    key: (issue) => setKey(issue.versionIds),
    show: ({ state }, issue) => names(state.versions, issue.versionIds),
  },
  {
    field: 'milestone',
    label: 'マイルストーン',
    key: (issue) => setKey(issue.milestoneIds),
    show: ({ state }, issue) => names(state.versions, issue.milestoneIds),
  },
  {
    field: 'startDate',
    label: '開始日',
    key: (issue) => issue.startDate,
    show: (_, issue) => slashes(issue.startDate),
  },
  {
    field: 'limitDate',
    label: '期限日',
    key: (issue) => issue.dueDate,
    show: (_, issue) => slashes(issue.dueDate),
  },
  {
    field: 'estimatedHours',
    label: '予定時間',
    key: (issue) => issue.estimatedHours,
    show: (_, issue) => number(issue.estimatedHours),
  },
  {
    field: 'actualHours',
    label: '実績時間',
    key: (issue) => issue.actualHours,
    show: (_, issue) => number(issue.actualHours),
  },
  {
    field: 'parentIssue',
    label: '親課題',
    key: (issue) => issue.parentIssueId,
    show: (_, issue) => number(issue.parentIssueId),
  },
];

function showCustom(field: CustomFieldRow, { value, otherValue }: CustomFieldValue): string {
  if (value === null) return otherValue ?? '';
  if (field.typeId <= 4) return field.typeId === 4 ? String(value).replaceAll('-', '/') : String(value);
  const ids = Array.isArray(value) ? value : [value];
  const chosen = field.items.filter((item) => ids.includes(item.id)).map((item) => item.name);
  return [...chosen, ...(otherValue ? [otherValue] : [])].join(', ');
}

function changeOf(
  field: string,
  label: string,
  shown: [before: string | null, after: string | null],
  extra: Partial<ChangeLogRow> = {},
  raw: [before: string | null, after: string | null] = shown,
): Change {
  return {
    log: {
      field,
      newValue: shown[1],
      originalValue: shown[0],
      attachmentInfo: null,
      attributeInfo: null,
      notificationInfo: null,
      ...extra,
    },
    activity: {
      field,
      field_text: label,
      new_value: raw[1] ?? '',
      old_value: raw[0] ?? '',
      type: extra.attributeInfo ? 'custom' : 'standard',
    },
  };
}

function customChanges(ctx: DemoContext, before: IssueRow, after: IssueRow): Change[] {
  return applicableFields(ctx.state, after.projectId, after.issueTypeId).flatMap((field) => {
    const old = showCustom(field, storedValue(before, field.id));
    const now = showCustom(field, storedValue(after, field.id));
    const attributeInfo = { id: field.id, typeId: field.typeId };
    return old === now ? [] : [changeOf(field.name, field.name, [old, now], { attributeInfo })];
  });
}

function attachmentChanges(ctx: DemoContext, before: IssueRow, after: IssueRow): Change[] {
  return after.attachmentIds
    .filter((id) => !before.attachmentIds.includes(id))
    .map((id) => {
      const name = ctx.state.attachments.get(id)?.name ?? '';
      return changeOf('attachment', '添付ファイル', [null, name], { attachmentInfo: { id, name } });
    });
}

/** What differs between two versions of an issue; display strings are in the caller's language. */
export function changesBetween(ctx: DemoContext, before: IssueRow, after: IssueRow): Change[] {
  const standard = FIELDS.flatMap((field) => {
    if (field.key(before) === field.key(after)) return [];
    const raw = field.activityValue ?? field.show;
    return [
      changeOf(field.field, field.label, [field.show(ctx, before), field.show(ctx, after)], {}, [
        raw(ctx, before),
        raw(ctx, after),
      ]),
    ];
  });
  return [...standard, ...customChanges(ctx, before, after), ...attachmentChanges(ctx, before, after)];
}

/** The line that a new issue's first comment carries for each person it was announced to. */
export function announcementLine(name: string): ChangeLogRow {
  return changeOf('notification', 'お知らせ', [null, name], { notificationInfo: { type: 'issue.create' } })
    .log;
}
