import type { ChangeKey, CustomKey } from '@/lib/bulk/change-key';
import type { Change } from '@/lib/bulk/changes';
import type { CustomChange } from '@/lib/bulk/custom-change';

export type Verb = Change['verb'];
/** A field that every project has. */
export type PlainKey = Exclude<ChangeKey, CustomKey>;

/** A custom field in the projects that have it: one name and kind, an id of its own in each project. */
export interface CustomTarget {
  label: string;
  typeId: CustomChange['target']['typeId'];
  /** Project id (decimal string) → id of the field there. */
  byProject: Record<string, number>;
}

/** What a block of the composer is about. */
export type BlockField = { key: PlainKey; target: null } | { key: CustomKey; target: CustomTarget };

/** How the value of a block is given. */
export type Editor = 'value' | 'values' | 'day' | 'number' | 'text' | 'issue' | 'people';

type Verbs = readonly [Verb, ...Verb[]];
interface Traits {
  editor: Editor;
  /** The usual one first. */
  verbs: Verbs;
}

const choice: Verbs = ['set', 'swap'];
const clearableChoice: Verbs = ['set', 'swap', 'clear'];
const list: Verbs = ['add', 'remove', 'swap', 'set', 'clear'];
const clearable: Verbs = ['set', 'clear'];

const plain: Readonly<Record<PlainKey, Traits>> = {
  issueType: { editor: 'value', verbs: choice },
  status: { editor: 'value', verbs: choice },
  assignee: { editor: 'value', verbs: clearableChoice },
  dueDate: { editor: 'day', verbs: clearable },
  startDate: { editor: 'day', verbs: clearable },
  milestone: { editor: 'values', verbs: list },
  version: { editor: 'values', verbs: list },
  category: { editor: 'values', verbs: list },
  priority: { editor: 'value', verbs: choice },
  estimatedHours: { editor: 'number', verbs: clearable },
  actualHours: { editor: 'number', verbs: clearable },
  parent: { editor: 'issue', verbs: clearable },
  resolution: { editor: 'value', verbs: clearableChoice },
  comment: { editor: 'text', verbs: ['add'] },
  notify: { editor: 'people', verbs: ['add'] },
};

/** Backlog's eight kinds, by `typeId`: text, text area, number, date, single list, multiple list, checkbox, radio. */
const custom: Readonly<Record<CustomTarget['typeId'], Traits>> = {
  1: { editor: 'text', verbs: clearable },
  2: { editor: 'text', verbs: clearable },
  3: { editor: 'number', verbs: clearable },
  4: { editor: 'day', verbs: clearable },
  5: { editor: 'value', verbs: clearableChoice },
  6: { editor: 'values', verbs: list },
  7: { editor: 'values', verbs: list },
  8: { editor: 'value', verbs: clearableChoice },
};

/** Whether a `typeId` is one of these kinds: Backlog may get others. */
export function isKnownKind(typeId: number): typeId is CustomTarget['typeId'] {
  return typeId in custom;
}

export function traitsOf(field: BlockField): Traits {
  return field.target === null ? plain[field.key] : custom[field.target.typeId];
}

export function plainField(key: PlainKey): BlockField {
  return { key, target: null };
}

const customPrefix = /^custom:\d+:/;

export function isCustom(key: ChangeKey): key is CustomKey {
  return customPrefix.test(key);
}

/** Name of a custom field as its projects call it. */
export function customName(key: CustomKey): string {
  return key.replace(customPrefix, '');
}
