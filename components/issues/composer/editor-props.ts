import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import type { Choice } from './choice';
import type { DraftPatch, FieldDraft } from './draft';

/** What every editor of a block works with. */
export interface EditorProps {
  draft: FieldDraft;
  /** Name of the field. */
  label: string;
  reference: SpaceReference;
  /** Projects of the selected issues. */
  projects: readonly ProjectReference[];
  openAtOnce: boolean;
  onPatch: (patch: DraftPatch) => void;
  /** Something was looked up, without a step of the person. */
  onFound: (to: Choice | null) => void;
}
