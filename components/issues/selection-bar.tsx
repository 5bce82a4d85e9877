'use client';
import { Ellipsis, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { VisibleRangeStore } from '@/components/data-table/visible-range';
import { cn } from '@/components/ui/cn';
import type { ChangeKey } from '@/lib/bulk/change-key';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { PlainKey } from './composer/block-field';
import { fieldIcons } from './composer/field-icons';

interface SelectionBarProps {
  /** How many are selected, loaded or not. */
  count: number;
  selected: ReadonlySet<number>;
  /** Rows of the list in their order, and which of them are on the screen. */
  rows: readonly IssueRow[];
  visible: VisibleRangeStore;
  /** What the composer would set, by field, e.g. a person's name. */
  settings: ReadonlyMap<ChangeKey, string>;
  /** Why nothing can be changed; null when it can. */
  obstacle: string | null;
  onField: (field: PlainKey | null) => void;
  onPreview: () => void;
  onClear: () => void;
}

const barFields: readonly { field: PlainKey; className: string }[] = [
  { field: 'status', className: '' },
  { field: 'assignee', className: '' },
  { field: 'dueDate', className: '' },
  { field: 'milestone', className: 'phone:hidden' },
  { field: 'category', className: 'narrow:hidden' },
];

/** Floats over the list while something is selected: how many, what to change, preview. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, settings, obstacle } = props;
  const t = useTranslations('issues.bar');
  const fields = useTranslations('common.field');
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="absolute bottom-5 left-1/2 z-10 flex h-[46px] max-w-[calc(100%-16px)] -translate-x-1/2 items-center gap-0.5 whitespace-nowrap rounded-float bg-bar pr-[7px] pl-1.5 text-on-bar shadow-e3 phone:inset-x-2 phone:bottom-3 phone:h-auto phone:max-w-none phone:translate-x-0 phone:flex-wrap phone:rounded-[14px] phone:px-2.5 phone:py-2.5"
    >
      <BarButton label={t('clear')} onClick={props.onClear}>
        <X size={16} aria-hidden className="opacity-75" />
      </BarButton>
      <p className="mr-1.5 flex h-6 items-baseline whitespace-nowrap gap-1.5 border-on-bar/20 border-r pr-3 pl-1 leading-6 phone:mr-0 phone:flex-1 phone:border-0">
        <span aria-live="polite">
          {t.rich('selected', { count, b: (chunks) => <b className="text-14 tabular-nums">{chunks}</b> })}
        </span>
        <OffScreen {...props} />
      </p>
      <div className="contents phone:order-3 phone:mt-2 phone:flex phone:w-full phone:gap-1 phone:overflow-hidden phone:border-on-bar/20 phone:border-t phone:pt-2">
        {barFields.map(({ field, className }) => {
          const Icon = fieldIcons[field];
          const set = settings.get(field);
          return (
            <BarButton
              key={field}
              disabled={obstacle !== null}
              title={obstacle ?? undefined}
              onClick={() => props.onField(field)}
              className={cn(set !== undefined && 'bg-on-bar/15', className)}
            >
              <Icon size={16} strokeWidth={1.6} aria-hidden className="opacity-75" />
              {fields(field)}
              {set === undefined ? null : <span className="max-w-32 truncate text-on-bar-new">{set}</span>}
            </BarButton>
          );
        })}
        <BarButton
          label={t('otherFields')}
          disabled={obstacle !== null}
          title={obstacle ?? undefined}
          onClick={() => props.onField(null)}
        >
          <Ellipsis size={16} aria-hidden className="opacity-75" />
          <span className="phone:hidden">{t('other')}</span>
        </BarButton>
      </div>
      <button
        type="button"
        disabled={obstacle !== null}
        title={obstacle ?? undefined}
        onClick={props.onPreview}
        className="ml-1.5 inline-flex h-8 items-center gap-1.5 rounded-[7px] bg-on-bar px-3 font-semibold text-bar hover:bg-on-bar/90 disabled:cursor-not-allowed disabled:opacity-50 phone:h-11 phone:px-4"
      >
        {t('preview')}
        <kbd className="rounded-tag border border-bar/40 px-1 font-medium font-sans text-11 narrow:hidden">
          Ctrl ↵
        </kbd>
      </button>
    </div>
  );
}

/** Its own subscription: scrolling renders this line, not the page. */
function OffScreen({ count, selected, rows, visible }: SelectionBarProps) {
  const t = useTranslations('issues.bar');
  const range = useSyncExternalStore(visible.subscribe, visible.get, visible.get);
  const onScreen = rows.slice(range.first, range.last + 1).filter((row) => selected.has(row.id)).length;
  const inList = rows.filter((row) => selected.has(row.id)).length;
  const offScreen = count - onScreen;
  const notListed = Math.max(0, selected.size - inList);
  if (offScreen <= 0) return null;
  return (
    <span className="text-[11.5px] text-on-bar-2 tabular-nums">
      {t('offScreen', { count: offScreen })}
      {notListed > 0 ? t('notListed', { count: notListed }) : null}
    </span>
  );
}

interface BarButtonProps {
  label?: string;
  title?: string | undefined;
  disabled?: boolean;
  onClick: () => void;
  className?: string;
  children: ReactNode;
}

function BarButton({ label, title, disabled = false, onClick, className, children }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={title ?? label}
      disabled={disabled}
      onClick={onClick}
      className={cn(
        'inline-flex h-8 items-center gap-1.5 rounded-[7px] px-[9px] font-medium hover:bg-on-bar/10 disabled:cursor-not-allowed disabled:opacity-50 phone:h-11',
        className,
      )}
    >
      {children}
    </button>
  );
}
