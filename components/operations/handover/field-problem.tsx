'use client';
import { useTranslations } from 'next-intl';
import type { Problem, ProblemPlace } from './problems';

/** What is wrong in one part of the page, at once and where it is. */
export function FieldProblem({ problems, at }: { problems: readonly Problem[]; at: ProblemPlace }) {
  const t = useTranslations('operations.handover.problem');
  const wrong = problems.filter((problem) => problem.wrong && problem.at === at);
  if (wrong.length === 0) return null;
  return (
    <div role="alert" className="mt-1.5 text-12 text-danger">
      {wrong.map(({ code, values }) => (
        <p key={`${code}-${values.name}`}>{t(code, values)}</p>
      ))}
    </div>
  );
}
