import { touchedFields } from '@/components/plans/touched-fields';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { type BlockField, plainField } from './block-field';
import { customBlocks, requiredBlocks } from './custom-fields';
import { emptyDraft, type FieldDraft, inOrder } from './draft';

/** What the new type of a composed change demands. */
export interface TypeDemand {
  type: string;
  fields: readonly BlockField[];
}

/** Required custom fields of the type that issues are to get; null while no type is chosen. */
export function typeDemand(
  drafts: readonly FieldDraft[],
  projects: readonly ProjectReference[],
): TypeDemand | null {
  const type = drafts.find(({ key }) => key === 'issueType')?.to;
  return type ? { type: type.label, fields: requiredBlocks(type, projects) } : null;
}

/** Blocks on the screen: those of the person, and an empty one for every field that the new type demands. */
export function shownBlocks(drafts: readonly FieldDraft[], demand: TypeDemand | null): FieldDraft[] {
  const open = new Set(drafts.map(({ key }) => key));
  const demanded = demand?.fields.filter(({ key }) => !open.has(key)) ?? [];
  return inOrder([...drafts, ...demanded.map(emptyDraft)]);
}

/** Every field that a block can be about, for issues of these projects. */
export function composerFields(projects: readonly ProjectReference[]): BlockField[] {
  const noParents = projects.length > 0 && projects.every((project) => !project.subtaskingEnabled);
  const plain = touchedFields.filter((field) => !(field === 'parent' && noParents)).map(plainField);
  return inOrder([...plain, ...customBlocks(projects)]);
}
