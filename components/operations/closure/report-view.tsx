import { cn } from '@/components/ui/cn';
import type { TextRule } from './closure-data';
import { type Block, reportBlocks, type Span } from './report-blocks';

/** A report as Backlog would show it, roughly. */
export function ReportView({ text, rule, className }: { text: string; rule: TextRule; className?: string }) {
  const blocks = reportBlocks(text, rule).map((block, index) => ({ block, key: `${index} ${block.kind}` }));
  return (
    <div className={cn('text-[12.5px] [overflow-wrap:anywhere]', className)}>
      {blocks.map(({ block, key }) => (
        <BlockView key={key} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <p className="font-semibold text-13">
          <Spans spans={block.spans} />
        </p>
      ) : (
        <p className="mt-2.5 mb-0.5 font-semibold text-12">
          <Spans spans={block.spans} />
        </p>
      );
    case 'paragraph':
      return (
        <p className="whitespace-pre-line text-11 text-fg-3 tabular-nums">
          {keyed(block.lines).map(({ value, key }, index) => (
            <span key={key}>
              {index === 0 ? '' : '\n'}
              <Spans spans={value} />
            </span>
          ))}
        </p>
      );
    case 'list':
      return (
        <ul className="text-12 text-fg-2">
          {keyed(block.items).map(({ value, key }) => (
            <li key={key}>
              <Spans spans={value} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table className="mt-2 w-full border-collapse tabular-nums">
          {block.head ? (
            <thead className="sr-only">
              <tr>
                {keyed(block.head).map(({ value, key }) => (
                  <th key={key} scope="col">
                    <Spans spans={value} />
                  </th>
                ))}
              </tr>
            </thead>
          ) : null}
          <tbody>
            {keyed(block.rows).map(({ value: cells, key }) => (
              <tr key={key}>
                {keyed(cells).map(({ value, key: cell }, index) => (
                  <td
                    key={cell}
                    className={cn(
                      'border-line border-t py-1',
                      index === 0 ? 'text-fg-2' : 'text-right font-medium',
                    )}
                  >
                    <Spans spans={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return keyed(spans).map(({ value, key }) => (value.strong ? <b key={key}>{value.text}</b> : value.text));
}

/** The text is written anew with every change: the place is the only identity there is. */
function keyed<T>(values: readonly T[]): { value: T; key: string }[] {
  return values.map((value, index) => ({ value, key: String(index) }));
}
