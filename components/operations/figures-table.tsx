import type { Key, ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** Below a chart of the page's own column, or in the rail beside it. */
const looks = {
  page: { table: 'max-w-[520px]', head: 'text-11', figure: 'px-2' },
  rail: { table: '', head: '', figure: 'pl-3' },
} as const;

interface FiguresTableProps<R> {
  look: keyof typeof looks;
  /** For screen readers: the chart it stands for. */
  caption: string;
  rows: readonly R[];
  keyOf: (row: R) => Key;
  /** What a row is about. */
  head: { title: string; of: (row: R) => ReactNode };
  figures: readonly { title: string; of: (row: R) => ReactNode }[];
  /** Below the rows. */
  note?: ReactNode;
}

/** A chart in figures: one row per thing, one column per figure. */
export function FiguresTable<R>(props: FiguresTableProps<R>) {
  const { caption, rows, keyOf, head, figures, note } = props;
  const look = looks[props.look];
  return (
    <table className={cn('w-full text-12', look.table)}>
      <caption className="sr-only">{caption}</caption>
      <thead className={cn('text-fg-3', look.head)}>
        <tr>
          <th scope="col" className="py-1 text-left font-medium">
            {head.title}
          </th>
          {figures.map(({ title }) => (
            <th key={title} scope="col" className={cn('py-1 text-right font-medium', look.figure)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row" className="border-line border-t py-1 text-left font-normal">
              {head.of(row)}
            </th>
            {figures.map(({ title, of }) => (
              <td
                key={title}
                className={cn('border-line border-t py-1 text-right tabular-nums', look.figure)}
              >
                {of(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {note ? (
        <tfoot>
          <tr>
            <td colSpan={figures.length + 1} className="pt-1 text-11 text-warn">
              {note}
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
