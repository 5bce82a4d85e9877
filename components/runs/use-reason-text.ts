'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import { useSentences } from '@/components/layout/use-sentences';
import { shorten, useDiffText } from '@/components/plans/use-diff-text';
import type { ItemReason, RunItem } from './run-data';

/** What happened to an item and what a person can do about it, in words. */
export interface ReasonText {
  text: string;
  fix: string;
  /** For whoever asks Backlog's support: HTTP status and Backlog's own code. */
  code: string | null;
}

export function useReasonText(): (item: RunItem) => ReasonText | null {
  const t = useTranslations('runs.reason');
  const format = useFormat();
  const diff = useDiffText();
  const sentences = useSentences();
  return useMemo(() => {
    const changes = (fields: NonNullable<ItemReason['fields']>, diffs: RunItem['diffs']) =>
      diff.join(
        fields.flatMap(({ field, now }) =>
          field === 'project'
            ? []
            : [
                t('fieldNow', {
                  field: diff.field(field, diffs),
                  value: shorten(diff.value(field, now, diffs)),
                }),
              ],
        ),
      );
    const textOf = (reason: ItemReason, diffs: RunItem['diffs']): string => {
      switch (reason.code) {
        case 'CHANGED_MEANWHILE':
        case 'CHANGED_DURING_WRITE': {
          const list = changes(reason.fields ?? [], diffs) || t('fieldsUnknown');
          return reason.by
            ? t(`${reason.code}.text`, {
                at: format.instant(reason.by.at),
                by: reason.by.name,
                changes: list,
              })
            : t(`${reason.code}.textPlain`, { changes: list });
        }
        case 'REFUSED':
          return reason.message ? t('REFUSED.text', { message: reason.message }) : t('REFUSED.textPlain');
        case 'SETTLED_BY_HAND':
          return t('SETTLED_BY_HAND.text', {
            at: reason.by ? format.instant(reason.by.at) : '—',
            by: reason.by?.name ?? '—',
          });
        case 'NOT_CARRIED_OUT':
          return t('NOT_CARRIED_OUT.text', { attempts: reason.attempts ?? 1 });
        case 'MILESTONE_NOT_EMPTY':
          return t('MILESTONE_NOT_EMPTY.text', { count: reason.count ?? 1 });
        default:
          return t(`${reason.code}.text`);
      }
    };
    return (item) => {
      const { reason } = item;
      if (reason === null) {
        if (item.differs.length === 0) return null;
        const fields = diff.join(item.differs.map((field) => diff.field(field, item.diffs)));
        return { text: t('differs.text', { fields }), fix: t('differs.fix'), code: null };
      }
      const codes = [reason.status, reason.backlogCode].filter((code) => typeof code === 'number');
      const told = reason.code !== 'REFUSED' && reason.message;
      return {
        text: told
          ? sentences(textOf(reason, item.diffs), t('REFUSED.text', { message: told }))
          : textOf(reason, item.diffs),
        fix: t(`${reason.code}.fix`),
        code: codes.length > 0 ? codes.join(' / ') : null,
      };
    };
  }, [t, format, diff, sentences]);
}
