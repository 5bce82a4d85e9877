'use client';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useMemo, useReducer, useState } from 'react';
import { callAction } from '@/components/layout/call-action';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionInput } from '@/lib/actions/define-action';
import type { plansDraftBulkUpdate } from '@/lib/actions/plans/draft-bulk-update';
import type { ChangeKey } from '@/lib/bulk/change-key';
import type { Change } from '@/lib/bulk/changes';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import type { BlockField } from './block-field';
import type { AskedField } from './composer';
import { emptyComposer, reduceComposer } from './composer-state';
import { inProjects } from './custom-fields';
import { draftOf } from './draft';
import { changeOf, changesOf } from './draft-to-change';
import { createForecast } from './effect';

export type DraftPlanInput = ActionInput<typeof plansDraftBulkUpdate>;
/** The server action that makes a plan. */
export type DraftPlan = (space: string, input: DraftPlanInput) => Promise<ActionResult<{ id: string }>>;

interface ComposerOptions {
  reference: SpaceReference;
  /** Selected rows that are known here. */
  rows: readonly IssueRow[];
  /** Their projects. */
  projects: readonly ProjectReference[];
  draftPlan: DraftPlan;
  /** Changes to begin with, of a plan that is taken up again. */
  restored: readonly Change[] | null;
}

/** The change being composed: its blocks, what they would do, and making a plan of it. */
export function useComposer({ reference, rows, projects, draftPlan, restored }: ComposerOptions) {
  const { host, canWrite } = useSpace();
  const router = useRouter();
  const [state, dispatch] = useReducer(reduceComposer, restored, (changes) =>
    changes === null ? emptyComposer : { ...emptyComposer, drafts: changes.map(draftOf) },
  );
  const [open, setOpen] = useState(restored !== null);
  const [asked, setAsked] = useState<AskedField>({ field: null, turn: 0 });

  const changes = useMemo(
    () => changesOf(state.drafts.map((draft) => inProjects(draft, projects))),
    [state.drafts, projects],
  );
  const forecast = useMemo(
    () => (changes.length === 0 ? null : createForecast(reference, changes, canWrite)),
    [changes, reference, canWrite],
  );
  // Typing comes first; the figures follow.
  const calm = useDeferredValue(forecast);
  const effect = useMemo(() => (open && calm ? calm.effect(rows) : null), [open, calm, rows]);

  const making = useMutation({
    mutationFn: (input: DraftPlanInput) => callAction(draftPlan(host, input)),
    onSuccess: ({ id }) => {
      // The browser's own "back" then finds the same list, with this selection and these changes.
      const here = new URLSearchParams(window.location.search);
      here.set('plan', id);
      window.history.replaceState(null, '', `?${here}`);
      router.push(`/${host}/plans/${encodeURIComponent(id)}`);
    },
  });

  return {
    state,
    dispatch,
    open,
    asked,
    changes,
    forecast,
    effect,
    /** The first block that lacks a value, or has a wrong one. */
    incomplete: state.drafts.find((draft) => changeOf(draft) === null) ?? null,
    /** Opens the composer at a field, or at the choice of fields. */
    ask: (field: BlockField | null) => {
      setOpen(true);
      if (field !== null) dispatch({ type: 'open', field });
      setAsked((before) => ({ field: field?.key ?? null, turn: before.turn + 1 }));
    },
    /** Leads back to a block that is there. */
    show: (key: ChangeKey) => {
      setOpen(true);
      setAsked((before) => ({ field: key, turn: before.turn + 1 }));
    },
    close: () => setOpen(false),
    makePlan: (selection: DraftPlanInput['selection']) => making.mutate({ selection, changes }),
    // Stays on until the page of the plan has taken over.
    submitting: making.isPending || making.isSuccess,
    error: making.isError ? readErrorOf(making.error) : null,
  };
}

export type ComposerControl = ReturnType<typeof useComposer>;
