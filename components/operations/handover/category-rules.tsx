'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tag } from '@/components/issues/cell-parts';
import { OptionList } from '@/components/issues/option-list';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { LabelledId } from '@/lib/bulk/changes';
import type { ProjectReference } from '@/lib/columns/issue-row';
import type { CategoryRule } from './handover-form';
import { RuleGrip } from './rule-grip';
import type { SplitChoice } from './split-choice';
import { SplitRow } from './split-row';
import { SuccessorPicker } from './successor-picker';
import { useDragOrder } from './use-drag-order';

/** As many as a split takes. */
const MOST_RULES = 100;

interface CategoryRulesProps {
  choice: SplitChoice;
  successors: readonly LabelledId[];
  concerned: readonly ProjectReference[];
  onRules: (rules: CategoryRule[]) => void;
  onRest: (to: number) => void;
}

/** Rules in order, the first that fits decides, and what happens to the rest. */
export function CategoryRules({ choice, successors, concerned, onRules, onRest }: CategoryRulesProps) {
  const t = useTranslations('operations.handover.split');
  const common = useTranslations('common');
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const { rest, spare } = choice;
  const rules: CategoryRule[] = choice.rules.map(({ label, categoryIds, to }) => ({
    label,
    categoryIds,
    to,
  }));
  const move = (from: number, to: number) => {
    const moving = rules[from];
    if (moving === undefined || to < 0 || to >= rules.length || to === from) return;
    onRules(rules.toSpliced(from, 1).toSpliced(to, 0, moving));
    setSaid(t('moved', { label: moving.label, place: to + 1, of: rules.length }));
  };
  const drag = useDragOrder(move);
  return (
    <div className="rounded-card border border-line">
      <ol aria-label={t('by.category')} {...drag.list} className="divide-y divide-line">
        {choice.rules.map((rule, place) => (
          <li key={rule.categoryIds.join()}>
            <SplitRow
              handle={
                <RuleGrip
                  label={rule.label}
                  place={place}
                  of={rules.length}
                  onStep={(step) => move(place, place + step)}
                  onGrab={drag.grab(place)}
                />
              }
              name={<Tag>{rule.label}</Tag>}
              count={<b>{common('issues', { count: rule.count })}</b>}
              picker={
                <SuccessorPicker
                  label={rule.label}
                  successors={successors}
                  chosen={rule.to}
                  projects={concerned.filter((project) =>
                    project.categories.some(({ id }) => rule.categoryIds.includes(id)),
                  )}
                  onChoose={(to) => onRules(rules.with(place, { ...rule, to }))}
                  className="w-full"
                />
              }
              action={
                <Button
                  tone="ghost"
                  size="square"
                  aria-label={t('removeRule', { label: rule.label })}
                  onClick={() => onRules(rules.toSpliced(place, 1))}
                  className="size-6 phone:size-11"
                >
                  <X size={12} aria-hidden />
                </Button>
              }
            />
          </li>
        ))}
      </ol>
      <div className="border-line border-t">
        <SplitRow
          handle={<span className="w-6 phone:hidden" />}
          name={<span className="text-fg-2">{t('rest')}</span>}
          count={<b>{common('issues', { count: rest.count })}</b>}
          picker={
            <SuccessorPicker
              label={t('rest')}
              successors={successors}
              chosen={rest.to}
              projects={concerned}
              onChoose={onRest}
              className="w-full"
            />
          }
        />
      </div>
      {spare.length > 0 && rules.length < MOST_RULES ? (
        <div className="border-line border-t px-2 py-1.5">
          <Popover open={adding} onOpenChange={setAdding}>
            <PopoverTrigger className="flex h-7 items-center gap-1 rounded-ctl px-1.5 text-12 text-fg-2 hover:bg-surface-3 phone:h-11">
              <Plus size={14} aria-hidden className="text-fg-3" />
              {t('addRule')}
            </PopoverTrigger>
            <PopoverContent aria-label={t('addRule')} className="w-[min(320px,calc(100vw-24px))]">
              <OptionList
                label={t('addRule')}
                searchLabel={t('searchCategory')}
                options={spare.map(({ key, label, count }) => ({ key, label, count }))}
                selected={new Set()}
                multiple={false}
                onToggle={() => undefined}
                onCommit={(key) => {
                  const found = spare.find((option) => option.key === key);
                  const to = rest.to ?? successors[0]?.id ?? null;
                  if (found) onRules([...rules, { label: found.label, categoryIds: found.ids, to }]);
                  setAdding(false);
                }}
              />
            </PopoverContent>
          </Popover>
        </div>
      ) : null}
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}
