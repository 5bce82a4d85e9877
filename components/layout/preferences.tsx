'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import type { Theme } from './theme';

/** The choices a person has made, and how to change them. They stand in cookies, so the first paint is right. */
export interface Preferences {
  theme: Theme;
  setLocale: (locale: Locale) => Promise<void>;
  setTheme: (theme: Theme) => Promise<void>;
}

const PreferencesContext = createContext<Preferences | null>(null);

export function PreferencesProvider({ value, children }: { value: Preferences; children: ReactNode }) {
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

export function usePreferences(): Preferences {
  const value = useContext(PreferencesContext);
  if (!value) throw new Error('usePreferences outside PreferencesProvider');
  return value;
}
