import type { TextRule } from './closure-data';

/** A closing report, whatever notation it is written in. */
export interface ReportDocument {
  title: string;
  /** Days and project. */
  subtitle: string;
  /** Names of the two columns. */
  head: { name: string; value: string };
  figures: readonly { name: string; value: string }[];
  sections: readonly { title: string; lines: readonly string[] }[];
}

/** Characters that mean something inside a line. */
const special: Readonly<Record<TextRule, RegExp>> = {
  markdown: /[\\`*_[\]<>|#]/g,
  // Backlog's own notation takes a backslash as "not special", too.
  backlog: /[\\{}[\]]|''/g,
};

/** A text that stands in a line as it is, such as a subject. */
export function plainText(text: string, rule: TextRule): string {
  return text.replace(special[rule], (found) => [...found].map((character) => `\\${character}`).join(''));
}

/** The report in the notation of the project. Texts of the document are plain. */
export function reportText(report: ReportDocument, rule: TextRule): string {
  const plain = (text: string) => plainText(text, rule);
  const heading = (level: 1 | 2, text: string) =>
    `${(rule === 'markdown' ? '#' : '*').repeat(level)} ${plain(text)}`;
  const row = (cells: readonly string[]) =>
    rule === 'markdown' ? `| ${cells.map(plain).join(' | ')} |` : `|${cells.map(plain).join('|')}|`;
  const { head, figures } = report;
  const rows = figures.map(({ name, value }) => row([name, value]));
  const top = row([head.name, head.value]);
  const table = rule === 'markdown' ? [top, '| --- | --- |', ...rows] : [`${top}h`, ...rows];
  const blocks = [
    [heading(1, report.title)],
    [plain(report.subtitle)],
    table,
    ...report.sections.map(({ title, lines }) => [
      heading(2, title),
      ...(rule === 'markdown' ? [''] : []),
      ...lines.map((line) => `- ${plain(line)}`),
    ]),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}
