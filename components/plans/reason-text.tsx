'use client';
import {
  CalendarX2,
  ClockAlert,
  CornerLeftUp,
  FolderArchive,
  type LucideIcon,
  PenLine,
  TextCursorInput,
  Trash2,
  UserRoundX,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { isDiffField } from '@/lib/bulk/plan';
import type { FieldDiff, PlanItem, PlanWarning, WarningCode } from './plan-data';
import { useDiffText } from './use-diff-text';

export const warningIcons: Record<WarningCode, LucideIcon> = {
  PARENT_CLOSED: CornerLeftUp,
  DUE_BEFORE_START: CalendarX2,
  MILESTONE_ARCHIVED: FolderArchive,
  ASSIGNEE_NOT_MEMBER: UserRoundX,
  REQUIRED_FIELD_EMPTY: TextCursorInput,
  CHANGED_SINCE_READ: ClockAlert,
  UNDO_KEEPS_FIELD: PenLine,
  DELETES_MILESTONE: Trash2,
};

/** Why a row is held back or cannot be carried out, in words. */
export function useReasonText() {
  const t = useTranslations('plans');
  const common = useTranslations('common.field');
  const text = useDiffText();
  const format = useFormat();
  return useMemo(() => {
    const value = (values: Record<string, string>, name: string) => values[name] ?? '—';
    const who = (values: Record<string, string>) => values.by || t('someone');
    const when = (values: Record<string, string>) => {
      const at = Date.parse(values.at ?? '');
      return Number.isNaN(at) ? '—' : format.instant(new Date(at).toISOString());
    };
    /** Refusals call a custom field by its name, `custom` stands for any. */
    const field = (values: Record<string, string>, diffs: readonly FieldDiff[] = []) => {
      const name = value(values, 'field');
      if (name === 'custom') return common('custom');
      return isDiffField(name) ? text.field(name, diffs) : name;
    };
    const blockText = ({ code, values }: PlanItem['blocks'][number], diffs: readonly FieldDiff[]) => {
      if (code === 'CHANGED_SINCE_RUN') {
        return values.at
          ? t(`block.${code}.by`, { at: when(values), by: who(values) })
          : t(`block.${code}.plain`);
      }
      return t(`block.${code}`, {
        id: value(values, 'id'),
        project: value(values, 'project'),
        field: field(values, diffs),
        label: value(values, 'label'),
        type: value(values, 'type'),
        parent: value(values, 'parent'),
      });
    };
    return {
      warningTitle: (code: WarningCode) => t(`warning.${code}.title`),
      warningBadge: (code: WarningCode) => t(`warning.${code}.badge`),
      warning: ({ code, values }: PlanWarning): string => {
        switch (code) {
          case 'PARENT_CLOSED':
            return t('warning.PARENT_CLOSED.text', { parent: value(values, 'parent') });
          case 'DUE_BEFORE_START':
            return t('warning.DUE_BEFORE_START.text', {
              due: format.shortDay(value(values, 'due')),
              start: format.shortDay(value(values, 'start')),
            });
          case 'MILESTONE_ARCHIVED':
            return t('warning.MILESTONE_ARCHIVED.text', { milestone: value(values, 'milestone') });
          case 'ASSIGNEE_NOT_MEMBER':
            return t('warning.ASSIGNEE_NOT_MEMBER.text', {
              assignee: value(values, 'assignee'),
              project: value(values, 'project'),
            });
          case 'REQUIRED_FIELD_EMPTY':
            return t('warning.REQUIRED_FIELD_EMPTY.text', { field: field(values) });
          case 'CHANGED_SINCE_READ':
            return t('warning.CHANGED_SINCE_READ.text', { at: when(values), by: who(values) });
          case 'UNDO_KEEPS_FIELD':
            return t('warning.UNDO_KEEPS_FIELD.text', {
              field: field(values),
              at: when(values),
              by: who(values),
            });
          case 'DELETES_MILESTONE':
            return t('warning.DELETES_MILESTONE.text', { milestone: value(values, 'milestone') });
        }
      },
      block: (item: PlanItem): string => item.blocks.map((block) => blockText(block, item.diffs)).join(' '),
    };
  }, [t, common, text, format]);
}
