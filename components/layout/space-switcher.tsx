'use client';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Logo } from '@/components/ui/logo';
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu';
import { useSpace } from './space-provider';

/** Which space is on screen, and the way to the others this browser is connected to. */
export function SpaceSwitcher({ rail }: { rail: boolean }) {
  const t = useTranslations('layout');
  const { host, name, spaces } = useSpace();
  return (
    <Menu>
      <MenuTrigger
        title={rail ? `${name} ${host}` : undefined}
        className={cn(
          'flex w-full items-center gap-2.5 rounded-ctl px-2 py-1.5 text-left hover:bg-surface-3',
          rail && 'h-[38px] justify-center p-0',
        )}
      >
        <Logo />
        <span className="sr-only">{t('switchSpace')}</span>
        {rail ? (
          <span className="sr-only">{name}</span>
        ) : (
          <>
            <span className="min-w-0 flex-1">
              <span className="block truncate leading-[18px] font-semibold">{name}</span>
              <span className="block truncate text-11 leading-[14px] text-fg-3">{host}</span>
            </span>
            <ChevronsUpDown size={16} strokeWidth={1.6} aria-hidden className="text-fg-3" />
          </>
        )}
      </MenuTrigger>
      <MenuContent>
        {spaces.map((space) => (
          <MenuItem key={space.host} asChild>
            <Link href={`/${space.host}/issues`}>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{space.name}</span>
                <span className="block truncate text-11 text-fg-3">{space.host}</span>
              </span>
              {space.host === host ? <Check size={14} aria-hidden /> : null}
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem asChild>
          <Link href="/sign-in?add=1">
            <Plus size={14} aria-hidden />
            {t('connectSpace')}
          </Link>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
