'use client';
import { ArrowRight, LayoutList } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Spinner } from '@/components/ui/spinner';
import { FieldFailure } from './field-failure';
import type { OfferedSpace } from './sign-in-types';
import type { FailureText } from './use-failure-text';

interface SpaceChoiceProps {
  spaces: OfferedSpace[];
  /** Host that is being checked. */
  checking: string | null;
  onChoose: (host: string) => void;
  failure: FailureText | null;
}

/** The spaces this server offers, by name. */
export function SpaceChoice({ spaces, checking, onChoose, failure }: SpaceChoiceProps) {
  const t = useTranslations('signIn');
  return (
    <section aria-labelledby="choose-space">
      <h2 id="choose-space" className="mb-1 text-12 font-medium text-fg-2">
        {t('choose')}
      </h2>
      <ul className="overflow-hidden rounded-card border border-line-2">
        {spaces.map((space) => (
          <li key={space.host} className="border-line not-first:border-t">
            <button
              type="button"
              aria-disabled={checking !== null}
              onClick={() => checking === null && onChoose(space.host)}
              className="flex w-full items-center gap-3 bg-surface px-3.5 py-2.5 text-left hover:bg-hover focus-visible:-outline-offset-2"
            >
              <LayoutList size={16} aria-hidden className="shrink-0 text-fg-3" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-fg">{space.name ?? space.host}</span>
                {space.name ? <span className="block truncate text-12 text-fg-3">{space.host}</span> : null}
              </span>
              {checking === space.host ? (
                <Spinner className="text-fg-3" />
              ) : (
                <ArrowRight size={14} aria-hidden className="text-fg-3" />
              )}
            </button>
          </li>
        ))}
      </ul>
      {failure ? <FieldFailure id="choose-space-failure" text={failure} /> : null}
    </section>
  );
}
