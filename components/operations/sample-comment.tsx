'use client';
import { ChevronLeft, ChevronRight, Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';

/** A comment as one issue would get it. */
export interface Sample {
  issueKey: string;
  text: string;
}

/** The comment as it will stand on one real issue after the other. */
export function SampleComment({ samples }: { samples: readonly Sample[] }) {
  const t = useTranslations('operations.common.comment');
  const { me } = useSpace();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, samples.length - 1);
  const sample = samples[at];
  if (sample === undefined) return <p className="mt-2 text-11 text-fg-3">{t('sampleLater')}</p>;
  const step = (by: number) => setWanted((at + by + samples.length) % samples.length);
  return (
    <section aria-label={t('sample')} className="mt-2.5 rounded-card bg-surface-2 px-3 pt-2 pb-3">
      <div className="mb-1.5 flex items-center gap-1.5 text-11 text-fg-3 tabular-nums">
        <Eye size={12} aria-hidden />
        {t('sampleOf', { key: sample.issueKey })}
        <span className="flex-1" />
        <span aria-live="polite">{`${at + 1} / ${samples.length}`}</span>
        <Button
          tone="ghost"
          size="square"
          aria-label={t('previous')}
          onClick={() => step(-1)}
          className="size-6 phone:size-11"
        >
          <ChevronLeft size={12} aria-hidden />
        </Button>
        <Button
          tone="ghost"
          size="square"
          aria-label={t('next')}
          onClick={() => step(1)}
          className="size-6 phone:size-11"
        >
          <ChevronRight size={12} aria-hidden />
        </Button>
      </div>
      <div className="flex items-start gap-2.5">
        <Avatar name={me.name} id={me.id} size="lg" />
        <div className="min-w-0">
          <b className="text-12">{me.name}</b>
          <p className="whitespace-pre-wrap text-12 leading-[1.7] [font-feature-settings:normal] [overflow-wrap:anywhere]">
            {sample.text}
          </p>
        </div>
      </div>
    </section>
  );
}
