'use client';
import { useTranslations } from 'next-intl';
import { Fragment, useMemo } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Checkbox } from '@/components/ui/checkbox';
import { columnLayout, fullDayFields } from './diff-columns';
import { DiffRow } from './diff-row';
import type { Pile, PlanItem } from './plan-data';
import { type CustomDiffs, headBox, stageAt, stageStarts } from './plan-view';
import { StageHead } from './stage-head';
import type { PlanField } from './touched-fields';
import { stageHeight, useDiffGrid } from './use-diff-grid';
import { useDiffText } from './use-diff-text';

export interface DiffListProps {
  rows: readonly PlanItem[];
  fields: readonly PlanField[];
  /** One difference of each custom column and project. */
  customs: CustomDiffs;
  /** Stages of the whole plan. */
  stages: readonly number[];
  /** What each of them does, in their order. */
  stageNames: readonly string[];
  pile: Pile;
  /** Issues changed by someone after the preview was made. */
  stale: ReadonlySet<number>;
  disabled: boolean;
  onInclude: (ids: number[], included: boolean) => void;
}

/** The plan as a table: one row per issue, one column per touched field. */
export function DiffGrid(props: DiffListProps) {
  const { rows, fields, stages, pile, stale, disabled, onInclude } = props;
  const t = useTranslations('plans');
  const common = useTranslations('common');
  const { origin, today } = useSpace();
  const text = useDiffText();
  const starts = useMemo(() => stageStarts(rows, stages), [rows, stages]);
  const grid = useDiffGrid(rows, starts, { origin, include: onInclude, enabled: !disabled });
  const fullDays = useMemo(() => fullDayFields(rows, today), [rows, today]);
  const { template, minWidth } = columnLayout(fields, fullDays);
  const head = headBox(rows, pile);
  const heads = [common('field.issueKey'), common('field.summary'), ...fields.map(text.column)];
  return (
    <div
      ref={grid.scrollRef}
      className="relative min-h-0 flex-1 overflow-auto border-line border-b narrow:order-4"
    >
      <div
        role="grid"
        aria-label={t('gridLabel')}
        aria-rowcount={rows.length + 1 + starts.length}
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
          {heads.map((name, index) => (
            <div key={fields[index - 2] ?? name} role="columnheader" className="truncate" title={name}>
              {name}
            </div>
          ))}
        </div>
        {grid.virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = rows[index];
          if (!item) return null;
          const stage = stageAt(starts, index);
          const rowIndex = index + 2 + starts.filter((one) => one.index <= index).length;
          return (
            <Fragment key={item.issueId}>
              {stage ? (
                <StageHead
                  stage={stage}
                  name={props.stageNames[stage.place - 1] ?? ''}
                  rowIndex={rowIndex - 1}
                  style={{ top: 0, transform: `translateY(${start}px)` }}
                />
              ) : null}
              <DiffRow
                ref={grid.rowRef(index)}
                item={item}
                fields={fields}
                customs={props.customs}
                template={template}
                index={index}
                rowIndex={rowIndex}
                current={index === grid.current}
                stale={stale.has(item.issueId)}
                disabled={disabled}
                style={{ top: 0, transform: `translateY(${start + (stage ? stageHeight : 0)}px)` }}
                onInclude={(included) => onInclude([item.issueId], included)}
                onFocus={() => grid.setCurrent(index)}
              />
            </Fragment>
          );
        })}
      </div>
    </div>
  );
}
