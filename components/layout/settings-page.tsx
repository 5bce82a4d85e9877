'use client';
import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { PageFrame } from './page-frame';
import { usePreferences } from './preferences';
import { SettingsRow, SettingsSection } from './settings-section';
import { useSpace } from './space-provider';
import { type SaveSettings, StopSetting } from './stop-setting';
import { themes } from './theme';
import { useSignOut } from './use-sign-out';

interface SettingsPageProps {
  connections: readonly { host: string; name: string; userName: string; kind: 'oauth' | 'apiKey' }[];
  save: SaveSettings;
}

/** Language, appearance, when runs stop, and the spaces this browser is connected to. */
export function SettingsPage({ connections, save }: SettingsPageProps) {
  const t = useTranslations('layout');
  const locale = useLocale();
  const { host } = useSpace();
  const { theme, setLocale, setTheme } = usePreferences();
  const signOut = useSignOut();
  return (
    <PageFrame title={<h1>{t('settings')}</h1>}>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-6">
        <div className="flex max-w-[640px] flex-col gap-8">
          <SettingsSection title={t('settingsPage.appearance')} hint={t('settingsPage.appearanceHint')}>
            <SettingsRow label={t('language')}>
              <Segmented
                label={t('language')}
                value={locale}
                onValueChange={(value) => void setLocale(value)}
                options={[
                  { value: 'ja', label: '日本語' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </SettingsRow>
            <SettingsRow label={t('theme')}>
              <Segmented
                label={t('theme')}
                value={theme}
                onValueChange={(value) => void setTheme(value)}
                options={themes.map((name) => ({ value: name, label: t(`themes.${name}`) }))}
              />
            </SettingsRow>
          </SettingsSection>
          <SettingsSection title={t('settingsPage.runs')} hint={t('settingsPage.runsHint')}>
            <StopSetting save={save} />
          </SettingsSection>
          <SettingsSection title={t('settingsPage.connections')} hint={t('settingsPage.connectionsHint')}>
            {connections.map((connection) => (
              <SettingsRow
                key={connection.host}
                label={
                  <>
                    <span className="block font-medium text-fg">{connection.name}</span>
                    <span className="text-12">
                      {connection.host}・{connection.userName}・{t(`settingsPage.kind.${connection.kind}`)}
                    </span>
                  </>
                }
              >
                {connection.host === host ? (
                  <Badge>{t('settingsPage.current')}</Badge>
                ) : (
                  <Button asChild>
                    <Link href={`/${connection.host}/issues`}>{t('settingsPage.open')}</Link>
                  </Button>
                )}
              </SettingsRow>
            ))}
            <div className="flex flex-wrap items-center gap-2 pt-3">
              <Button asChild>
                <Link href="/sign-in?add=1">{t('connectSpace')}</Link>
              </Button>
              <Button tone="danger" onClick={() => void signOut()}>
                <LogOut size={14} aria-hidden />
                {t('signOut')}
              </Button>
            </div>
            <p className="pt-2 text-12 text-fg-3">{t('settingsPage.signOutHint')}</p>
          </SettingsSection>
        </div>
      </div>
    </PageFrame>
  );
}
