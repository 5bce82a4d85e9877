import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FailureText } from './use-failure-text';

/** A failure under the field it belongs to. */
export function FieldFailure({ id, text }: { id: string; text: FailureText }) {
  const t = useTranslations('signIn');
  return (
    <p id={id} role="alert" className="mt-2 flex gap-[7px] text-12 leading-[19px] text-danger">
      <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
      <span>{t.rich('failureLine', { ...text, b: (chunks) => <b>{chunks}</b> })}</span>
    </p>
  );
}
