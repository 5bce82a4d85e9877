'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/layout/use-format';
import type { Change } from './plan-data';

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** The name of a plan: as given, else made from its changes (`担当者を鈴木 健太に変更、コメントを追加`). */
export function usePlanTitle(): (plan: { title: string; changes: readonly Change[] }) => string {
  const t = useTranslations('plans.name');
  const common = useTranslations('common.field');
  const locale = useLocale();
  const format = useFormat();
  return useMemo(() => {
    const join = (texts: readonly string[]) => texts.join(locale === 'ja' ? '、' : ', ');
    const nameOf = (value: string | { label: string }) => {
      const text = typeof value === 'string' ? value : value.label;
      return isoDay.test(text) ? format.shortDay(text) : text;
    };
    const partOf = (change: Change): string => {
      if (change.field === 'comment') return t('comment');
      const name = common(change.field);
      const field = locale === 'ja' ? name : name.toLocaleLowerCase(locale);
      switch (change.verb) {
        case 'clear':
          return t('clear', { field });
        case 'add':
        case 'remove':
          return t(change.verb, { field, value: join(change.values.map(nameOf)) });
        case 'swap':
          return t('swap', { field, from: nameOf(change.from), value: nameOf(change.to) });
        default: {
          const targets = Array.isArray(change.to) ? change.to : [change.to];
          return t('set', { field, value: join(targets.map(nameOf)) });
        }
      }
    };
    return ({ title, changes }) => {
      if (title) return title;
      const [first = '', ...more] = changes.map(partOf);
      return join([first, ...more.map((part) => part.charAt(0).toLocaleLowerCase(locale) + part.slice(1))]);
    };
  }, [t, common, locale, format]);
}
