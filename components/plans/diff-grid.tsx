'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { Checkbox } from '@/components/ui/checkbox';
import { columnLayout } from './diff-columns';
import { DiffRow } from './diff-row';
import type { Pile, PlanItem, TouchedField } from './plan-data';
import { headBox } from './plan-view';
import { useDiffGrid } from './use-diff-grid';

export interface DiffListProps {
  rows: readonly PlanItem[];
  fields: readonly TouchedField[];
  pile: Pile;
  /** Issues changed by someone after the preview was made. */
  stale: ReadonlySet<number>;
  disabled: boolean;
  onInclude: (ids: number[], included: boolean) => void;
}

/** The plan as a table: one row per issue, one column per touched field. */
export function DiffGrid({ rows, fields, pile, stale, disabled, onInclude }: DiffListProps) {
  const t = useTranslations('plans');
  const common = useTranslations('common');
  const { origin } = useSpace();
  const grid = useDiffGrid(rows, { origin, include: onInclude, enabled: !disabled });
  const { template, minWidth } = columnLayout(fields);
  const head = headBox(rows, pile);
  const heads = [
    common('field.issueKey'),
    common('field.summary'),
    ...fields.map((field) => common(`field.${field}`)),
  ];
  return (
    <div
      ref={grid.scrollRef}
      className="relative min-h-0 flex-1 overflow-auto border-line border-b narrow:order-4"
    >
      <div
        role="grid"
        aria-label={t('gridLabel')}
        aria-rowcount={rows.length + 1}
        aria-colcount={heads.length + 1}
        aria-multiselectable
        className="relative"
        style={{ minWidth, height: grid.virtualizer.getTotalSize() }}
      >
        <div
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
          className="sticky top-0 z-2 grid h-[30px] items-center border-line border-y bg-surface-2 pr-3 pl-2 text-[11.5px] font-medium text-fg-3 *:min-w-0 *:px-2"
        >
          <div role="columnheader">
            {head.ids.length > 0 ? (
              <Checkbox
                checked={head.checked}
                disabled={disabled}
                onCheckedChange={() => onInclude(head.ids, head.checked !== true)}
                aria-label={t('includeAllRows')}
              />
            ) : (
              <span className="sr-only">{t('includeColumn')}</span>
            )}
          </div>
          {heads.map((name) => (
            <div key={name} role="columnheader" className="truncate">
              {name}
            </div>
          ))}
        </div>
        {grid.virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = rows[index];
          return item ? (
            <DiffRow
              key={item.issueId}
              ref={grid.rowRef(index)}
              item={item}
              fields={fields}
              template={template}
              index={index}
              current={index === grid.current}
              stale={stale.has(item.issueId)}
              disabled={disabled}
              style={{ top: 0, transform: `translateY(${start}px)` }}
              onInclude={(included) => onInclude([item.issueId], included)}
              onFocus={() => grid.setCurrent(index)}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}
