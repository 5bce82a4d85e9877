import { useTranslations } from 'next-intl';

/** How every change goes. */
export function ThreeSteps() {
  const t = useTranslations('signIn.steps');
  const steps = ['choose', 'check', 'approve'] as const;
  return (
    <ol className="grid grid-cols-3 gap-[22px]">
      {steps.map((step, index) => (
        <li key={step} className="border-line-2 border-t pt-2.5">
          <span className="text-11 text-fg-3">{index + 1}</span>
          <p className="font-semibold text-14 leading-6">{t(`${step}.title`)}</p>
          <p className="mt-0.5 text-12 leading-[1.7] text-fg-2">{t(`${step}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}
