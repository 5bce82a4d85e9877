'use client';
import { BellPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type ListOption, OptionList } from '@/components/issues/option-list';
import { useSpace } from '@/components/layout/space-provider';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { canNotify, notifyFixes } from '@/lib/bulk/notify-fixes';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { useFixControl } from './fix-context';
import { isGuest, type Person } from './people';
import type { PlanItem } from './plan-data';

/** Backlog takes as many people in one update. */
const mostPeople = 50;

interface NotifyPickerProps {
  items: readonly PlanItem[];
  people: ReadonlyMap<number, Person>;
  projects: readonly ProjectReference[];
}

/** Chooses whom every update tells beside the assignee. Who is told on some issues only stays so until touched. */
export function NotifyPicker({ items, people, projects }: NotifyPickerProps) {
  const t = useTranslations('plans.forecast');
  const { me } = useSpace();
  const { apply, disabled } = useFixControl();
  const [open, setOpen] = useState(false);
  const [wishes, setWishes] = useState<ReadonlyMap<number, boolean>>(new Map());
  const rows = useMemo(() => items.filter(canNotify), [items]);
  const told = useMemo(() => timesTold(rows), [rows]);
  const isOn = (id: number) => wishes.get(id) ?? told.get(id) === rows.length;

  const options = [...people.values()]
    .filter((person) => person.id !== me.id && (person.role !== undefined || told.has(person.id)))
    .map((person): ListOption => {
      const times = told.get(person.id) ?? 0;
      const partly = times > 0 && times < rows.length && !wishes.has(person.id);
      return {
        key: String(person.id),
        label: person.name,
        mark: <Avatar name={person.name} id={person.id} />,
        hint: [
          isGuest(person) ? t('guest') : '',
          partly ? t('partly', { count: times, total: rows.length }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'ja'));
  const selected = new Set([...people.keys()].filter(isOn).map(String));

  const members = new Map(
    projects.map((project) => [project.id, new Set(project.members.map(({ id }) => id))]),
  );
  const commit = () => {
    const nameOf = (id: number) => people.get(id)?.name ?? `#${id}`;
    const on = [...wishes].flatMap(([id, wanted]) => (wanted ? [{ id, label: nameOf(id) }] : []));
    const off = new Set([...wishes].flatMap(([id, wanted]) => (wanted ? [] : [id])));
    const place = { membersOf: (id: number) => members.get(id) ?? null, nameOf };
    const fixes = notifyFixes(items, { add: on, remove: off }, place);
    setOpen(false);
    if (fixes.length > 0 && !disabled) apply(fixes);
  };

  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setWishes(new Map());
        setOpen(next);
      }}
    >
      <PopoverTrigger asChild>
        <Button tone="ghost" disabled={disabled} className="-ml-2.5 phone:h-11">
          <BellPlus size={14} aria-hidden />
          {t('choose')}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('choose')} className="w-[min(320px,calc(100vw-24px))]">
        <OptionList
          label={t('choose')}
          searchLabel={t('search')}
          options={options}
          selected={selected}
          multiple
          onToggle={(key) => setWishes(new Map(wishes).set(Number(key), !isOn(Number(key))))}
          onCommit={commit}
        />
        <div className="mt-1.5 border-line border-t px-1 pt-2">
          <p className="mb-2 text-11 text-fg-3">{t('membersOnly')}</p>
          <Button
            tone="ink"
            block
            disabled={disabled || wishes.size === 0 || selected.size > mostPeople}
            onClick={commit}
            className="phone:h-11"
          >
            {t('apply')}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}

/** How many rows tell each person. */
function timesTold(rows: readonly PlanItem[]): ReadonlyMap<number, number> {
  const told = new Map<number, number>();
  for (const { params } of rows) {
    for (const id of new Set(params.notifiedUserId ?? [])) told.set(id, (told.get(id) ?? 0) + 1);
  }
  return told;
}
