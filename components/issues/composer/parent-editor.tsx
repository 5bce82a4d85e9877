'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useEffectEvent } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { TextInput } from '@/components/ui/field';
import type { EditorProps } from './editor-props';
import { parentQuery } from './parent-query';
import { readIssueKey } from './read-issue-key';

/** The parent by its issue key: what was typed is looked up, and only an issue that is there counts. */
export function ParentEditor({ draft, label, reference, onPatch, onFound }: EditorProps) {
  const t = useTranslations('composer.parent');
  const { host } = useSpace();
  const typed = useDeferredValue(draft.text);
  const wanted = readIssueKey(typed);
  const project = reference.projects.find((one) => one.projectKey === wanted?.projectKey) ?? null;
  const known = draft.to !== null && draft.to.label === wanted?.key;
  const { data, isError, isFetching } = useQuery(parentQuery(host, project && wanted ? wanted.key : null));
  const found = data ?? null;

  const tell = useEffectEvent(onFound);
  useEffect(() => {
    if (found && found.issueKey === wanted?.key && !known) {
      tell({ key: `id:${found.id}`, label: found.issueKey, id: found.id, byProject: {} });
    }
  }, [found, wanted?.key, known]);

  const note = (): { text: string; tone: string } | null => {
    if (typed.trim() === '') return { text: t('hint'), tone: 'text-fg-3' };
    if (wanted === null) return { text: t('noKey'), tone: 'text-danger' };
    if (found) return { text: found.summary, tone: 'text-fg-2' };
    if (known) return null;
    if (project === null)
      return { text: t('noProject', { project: wanted.projectKey }), tone: 'text-danger' };
    if (isFetching) return { text: t('looking'), tone: 'text-fg-3' };
    return { text: t(isError ? 'failed' : 'notFound', { key: wanted.key }), tone: 'text-danger' };
  };
  const said = note();
  return (
    <>
      <TextInput
        data-first-control
        aria-label={label}
        aria-invalid={said?.tone === 'text-danger'}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="WEB-12"
        value={draft.text}
        onChange={(event) => onPatch({ text: event.target.value, to: null })}
        className="w-40 phone:h-11"
      />
      <p aria-live="polite" className={`mt-1 line-clamp-2 text-11 ${said?.tone ?? ''}`}>
        {said?.text}
      </p>
    </>
  );
}
