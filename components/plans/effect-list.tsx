'use client';
import { useTranslations } from 'next-intl';
import { shorten } from '@/lib/i18n/shorten';
import { type ChangeEffect, changeEffects } from './change-effects';
import type { Change, FixGroup, PlanItem } from './plan-data';
import { planFieldOf } from './touched-fields';
import { useDiffText } from './use-diff-text';

const SHOWN = 6;
/** Comments that stand open. */
const QUOTED = 2;
/** Texts of this length are read in full below the list. */
const LONG = 60;

interface EffectListProps {
  items: readonly PlanItem[];
  changes: readonly Change[];
  fixes: readonly FixGroup[];
}

/** The plan by meaning: which value goes where, how often, and what is said word for word. */
export function EffectList({ items, changes, fixes }: EffectListProps) {
  const t = useTranslations('plans.effects');
  const common = useTranslations('common');
  const text = useDiffText();
  const included = items.filter((item) => item.included);
  const steps = included.flatMap((item) => item.step ?? []);
  const effects = changeEffects(items);
  const notified = new Set(included.flatMap((item) => item.params.notifiedUserId ?? []));
  const named = [...changes, ...fixes.flatMap((fix) => fix.changes)].flatMap((change) =>
    change.field === 'notify' ? change.people.filter(({ id }) => notified.has(id)) : [],
  );
  const people = [...new Map(named.map((person) => [person.id, person])).values()];
  const longTexts = effects.filter(({ diff }) => isLong(diff.after));
  const commented = included.some((item) => item.params.comment !== undefined);
  if (effects.length + steps.length === 0 && !commented) return null;
  return (
    <section className="border-line border-t px-4 py-3 narrow:border-t-0">
      <h3 className="mb-1.5 font-semibold text-13">{t('title')}</h3>
      <ul className="grid gap-1 text-12">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.projectId} ${step.name}`} className="text-accent-text">
            {text.step(step)}
          </li>
        ))}
        {effects.slice(0, SHOWN).map((effect) => (
          <Effect key={effect.key} effect={effect} />
        ))}
      </ul>
      {effects.length > SHOWN ? (
        <p className="mt-1 text-11 text-fg-3">{t('more', { count: effects.length - SHOWN })}</p>
      ) : null}
      {longTexts.map(({ key, diff }) => (
        <Quote key={key} title={text.column(planFieldOf(diff))} text={text.after(diff)} />
      ))}
      {steps.map((step) =>
        step.kind === 'createWiki' ? (
          <Quote key={`wiki ${step.name}`} title={text.step(step)} text={step.content} />
        ) : null,
      )}
      <Comments items={included} />
      {people.length > 0 ? (
        <p className="mt-2 text-12">
          <span className="text-fg-2">{common('field.notify')}</span>{' '}
          <span className="text-accent-text">{text.join(people.map(({ label }) => label))}</span>
        </p>
      ) : null}
    </section>
  );
}

/** Every text that is going to be said, once each; a template makes one per issue, so most of them are folded. */
function Comments({ items }: { items: readonly PlanItem[] }) {
  const t = useTranslations('plans.effects');
  const common = useTranslations('common.field');
  const keysByText = new Map<string, string[]>();
  for (const { issueKey, params } of items) {
    if (params.comment !== undefined) {
      keysByText.set(params.comment, [...(keysByText.get(params.comment) ?? []), issueKey]);
    }
  }
  const texts = [...keysByText];
  const quote = ([text, keys]: [string, string[]]) => {
    const [key = ''] = keys;
    const title = texts.length > 1 && keys.length === 1 ? t('commentOf', { key }) : common('comment');
    return <Quote key={text} title={title} text={text} />;
  };
  const folded = texts.slice(QUOTED);
  return (
    <>
      {texts.slice(0, QUOTED).map(quote)}
      {folded.length > 0 ? (
        <details className="mt-2 text-12">
          <summary className="cursor-pointer text-fg-2">{t('comments', { count: folded.length })}</summary>
          {folded.map(quote)}
        </details>
      ) : null}
    </>
  );
}

const isLong = (value: unknown) => typeof value === 'string' && value.length > LONG;

function Quote({ title, text }: { title: string; text: string }) {
  return (
    <figure className="mt-2">
      <figcaption className="text-12 text-fg-2">{title}</figcaption>
      <blockquote
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and nothing in it takes the focus
        tabIndex={0}
        aria-label={title}
        className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap rounded-ctl bg-accent-soft-2 px-2.5 py-1.5 text-12 text-accent-text [overflow-wrap:anywhere] [word-break:normal]"
      >
        {text}
      </blockquote>
    </figure>
  );
}

function Effect({ effect }: { effect: ChangeEffect }) {
  const common = useTranslations('common');
  const text = useDiffText();
  const { diff } = effect;
  const merged = 'merge' in diff && diff.merge;
  const from = merged ? diff.remove : diff.before;
  const to = merged ? diff.add : diff.after;
  const isList = Array.isArray(to);
  const showsFrom = merged ? diff.remove.length > 0 : effect.sameBefore;
  const showsTo = !merged || (isList && to.length > 0);
  const [old, now] = [text.value(diff.field, from, [diff]), text.value(diff.field, to, [diff])];
  return (
    <li className="flex items-baseline gap-2">
      <span className="max-w-[45%] shrink-0 truncate text-fg-3">{text.column(planFieldOf(diff))}</span>
      <span className="min-w-0 flex-1 truncate" title={showsTo ? now : old}>
        {showsFrom ? <del className="text-fg-3">{shorten(old)}</del> : null}
        {showsTo ? (
          <>
            <span aria-hidden className="text-fg-3">
              {merged && !showsFrom ? '＋ ' : ' → '}
            </span>
            <ins className="font-medium text-accent-text">{shorten(now)}</ins>
          </>
        ) : null}
      </span>
      <span className="whitespace-nowrap tabular-nums">{common('issues', { count: effect.count })}</span>
    </li>
  );
}
