import type { ProjectValue } from './change-parts';
import type { PerProjectField } from './project-values';

interface Named {
  id: number;
  name: string;
}

/** As much of a project's reference data as a mapping needs. */
export interface MappableProject {
  id: number;
  statuses: readonly Named[];
  issueTypes: readonly Named[];
  /** Milestones, which are the versions too. */
  milestones: readonly Named[];
  categories: readonly Named[];
  customFields: readonly (Named & { typeId: number; items: readonly Named[] })[];
}

const listOf = {
  status: (project: MappableProject) => project.statuses,
  issueType: (project: MappableProject) => project.issueTypes,
  version: (project: MappableProject) => project.milestones,
  milestone: (project: MappableProject) => project.milestones,
  category: (project: MappableProject) => project.categories,
};

// 未対応, 処理中, 処理済み, 完了 have these ids in every project; their names follow the caller's language.
const isDefaultStatus = (id: number) => id >= 1 && id <= 4;

/**
 * Maps a chosen value to its id in every given project: the chosen id itself where the project has it (the default
 * statuses 1–4 have it everywhere), else the one value of exactly the same name, else nothing, so that the rows of that
 * project become 実行不可.
 *
 * @param label name the person sees
 * @param id the chosen value; without it the label alone decides
 */
export function mapProjectValue(
  label: string,
  projects: Iterable<MappableProject>,
  field: PerProjectField,
  id?: number,
): ProjectValue {
  const all = [...projects];
  const chosen = id ?? (field === 'status' ? defaultStatusNamed(label, all) : undefined);
  const byProject: ProjectValue['byProject'] = {};
  for (const project of all) {
    const values = listOf[field](project);
    const found =
      values.find((value) => value.id === chosen) ?? onlyOne(values.filter((v) => v.name === label));
    if (found !== undefined) byProject[String(project.id)] = found.id;
  }
  return { label, byProject };
}

/**
 * Maps a custom field to its id in every given project: the chosen one itself, elsewhere the one field of exactly the
 * same name and kind, else nothing.
 */
export function mapCustomField(
  field: { id: number; name: string; typeId: number },
  projects: Iterable<MappableProject>,
): ProjectValue {
  const byProject: ProjectValue['byProject'] = {};
  for (const { id, customFields } of projects) {
    const namesakes = customFields.filter((one) => one.name === field.name && one.typeId === field.typeId);
    const found = customFields.find((one) => one.id === field.id) ?? onlyOne(namesakes);
    if (found !== undefined) byProject[String(id)] = found.id;
  }
  return { label: field.name, byProject };
}

/**
 * Maps a choice of a custom field. The ids of choices count within their field alone, so the chosen id holds for its
 * own project only; elsewhere the one choice of exactly the same name is taken, else nothing.
 *
 * @param fields the field by project, as `mapCustomField` found it
 */
export function mapCustomChoice(
  label: string,
  projects: Iterable<MappableProject>,
  fields: ProjectValue['byProject'],
  chosen?: { projectId: number; id: number },
): ProjectValue {
  const byProject: ProjectValue['byProject'] = {};
  for (const { id, customFields } of projects) {
    const items = customFields.find((one) => one.id === fields[String(id)])?.items ?? [];
    const own = chosen?.projectId === id ? items.find((item) => item.id === chosen.id) : undefined;
    const found = own ?? onlyOne(items.filter((item) => item.name === label));
    if (found !== undefined) byProject[String(id)] = found.id;
  }
  return { label, byProject };
}

function defaultStatusNamed(label: string, projects: readonly MappableProject[]): number | undefined {
  return projects
    .flatMap((project) => project.statuses)
    .find((status) => isDefaultStatus(status.id) && status.name === label)?.id;
}

/** Two values of one name are a choice for a person. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
