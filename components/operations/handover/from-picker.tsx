'use client';
import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type ListOption, OptionList } from '@/components/issues/option-list';
import { Avatar } from '@/components/ui/avatar';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { Holder } from './people';

interface FromPickerProps {
  holders: readonly Holder[];
  /** The chosen one; null while nobody is, or while they hold nothing. */
  chosen: Holder | null;
  /** Name of a chosen person who holds nothing any more. */
  name: string | null;
  wrong: boolean;
  onChoose: (id: number) => void;
}

/** Who hands over: people who hold open issues, former members too. */
export function FromPicker({ holders, chosen, name, wrong, onChoose }: FromPickerProps) {
  const t = useTranslations('operations.handover.from');
  const { number } = useFormatter();
  const [open, setOpen] = useState(false);
  const id = useId();
  const figures = ({ issues, overdue, hours }: Holder) => t('figures', { issues, overdue, hours });
  const options: ListOption[] = holders.map((holder) => ({
    key: String(holder.id),
    label: holder.name,
    hint: holder.former ? t('former') : undefined,
    detail: `${t('detail', { overdue: holder.overdue, hours: holder.hours })} ・ ${holder.projects.map((project) => project.projectKey).join(' ')}`,
    mark: <Avatar name={holder.name} id={holder.id} />,
    count: holder.issues,
  }));
  const shown = chosen?.name ?? name;
  return (
    <div>
      <p id={id} className="mb-1 font-medium text-12 text-fg-2">
        {t('label')}
      </p>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger
          aria-describedby={`${id}-figures`}
          data-invalid={wrong || undefined}
          className="flex h-11 w-full min-w-0 items-center gap-2 rounded-ctl border border-line-control bg-surface px-2 text-left data-invalid:border-danger"
        >
          <Avatar name={shown} id={chosen?.id ?? null} size="lg" />
          <span className="min-w-0 flex-1 leading-[17px]">
            <span className="sr-only">{t('label')}: </span>
            <span className="flex items-center gap-1.5">
              <span className={shown === null ? 'truncate text-fg-3' : 'truncate font-medium'}>
                {shown ?? t('choose')}
              </span>
              {chosen?.former ? <span className="shrink-0 text-11 text-warn">{t('former')}</span> : null}
            </span>
            <span id={`${id}-figures`} className="block truncate text-11 text-fg-3 tabular-nums">
              {chosen ? figures(chosen) : name === null ? t('hint') : t('holdsNone')}
            </span>
          </span>
          <ChevronDown size={14} aria-hidden className="shrink-0 text-fg-3" />
        </PopoverTrigger>
        <PopoverContent aria-label={t('label')} className="w-[min(380px,calc(100vw-24px))]">
          <OptionList
            label={t('label')}
            searchLabel={t('search')}
            options={options}
            selected={new Set(chosen ? [String(chosen.id)] : [])}
            multiple={false}
            onToggle={() => undefined}
            onCommit={(key) => {
              if (key !== null) onChoose(Number(key));
              setOpen(false);
            }}
          />
          <p className="px-2 pt-1.5 pb-1 text-11 text-fg-3 tabular-nums">
            {t('listNote', { count: number(holders.length) })}
          </p>
        </PopoverContent>
      </Popover>
    </div>
  );
}
