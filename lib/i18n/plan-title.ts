import type { Change } from '@/lib/bulk/changes';
import type { PlanKind } from '@/lib/bulk/plan';
import { joinNames } from './join-texts';
import { shorten } from './shorten';
import type { Wording } from './wording';

/** A title that names more is not read. */
const MOST_PARTS = 4;
/** Longest name inside a title. */
const MOST_CHARS = 30;

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

export interface TitledPlan {
  title: string;
  changes: readonly Change[];
  kind: PlanKind;
  /** Of an operation: what it is about. */
  subject: string | null;
  /** Number of the plan whose run is taken back. */
  sourceNumber: number | null;
}

/** One change in words (`担当者を鈴木 健太に変更`); longer names are cut after `most` characters. */
export function changeWords({ t, locale, day }: Wording, most: number): (change: Change) => string {
  const join = (texts: readonly string[]) => joinNames(locale, texts);
  const nameOf = (value: string | number | { label: string }) => {
    const text = typeof value === 'object' ? value.label : String(value);
    return isoDay.test(text) ? day(text) : shorten(text, most);
  };
  const fieldOf = (change: Change): string => {
    // A custom field is called as its project writes it.
    if (change.field === 'custom') return change.target.label;
    const name = t(`common.field.${change.field}`);
    return locale === 'ja' ? name : name.toLocaleLowerCase(locale);
  };
  return (change) => {
    if (change.field === 'comment') return t('plans.name.comment');
    if (change.field === 'notify') return t('plans.name.notify', { people: join(change.people.map(nameOf)) });
    const field = fieldOf(change);
    switch (change.verb) {
      case 'clear':
        return t('plans.name.clear', { field });
      case 'add':
      case 'remove':
        return t(`plans.name.${change.verb}`, { field, value: join(change.values.map(nameOf)) });
      case 'swap':
        return t('plans.name.swap', { field, from: nameOf(change.from), value: nameOf(change.to) });
      default: {
        if (change.field === 'estimatedHours' || change.field === 'actualHours') {
          return t('plans.name.setHours', { field, hours: change.to.toLocaleString(locale) });
        }
        const targets = Array.isArray(change.to) ? change.to : [change.to];
        return t('plans.name.set', { field, value: join(targets.map(nameOf)) });
      }
    }
  };
}

/** The name of a plan: what it takes back, as given, else made from its changes (`担当者を鈴木 健太に変更、コメントを追加`). */
export function planTitle(wording: Wording): (plan: TitledPlan) => string {
  const { t, locale } = wording;
  const partOf = changeWords(wording, MOST_CHARS);
  return ({ title, changes, kind, subject, sourceNumber }) => {
    if (kind === 'undo' && sourceNumber) return t('plans.undo.title', { number: String(sourceNumber) });
    if (title) return title;
    if (kind === 'handover' || kind === 'closure') {
      return t(`plans.operation.${kind}`, { subject: subject ?? '—' });
    }
    if (kind === 'overdue') return t('plans.operation.overdue');
    const shown = changes.length > MOST_PARTS ? changes.slice(0, MOST_PARTS - 1) : changes;
    const [first = '', ...more] = shown.map(partOf);
    const parts = [first, ...more.map((part) => part.charAt(0).toLocaleLowerCase(locale) + part.slice(1))];
    if (shown.length < changes.length) {
      parts.push(t('plans.name.more', { count: changes.length - shown.length }));
    }
    return joinNames(locale, parts);
  };
}
