'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/field';
import { type Command, matchCommands } from './match-commands';
import { operationLinks } from './operation-links';
import { usePreferences } from './preferences';
import { projectsOptions } from './queries';
import { useSpace } from './space-provider';
import { useSignOut } from './use-sign-out';

/** Places and settings by name; ↑ ↓ Enter. Opened by Ctrl K. */
export function CommandPalette({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('layout');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined} className="top-[14vh] translate-y-0 p-2">
        <DialogTitle className="sr-only">{t('commands')}</DialogTitle>
        <CommandList onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function CommandList({ onDone }: { onDone: () => void }) {
  const t = useTranslations('layout');
  const commands = useCommands();
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = matchCommands(commands, text);
  const current = found[Math.min(active, found.length - 1)];
  const choose = (command: Command | undefined) => {
    if (!command) return;
    onDone();
    command.run();
  };
  return (
    <>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
        aria-label={t('commandsPlaceholder')}
        placeholder={t('commandsPlaceholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setActive((index) => Math.min(index + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setActive((index) => Math.max(index - 1, 0));
          else if (event.key === 'Enter') choose(current);
          else return;
          event.preventDefault();
        }}
        className="h-9"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('commands')}
        className="mt-2 max-h-[50vh] overflow-y-auto"
      >
        {found.map((command) => (
          <div
            key={command.id}
            id={`${listId}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === current}
            onClick={() => choose(command)}
            onKeyDown={(event) => event.key === 'Enter' && choose(command)}
            className={cn(
              'flex min-h-8 cursor-pointer items-center gap-2 rounded-[5px] px-2.5 hover:bg-surface-2',
              command === current && 'bg-surface-3',
            )}
          >
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
            <span className="text-11 text-fg-3">{command.group}</span>
          </div>
        ))}
        {found.length === 0 ? <p className="px-2.5 py-2 text-fg-3">{t('commandsEmpty')}</p> : null}
      </div>
    </>
  );
}

function useCommands(): Command[] {
  const t = useTranslations('layout');
  const router = useRouter();
  const { host, spaces } = useSpace();
  const { setLocale, setTheme } = usePreferences();
  const signOut = useSignOut();
  const projects = useQuery(projectsOptions(host)).data?.projects ?? [];
  const go = (path: string) => () => router.push(path);
  return [
    { id: 'issues', label: t('issues'), group: 'G I', run: go(`/${host}/issues`) },
    { id: 'runs', label: t('runs'), group: 'G R', run: go(`/${host}/runs`) },
    { id: 'settings', label: t('settings'), group: '', run: go(`/${host}/settings`) },
    ...operationLinks.map(({ key }) => ({
      id: key,
      label: t(`operation.${key}`),
      group: t('operations'),
      run: go(`/${host}/operations/${key}`),
    })),
    ...projects.map((project) => ({
      id: `project-${project.id}`,
      label: `${project.projectKey} ${project.name}`,
      group: t('projects'),
      run: go(`/${host}/issues?project=${project.id}`),
    })),
    ...spaces
      .filter((space) => space.host !== host)
      .map((space) => ({
        id: `space-${space.host}`,
        label: `${space.name} ${space.host}`,
        group: t('switchSpace'),
        run: go(`/${space.host}/issues`),
      })),
    { id: 'ja', label: '日本語', group: t('language'), run: () => void setLocale('ja') },
    { id: 'en', label: 'English', group: t('language'), run: () => void setLocale('en') },
    { id: 'light', label: t('themes.light'), group: t('theme'), run: () => void setTheme('light') },
    { id: 'dark', label: t('themes.dark'), group: t('theme'), run: () => void setTheme('dark') },
    { id: 'auto', label: t('themes.auto'), group: t('theme'), run: () => void setTheme('auto') },
    { id: 'signOut', label: t('signOut'), group: '', run: () => void signOut() },
  ];
}
