/** Epoch milliseconds as Backlog writes instants: UTC, whole seconds, no fraction. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function instantOrNull(ms: number | null): string | null {
  return ms === null ? null : instant(ms);
}

/** A day (`yyyy-MM-dd`) as Backlog writes date-only fields. */
export function dayOrNull(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00Z`;
}
