'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { changeKey } from '@/lib/bulk/change-key';
import { groupFixes } from '@/lib/bulk/fix-groups';
import { type Cure, cureOfBlock, cureOfWarning } from './cure';
import { useFixControl } from './fix-context';
import type { PlanItem } from './plan-data';
import { canInclude } from './plan-view';
import { PutRight } from './put-right';
import { useReasonText, warningIcons } from './reason-text';
import { useChangeWords } from './use-change-words';

/** Warnings, obstacles and fixes of one row, each with what can be done about it. */
export function RowNotes({ item }: { item: PlanItem }) {
  const t = useTranslations('plans.fix');
  const reason = useReasonText();
  const words = useChangeWords();
  const { plan, fixed, takeBack, disabled } = useFixControl();
  const changes = fixed.get(item.issueId)?.changes ?? [];
  const isUndo = plan.kind === 'undo';
  if (item.warnings.length + item.blocks.length + changes.length === 0) return null;
  return (
    <div className="grid gap-2">
      {item.warnings.map((warning) => {
        const Icon = warningIcons[warning.code];
        const text = reason.warning(warning);
        return (
          <div key={warning.code + text}>
            <p className="flex items-start gap-1.5 text-12 text-warn">
              <Icon size={14} aria-hidden className="mt-0.5 shrink-0" />
              {text}
            </p>
            <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
              <PutRight
                single
                code={warning.code}
                rows={[item]}
                fixes={isUndo ? [] : groupFixes(warning.fix ?? [])}
                cure={cureOfWarning(warning, plan.kind)}
                field={fieldName(cureOfWarning(warning, plan.kind), warning.values.field, words.field)}
              />
            </div>
          </div>
        );
      })}
      {item.blocks.map((block) => {
        const text = reason.block({ ...item, blocks: [block] });
        const cure = cureOfBlock(block, plan.kind);
        return (
          <div key={block.code + text}>
            <p className="text-12 text-fg-2">{text}</p>
            <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
              <PutRight
                single
                code={null}
                rows={[item]}
                fixes={[]}
                cure={cure}
                field={fieldName(cure, block.values.field, words.field)}
              />
            </div>
          </div>
        );
      })}
      {changes.map((change) => (
        <p key={changeKey(change)} className="flex items-center gap-2 text-12">
          <span className="min-w-0 flex-1 text-accent-text">{words.change(change)}</span>
          <Button
            tone="ghost"
            disabled={disabled}
            aria-label={t('takeBackOf', { what: words.change(change) })}
            onClick={() => takeBack([removalOf(item, changeKey(change), fixed.get(item.issueId)?.adds)])}
            className="phone:h-11"
          >
            {t('takeBack')}
          </Button>
        </p>
      ))}
    </div>
  );
}

/** An issue that takes part because of its fixes leaves with any of them: half of what closes it would say nothing. */
function removalOf({ issueId }: PlanItem, field: string, adds: true | undefined) {
  return adds ? { issueIds: [issueId] } : { issueIds: [issueId], fields: [field] };
}

/** What a person is asked for: a field of Backlog, or a custom field by its name. */
export function fieldName(
  cure: Cure | null,
  name: string | undefined,
  words: (field: string) => string,
): string {
  if (cure === null) return '';
  return cure.field === 'custom' ? (name ?? '') : words(cure.field);
}

interface RowNotesButtonProps {
  item: PlanItem;
  /** What the button shows. */
  children: React.ReactNode;
  /** Left out: what it shows names it. */
  label?: string;
  title?: string;
  className?: string;
  tabIndex?: number;
}

/** A side step goes by the name of what it is about, an issue that is gone by its number. */
const nameOf = ({ issueKey, summary, issueId }: PlanItem) => issueKey || summary || `#${issueId}`;

/** Opens the notes of a row beside what is said about it. */
export function RowNotesButton({ item, children, label, title, className, tabIndex }: RowNotesButtonProps) {
  const t = useTranslations('plans');
  const { disabled, onInclude } = useFixControl();
  return (
    <Popover>
      <PopoverTrigger
        data-row-notes
        tabIndex={tabIndex}
        title={title}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className={cn('cursor-pointer', className)}
      >
        {children}
      </PopoverTrigger>
      <PopoverContent
        aria-label={t('fix.row', { key: nameOf(item) })}
        className="w-[min(340px,calc(100vw-24px))] p-3"
        onCloseAutoFocus={(event) => {
          // In the table the row is the one tab stop.
          const row = document.querySelector<HTMLElement>(`[data-issue="${item.issueId}"]`);
          if (tabIndex !== -1 || row === null) return;
          event.preventDefault();
          row.focus({ preventScroll: true });
        }}
      >
        <p className="mb-2 text-12">
          {item.issueKey === '' ? null : <span className="mr-1 text-fg-2 tabular-nums">{item.issueKey}</span>}
          <span className="font-medium">{item.summary}</span>
        </p>
        <RowNotes item={item} />
        {canInclude(item) ? (
          <div className="mt-2 border-line border-t pt-2">
            <Button
              tone="ghost"
              disabled={disabled}
              onClick={() => onInclude([item.issueId], !item.included)}
              className="phone:h-11"
            >
              {t(item.included ? 'warnings.exclude' : 'warnings.include', { count: 0 })}
            </Button>
          </div>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
