import { type CommentLanguage, dayText, fillTemplate } from './comment-template';

/** What stands for a value in the template of a handover's comment, in the order of the editor's buttons. */
export const handoverTokens = ['from', 'to', 'due', 'key'] as const;
export type HandoverToken = (typeof handoverTokens)[number];

/** A token as it is written in the template. */
export function writtenToken(token: HandoverToken): string {
  return `{{${token}}}`;
}

/** Values of one issue. */
export interface HandoverCommentValues {
  from: string;
  to: string;
  /** yyyy-MM-dd, as it is after the handover. */
  due: string | null;
  key: string;
}

const noDue: Record<CommentLanguage, string> = { ja: '期限日なし', en: 'no due date' };

/** The comment of one issue. What looks like a token and is none of ours stays as it was typed. */
export function handoverComment(
  template: string,
  values: HandoverCommentValues,
  lang: CommentLanguage,
): string {
  const due = values.due === null ? noDue[lang] : dayText(values.due, lang);
  const text: Record<HandoverToken, string> = { ...values, due };
  return fillTemplate(template, text);
}
