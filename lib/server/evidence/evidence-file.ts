import { getLocale, getTranslations } from 'next-intl/server';
import { runsEvidence } from '@/lib/actions/runs/evidence';
import { dayOf } from '@/lib/i18n/format-day';
import { getContext } from '../get-context';
import { privateHeaders, toResponse } from '../route-action';
import { runAction } from '../run-action';
import { evidenceCsv } from './evidence-csv';
import { type Evidence, readEvidence } from './evidence-pages';
import { evidenceXlsx } from './evidence-xlsx';
import { textStream } from './text-stream';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof types;

const isFormat = (text: string): text is Format => Object.hasOwn(types, text);

/** The record of a run as a file (csv or xlsx), in the person's language; refused like any other read. */
export async function evidenceFile(call: {
  space: string;
  runId: string;
  format: string;
}): Promise<Response> {
  const { space, runId, format } = call;
  if (!isFormat(format)) {
    return toResponse({ ok: false, error: { code: 'BAD_INPUT', details: { fields: 'format' } } });
  }
  const first = await runAction(runsEvidence, { space, input: { runId, limit: 1 } });
  if (!first.ok) return toResponse(first);
  const [ctx, t, locale] = await Promise.all([
    getContext(space, runsEvidence),
    getTranslations(),
    getLocale(),
  ]);
  const evidence = await readEvidence(ctx, runId, { t, locale });
  const body = format === 'csv' ? textStream(evidenceCsv(evidence)) : await evidenceXlsx(evidence);
  return new Response(body, {
    headers: {
      ...privateHeaders,
      'Content-Type': types[format],
      'Content-Disposition': disposition(fileName(evidence, format)),
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** `ikkatsu-12-2026-11-22.xlsx`: number of the plan, day of the record in the space's zone. */
function fileName({ head }: Evidence, format: Format): string {
  return `ikkatsu-${head.run.planNumber}-${dayOf(new Date(head.at), head.timezone)}.${format}`;
}

/** RFC 6266: the plain name, and the same as UTF-8 for who reads that. */
function disposition(name: string): string {
  return `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
