'use client';
import { useMemo } from 'react';
import type { ProjectReference, SpaceReference } from '@/lib/columns/issue-row';
import type { BlockField } from './block-field';
import { type Choice, memberChoices, priorityChoices, projectChoices, resolutionChoices } from './choice';
import { customChoices } from './custom-fields';

const none: readonly Choice[] = [];

/** What can be picked for a field of issues in these projects. */
export function useChoices(
  { key, target }: BlockField,
  reference: SpaceReference,
  projects: readonly ProjectReference[],
): readonly Choice[] {
  return useMemo(() => {
    if (target !== null) return customChoices(target, projects);
    switch (key) {
      case 'issueType':
      case 'status':
      case 'milestone':
      case 'version':
      case 'category':
        return projectChoices(key, projects);
      case 'assignee':
      case 'notify':
        return memberChoices(projects);
      case 'priority':
        return priorityChoices(reference);
      case 'resolution':
        return resolutionChoices(reference);
      default:
        return none;
    }
  }, [key, target, reference, projects]);
}
