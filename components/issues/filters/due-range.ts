const DAY_MS = 86_400_000;

/** A calendar day so many days later (or, negative, earlier); both yyyy-MM-dd. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Range of a preset; `today` is the day in the space's zone. Weeks start on Monday. */
export const duePresets = {
  overdue: (today: string) => ({ since: '', until: addDays(today, -1) }),
  today: (today: string) => ({ since: today, until: today }),
  thisWeek: (today: string) => week(today, 0),
  nextWeek: (today: string) => week(today, 7),
} as const;
export type DuePreset = keyof typeof duePresets;

function week(today: string, shift: number): { since: string; until: string } {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, shift - weekday);
  return { since: monday, until: addDays(monday, 6) };
}
