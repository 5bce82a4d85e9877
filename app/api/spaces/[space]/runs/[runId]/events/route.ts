import { runEvents } from '@/lib/server/run-events';

/** Server-sent events: `snapshot` (the run), `end`, `failed` ({code, …}). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ space: string; runId: string }> },
): Promise<Response> {
  return runEvents(request, await params);
}
