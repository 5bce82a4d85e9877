'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useFixControl } from './fix-context';
import { PutRight } from './put-right';
import { useReasonText, warningIcons } from './reason-text';
import { fieldName, RowNotesButton } from './row-notes';
import { useChangeWords } from './use-change-words';
import type { WarningGroup } from './warning-groups';

const SHOWN = 3;
export const cardClass = 'rounded-ctl border border-line border-l-2 border-l-warn-fill bg-surface px-3 py-2';
/** Buttons of a card: as high as a finger on a phone. */
export const cardButton = 'phone:min-h-11';

interface WarningCardProps {
  group: WarningGroup;
  onShow: () => void;
}

/** Rows with one warning: put right, taken in or left out as a whole, or one by one. */
export function WarningCard({ group, onShow }: WarningCardProps) {
  const t = useTranslations('plans');
  const reason = useReasonText();
  const words = useChangeWords();
  const { disabled, onInclude } = useFixControl();
  const [decided, setDecided] = useState(false);
  const { code, rows, included, fixes, cure } = group;
  const ids = rows.map(({ item }) => item.issueId);
  const hidden = rows.length - SHOWN;
  const kept = decided && included === 0;
  const Icon = warningIcons[code];
  return (
    <div className={cardClass}>
      <div className="flex items-center gap-2 text-[12.5px]">
        <Icon size={14} aria-hidden className="shrink-0 text-warn" />
        <span className="flex-1 font-medium">{reason.warningTitle(code)}</span>
        <span className="text-fg-3 tabular-nums">{rows.length.toLocaleString()}</span>
      </div>
      {kept ? (
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-12 text-fg-2">
          {t('warnings.keptOut')}
          <Button tone="ghost" onClick={() => setDecided(false)} className={cardButton}>
            {t('warnings.reopen')}
          </Button>
        </p>
      ) : (
        <>
          {rows.slice(0, SHOWN).map(({ item, warning }) => (
            <p key={item.issueId} className="mt-0.5 text-12 text-fg-2">
              <RowKey item={item}>{item.issueKey}</RowKey> {reason.warning(warning)}
            </p>
          ))}
          <div className="mt-1.5 flex flex-wrap gap-1 empty:hidden">
            <PutRight
              code={code}
              rows={rows.map(({ item }) => item)}
              fixes={fixes}
              cure={cure}
              field={fieldName(cure, rows[0]?.warning.values.field, words.field)}
            />
          </div>
          <div className="mt-1 -ml-2.5 flex flex-wrap">
            {included < rows.length ? (
              <Button
                tone="ghost"
                disabled={disabled}
                onClick={() => onInclude(ids, true)}
                className={cardButton}
              >
                {t('warnings.include', { count: rows.length })}
              </Button>
            ) : null}
            {included > 0 ? (
              <Button
                tone="ghost"
                disabled={disabled}
                onClick={() => onInclude(ids, false)}
                className={cardButton}
              >
                {t('warnings.exclude', { count: included })}
              </Button>
            ) : (
              <Button tone="ghost" onClick={() => setDecided(true)} className={cardButton}>
                {t('warnings.keepOut')}
              </Button>
            )}
            {hidden > 0 ? (
              <Button tone="ghost" onClick={onShow} className={cardButton}>
                {t('warnings.more', { count: hidden })}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

/** Key of a row that opens its own warnings and fixes. */
export function RowKey({
  item,
  children,
}: {
  item: Parameters<typeof RowNotesButton>[0]['item'];
  children: ReactNode;
}) {
  const t = useTranslations('plans.fix');
  if (item.issueKey === '') return null;
  return (
    <RowNotesButton
      item={item}
      label={t('row', { key: item.issueKey })}
      className="text-fg tabular-nums underline decoration-line-control underline-offset-3 hover:decoration-current"
    >
      {children}
    </RowNotesButton>
  );
}
