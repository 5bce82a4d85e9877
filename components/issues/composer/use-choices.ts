'use client';
import { useMemo } from 'react';
import type { ChangeField } from '@/lib/bulk/changes';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import { type Choice, memberChoices, priorityChoices, projectChoices, resolutionChoices } from './choice';

const none: readonly Choice[] = [];

/** What can be picked for a field of issues in these projects. */
export function useChoices(
  field: ChangeField,
  reference: SpaceReference,
  projects: readonly ProjectReference[],
): readonly Choice[] {
  return useMemo(() => {
    switch (field) {
      case 'status':
      case 'milestone':
      case 'category':
        return projectChoices(field, projects);
      case 'assignee':
        return memberChoices(projects);
      case 'priority':
        return priorityChoices(reference);
      case 'resolution':
        return resolutionChoices(reference);
      default:
        return none;
    }
  }, [field, reference, projects]);
}
