'use client';
import { LogOut } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/menu';
import { isLocale } from '@/lib/i18n/locales';
import { usePreferences } from './preferences';
import { useSpace } from './space-provider';
import { isTheme, themes } from './theme';
import { useSignOut } from './use-sign-out';

/** Who one is, language, appearance and signing out. */
export function AccountMenu({ rail }: { rail: boolean }) {
  const t = useTranslations('layout');
  const locale = useLocale();
  const { me } = useSpace();
  const { theme, setLocale, setTheme } = usePreferences();
  const signOut = useSignOut();
  const role = me.roleType === 1 ? 'admin' : me.roleType === 2 ? 'normal' : 'limited';
  return (
    <Menu>
      <MenuTrigger
        className={cn('flex w-full items-center gap-2 rounded-ctl py-1 text-left', rail && 'justify-center')}
      >
        <Avatar name={me.name} id={me.id} />
        <span className={rail ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{me.name}</span>
        {rail ? null : <span className="text-11 text-fg-3">{t(`role.${role}`)}</span>}
        <span className="sr-only">{t('account')}</span>
      </MenuTrigger>
      <MenuContent side="top">
        <MenuLabel>{t('language')}</MenuLabel>
        <MenuRadioGroup value={locale} onValueChange={(value) => isLocale(value) && void setLocale(value)}>
          <MenuRadioItem value="ja">日本語</MenuRadioItem>
          <MenuRadioItem value="en">English</MenuRadioItem>
        </MenuRadioGroup>
        <MenuLabel>{t('theme')}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={(value) => isTheme(value) && void setTheme(value)}>
          {themes.map((name) => (
            <MenuRadioItem key={name} value={name}>
              {t(`themes.${name}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => void signOut()}>
          <LogOut size={14} aria-hidden />
          {t('signOut')}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
