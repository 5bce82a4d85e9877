import { daysBetween } from '../working-days';

/** Languages in which a comment can write days. */
export const commentLanguages = ['ja', 'en'] as const;
export type CommentLanguage = (typeof commentLanguages)[number];

const weekdays = [...'日月火水木金土'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar day (yyyy-MM-dd) as the product writes it everywhere: ja `2026/11/22(日)`, en `22 Nov 2026`. */
export function dayText(day: string, lang: CommentLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (lang === 'en') return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
  // 4 January 1970 was a Sunday.
  const weekday = ((daysBetween('1970-01-04', day) % 7) + 7) % 7;
  return `${year}/${month}/${date}(${weekdays[weekday]})`;
}

/** Puts values in the place of `{{name}}`. A name that has no value stays as it was typed; values are not looked into. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (typed, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? typed) : typed,
  );
}
