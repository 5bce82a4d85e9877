import {
  type FieldDiff,
  isDiffField,
  type PlanBlock,
  type PlanItem,
  type PlanWarning,
} from '@/lib/bulk/plan';
import { diffWords } from './diff-words';
import { joinSentences } from './join-texts';
import type { Wording } from './wording';

type Values = Record<string, string>;

const value = (values: Values, name: string) => values[name] ?? '—';

/** Why a row of a plan is held back or cannot be carried out, in words. */
export function planRowWords(wording: Wording) {
  const { t, locale, day, instant } = wording;
  const diff = diffWords(wording);
  const who = (values: Values) => values.by || t('plans.someone');
  const when = (values: Values) => {
    const at = Date.parse(values.at ?? '');
    return Number.isNaN(at) ? '—' : instant(new Date(at).toISOString());
  };
  /** Refusals call a custom field by its name, `custom` stands for any. */
  const field = (values: Values, diffs: readonly FieldDiff[] = []) => {
    const name = value(values, 'field');
    if (name === 'custom') return t('common.field.custom');
    return isDiffField(name) ? diff.field(name, diffs) : name;
  };
  const blockText = ({ code, values }: PlanBlock, diffs: readonly FieldDiff[]) => {
    if (code === 'CHANGED_SINCE_RUN') {
      return values.at
        ? t(`plans.block.${code}.by`, { at: when(values), by: who(values) })
        : t(`plans.block.${code}.plain`);
    }
    return t(`plans.block.${code}`, {
      id: value(values, 'id'),
      project: value(values, 'project'),
      field: field(values, diffs),
      label: value(values, 'label'),
      type: value(values, 'type'),
      parent: value(values, 'parent'),
      assignee: value(values, 'assignee'),
    });
  };
  return {
    warning: ({ code, values }: PlanWarning): string => {
      switch (code) {
        case 'PARENT_CLOSED':
          return t('plans.warning.PARENT_CLOSED.text', { parent: value(values, 'parent') });
        case 'DUE_BEFORE_START':
          return t('plans.warning.DUE_BEFORE_START.text', {
            due: day(value(values, 'due')),
            start: day(value(values, 'start')),
          });
        case 'MILESTONE_ARCHIVED':
          return t('plans.warning.MILESTONE_ARCHIVED.text', { milestone: value(values, 'milestone') });
        case 'ASSIGNEE_NOT_MEMBER':
          return t('plans.warning.ASSIGNEE_NOT_MEMBER.text', {
            assignee: value(values, 'assignee'),
            project: value(values, 'project'),
          });
        case 'CHILD_MOVES_ALONE':
          return t('plans.warning.CHILD_MOVES_ALONE.text', {
            parent: value(values, 'parent'),
            holder: value(values, 'holder'),
          });
        case 'REQUIRED_FIELD_EMPTY':
          return t('plans.warning.REQUIRED_FIELD_EMPTY.text', { field: field(values) });
        case 'PARENT_HAS_OPEN_CHILDREN':
          return joinSentences(
            locale,
            (['children', 'held'] as const).flatMap((name) => {
              const more = Number(values[`${name}More`] ?? 0);
              const keys = values[name];
              return keys === undefined
                ? []
                : [t(`plans.warning.PARENT_HAS_OPEN_CHILDREN.${name}`, { keys, more })];
            }),
          );
        case 'NOTIFIED_NOT_MEMBER':
          return t('plans.warning.NOTIFIED_NOT_MEMBER.text', {
            people: value(values, 'people'),
            project: value(values, 'project'),
          });
        case 'NO_RESOLUTION':
          return t('plans.warning.NO_RESOLUTION.text');
        case 'DUE_ON_DAY_OFF':
          return t('plans.warning.DUE_ON_DAY_OFF.text', {
            due: day(value(values, 'due')),
            to: day(value(values, 'to')),
          });
        case 'CHANGED_SINCE_READ':
        case 'TOUCHED_RECENTLY':
          return t(`plans.warning.${code}.text`, { at: when(values), by: who(values) });
        case 'UNDO_KEEPS_FIELD':
          return t('plans.warning.UNDO_KEEPS_FIELD.text', {
            field: field(values),
            at: when(values),
            by: who(values),
          });
        case 'DELETES_MILESTONE':
          return t('plans.warning.DELETES_MILESTONE.text', { milestone: value(values, 'milestone') });
        case 'DELETES_WIKI':
          return t('plans.warning.DELETES_WIKI.text', { wiki: value(values, 'wiki') });
      }
    },
    block: ({ blocks, diffs }: Pick<PlanItem, 'blocks' | 'diffs'>): string =>
      joinSentences(
        locale,
        blocks.map((block) => blockText(block, diffs)),
      ),
  };
}
