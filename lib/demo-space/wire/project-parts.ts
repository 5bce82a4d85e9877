import type { CategoryRow, CustomFieldRow, IssueTypeRow, VersionRow } from '../rows';
import { dayOrNull } from './time';

/** An issue type inside an issue: without its templates. */
export function wireIssueTypeBrief(type: IssueTypeRow) {
  return {
    id: type.id,
    projectId: type.projectId,
    name: type.name,
    color: type.color,
    displayOrder: type.displayOrder,
  };
}

export function wireIssueType(type: IssueTypeRow) {
  return {
    ...wireIssueTypeBrief(type),
    templateSummary: type.templateSummary,
    templateDescription: type.templateDescription,
  };
}

export function wireCategory(row: CategoryRow) {
  return { id: row.id, projectId: row.projectId, name: row.name, displayOrder: row.displayOrder };
}

/** A version or milestone: the two are one list. */
export function wireVersion(row: VersionRow) {
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    description: row.description,
    startDate: dayOrNull(row.startDate),
    releaseDueDate: dayOrNull(row.releaseDueDate),
    archived: row.archived,
    displayOrder: row.displayOrder,
  };
}

function bound(value: number | string | null): number | string | null {
  return typeof value === 'string' ? dayOrNull(value) : value;
}

/** The definition of a custom field; each kind carries its own extra members. */
export function wireCustomField(row: CustomFieldRow) {
  const common = {
    id: row.id,
    projectId: row.projectId,
    typeId: row.typeId,
    version: row.version,
    name: row.name,
    description: row.description,
    required: row.required,
    useIssueType: row.applicableIssueTypes.length > 0,
    applicableIssueTypes: row.applicableIssueTypes,
    displayOrder: row.displayOrder,
  };
  if (row.typeId === 3)
    return {
      ...common,
      min: bound(row.min),
      max: bound(row.max),
      initialValue: row.initialValue,
      unit: row.unit,
    };
  if (row.typeId === 4) {
    const initial = row.initialDate;
    return {
      ...common,
      min: bound(row.min),
      max: bound(row.max),
      initialDate: initial && {
        id: initial.id,
        ...(initial.shift === null ? {} : { shift: initial.shift }),
        ...(initial.date === null ? {} : { date: dayOrNull(initial.date) }),
      },
    };
  }
  if (row.typeId < 5) return common;
  return {
    ...common,
    items: row.items,
    allowAddItem: row.allowAddItem,
    ...(row.typeId >= 7 ? { allowInput: row.allowInput } : {}),
  };
}
