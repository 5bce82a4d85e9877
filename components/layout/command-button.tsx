'use client';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';

/** Opens the list of commands; so does Ctrl K. */
export function CommandButton({ rail, onOpen }: { rail: boolean; onOpen: () => void }) {
  const t = useTranslations('layout');
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={rail ? t('commands') : undefined}
      className={cn(
        'mt-2 mb-2.5 flex h-[30px] w-full flex-none items-center gap-2 rounded-ctl border border-line-2 bg-surface pr-1.5 pl-2.5 text-fg-3 shadow-e1',
        rail && 'justify-center px-0',
      )}
    >
      <Search size={14} strokeWidth={1.8} aria-hidden />
      {rail ? null : (
        <>
          <span className="min-w-0 flex-1 truncate text-left">{t('commands')}</span>
          <Kbd className="phone:hidden">Ctrl K</Kbd>
        </>
      )}
    </button>
  );
}
