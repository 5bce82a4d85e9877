'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ColorChip } from '@/components/ui/color-chip';
import { Segmented } from '@/components/ui/segmented';
import type { ClosureCounts, ClosureRow } from './closure-rows';
import { Lane } from './lane';
import type { SettingSource } from './use-closure';

interface ResolvedLaneProps {
  rows: readonly ClosureRow[];
  /** 処理済み as the project calls it. */
  status: { name: string; color?: string };
  resolvedIsDone: boolean;
  onResolvedIsDone: (done: boolean) => void;
  source: SettingSource;
  counts: ClosureCounts;
}

/** Work that is done but not closed: it is closed, or goes on like the rest. */
export function ResolvedLane(props: ResolvedLaneProps) {
  const { rows, status, resolvedIsDone, onResolvedIsDone, source, counts } = props;
  const t = useTranslations('operations.closure.resolved');
  const effect = t('effect', { close: counts.close, rest: counts.next + counts.none + counts.undecided });
  return (
    <Lane
      className="pl-5 phone:pl-4"
      name={status.name}
      title={<ColorChip label={status.name} color={status.color} className="self-center" />}
      rows={rows}
      empty={t('empty')}
      tools={
        <span className="line-clamp-2 text-11 leading-4">
          {source === 'reading' ? null : effect}
          {source === 'person' || source === 'reading' ? null : ' ・ '}
          {source === 'person' ? null : t(source)}
        </span>
      }
    >
      <ArrowRight size={14} aria-hidden className="shrink-0" />
      <Segmented
        label={t('label', { status: status.name })}
        value={source === 'reading' ? null : resolvedIsDone ? 'close' : 'send'}
        onValueChange={(value) => onResolvedIsDone(value === 'close')}
        options={[
          { value: 'close', label: t('close') },
          { value: 'send', label: t('send') },
        ]}
      />
    </Lane>
  );
}
