'use client';
import { useTranslations } from 'next-intl';
import type { FieldDraft } from './draft';
import type { DraftProblem } from './draft-limits';

/** Why what stands in a block cannot be sent. */
export function ProblemLine({ draft, problem }: { draft: FieldDraft; problem: DraftProblem | null }) {
  const t = useTranslations('composer');
  if (problem === null) return null;
  return (
    <p role="alert" className="mt-1 text-11 text-danger">
      {problem.code === 'tooLong' && draft.key === 'comment'
        ? t('commentTooLong', problem)
        : t(`limit.${problem.code}`, {
            count: 'count' in problem ? problem.count : 0,
            most: 'most' in problem ? problem.most : 0,
          })}
    </p>
  );
}
