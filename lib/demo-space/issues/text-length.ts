import { invalid } from '../api-error';

/** A text between two lengths, counted in characters as a person counts them. */
export function checkLength(value: string, min: number, max: number, en: string, ja: string): string {
  const length = [...value].length;
  if (length >= min && length <= max) return value;
  throw invalid(
    `The ${en} must be no shorter than ${min} and no longer than ${max.toLocaleString('en-US')}.`,
    `${ja}は${min}文字以上${max.toLocaleString('en-US')}文字以内で入力してください。`,
  );
}
