'use client';
import { useTranslations } from 'next-intl';
import type { LabelledId } from '@/lib/bulk/changes';
import type { SplitChoice } from './split-choice';
import { SplitRow } from './split-row';
import { SuccessorPicker } from './successor-picker';

interface ProjectSplitProps {
  rows: SplitChoice['byProject'];
  successors: readonly LabelledId[];
  onChoose: (projectId: number, to: number) => void;
}

/** One successor per project. */
export function ProjectSplit({ rows, successors, onChoose }: ProjectSplitProps) {
  const t = useTranslations('operations.handover.split');
  const common = useTranslations('common');
  return (
    <ul aria-label={t('by.project')} className="divide-y divide-line rounded-card border border-line">
      {rows.map(({ project, count, to }) => (
        <li key={project.id}>
          <SplitRow
            name={
              <>
                <b className="mr-2 font-semibold text-11 text-fg-3">{project.projectKey}</b>
                {project.name}
              </>
            }
            count={<b>{common('issues', { count })}</b>}
            picker={
              <SuccessorPicker
                label={project.projectKey}
                successors={successors}
                chosen={to}
                projects={[project]}
                onChoose={(id) => onChoose(project.id, id)}
                className="w-full"
              />
            }
          />
        </li>
      ))}
    </ul>
  );
}
