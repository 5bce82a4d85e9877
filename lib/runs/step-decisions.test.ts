import { describe, expect, it } from 'vitest';
import type { MilestoneImage, MilestoneStep } from '@/lib/bulk';
import type { StepIntent } from './ledger-item';
import { decideMilestone, findMilestone } from './step-decisions';

const PROJECT = 10;
const image = (id: number, name: string, given: Partial<MilestoneImage> = {}): MilestoneImage => ({
  id,
  name,
  description: '',
  startDate: null,
  dueDate: null,
  archived: false,
  ...given,
});
const s24 = image(24, 'Sprint 24');
const create: MilestoneStep = {
  kind: 'createMilestone',
  projectId: PROJECT,
  name: 'Sprint 25',
  startDate: '2026-11-23',
  dueDate: '2026-12-04',
};
const archive: MilestoneStep = {
  kind: 'archiveMilestone',
  projectId: PROJECT,
  milestoneId: 24,
  name: 'Sprint 24',
  archived: true,
};
const remove: MilestoneStep = {
  kind: 'deleteMilestone',
  projectId: PROJECT,
  milestoneId: 24,
  name: 'Sprint 24',
};
const ended = (outcome: string, code?: string) =>
  code === undefined ? { kind: 'end', outcome } : { kind: 'end', outcome, reason: { code } };

describe('what to do with a step about a milestone', () => {
  it('creates one only where the name is free, archived ones counted', () => {
    expect(decideMilestone(create, [s24])).toEqual({
      kind: 'send',
      params: { name: 'Sprint 25', startDate: '2026-11-23', releaseDueDate: '2026-12-04' },
      before: { milestone: null, known: [24] },
    });
    expect(decideMilestone(create, [image(30, 'Sprint 25', { archived: true })])).toEqual(
      ended('rejected', 'NAME_TAKEN'),
    );
  });

  it('archives under the name of now; there is nothing to do for what is archived, nothing possible for what is gone', () => {
    expect(decideMilestone(archive, [image(24, 'スプリント 24')])).toMatchObject({
      kind: 'send',
      params: { name: 'スプリント 24', archived: true },
    });
    expect(decideMilestone(archive, [{ ...s24, archived: true }])).toEqual(ended('unchanged'));
    expect(decideMilestone(archive, [])).toEqual(ended('rejected', 'GONE'));
  });

  it('deletes only under the name that was approved', () => {
    expect(decideMilestone(remove, [s24])).toMatchObject({ kind: 'send', params: {} });
    expect(decideMilestone(remove, [image(24, 'リリース前')])).toEqual(
      ended('conflict', 'CHANGED_MEANWHILE'),
    );
    expect(decideMilestone(remove, [])).toEqual(ended('unchanged'));
  });
});

describe('how an open step about a milestone ended', () => {
  const intent: StepIntent = {
    params: { name: 'Sprint 25', startDate: '2026-11-23', releaseDueDate: '2026-12-04' },
    before: { milestone: null, known: [24] },
  };
  const days = { startDate: '2026-11-23', dueDate: '2026-12-04' };

  it('is applied by a new milestone of this name and these days, by nothing else', () => {
    expect(findMilestone(create, intent, [s24, image(25, 'Sprint 25', days)])).toMatchObject({
      kind: 'applied',
      createdId: 25,
    });
    expect(findMilestone(create, intent, [image(24, 'Sprint 25', days)]).kind).toBe('notApplied');
    expect(findMilestone(create, intent, [image(25, 'Sprint 25')]).kind).toBe('notApplied');
  });

  it('is told by the state for an archive and by absence for a deletion', () => {
    const before = { params: {}, before: { milestone: s24 } };
    expect(findMilestone(archive, before, [{ ...s24, archived: true }]).kind).toBe('applied');
    expect(findMilestone(archive, before, [s24]).kind).toBe('notApplied');
    expect(findMilestone(archive, before, []).kind).toBe('gone');
    expect(findMilestone(remove, before, []).kind).toBe('applied');
    expect(findMilestone(remove, before, [s24]).kind).toBe('notApplied');
  });
});
