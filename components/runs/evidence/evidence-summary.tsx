import type { SummarySection } from '@/lib/i18n/evidence/summary';

/** What stands above the rows: selection, changes, plan, approval, outcomes. */
export function EvidenceSummary({ sections }: { sections: readonly SummarySection[] }) {
  return (
    <div className="columns-2 gap-10 px-5 pt-1 pb-5 text-12 phone:columns-1 phone:px-4 print:columns-2">
      {sections.map(({ title, facts }) => (
        <section key={title} className="break-inside-avoid pt-4">
          <h2 className="mb-1 font-semibold text-13">{title}</h2>
          <dl>
            {facts.map(({ label, lines }) => (
              <div
                key={`${label} ${lines[0]}`}
                className="grid grid-cols-[150px_minmax(0,1fr)] narrow:grid-cols-[112px_minmax(0,1fr)] gap-x-4 border-line border-t py-1.5 phone:grid-cols-1"
              >
                <dt className="text-fg-2">{label}</dt>
                <dd className="whitespace-pre-wrap tabular-nums [overflow-wrap:anywhere]">
                  {lines.join('\n')}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
