'use client';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import type { IssueRow } from '@/lib/columns/issue-row';
import type { PlainKey } from './composer/block-field';

interface IssueKeys {
  /** The list in its order. */
  rows: readonly IssueRow[];
  currentId: number | null;
  focusRow: (index: number) => void;
  toggle: (row: IssueRow) => void;
  add: (rows: readonly IssueRow[]) => void;
  openIssue: (row: IssueRow) => void;
  field: (field: PlainKey | null) => void;
  keyword: () => void;
  filter: () => void;
  preview: () => void;
  undo: () => void;
  escape: () => void;
  help: () => void;
}

const isField = (event: KeyboardEvent) =>
  event.target instanceof HTMLElement &&
  event.target.closest('input, textarea, select, [contenteditable]') !== null;

/** The page's key map. Single keys are off in fields, dialogs and compositions. */
export function useIssueKeys(page: IssueKeys): void {
  const at = page.rows.findIndex((row) => row.id === page.currentId);
  const current = page.rows[at];
  const move = (by: number) => () => {
    if (page.rows.length > 0)
      page.focusRow(Math.min(page.rows.length - 1, Math.max(0, at < 0 ? 0 : at + by)));
  };
  const extend = (by: number) => () => {
    const next = page.rows[at + by];
    if (!current || !next) return;
    page.add([current, next]);
    page.focusRow(at + by);
  };
  const toggle = () => (current ? page.toggle(current) : false);
  const openIssue = () => (current ? page.openIssue(current) : false);

  useShortcuts({
    j: move(1),
    arrowdown: move(1),
    k: move(-1),
    arrowup: move(-1),
    'shift+j': extend(1),
    'shift+arrowdown': extend(1),
    'shift+k': extend(-1),
    'shift+arrowup': extend(-1),
    x: toggle,
    space: toggle,
    'mod+a': (event) => (isField(event) ? false : page.add(page.rows)),
    enter: openIssue,
    o: openIssue,
    s: () => page.field('status'),
    a: () => page.field('assignee'),
    d: () => page.field('dueDate'),
    m: () => page.field('milestone'),
    c: () => page.field('category'),
    '.': () => page.field(null),
    '/': page.keyword,
    f: page.filter,
    'mod+enter': page.preview,
    'mod+z': (event) => (isField(event) ? false : page.undo()),
    escape: page.escape,
    'shift+?': page.help,
    '?': page.help,
  });
}
