/** A control was called with something it does not understand; answered with 400 and the reason. */
export class ControlError extends Error {}

/** The JSON body of a control; `{}` when there is none. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError('The body is not JSON.');
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as an object. */
export async function readObject(request: Request): Promise<Record<string, unknown>> {
  const body = await readJson(request);
  if (!isRecord(body)) throw new ControlError('The body must be an object.');
  return body;
}
