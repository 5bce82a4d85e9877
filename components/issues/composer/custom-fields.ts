import { customKey } from '@/lib/bulk/change-key';
import { mapCustomChoice, mapCustomField } from '@/lib/bulk/map-project-value';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { type BlockField, type CustomTarget, isKnownKind } from './block-field';
import type { Choice } from './choice';

type Projects = readonly ProjectReference[];
type CustomField = ProjectReference['customFields'][number];
type CustomBlock = Extract<BlockField, { target: CustomTarget }>;

/** The custom fields of these projects; fields of one name and kind are one block. Unknown kinds are left out. */
export function customBlocks(projects: Projects): CustomBlock[] {
  const fields = projects.flatMap((project) => project.customFields);
  const blocks = new Map(
    fields.flatMap((field) => blockOf(field, projects) ?? []).map((one) => [one.key, one]),
  );
  return [...blocks.values()];
}

function blockOf(field: CustomField, projects: Projects): CustomBlock | null {
  const { name: label, typeId } = field;
  if (!isKnownKind(typeId)) return null;
  const { byProject } = mapCustomField(field, projects);
  return { key: customKey({ typeId, label }), target: { label, typeId, byProject } };
}

/** Custom fields that Backlog demands of an issue of this type, in the projects that have the type. */
export function requiredBlocks(type: Pick<Choice, 'byProject'>, projects: Projects): CustomBlock[] {
  const required = new Set(
    projects.flatMap((project) => {
      const typeId = type.byProject[String(project.id)];
      return project.customFields
        .filter((field) => field.required && typeId !== undefined && appliesTo(field, typeId))
        .map((field) => field.id);
    }),
  );
  return customBlocks(projects).filter(({ target }) =>
    Object.values(target.byProject).some((id) => required.has(id)),
  );
}

function appliesTo({ applicableTypeIds }: CustomField, typeId: number): boolean {
  return applicableTypeIds.length === 0 || applicableTypeIds.includes(typeId);
}

function fieldsOf(
  { byProject }: CustomTarget,
  projects: Projects,
): { project: ProjectReference; field: CustomField }[] {
  return projects.flatMap((project) => {
    const id = byProject[String(project.id)];
    const field = project.customFields.find((one) => one.id === id);
    return field ? [{ project, field }] : [];
  });
}

/** Choices of a custom field, by name across projects. Two of one name in one project stay two entries. */
export function customChoices(target: CustomTarget, projects: Projects): Choice[] {
  const choices = new Map<string, Choice>();
  for (const { project, field } of fieldsOf(target, projects)) {
    for (const item of field.items) {
      const twice = field.items.some((other) => other !== item && other.name === item.name);
      const key = twice ? `name:${item.name}#${project.id}:${item.id}` : `name:${item.name}`;
      if (choices.has(key)) continue;
      const chosen = { projectId: project.id, id: item.id };
      const { byProject } = mapCustomChoice(item.name, projects, target.byProject, chosen);
      choices.set(key, { key, label: item.name, id: null, byProject });
    }
  }
  return [...choices.values()];
}

/** Whether free text may stand beside the choices in any of the projects. */
export function takesFreeText(target: CustomTarget, projects: Projects): boolean {
  const isTickable = target.typeId === 7 || target.typeId === 8;
  return isTickable && fieldsOf(target, projects).some(({ field }) => field.allowInput);
}

/** Keys of the projects that do not have the field. */
export function projectsWithoutField({ byProject }: CustomTarget, projects: Projects): string[] {
  return projects.filter(({ id }) => byProject[String(id)] === undefined).map((one) => one.projectKey);
}

/** The block with its ids in these projects too: the selection may have grown since it was added. */
export function inProjects<F extends BlockField>(block: F, projects: Projects): F {
  if (block.target === null) return block;
  const now = customBlocks(projects).find(({ key }) => key === block.key);
  if (!now) return block;
  const byProject = { ...block.target.byProject, ...now.target.byProject };
  return { ...block, target: { ...block.target, byProject } };
}
