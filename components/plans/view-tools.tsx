'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Segmented } from '@/components/ui/segmented';
import type { PlanItem } from './plan-data';
import { includedPerField } from './plan-view';
import type { PlanField } from './touched-fields';
import { useDiffText } from './use-diff-text';

interface ViewToolsProps {
  items: readonly PlanItem[];
  field: PlanField | null;
  onField: (field: PlanField | null) => void;
  columns: 'changed' | 'all';
  onColumns: (columns: 'changed' | 'all') => void;
}

/** How many rows write each field (pressing shows only those), and which columns the table has. */
export function ViewTools({ items, field, onField, columns, onColumns }: ViewToolsProps) {
  const t = useTranslations('plans');
  const text = useDiffText();
  const counts = includedPerField(items);
  return (
    <div className="flex min-h-[42px] flex-none flex-wrap items-center gap-x-1 gap-y-1 py-1.5 pr-3 pl-5 narrow:order-3 phone:pl-4">
      {counts.length > 0 ? <span className="mr-1 text-12 text-fg-3">{t('perField')}</span> : null}
      {counts.map(({ field: name, count }) => (
        <button
          key={name}
          type="button"
          aria-pressed={field === name}
          onClick={() => onField(field === name ? null : name)}
          className={cn(
            'inline-flex h-[26px] items-center gap-1.5 whitespace-nowrap rounded-ctl px-2 text-12 text-fg-2 hover:bg-surface-2 phone:h-9',
            field === name && 'bg-surface-3 text-fg hover:bg-surface-3',
          )}
        >
          <span className="max-w-40 truncate">{text.column(name)}</span>
          <span className="font-medium text-fg tabular-nums">{count.toLocaleString()}</span>
        </button>
      ))}
      <span className="flex-1" />
      <Segmented
        className="phone:hidden"
        label={t('columns.label')}
        value={columns}
        onValueChange={onColumns}
        options={[
          { value: 'changed', label: t('columns.changed') },
          { value: 'all', label: t('columns.all') },
        ]}
      />
    </div>
  );
}
