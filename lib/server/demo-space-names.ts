import { z } from 'zod';

const healthSchema = z.looseObject({ name: z.string().max(100) });

/** What a demo space calls itself; null when it does not say, or does not run. */
export async function demoSpaceName(origin: string): Promise<string | null> {
  try {
    const answer = await fetch(`${origin}/_demo/health`, {
      redirect: 'error',
      signal: AbortSignal.timeout(2_000),
    });
    return healthSchema.parse(await answer.json()).name;
  } catch {
    return null;
  }
}
