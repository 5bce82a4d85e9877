'use client';
import { Ban, CircleSlash2, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EvidenceLine } from '@/lib/i18n/evidence/lines';
import { outcomeLook } from '../outcome-look';

function iconOf(result: EvidenceLine['result']): LucideIcon {
  switch (result) {
    case 'notNeeded':
      return outcomeLook.unchanged.icon;
    case 'leftOut':
      return CircleSlash2;
    case 'blocked':
      return Ban;
    default:
      return outcomeLook[result].icon;
  }
}

/** How a row stands, why, how often it was sent, and what a later run did with it. */
export function EvidenceResult({ line, reason }: { line: EvidenceLine; reason: string }) {
  const t = useTranslations('evidence');
  const { result, resultText, attempts, later } = line;
  const Icon = iconOf(result);
  return (
    <>
      <span className="flex items-center gap-1.5 font-medium">
        <Icon size={13} strokeWidth={1.9} aria-hidden className="shrink-0 text-fg-3" />
        {resultText}
      </span>
      {reason === '' ? null : <span className="block text-fg-2">{reason}</span>}
      {attempts > 1 ? (
        <span className="block text-11 text-fg-2">{t('sentTimes', { count: attempts })}</span>
      ) : null}
      {later === '' ? null : <span className="block text-11 text-fg-2">{later}</span>}
    </>
  );
}
