import type { ProjectValue } from './change-parts';
import { idsOf, sameIds } from './issue-values';
import { mergeList, uniqueById, withoutIds } from './merge-list';
import type { NamedValue, PlanBlock } from './plan';
import { type Found, soughtValue, type ValuePlace, writableValue } from './project-values';

/** What can be done to a list. */
export type ListVerb =
  | { verb: 'set'; to: ProjectValue[] }
  | { verb: 'clear' }
  | { verb: 'add' | 'remove'; values: ProjectValue[] }
  | { verb: 'swap'; from: ProjectValue; to: ProjectValue };

interface ListChange {
  before: NamedValue[];
  after: NamedValue[];
  merge: boolean;
  add: NamedValue[];
  remove: NamedValue[];
}

/** What a verb does to a list; `list` is null when nothing would differ. */
export interface ListPlan {
  list: ListChange | null;
  blocks: PlanBlock[];
}

const same: ListPlan = { list: null, blocks: [] };

/** Works out a verb for the list that an issue holds. */
export function planList(change: ListVerb, before: NamedValue[], place: ValuePlace): ListPlan {
  switch (change.verb) {
    case 'clear':
      return whole(before, []);
    case 'set': {
      const { values, blocks } = collect(change.to.map((to) => writableValue(to, place)));
      return blocks.length > 0 ? { list: null, blocks } : whole(before, uniqueById(values));
    }
    case 'add': {
      const { values, blocks } = collect(change.values.map((to) => writableValue(to, place)));
      if (blocks.length > 0) return { list: null, blocks };
      return merged(before, withoutIds(uniqueById(values), before), []);
    }
    case 'remove': {
      const { values, blocks } = collect(change.values.map((from) => soughtValue(from, before, place)));
      if (blocks.length > 0) return { list: null, blocks };
      return merged(before, [], uniqueById(values.filter((value) => value !== null)));
    }
    case 'swap': {
      const from = soughtValue(change.from, before, place);
      if ('block' in from) return { list: null, blocks: [from.block] };
      if (from.value === null) return same;
      const to = writableValue(change.to, place);
      return 'block' in to ? { list: null, blocks: [to.block] } : merged(before, [to.value], [from.value]);
    }
  }
}

/** `add` and `remove` become part of the difference, so that a run can merge into the list it finds. */
function merged(before: NamedValue[], add: NamedValue[], remove: NamedValue[]): ListPlan {
  const after = mergeList(before, add, remove);
  if (sameIds(idsOf(before), idsOf(after))) return same;
  return { list: { before, after, merge: true, add, remove }, blocks: [] };
}

function whole(before: NamedValue[], after: NamedValue[]): ListPlan {
  if (sameIds(idsOf(before), idsOf(after))) return same;
  const add = withoutIds(after, before);
  const remove = withoutIds(before, after);
  return { list: { before, after, merge: false, add, remove }, blocks: [] };
}

function collect<T>(found: Found<T>[]): { values: T[]; blocks: PlanBlock[] } {
  return {
    values: found.flatMap((one) => ('value' in one ? [one.value] : [])),
    blocks: found.flatMap((one) => ('block' in one ? [one.block] : [])),
  };
}
