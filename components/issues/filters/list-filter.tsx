'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { type ListOption, OptionList } from '../option-list';
import type { FilterOption, OptionLook } from './filter-options';
import { OptionMark } from './option-mark';
import { useResultCount } from './use-result-count';

/** Key of "everything but 完了", which excludes every single status. */
export const OPEN_KEY = 'open';

interface ListFilterProps {
  label: string;
  options: readonly FilterOption[];
  chosen: ReadonlySet<string>;
  /** Name of "everything but 完了"; only the status filter has it. */
  openLabel?: string | undefined;
  /** Issues of the list per entry, while they are known. */
  countOf: ((option: FilterOption) => number) | null;
  /** How many issues the list would have with these entries; null when only Backlog can tell. */
  localResult: ((keys: ReadonlySet<string>) => number) | null;
  /** The question for Backlog, where it cannot be counted here. */
  remoteResult: (keys: ReadonlySet<string>) => Parameters<typeof useResultCount>[0];
  onApply: (keys: ReadonlySet<string>) => void;
}

/** Popover of a filter that is a list of values. */
export function ListFilter(props: ListFilterProps) {
  const { options, countOf, openLabel } = props;
  const t = useTranslations('issues.filter');
  const { me } = useSpace();
  const [keys, setKeys] = useState(props.chosen);
  const changed = keys.size !== props.chosen.size || [...keys].some((key) => !props.chosen.has(key));
  const local = props.localResult?.(keys) ?? null;
  const remote = useResultCount(changed && local === null ? props.remoteResult(keys) : null);
  const result = local ?? remote;

  const hintOf = ({ look, projectKeys, archived }: FilterOption) => {
    if (look.kind === 'person' && look.id === me.id) return t('me');
    return [...projectKeys, ...(archived ? [t('archived')] : [])].join(' ') || undefined;
  };
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    if (key === OPEN_KEY) for (const other of keys) next.delete(other);
    else next.delete(OPEN_KEY);
    setKeys(next);
  };
  const listed: ListOption[] = options.map((option) => ({
    key: option.key,
    label: option.label,
    hint: hintOf(option),
    mark: markOf(option.look, option.label),
    count: countOf?.(option),
  }));
  const open: ListOption[] = openLabel ? [{ key: OPEN_KEY, label: openLabel, divides: true }] : [];

  const buttonText = () => {
    if (keys.size === 0) return props.chosen.size === 0 ? t('apply') : t('applyNone');
    return result === null ? t('apply') : t('applyCount', { count: result });
  };

  return (
    <>
      <OptionList
        multiple
        label={props.label}
        searchLabel={t('search', { field: props.label })}
        options={[...open, ...listed]}
        selected={keys}
        onToggle={toggle}
        onCommit={(active) => props.onApply(!changed && active !== null ? new Set([active]) : keys)}
      />
      <div
        aria-hidden
        className="mx-0.5 mt-1.5 flex items-center gap-1 border-line border-t px-2 pt-2 text-11 text-fg-3 phone:hidden"
      >
        <Kbd>↑↓</Kbd> {t('keyMove')} <Kbd className="ml-1.5">Space</Kbd> {t('keyTick')}
        <Kbd className="ml-1.5">↵</Kbd> {t('keyApply')}
      </div>
      <div className="px-0.5 pt-1.5 pb-0.5" aria-live="polite">
        <Button
          tone="ink"
          block
          disabled={keys.size === 0 && props.chosen.size === 0}
          onClick={() => props.onApply(keys)}
          className="phone:h-11"
        >
          {buttonText()}
        </Button>
      </div>
    </>
  );
}

function markOf(look: OptionLook, name: string) {
  return look.kind === 'plain' || look.kind === 'priority' ? null : <OptionMark look={look} name={name} />;
}
