'use client';
import {
  CalendarX2,
  ClockAlert,
  CornerLeftUp,
  FolderArchive,
  type LucideIcon,
  UserRoundX,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { type PlanItem, type PlanWarning, touchedFields, type WarningCode } from './plan-data';

export const warningIcons: Record<WarningCode, LucideIcon> = {
  PARENT_CLOSED: CornerLeftUp,
  DUE_BEFORE_START: CalendarX2,
  MILESTONE_ARCHIVED: FolderArchive,
  ASSIGNEE_NOT_MEMBER: UserRoundX,
  CHANGED_SINCE_READ: ClockAlert,
};

/** Why a row is held back or cannot be carried out, in words. */
export function useReasonText() {
  const t = useTranslations('plans');
  const common = useTranslations('common.field');
  const format = useFormat();
  return useMemo(() => {
    const value = (values: Record<string, string>, name: string) => values[name] ?? '—';
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
          case 'CHANGED_SINCE_READ': {
            const at = Date.parse(values.at ?? '');
            return t('warning.CHANGED_SINCE_READ.text', {
              at: Number.isNaN(at) ? '—' : format.instant(new Date(at).toISOString()),
              by: values.by || t('someone'),
            });
          }
        }
      },
      block: (item: PlanItem): string =>
        item.blocks
          .map(({ code, values }) => {
            if (code !== 'VALUE_NOT_IN_PROJECT') {
              return t(`block.${code}`, { id: value(values, 'id'), project: value(values, 'project') });
            }
            const field = touchedFields.find((name) => name === values.field);
            return t('block.VALUE_NOT_IN_PROJECT', {
              field: field ? common(field) : '—',
              label: value(values, 'label'),
              project: value(values, 'project'),
            });
          })
          .join(' '),
    };
  }, [t, common, format]);
}
