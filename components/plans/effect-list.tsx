'use client';
import { useTranslations } from 'next-intl';
import { type ChangeEffect, changeEffects } from './change-effects';
import type { PlanItem } from './plan-data';
import { useDiffText } from './use-diff-text';

const SHOWN = 6;

/** The plan by meaning: which value goes where, how often, and the comment word for word. */
export function EffectList({ items }: { items: readonly PlanItem[] }) {
  const t = useTranslations('plans.effects');
  const common = useTranslations('common');
  const effects = changeEffects(items);
  const comments = new Set(
    items.flatMap((item) =>
      item.included && item.params.comment !== undefined ? [item.params.comment] : [],
    ),
  );
  if (effects.length + comments.size === 0) return null;
  return (
    <section className="border-line border-t px-4 py-3 narrow:border-t-0">
      <h3 className="mb-1.5 font-semibold text-13">{t('title')}</h3>
      <ul className="grid gap-1 text-12">
        {effects.slice(0, SHOWN).map((effect) => (
          <Effect key={effect.key} effect={effect} />
        ))}
      </ul>
      {effects.length > SHOWN ? (
        <p className="mt-1 text-11 text-fg-3">{t('more', { count: effects.length - SHOWN })}</p>
      ) : null}
      {[...comments].map((comment) => (
        <figure key={comment} className="mt-2">
          <figcaption className="text-12 text-fg-2">{common('field.comment')}</figcaption>
          <blockquote className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap rounded-ctl bg-accent-soft-2 px-2.5 py-1.5 text-12 text-accent-text [overflow-wrap:anywhere]">
            {comment}
          </blockquote>
        </figure>
      ))}
    </section>
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
  return (
    <li className="flex items-baseline gap-2">
      <span className="shrink-0 text-fg-3">{text.field(diff.field)}</span>
      <span className="min-w-0 flex-1 truncate">
        {showsFrom ? <del className="text-fg-3">{text.value(diff.field, from)}</del> : null}
        {showsTo ? (
          <>
            <span aria-hidden className="text-fg-3">
              {merged && !showsFrom ? '＋ ' : ' → '}
            </span>
            <ins className="font-medium text-accent-text">{text.value(diff.field, to)}</ins>
          </>
        ) : null}
      </span>
      <span className="whitespace-nowrap tabular-nums">{common('issues', { count: effect.count })}</span>
    </li>
  );
}
