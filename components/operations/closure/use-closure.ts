'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIssueRows } from '@/components/issues/use-issue-rows';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { SpaceReference } from '@/lib/columns/issue-row';
import type { Measure } from './closure-data';
import { figuresOptions, milestoneFilter, openFilter } from './closure-queries';
import { closureRows, countRows } from './closure-rows';
import { nextForecast } from './forecast';
import { type MilestoneChoice, milestonesOf } from './milestone-choices';
import { newMilestoneProblem } from './new-milestone-problem';
import { nextChoice, nextView } from './next-choice';
import { type TakenUpClosure, useClosureForm } from './use-closure-form';

/** 対応済み has the id 0, which is a value. */
const FIXED = 0;
const nothing: Readonly<Record<string, number>> = {};

/** Everything about closing one milestone: what is read, what was decided, and what comes of it. */
export function useClosure(
  milestone: MilestoneChoice,
  reference: SpaceReference,
  taken: TakenUpClosure | null,
) {
  const { host, today, timezone } = useSpace();
  const { project } = milestone;
  const state = useClosureForm(milestone.id, taken);
  const { form } = state;
  const figuresRead = useQuery(figuresOptions(host, project.id, milestone.id));
  const answer = figuresRead.data;
  const filter = useMemo(() => milestoneFilter(project.id, milestone.id), [project.id, milestone.id]);
  const list = useIssueRows(host, filter);
  const [wantedMeasure, setMeasure] = useState<Measure>('issues');
  const measure = answer?.basics.hoursKnown ? wantedMeasure : 'issues';

  const preset = answer?.useResolvedForChart ?? null;
  const resolvedIsDone = form.resolvedIsDone ?? preset ?? true;
  const figures = answer?.figures?.[resolvedIsDone ? 'resolvedToo' : 'closedOnly'] ?? null;

  const others = useMemo(
    () => milestonesOf([project]).filter(({ id }) => id !== milestone.id),
    [project, milestone.id],
  );
  const choice = nextChoice(form, answer?.suggestion);
  const next = useMemo(() => (choice === null ? null : nextView(choice, others)), [choice, others]);
  const problem = choice?.kind === 'new' ? newMilestoneProblem(choice, project.milestones) : null;

  const rows = useMemo(
    () =>
      closureRows(list.rows, {
        milestoneId: milestone.id,
        statuses: project.statuses,
        milestones: project.milestones,
        resolvedIsDone,
        form,
        next,
        carryOvers: figures?.carryOvers ?? nothing,
        openChildren: answer?.openChildren ?? nothing,
        today,
        timezone,
      }),
    [
      list.rows,
      milestone.id,
      project,
      resolvedIsDone,
      form,
      next,
      figures,
      answer?.openChildren,
      today,
      timezone,
    ],
  );
  const counts = useMemo(() => countRows(rows), [rows]);

  const existing = choice?.kind === 'existing' ? choice.milestone.id : null;
  const thereFilter = useMemo(
    () => (existing === null ? null : openFilter(project, existing)),
    [project, existing],
  );
  const there = useIssueRows(host, thereFilter);
  const forecast = useMemo(
    () => nextForecast(rows, there.rows, figures?.velocities ?? null, measure),
    [rows, there.rows, figures, measure],
  );

  const resolutions = useMemo(
    () => reference.resolutions.map(({ id, name }) => ({ id, label: name })),
    [reference.resolutions],
  );
  const fixed = resolutions.find(({ id }) => id === FIXED) ?? resolutions[0] ?? null;
  const resolution = resolutions.find(({ id }) => id === form.resolution?.id) ?? fixed;
  const error = list.error ?? (figuresRead.isError ? readErrorOf(figuresRead.error) : null);
  return {
    milestone,
    state,
    list,
    answer,
    figures,
    measure,
    setMeasure,
    resolvedIsDone,
    /** Where `resolvedIsDone` comes from. */
    source: sourceOf(form.resolvedIsDone, answer === undefined, preset),
    others,
    choice,
    next,
    problem,
    rows,
    counts,
    forecast,
    resolutions,
    resolution,
    /** 対応済み, what stands for itself. */
    fixed,
    error,
    retry: () => {
      list.retry();
      if (figuresRead.isError) void figuresRead.refetch();
    },
  } as const;
}

/** Who decided whether 処理済み is done; `reading` while the project's setting is on its way. */
export type SettingSource = 'person' | 'project' | 'unknown' | 'reading';

function sourceOf(own: boolean | null, pending: boolean, preset: boolean | null): SettingSource {
  if (own !== null) return 'person';
  if (pending) return 'reading';
  return preset === null ? 'unknown' : 'project';
}

export type ClosureState = ReturnType<typeof useClosure>;
