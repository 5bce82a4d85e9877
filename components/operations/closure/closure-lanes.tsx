'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { isDoneLike } from '@/lib/bulk/operations/closure-destination';
import { takenIn, withDecision } from './closure-form';
import type { Lane } from './closure-rows';
import { LaneContext, type LaneContextValue } from './lane-context';
import { NextField } from './next-field';
import { NextForecastBar } from './next-forecast-bar';
import { ResolvedLane } from './resolved-lane';
import { UndecidedLane } from './undecided-lane';
import { UnfinishedLane } from './unfinished-lane';
import type { ClosureState } from './use-closure';

/** The open issues in three columns: done but not closed, not done, and those somebody should look at. */
export function ClosureLanes({ closure }: { closure: ClosureState }) {
  const t = useTranslations('operations.closure');
  const { milestone, state, rows, list, answer, next, resolutions, resolution } = closure;
  const { form, change } = state;
  const { project } = milestone;
  const inLane = (lane: Lane) => rows.filter((row) => row.lane === lane);
  const keys = useMemo(() => new Map(list.rows.map(({ id, issueKey }) => [id, issueKey])), [list.rows]);
  const status = project.statuses.find(({ id }) => isDoneLike(id, project.statuses));
  const context: LaneContextValue = {
    nextName: next === null ? null : next.name,
    members: project.members.map(({ id, name }) => ({ id, label: name })),
    resolutions,
    resolution,
    keys,
    decide: (issueIds, decision) => change(withDecision(form, issueIds, decision)),
    takeIn: (issueIds) => change(takenIn(form, issueIds)),
  };
  return (
    <LaneContext.Provider value={context}>
      <div className="grid min-h-[420px] flex-[1_1_420px] grid-cols-[1fr_1fr_1.08fr] grid-rows-[minmax(0,1fr)] border-line border-t *:border-line narrow:min-h-0 narrow:flex-none narrow:grid-rows-[auto] [&>*+*]:border-l phone:block phone:[&>*+*]:border-t phone:[&>*+*]:border-l-0">
        <ResolvedLane
          rows={inLane('resolved')}
          status={status ?? { name: t('head.resolved') }}
          resolvedIsDone={closure.resolvedIsDone}
          onResolvedIsDone={(done) => change({ ...form, resolvedIsDone: done })}
          source={closure.source}
          counts={closure.counts}
        />
        <UnfinishedLane
          rows={inLane('unfinished')}
          to={form.unfinished}
          onTo={(to) => change({ ...form, unfinished: to })}
          next={
            <NextField
              choices={closure.others}
              choice={closure.choice}
              view={next}
              suggestion={answer?.suggestion}
              problem={closure.problem}
              onChoose={(choice) => change({ ...form, next: choice })}
            />
          }
        />
        <UndecidedLane
          rows={inLane('undecided')}
          unknown={answer === undefined ? 'reading' : answer.state === 'ready' ? null : answer.state}
          foot={next === null ? null : <NextForecastBar next={next} forecast={closure.forecast} />}
        />
      </div>
    </LaneContext.Provider>
  );
}
