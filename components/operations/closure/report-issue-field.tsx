'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useEffectEvent, useId } from 'react';
import { parentQuery } from '@/components/issues/composer/parent-query';
import { readIssueKey } from '@/components/issues/composer/read-issue-key';
import { useSpace } from '@/components/layout/space-provider';
import { Label, TextInput } from '@/components/ui/field';
import type { LabelledId } from './closure-data';

interface ReportIssueFieldProps {
  /** As typed. */
  text: string;
  /** The issue of that key, once it was found. */
  issue: LabelledId | null;
  projectKey: string;
  onText: (text: string) => void;
  onFound: (issue: LabelledId) => void;
}

/** The issue that gets the report as a comment, by its key: only one of the same project that is there counts. */
export function ReportIssueField({ text, issue, projectKey, onText, onFound }: ReportIssueFieldProps) {
  const t = useTranslations('operations.closure.report');
  const { host } = useSpace();
  const id = useId();
  const wanted = readIssueKey(useDeferredValue(text));
  const here = wanted?.projectKey === projectKey;
  const known = issue !== null && issue.label === wanted?.key;
  const { data, isError, isFetching } = useQuery(parentQuery(host, wanted && here ? wanted.key : null));
  const found = data ?? null;
  const tell = useEffectEvent(onFound);
  useEffect(() => {
    if (found && found.issueKey === wanted?.key && !known) tell({ id: found.id, label: found.issueKey });
  }, [found, wanted?.key, known]);

  const note = (): { text: string; wrong: boolean } => {
    if (text.trim() === '') return { text: t('keyHint', { key: `${projectKey}-1` }), wrong: false };
    if (wanted === null) return { text: t('noKey', { key: `${projectKey}-1` }), wrong: true };
    if (!here) return { text: t('otherProject', { project: projectKey }), wrong: true };
    if (found) return { text: found.summary, wrong: false };
    if (known) return { text: '', wrong: false };
    if (isFetching) return { text: t('looking'), wrong: false };
    return { text: t(isError ? 'lookupFailed' : 'notFound', { key: wanted.key }), wrong: true };
  };
  const said = note();
  return (
    <div className="mt-1.5">
      <Label htmlFor={id}>{t('key')}</Label>
      <TextInput
        id={id}
        aria-invalid={said.wrong}
        aria-describedby={`${id}-note`}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder={`${projectKey}-1`}
        value={text}
        onChange={(event) => onText(event.target.value)}
        className="w-40 phone:h-11"
      />
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`mt-1 line-clamp-2 text-11 ${said.wrong ? 'text-danger' : 'text-fg-3'}`}
      >
        {said.text}
      </p>
    </div>
  );
}
