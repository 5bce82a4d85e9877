import { describe, expect, test } from 'vitest';
import { type Block, reportBlocks } from './report-blocks';
import { type ReportDocument, reportText } from './report-text';

const report: ReportDocument = {
  title: 'Sprint 24 ふりかえり',
  subtitle: '2026/11/09(月) – 11/20(金)',
  head: { name: '項目', value: '値' },
  figures: [{ name: '完了', value: '50件 81%' }],
  sections: [{ title: '送る課題', lines: ['WEB-1 **急ぎ** <script> | a_b', 'WEB-2 {code} [[x]]'] }],
};

const text = (spans: readonly { text: string }[]) => spans.map((span) => span.text).join('');

function flatBlock(block: Block): unknown[] {
  switch (block.kind) {
    case 'heading':
      return [block.level, text(block.spans)];
    case 'paragraph':
      return block.lines.map(text);
    case 'list':
      return block.items.map(text);
    case 'table':
      return [block.head?.map(text), ...block.rows.map((row) => row.map(text))];
  }
}
const flat = (rule: 'markdown' | 'backlog') => reportBlocks(reportText(report, rule), rule).map(flatBlock);

describe.each(['markdown', 'backlog'] as const)('a report in %s', (rule) => {
  test('reads back as it was meant: subjects keep every character and become no markup', () => {
    expect(flat(rule)).toEqual([
      [1, 'Sprint 24 ふりかえり'],
      ['2026/11/09(月) – 11/20(金)'],
      [
        ['項目', '値'],
        ['完了', '50件 81%'],
      ],
      [2, '送る課題'],
      ['WEB-1 **急ぎ** <script> | a_b', 'WEB-2 {code} [[x]]'],
    ]);
    const strong = reportBlocks(reportText(report, rule), rule).flatMap((block) =>
      block.kind === 'list' ? block.items.flat().filter((span) => span.strong) : [],
    );
    expect(strong).toEqual([]);
  });
});

test('each notation has its own heads, tables and strong text', () => {
  expect(reportText(report, 'markdown')).toContain('| 項目 | 値 |\n| --- | --- |\n| 完了 | 50件 81% |');
  expect(reportText(report, 'backlog')).toContain('|項目|値|h\n|完了|50件 81%|');
  expect(reportBlocks("* 見出し\n''太字''と", 'backlog')).toEqual([
    { kind: 'heading', level: 1, spans: [{ text: '見出し', strong: false }] },
    {
      kind: 'paragraph',
      lines: [
        [
          { text: '太字', strong: true },
          { text: 'と', strong: false },
        ],
      ],
    },
  ]);
  expect(reportBlocks('* 項目', 'markdown')).toEqual([
    { kind: 'list', items: [[{ text: '項目', strong: false }]] },
  ]);
});
