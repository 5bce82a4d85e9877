import type { TextRule } from './closure-data';

/** A piece of a line; `strong` stands out. */
export interface Span {
  text: string;
  strong: boolean;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
  | { kind: 'paragraph'; lines: Span[][] }
  | { kind: 'list'; items: Span[][] }
  | { kind: 'table'; head: Span[][] | null; rows: Span[][][] };

/**
 * What reports are made of, in either notation: headings, paragraphs, flat lists, tables and strong text. Everything
 * else is shown as it was typed; nothing of it becomes markup.
 */
export function reportBlocks(text: string, rule: TextRule): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = blocks.at(-1);
    const heading = headingOf(line, rule);
    const item = /^\s*[-+]\s+(.*)$/.exec(line) ?? (rule === 'markdown' ? /^\s*\*\s+(.*)$/.exec(line) : null);
    if (line.trim() === '') blocks.push({ kind: 'paragraph', lines: [] });
    else if (heading) blocks.push(heading);
    else if (item) {
      const spans = spansOf(item[1] ?? '', rule);
      if (last?.kind === 'list') last.items.push(spans);
      else blocks.push({ kind: 'list', items: [spans] });
    } else if (/^\s*\|/.test(line)) addRow(blocks, line, rule);
    else if (last?.kind === 'paragraph') last.lines.push(spansOf(line, rule));
    else blocks.push({ kind: 'paragraph', lines: [spansOf(line, rule)] });
  }
  return blocks.filter((block) => block.kind !== 'paragraph' || block.lines.length > 0);
}

function headingOf(line: string, rule: TextRule): Block | null {
  const [, marks = '', text = ''] =
    (rule === 'markdown' ? /^(#{1,6})\s+(.*)$/ : /^(\*{1,6})\s*(.*)$/).exec(line) ?? [];
  if (marks === '') return null;
  const level = marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
  return { kind: 'heading', level, spans: spansOf(text, rule) };
}

function addRow(blocks: Block[], line: string, rule: TextRule): void {
  const last = blocks.at(-1);
  const table = last?.kind === 'table' ? last : null;
  const isHead = rule === 'backlog' && /\|h\s*$/.test(line);
  const inner = line.trim().replace(/^\|/, '').replace(/\|h?$/, '');
  const cells = inner.split(/(?<!\\)\|/).map((cell) => spansOf(cell.trim(), rule));
  if (rule === 'markdown' && table && /^[\s|:-]+$/.test(line)) {
    // The line below the head says that it was one.
    const [head = null, ...rest] = table.rows;
    table.head = head;
    table.rows = rest;
  } else if (isHead && !table) blocks.push({ kind: 'table', head: cells, rows: [] });
  else if (table) table.rows.push(cells);
  else blocks.push({ kind: 'table', head: null, rows: [cells] });
}

/** Strong text, and characters behind a backslash as they are. */
function spansOf(text: string, rule: TextRule): Span[] {
  const mark = rule === 'markdown' ? '**' : "''";
  const spans: Span[] = [];
  let strong = false;
  let run = '';
  const close = () => {
    if (run !== '') spans.push({ text: run, strong });
    run = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const next = text[at + 1];
    if (text[at] === '\\' && next !== undefined && /[^\p{L}\p{N}\s]/u.test(next)) {
      run += next;
      at += 1;
    } else if (text.startsWith(mark, at)) {
      close();
      strong = !strong;
      at += 1;
    } else run += text[at];
  }
  close();
  return spans;
}
