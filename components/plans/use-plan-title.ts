'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import type { Change } from './plan-data';
import { shorten } from './use-diff-text';

/** A title that names more is not read. */
const MOST_PARTS = 4;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

interface TitledPlan {
  title: string;
  changes: readonly Change[];
  kind: 'bulkUpdate' | 'undo';
  /** Number of the plan whose run is taken back. */
  sourceNumber: number | null;
}

/** The name of a plan: what it takes back, as given, else made from its changes (`担当者を鈴木 健太に変更、コメントを追加`). */
export function usePlanTitle(): (plan: TitledPlan) => string {
  const t = useTranslations('plans.name');
  const undo = useTranslations('plans.undo');
  const common = useTranslations('common.field');
  const locale = useLocale();
  const format = useFormat();
  return useMemo(() => {
    const join = (texts: readonly string[]) => texts.join(locale === 'ja' ? '、' : ', ');
    const nameOf = (value: string | number | { label: string }) => {
      const text = typeof value === 'object' ? value.label : String(value);
      return isoDay.test(text) ? format.shortDay(text) : shorten(text, 30);
    };
    const fieldOf = (change: Change): string => {
      // A custom field is called as its project writes it.
      if (change.field === 'custom') return change.target.label;
      const name = common(change.field);
      return locale === 'ja' ? name : name.toLocaleLowerCase(locale);
    };
    const partOf = (change: Change): string => {
      if (change.field === 'comment') return t('comment');
      if (change.field === 'notify') return t('notify', { people: join(change.people.map(nameOf)) });
      const field = fieldOf(change);
      switch (change.verb) {
        case 'clear':
          return t('clear', { field });
        case 'add':
        case 'remove':
          return t(change.verb, { field, value: join(change.values.map(nameOf)) });
        case 'swap':
          return t('swap', { field, from: nameOf(change.from), value: nameOf(change.to) });
        default: {
          if (change.field === 'estimatedHours' || change.field === 'actualHours') {
            return t('setHours', { field, hours: change.to.toLocaleString(locale) });
          }
          const targets = Array.isArray(change.to) ? change.to : [change.to];
          return t('set', { field, value: join(targets.map(nameOf)) });
        }
      }
    };
    return ({ title, changes, kind, sourceNumber }) => {
      if (kind === 'undo' && sourceNumber) return undo('title', { number: String(sourceNumber) });
      if (title) return title;
      const shown = changes.length > MOST_PARTS ? changes.slice(0, MOST_PARTS - 1) : changes;
      const [first = '', ...more] = shown.map(partOf);
      const parts = [first, ...more.map((part) => part.charAt(0).toLocaleLowerCase(locale) + part.slice(1))];
      if (shown.length === changes.length) return join(parts);
      return join([...parts, t('more', { count: changes.length - shown.length })]);
    };
  }, [t, undo, common, locale, format]);
}
