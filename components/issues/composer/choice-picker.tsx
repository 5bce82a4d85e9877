'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { ColorChip, colorStyle } from '@/components/ui/color-chip';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { ChangeKey } from '@/lib/bulk/change-key';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { type ListOption, OptionList } from '../option-list';
import { type Choice, projectsWithout } from './choice';

interface ChoicePickerProps {
  field: ChangeKey;
  /** Names the control, e.g. 状態 or 入れ替える値. */
  label: string;
  choices: readonly Choice[];
  chosen: readonly Choice[];
  /** Projects of the selected issues. */
  projects: readonly ProjectReference[];
  multiple?: boolean;
  /** The list is open from the start: the person has just asked for this field. */
  openAtOnce?: boolean;
  onChoose: (chosen: readonly Choice[]) => void;
}

/** Field with a searchable list. Values that some selected projects do not have say which. */
export function ChoicePicker(props: ChoicePickerProps) {
  const { field, label, choices, chosen, projects, multiple = false } = props;
  const t = useTranslations('composer');
  const [open, setOpen] = useState(props.openAtOnce ?? false);
  // A value taken over from a plan may have another key than the list gives it.
  const keyOf = (choice: Choice) =>
    choices.find((each) => each.key === choice.key || sameChoice(each, choice))?.key ?? choice.key;
  const keys = new Set(chosen.map(keyOf));
  const missing =
    choices.length === 0
      ? []
      : chosen.filter((choice) => !choices.some((each) => each.key === keyOf(choice)));
  const all = [...choices, ...missing];
  const options: ListOption[] = all.map((choice) => {
    const without = projectsWithout(choice, projects);
    return {
      key: choice.key,
      label: choice.label,
      hint: [
        choice.archived ? t('archived') : '',
        without.length > 0 ? t('notIn', { projects: without.join(' ') }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
      mark: markOf(field, choice),
    };
  });

  function toggle(key: string) {
    const choice = all.find((each) => each.key === key);
    if (!choice) return;
    props.onChoose(keys.has(key) ? chosen.filter((each) => keyOf(each) !== key) : [...chosen, choice]);
  }

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        data-first-control
        className="flex h-8 w-full min-w-0 items-center gap-1.5 rounded-ctl border border-line-control bg-surface px-2 text-left phone:h-11"
      >
        <span className="flex min-w-0 flex-1 items-center gap-1.5 overflow-hidden">
          <span className="sr-only">{label}: </span>
          {chosen.length === 0 ? (
            <span className="truncate text-fg-3">{multiple ? t('chooseSome') : t('choose')}</span>
          ) : (
            chosen.map((choice) => (
              <span key={choice.key} className="flex min-w-0 items-center gap-1.5">
                <Chosen field={field} choice={choice} />
              </span>
            ))
          )}
        </span>
        <ChevronDown size={14} aria-hidden className="shrink-0 text-fg-3" />
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-[min(360px,calc(100vw-24px))]">
        <OptionList
          label={label}
          searchLabel={t('searchIn', { field: label })}
          options={options}
          selected={keys}
          multiple={multiple}
          onToggle={toggle}
          onCommit={(key) => {
            const choice = all.find((each) => each.key === key);
            if (!multiple && choice) props.onChoose([choice]);
            else if (multiple && key !== null && keys.size === 0) toggle(key);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function sameChoice(a: Choice, b: Choice): boolean {
  if (a.id !== null || b.id !== null) return a.id === b.id;
  return Object.entries(a.byProject).some(([project, id]) => b.byProject[project] === id);
}

const people: ReadonlySet<ChangeKey> = new Set(['assignee', 'notify']);
/** Shown as plain text; values of lists as tags. */
const bare: ReadonlySet<ChangeKey> = new Set(['priority', 'resolution', 'issueType', 'assignee', 'notify']);

function Chosen({ field, choice }: { field: ChangeKey; choice: Choice }): ReactNode {
  if (field === 'status') return <ColorChip label={choice.label} color={choice.color} />;
  return (
    <>
      {markOf(field, choice)}
      <span className={cn('truncate', !bare.has(field) && 'rounded-tag bg-surface-2 px-1.5')}>
        {choice.label}
      </span>
    </>
  );
}

function markOf(field: ChangeKey, choice: Choice): ReactNode {
  if (people.has(field)) return <Avatar name={choice.label} id={choice.id} />;
  if (field !== 'status' && field !== 'issueType') return null;
  return (
    <span
      aria-hidden
      style={colorStyle(choice.color)}
      className={cn('type-mark size-2 shrink-0', field === 'issueType' ? 'rounded-[2.5px]' : 'rounded-full')}
    />
  );
}
