'use client';
import { ListChecks, type LucideIcon, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { emptyIssueFilter } from '@/lib/columns/issue-filter';
import { clearFilter, type IssueFilterName, isFilterSet } from '@/lib/columns/issue-filter-fields';
import type { SpaceReference } from '@/lib/columns/issue-row';
import { useResultCount } from './filters/use-result-count';
import { type IssuesView, resolveFilter } from './issues-url';

/** In place of the table: why there is nothing, and one thing that helps. */
function ListState({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center justify-center gap-1 overflow-y-auto border-line border-t p-6 text-center">
      <span className="mb-2 grid size-[38px] place-items-center rounded-[10px] border border-line-2 text-fg-3">
        <Icon size={20} strokeWidth={1.6} aria-hidden />
      </span>
      <b role="status">{title}</b>
      <p className="mb-2.5 max-w-[46ch] text-balance text-12 text-fg-2">{children}</p>
      <div className="flex flex-wrap justify-center gap-2">{actions}</div>
    </div>
  );
}

interface NoMatchProps {
  state: IssuesView;
  reference: SpaceReference;
  onShow: (next: IssuesView) => void;
}

/** The condition that most often hides everything is named first, with the count without it. */
const suspects: readonly IssueFilterName[] = [
  'keyword',
  'dueDate',
  'milestone',
  'category',
  'assignee',
  'issueType',
  'priority',
  'status',
  'project',
];

/** No issue matches. */
export function NoMatch({ state, reference, onShow }: NoMatchProps) {
  const t = useTranslations('issues.empty');
  const fields = useTranslations('common.field');
  const { view, openOnly } = state;
  const isSet = (name: IssueFilterName) => isFilterSet(view.filter, name) || (name === 'status' && openOnly);
  const suspect = suspects.find(isSet);
  const without: IssuesView | null = suspect
    ? {
        view: { ...view, filter: clearFilter(view.filter, suspect) },
        openOnly: suspect === 'status' ? false : openOnly,
      }
    : null;
  const found = useResultCount(without && resolveFilter(without, reference.projects));
  if (!suspect || !without) {
    return (
      <ListState icon={ListChecks} title={t('noIssues')}>
        {t('noIssuesHint')}
      </ListState>
    );
  }
  const several = suspects.filter(isSet).length > 1;
  return (
    <ListState
      icon={SearchX}
      title={t('title')}
      actions={
        <>
          <Button onClick={() => onShow(without)} className="phone:h-11">
            {t('remove', { field: fields(suspect) })}
          </Button>
          {several ? (
            <Button
              tone="ghost"
              onClick={() => onShow({ view: { ...view, filter: emptyIssueFilter }, openOnly: false })}
              className="phone:h-11"
            >
              {t('removeAll')}
            </Button>
          ) : null}
        </>
      }
    >
      {found === null
        ? t('hint', { field: fields(suspect) })
        : t('hintCount', { field: fields(suspect), count: found })}
    </ListState>
  );
}

/** More than 100 calls would be needed: nothing is read until the filter is narrower. */
export function TooMany({ count, onNarrow }: { count: number; onNarrow: () => void }) {
  const t = useTranslations('issues.tooMany');
  return (
    <ListState
      icon={SearchX}
      title={t('title', { count })}
      actions={
        <Button tone="ink" onClick={onNarrow} className="phone:h-11">
          {t('narrow')}
        </Button>
      }
    >
      {t('why')}
    </ListState>
  );
}

/** First visit with more projects than are read at once. */
export function ChooseProjects({ joined, onChoose }: { joined: number; onChoose: () => void }) {
  const t = useTranslations('issues.choose');
  return (
    <ListState
      icon={ListChecks}
      title={t('title')}
      actions={
        <Button tone="ink" onClick={onChoose} className="phone:h-11">
          {t('choose')}
        </Button>
      }
    >
      {joined === 0 ? t('none') : t('hint', { count: joined })}
    </ListState>
  );
}
