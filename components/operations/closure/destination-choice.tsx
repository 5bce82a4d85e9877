'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import type { Destination } from './closure-data';

interface DestinationChoiceProps {
  value: Destination | null;
  onChoose: (to: Destination) => void;
  /** Name of the next milestone; null while there is none. */
  nextName: string | null;
  /** What is decided about, for screen readers. */
  label: string;
  className?: string;
}

/** Into the next milestone, into none, or closed. */
export function DestinationChoice({ value, onChoose, nextName, label, className }: DestinationChoiceProps) {
  const t = useTranslations('operations.closure.to');
  return (
    <Segmented<Destination>
      size="sm"
      label={label}
      value={value}
      onValueChange={onChoose}
      options={[
        {
          value: 'next',
          label: (
            <span className="max-w-24 truncate" title={nextName ?? undefined}>
              {nextName || t('next')}
            </span>
          ),
        },
        { value: 'none', label: t('none') },
        { value: 'close', label: t('close') },
      ]}
      {...(className ? { className } : {})}
    />
  );
}
