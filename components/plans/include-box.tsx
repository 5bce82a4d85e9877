'use client';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import type { PlanItem } from './plan-data';
import { useDiffText } from './use-diff-text';

interface IncludeBoxProps {
  item: PlanItem;
  disabled: boolean;
  onInclude: (included: boolean) => void;
  tabIndex?: number;
}

/** Takes one row in or leaves it out. */
export function IncludeBox({ item, disabled, onInclude, tabIndex }: IncludeBoxProps) {
  const t = useTranslations('plans');
  const text = useDiffText();
  return (
    <Checkbox
      checked={item.included}
      disabled={disabled}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onCheckedChange={(checked) => onInclude(checked === true)}
      aria-label={t('includeRow', { key: item.step ? text.step(item.step) : item.issueKey })}
    />
  );
}
