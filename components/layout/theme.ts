/** `auto` follows the system. The choice stands in a cookie, so the first paint is right. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = 'ikkatsu-theme';

export function isTheme(value: unknown): value is Theme {
  return value === 'auto' || value === 'light' || value === 'dark';
}
