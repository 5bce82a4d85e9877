import type { CustomFieldType } from '../../rows';
import type { IssueKind } from '../content/descriptions';
import type { ProjectContent } from '../content/project-content';

export interface TypePlan {
  readonly name: string;
  readonly color: string;
  readonly template?: { readonly summary: string; readonly description: string };
}

export interface MilestonePlan {
  readonly name: string;
  readonly description?: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly archived: boolean;
  /** Issues are put here only on purpose, never by chance. */
  readonly reserved?: boolean;
}

export interface FieldPlan {
  readonly typeId: CustomFieldType;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  /** Names of the issue types it belongs to; absent = all. */
  readonly types?: readonly string[];
  readonly items?: readonly string[];
  readonly allowInput?: boolean;
  readonly allowAddItem?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly unit?: string;
  readonly initialValue?: number;
  /** What texts and free boxes are filled with. */
  readonly texts?: readonly string[];
  /** How many issues have a value, 0–1. */
  readonly filled: number;
}

/** Everything that makes one project of a seed, apart from its issues. */
export interface ProjectPlan {
  readonly key: string;
  readonly name: string;
  readonly content: ProjectContent;
  readonly markdown: boolean;
  readonly useResolvedForChart: boolean;
  /** userIds, in joining order; the first administrators are project administrators. */
  readonly members: readonly string[];
  readonly administrators: readonly string[];
  readonly types: readonly TypePlan[];
  readonly typeOf: Readonly<Record<IssueKind, string>>;
  readonly statuses: readonly {
    readonly name: string;
    readonly color: string;
    readonly displayOrder: number;
  }[];
  readonly extraCategories: readonly string[];
  readonly milestones: (today: string) => readonly MilestonePlan[];
  readonly fields: readonly FieldPlan[];
  readonly repository: string | null;
}

/** The four issue types that a new Japanese project starts with. */
export const defaultTypes: readonly TypePlan[] = [
  { name: 'タスク', color: '#7ea800' },
  {
    name: 'バグ',
    color: '#990000',
    template: { summary: '', description: '## 発生状況\n\n## 再現手順\n\n1. \n\n## 期待する動作\n' },
  },
  { name: '要望', color: '#ff9200' },
  { name: 'その他', color: '#2779ca' },
];

export const defaultTypeOf: Readonly<Record<IssueKind, string>> = {
  defect: 'バグ',
  task: 'タスク',
  request: '要望',
  other: 'その他',
};
