'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import type { ActionResult } from '@/lib/actions/action-result';
import type { Settings } from '@/lib/actions/settings/settings-schema';
import { callAction } from './call-action';
import { ErrorCallout } from './error-callout';
import { readErrorOf } from './fetch-result';
import { settingsOptions } from './queries';
import { SettingsRow } from './settings-section';
import { useSpace } from './space-provider';

export type SaveSettings = (space: string, input: Settings) => Promise<ActionResult<Settings>>;

/** What a switch back to "stop" begins with. */
const USUAL = 20;
const MOST = 1000;

/** After how many failures a run stops for its person. */
export function StopSetting({ save }: { save: SaveSettings }) {
  const t = useTranslations('layout.settingsPage');
  const { host } = useSpace();
  const client = useQueryClient();
  const { queryKey } = settingsOptions(host);
  const { data } = useQuery(settingsOptions(host));
  const saving = useMutation({
    networkMode: 'always',
    mutationFn: (stopAfterFailures: number | null) => callAction(save(host, { stopAfterFailures })),
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
  });
  if (data === undefined) return null;
  const { stopAfterFailures: stored } = data;
  return (
    <>
      <SettingsRow
        label={
          <div className="max-w-[270px]">
            <span className="block font-medium text-fg">{t('stopAfter')}</span>
            <span className="block text-12 text-fg-3">{t('stopAfterHint')}</span>
          </div>
        }
      >
        <div className="ml-auto flex flex-wrap items-start justify-end gap-2 phone:ml-0 phone:justify-start">
          {stored === null ? null : (
            <StopCount key={stored} stored={stored} busy={saving.isPending} onSave={saving.mutate} />
          )}
          <Segmented
            label={t('stopAfter')}
            value={stored === null ? 'off' : 'on'}
            onValueChange={(value) => saving.mutate(value === 'off' ? null : USUAL)}
            options={[
              { value: 'on', label: t('stopOn'), disabled: saving.isPending },
              { value: 'off', label: t('stopOff'), disabled: saving.isPending },
            ]}
          />
        </div>
      </SettingsRow>
      <p aria-live="polite" className="pt-1 text-12 text-fg-3 empty:hidden">
        {saving.isSuccess ? t('saved') : ''}
      </p>
      {saving.error ? <ErrorCallout error={readErrorOf(saving.error)} /> : null}
    </>
  );
}

interface StopCountProps {
  stored: number;
  busy: boolean;
  onSave: (count: number) => void;
}

function StopCount({ stored, busy, onSave }: StopCountProps) {
  const t = useTranslations('layout.settingsPage');
  const [text, setText] = useState(String(stored));
  const noteId = useId();
  const count = Number(text);
  const fits = text.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= MOST;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fits && count !== stored) onSave(count);
      }}
    >
      <div className="flex flex-wrap items-center justify-end gap-2">
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST}
          step={1}
          value={text}
          aria-label={t('stopCount')}
          aria-invalid={!fits}
          aria-describedby={noteId}
          onChange={(event) => setText(event.target.value)}
          className="h-7 w-18 text-right tabular-nums phone:h-11"
        />
        <span className="text-fg-2">{t('stopUnit')}</span>
        <Button type="submit" disabled={!fits || count === stored || busy} className="phone:h-11">
          {t('save')}
        </Button>
      </div>
      <p id={noteId} className="pt-1 text-right text-12 text-danger empty:hidden">
        {fits ? '' : t('stopRange')}
      </p>
    </form>
  );
}
