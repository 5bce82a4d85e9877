import { describe, expect, it } from 'vitest';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { formatIssuesUrl, parseIssuesUrl, resolveFilter } from './issues-url';

const parse = (query: string) => parseIssuesUrl(new URLSearchParams(query));
const project = (id: number, statusIds: number[]): ProjectReference => ({
  id,
  projectKey: `P${id}`,
  name: `P${id}`,
  statuses: statusIds.map((status) => ({ id: status, name: String(status), color: '#000000' })),
  issueTypes: [],
  categories: [],
  milestones: [],
  members: [],
  subtaskingEnabled: true,
  customFields: [],
});

describe('address of the issues page', () => {
  it('an address without a status shows everything but 完了', () => {
    expect(parse('').openOnly).toBe(true);
    expect(parse('project=1').openOnly).toBe(true);
    expect(parse('status=open').openOnly).toBe(true);
    expect(parse('status=all').openOnly).toBe(false);
    expect(parse('status=1,2').view.filter.statusIds).toEqual([1, 2]);
    expect(parse('status=1,2').openOnly).toBe(false);
  });

  it('every view survives writing and reading', () => {
    for (const query of [
      '',
      'status=all',
      'project=3&status=2',
      'status=all&assignee=5&due=2026-11-13..&q=a',
    ]) {
      const once = parse(query);
      const again = parse(formatIssuesUrl(once));
      expect(again.view).toEqual(once.view);
      expect(again.openOnly).toBe(once.openOnly);
    }
  });

  it('what makes no sense is dropped and named, the rest counts', () => {
    const { view, ignored, openOnly } = parse('project=abc&status=nope&assignee=5');
    expect(ignored).toEqual([
      { param: 'project', value: 'abc' },
      { param: 'status', value: 'nope' },
    ]);
    expect(view.filter.assigneeIds).toEqual([5]);
    expect(openOnly).toBe(true);
  });

  it('"not closed" becomes the status ids of the projects in view', () => {
    const projects = [project(1, [1, 2, 3, 4, 101]), project(2, [1, 2, 3, 4, 202])];
    expect(resolveFilter(parse(''), projects)?.statusIds).toEqual([1, 2, 3, 101, 202]);
    expect(resolveFilter(parse('project=2'), projects)?.statusIds).toEqual([1, 2, 3, 202]);
    expect(resolveFilter(parse('status=all'), projects)?.statusIds).toEqual([]);
    const many = [
      project(
        1,
        Array.from({ length: 300 }, (_, index) => index + 5),
      ),
    ];
    expect(resolveFilter(parse(''), many)).toBeNull();
  });
});
