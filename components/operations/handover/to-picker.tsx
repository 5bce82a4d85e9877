'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type ListOption, OptionList } from '@/components/issues/option-list';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { LabelledId } from '@/lib/bulk/changes';
import { toggled } from '../toggled';
import type { Candidate } from './people';

/** As many as a split takes. */
const MOST_SUCCESSORS = 20;

interface ToPickerProps {
  candidates: readonly Candidate[];
  chosen: readonly LabelledId[];
  /** Ids of chosen people who cannot be successors. */
  wrong: ReadonlySet<number>;
  onChange: (ids: number[]) => void;
}

/** Who takes over: one person or several. Who can receive nothing is shown, with the reason. */
export function ToPicker({ candidates, chosen, wrong, onChange }: ToPickerProps) {
  const t = useTranslations('operations.handover.to');
  const [open, setOpen] = useState(false);
  const id = useId();
  const ids = chosen.map((person) => person.id);
  const detailOf = ({ lacking, nowhere, issues, hours }: Candidate) => {
    const projects = lacking.join(' ');
    if (nowhere) return t('nowhere', { projects });
    const load = t('load', { issues, hours });
    return lacking.length > 0 ? `${load} ・ ${t('lacking', { projects })}` : load;
  };
  const options: ListOption[] = candidates.map((candidate) => ({
    key: String(candidate.id),
    label: candidate.name,
    detail: detailOf(candidate),
    mark: <Avatar name={candidate.name} id={candidate.id} />,
    disabled: (candidate.nowhere || ids.length >= MOST_SUCCESSORS) && !ids.includes(candidate.id),
  }));
  const toggle = (key: string) => onChange(toggled(ids, Number(key)));
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1 font-medium text-12 text-fg-2">
        {t('label')}
      </p>
      <div
        className={cn(
          'flex min-h-11 flex-wrap items-center gap-1.5 rounded-ctl border border-line-control bg-surface px-2 py-1.5',
          wrong.size > 0 && 'border-danger',
        )}
      >
        <ul className="contents">
          {chosen.map((person) => (
            <li
              key={person.id}
              className={cn(
                'inline-flex h-7 items-center gap-1.5 rounded-full bg-surface-2 pr-1 pl-1 text-[12.5px]',
                wrong.has(person.id) && 'bg-danger-soft text-danger',
              )}
            >
              <Avatar name={person.label} id={person.id} />
              <span className="whitespace-nowrap">{person.label}</span>
              <button
                type="button"
                aria-label={t('remove', { name: person.label })}
                onClick={() => onChange(toggled(ids, person.id))}
                className="relative grid size-5 place-items-center rounded-full text-fg-3 after:absolute after:-inset-0.5 hover:bg-surface-3 phone:after:-inset-3"
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <Popover open={open} onOpenChange={setOpen}>
          <PopoverTrigger
            className={cn(
              'flex h-7 items-center gap-1 rounded-ctl px-2 text-12 text-fg-2 hover:bg-surface-3',
              chosen.length === 0 && 'flex-1 text-left',
            )}
          >
            <Plus size={14} aria-hidden className="text-fg-3" />
            {chosen.length === 0 ? t('choose') : t('add')}
          </PopoverTrigger>
          <PopoverContent aria-label={t('label')} className="w-[min(380px,calc(100vw-24px))]">
            <OptionList
              label={t('label')}
              searchLabel={t('search')}
              options={options}
              selected={new Set(ids.map(String))}
              multiple
              onToggle={toggle}
              onCommit={(key) => {
                if (key !== null && ids.length === 0) toggle(key);
                setOpen(false);
              }}
            />
          </PopoverContent>
        </Popover>
      </div>
    </div>
  );
}
