'use client';
import { useTranslations } from 'next-intl';
import { ValuePicker } from '@/components/operations/value-picker';
import { CLOSED_STATUS_ID } from '@/lib/columns/is-overdue';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { marking } from './marking-status';
import { categoryOf, statusOf } from './overdue-decisions';
import type { OverdueForm } from './overdue-form';
import type { MarkedIssue } from './use-marking';

interface ProjectMarksProps {
  form: OverdueForm;
  /** Projects that have overdue issues. */
  projects: readonly ProjectReference[];
  /** Issues that are meant and ticked. */
  taken: readonly MarkedIssue[];
  onStatus: (projectId: number, id: number | null) => void;
  onCategory: (projectId: number, id: number | null) => void;
}

const cells =
  'grid grid-cols-[minmax(0,1fr)_76px_minmax(0,184px)_minmax(0,184px)] items-center gap-x-3 gap-y-1.5 px-2.5 phone:grid-cols-[minmax(0,1fr)_76px]';

/** Statuses and categories have ids of their own in every project: one line each. */
export function ProjectMarks({ form, projects, taken, onStatus, onCategory }: ProjectMarksProps) {
  const t = useTranslations('operations.overdue.mark');
  const fields = useTranslations('common.field');
  if (projects.length === 0) return <p className="text-12 text-fg-3">{t('projectsLater')}</p>;
  const suggested = projects.some(
    (project) => form.status[String(project.id)] === undefined && marking(project) !== null,
  );
  return (
    <>
      <div className="rounded-card border border-line">
        <div
          aria-hidden
          className={`${cells} min-h-8 rounded-t-card border-line border-b bg-surface-2 text-11 text-fg-3 phone:hidden`}
        >
          <span>{fields('project')}</span>
          <span className="text-right">{t('overdue')}</span>
          <span>{t('statusTo')}</span>
          <span>{t('categoryTo')}</span>
        </div>
        <ul aria-label={t('perProject')} className="divide-y divide-line">
          {projects.map((project) => {
            const count = taken.filter(({ row }) => row.projectId === project.id).length;
            return (
              <li key={project.id} className={`${cells} min-h-[42px] py-1.5`}>
                <span className="min-w-0 truncate" title={project.name}>
                  <b className="mr-2 font-semibold text-11 text-fg-3">{project.projectKey}</b>
                  {project.name}
                </span>
                <Count count={count} />
                <PhoneLabel>{t('statusTo')}</PhoneLabel>
                <ValuePicker
                  label={t('statusOf', { project: project.projectKey })}
                  values={project.statuses.filter(({ id }) => id !== CLOSED_STATUS_ID)}
                  chosen={statusOf(form, project)?.id ?? null}
                  none={t('keep')}
                  onChoose={(id) => onStatus(project.id, id)}
                  className="phone:col-span-2"
                />
                {project.categories.length === 0 ? (
                  <span className="text-12 text-fg-3 phone:hidden">{t('noCategories')}</span>
                ) : (
                  <>
                    <PhoneLabel>{t('categoryTo')}</PhoneLabel>
                    <ValuePicker
                      label={t('categoryOf', { project: project.projectKey })}
                      values={project.categories}
                      chosen={categoryOf(form, project)?.id ?? null}
                      none={t('addNone')}
                      onChoose={(id) => onCategory(project.id, id)}
                      className="phone:col-span-2"
                    />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <p className="mt-1.5 text-11 text-fg-3">
        {suggested ? `${t('suggested')} ` : null}
        {t('categoryNote')}
      </p>
    </>
  );
}

/** On a phone the head of the columns is not there. */
function PhoneLabel({ children }: { children: string }) {
  return (
    <span aria-hidden className="hidden text-11 text-fg-3 phone:col-span-2 phone:block">
      {children}
    </span>
  );
}

function Count({ count }: { count: number }) {
  const common = useTranslations('common');
  return <span className="whitespace-nowrap text-right tabular-nums">{common('issues', { count })}</span>;
}
