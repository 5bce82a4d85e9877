/** drizzle puts the values of a statement into its message: comments, subjects, ids of sessions. */
function messageOf(error: Error): string {
  return 'query' in error && 'params' in error ? `Failed query: ${String(error.query)}` : error.message;
}

/** An error for the log: class, code, message and stack, never the values that a failed statement was to write. */
export function printableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const message = messageOf(error);
  return {
    type: error.name,
    code: 'code' in error ? String(error.code) : undefined,
    message,
    stack: error.stack?.replace(error.message, () => message),
    cause: error.cause && printableError(error.cause),
  };
}
