'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { type CommentWords, commentParts, shownComment, shownWord, storedComment } from './comment-words';

export interface CommentDraft {
  on: boolean;
  /** The template as it is stored: with `{{key}}` and so on. */
  text: string;
}

interface CommentEditorProps {
  comment: CommentDraft;
  words: CommentWords;
  /** What is wrong with the text; null for nothing. */
  problem: string | null;
  onComment: (comment: CommentDraft) => void;
  /** How it reads on an issue. */
  sample: ReactNode;
}

/** One comment per issue, with placeholders for what differs. */
export function CommentEditor({ comment, words, problem, onComment, sample }: CommentEditorProps) {
  const t = useTranslations('operations.common.comment');
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const shown = shownComment(comment.text, words);
  const type = (text: string) => onComment({ ...comment, text: storedComment(text, words) });

  function insert(name: string) {
    const area = field.current;
    if (area === null) return;
    const at = area.selectionStart;
    const end = at + shownWord(name).length;
    type(`${shown.slice(0, at)}${shownWord(name)}${shown.slice(area.selectionEnd)}`);
    // The field shows the new text with the next paint; only then can the caret stand behind it.
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(end, end);
    });
  }

  return (
    <div className="mt-3">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <label htmlFor={`${id}-on`} className="flex min-h-7 items-center gap-2 font-medium phone:min-h-11">
          <Checkbox
            id={`${id}-on`}
            tone="ink"
            checked={comment.on}
            onCheckedChange={(checked) => onComment({ ...comment, on: checked === true })}
          />
          {t('on')}
        </label>
        <span className="flex-1" />
        {comment.on
          ? Object.entries(words).map(([token, name]) => (
              <Button
                key={token}
                aria-label={t('insert', { name })}
                onClick={() => insert(name)}
                className="h-6 gap-1 px-1.5 font-normal text-12 phone:h-11"
              >
                <Plus size={12} aria-hidden className="text-fg-3" />
                {name}
              </Button>
            ))
          : null}
      </div>
      {comment.on ? (
        <>
          <div className="relative grid rounded-ctl border border-line-control bg-surface text-12 leading-[1.65] has-aria-invalid:border-danger">
            <Marked text={shown} words={words} />
            <textarea
              ref={field}
              aria-label={t('label')}
              aria-invalid={problem === null ? undefined : true}
              aria-describedby={problem === null ? undefined : `${id}-problem`}
              value={shown}
              onChange={(event) => type(event.target.value)}
              className="col-start-1 row-start-1 min-h-[58px] w-full resize-none overflow-hidden rounded-ctl bg-transparent px-2.5 py-2 [overflow-wrap:anywhere]"
            />
          </div>
          {problem === null ? null : (
            <p id={`${id}-problem`} role="alert" className="mt-1 text-12 text-danger">
              {problem}
            </p>
          )}
          {sample}
        </>
      ) : (
        <p className="text-11 text-fg-3">{t('off')}</p>
      )}
    </div>
  );
}

/** The same text behind the field: it gives the field its height and the placeholders their ground. */
function Marked({ text, words }: { text: string; words: CommentWords }) {
  const parts = useMemo(() => commentParts(text, words), [text, words]);
  return (
    <div
      aria-hidden
      className="pointer-events-none col-start-1 row-start-1 whitespace-pre-wrap px-2.5 py-2 text-transparent [font-feature-settings:normal] [overflow-wrap:anywhere] [word-break:normal]"
    >
      {parts.map((part) =>
        part.placeholder ? (
          <span key={part.at} className="rounded-tag bg-surface-3 shadow-[0_0_0_1px_var(--line-2)]">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
      {/* A line break at the end takes a line only with something behind it. */}
      {'\u200b'}
    </div>
  );
}
