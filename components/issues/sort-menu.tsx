'use client';
import { ArrowDownWideNarrow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  Menu,
  MenuContent,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { type IssueView, type SortField, sortFields } from '@/lib/columns/issue-filter';
import { toolButton } from './tool-button';

type Sort = IssueView['sort'];

/** How the two directions of a field are called. */
const kindOf: Readonly<Record<SortField, 'text' | 'day' | 'instant' | 'rank' | 'priority'>> = {
  issueKey: 'text',
  issueType: 'text',
  summary: 'text',
  assignee: 'text',
  status: 'rank',
  priority: 'priority',
  milestone: 'text',
  category: 'text',
  dueDate: 'day',
  updated: 'instant',
};

const isSortField = (value: string): value is SortField => sortFields.some((field) => field === value);

/** Sorting by keyboard and on phones; the heads of the table do the same. */
export function SortMenu({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const t = useTranslations('issues.sort');
  const fields = useTranslations('common.field');
  const kind = kindOf[sort.field];
  return (
    <Menu>
      <MenuTrigger className={toolButton}>
        <ArrowDownWideNarrow size={14} aria-hidden className="text-fg-3" />
        <span className="phone:sr-only">{t('label')}</span>
        <span className="truncate font-medium text-fg">
          {t('choice', { field: fields(sort.field), order: t(`${kind}.${sort.order}`) })}
        </span>
      </MenuTrigger>
      <MenuContent align="end" className="max-h-[min(480px,80dvh)] overflow-y-auto">
        <MenuLabel>{t('field')}</MenuLabel>
        <MenuRadioGroup
          value={sort.field}
          onValueChange={(field) => isSortField(field) && onSort({ ...sort, field })}
        >
          {sortFields.map((field) => (
            <MenuRadioItem key={field} value={field}>
              {fields(field)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>{t('order')}</MenuLabel>
        <MenuRadioGroup
          value={sort.order}
          onValueChange={(order) => onSort({ ...sort, order: order === 'desc' ? 'desc' : 'asc' })}
        >
          <MenuRadioItem value="asc">{t(`${kind}.asc`)}</MenuRadioItem>
          <MenuRadioItem value="desc">{t(`${kind}.desc`)}</MenuRadioItem>
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
