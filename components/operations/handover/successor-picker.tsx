'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import type { LabelledId } from '@/lib/bulk/changes';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { projectsWithout } from './people';

interface SuccessorPickerProps {
  /** What is given to the person, e.g. 認証 or WEB-12. */
  label: string;
  successors: readonly LabelledId[];
  chosen: number | null;
  /** Projects of the issues that are given: who is in none of them cannot be chosen. */
  projects: readonly ProjectReference[];
  onChoose: (id: number) => void;
  className?: string;
}

/** One of the successors. */
export function SuccessorPicker(props: SuccessorPickerProps) {
  const { label, successors, chosen, projects, onChoose, className } = props;
  const t = useTranslations('operations.handover.to');
  const person = successors.find((one) => one.id === chosen) ?? null;
  return (
    <Menu>
      <MenuTrigger
        className={cn(
          'flex h-7 min-w-0 items-center gap-1.5 rounded-ctl border border-line-control bg-surface px-2 text-left phone:h-11',
          person === null && 'border-danger',
          className,
        )}
      >
        <span className="sr-only">{t('of', { label })}: </span>
        <Avatar name={person?.label ?? null} id={person?.id ?? null} size="sm" />
        <span className={cn('min-w-0 flex-1 truncate', person === null && 'text-fg-3')}>
          {person?.label ?? t('undecided')}
        </span>
        <ChevronDown size={12} aria-hidden className="shrink-0 text-fg-3" />
      </MenuTrigger>
      <MenuContent aria-label={t('of', { label })}>
        <MenuRadioGroup
          value={chosen === null ? '' : String(chosen)}
          onValueChange={(value) => onChoose(Number(value))}
        >
          {successors.map((successor) => {
            const lacking = projectsWithout(successor.id, projects);
            const nowhere = projects.length > 0 && lacking.length === projects.length;
            return (
              <MenuRadioItem key={successor.id} value={String(successor.id)} disabled={nowhere}>
                <span className="flex items-center gap-2">
                  <Avatar name={successor.label} id={successor.id} size="sm" />
                  {successor.label}
                  {lacking.length > 0 ? (
                    <span className="text-11 text-fg-3">
                      {t('lacking', { projects: lacking.map((project) => project.projectKey).join(' ') })}
                    </span>
                  ) : null}
                </span>
              </MenuRadioItem>
            );
          })}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
