import type { ProjectValue } from './changes';
import type { PerProjectField } from './project-values';

interface Named {
  id: number;
  name: string;
}

/** As much of a project's reference data as a mapping needs. */
export interface MappableProject {
  id: number;
  statuses: readonly Named[];
  milestones: readonly Named[];
  categories: readonly Named[];
}

const listOf = {
  status: (project: MappableProject) => project.statuses,
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

function defaultStatusNamed(label: string, projects: readonly MappableProject[]): number | undefined {
  return projects
    .flatMap((project) => project.statuses)
    .find((status) => isDefaultStatus(status.id) && status.name === label)?.id;
}

/** Two values of one name are a choice for a person. */
function onlyOne<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
