import { invalid } from './api-error';
import type { FormEntry } from './form';

const CUSTOM_FIELD = /^customField_(\d+)(_otherValue|_min|_max)?(\[\d*\])?(\[\d*\])?$/;
const LIST_KEY = /^(.*?)\[\d*\]$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What was sent for one custom field; `values` is undefined when only `otherValue` or a bound was sent. */
export interface CustomFieldParam {
  id: number;
  values: string[] | undefined;
  otherValue: string | undefined;
  min: string | undefined;
  max: string | undefined;
}

/**
 * The parameters of one request, query and form body together. Unknown names are simply never asked for.
 * Readers that expect a number, day or boolean throw a code 7 refusal when the text is something else.
 */
export class Params {
  readonly #scalars = new Map<string, string>();
  readonly #lists = new Map<string, string[]>();
  readonly #customFields = new Map<number, CustomFieldParam>();

  constructor(entries: readonly FormEntry[]) {
    for (const entry of entries) {
      if (this.#addCustomField(entry)) continue;
      const list = LIST_KEY.exec(entry.key);
      if (!list?.[1]) this.#scalars.set(entry.key, entry.value);
      else {
        const values = this.#lists.get(list[1]) ?? [];
        if (entry.value !== '') values.push(entry.value);
        this.#lists.set(list[1], values);
      }
    }
  }

  /** The text sent under a bare name; `''` = sent empty (clear); undefined = not sent. */
  string(name: string): string | undefined {
    return this.#scalars.get(name);
  }

  /** The texts sent as `name[]` or `name[i]`; `[]` = sent empty (clear); undefined = not sent. */
  strings(name: string): string[] | undefined {
    return this.#lists.get(name);
  }

  /** A scalar that must be there and not empty. */
  required(name: string): string {
    const value = this.string(name);
    if (value === undefined || value === '') throw invalid(`${name} is required.`, `${name}は必須です。`);
    return value;
  }

  /** An integer; null = sent empty (clear); undefined = not sent. */
  int(name: string): number | null | undefined {
    const value = this.string(name);
    return value === undefined ? undefined : value === '' ? null : toInt(name, value);
  }

  /** An integer that must be there. */
  requiredInt(name: string): number {
    return toInt(name, this.required(name));
  }

  /** An integer within bounds; `fallback` when it was not sent. */
  intWithin(name: string, min: number, max: number, fallback: number): number {
    const value = this.int(name);
    if (value === undefined) return fallback;
    if (value === null || value < min || value > max) throw outOfRange(name, min, max);
    return value;
  }

  ints(name: string): number[] | undefined {
    return this.strings(name)?.map((value) => toInt(name, value));
  }

  /** A decimal number; null = clear. */
  number(name: string): number | null | undefined {
    const value = this.string(name);
    return value === undefined ? undefined : value === '' ? null : toNumber(name, value);
  }

  /** A day as `yyyy-MM-dd`; null = clear. */
  day(name: string): string | null | undefined {
    const value = this.string(name);
    return value === undefined ? undefined : value === '' ? null : toDay(name, value);
  }

  boolean(name: string): boolean | undefined {
    const value = this.string(name);
    if (value === undefined || value === '') return undefined;
    if (value === 'true') return true;
    if (value === 'false') return false;
    throw notAllowed(name);
  }

  /** One of the listed words; undefined when it was not sent. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.string(name);
    if (value === undefined || value === '') return undefined;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw notAllowed(name);
    return word;
  }

  /** Everything sent about custom fields, whichever form of key was used. */
  customFields(): CustomFieldParam[] {
    return [...this.#customFields.values()];
  }

  #addCustomField({ key, value }: FormEntry): boolean {
    const match = CUSTOM_FIELD.exec(key);
    if (!match) return false;
    const id = Number(match[1]);
    const field = this.#customFields.get(id) ?? {
      id,
      values: undefined,
      otherValue: undefined,
      min: undefined,
      max: undefined,
    };
    this.#customFields.set(id, field);
    if (match[2] === '_otherValue') field.otherValue = value;
    else if (match[2] === '_min') field.min = value;
    else if (match[2] === '_max') field.max = value;
    else field.values = [...(field.values ?? []), ...(value === '' ? [] : [value])];
    return true;
  }
}

function notAllowed(name: string): ApiErrorOf {
  return invalid(`The value of ${name} is not allowed.`, `${name}の値が不正です。`);
}

type ApiErrorOf = ReturnType<typeof invalid>;

function outOfRange(name: string, min: number, max: number): ApiErrorOf {
  return invalid(
    `${name} must be between ${min} and ${max}.`,
    `${name}は${min}以上${max}以下で指定してください。`,
  );
}

/** Reads an integer or throws a code 7 refusal that names the parameter. */
export function toInt(name: string, value: string): number {
  if (!/^-?\d{1,15}$/.test(value))
    throw invalid(`${name} must be an integer.`, `${name}は整数で指定してください。`);
  return Number(value);
}

/** Reads a decimal number or throws a code 7 refusal that names the parameter. */
export function toNumber(name: string, value: string): number {
  if (!/^-?\d{1,12}(\.\d+)?$/.test(value))
    throw invalid(`${name} must be a number.`, `${name}は数値で指定してください。`);
  return Number(value);
}

/** Reads an existing day in the form `yyyy-MM-dd` or throws a code 7 refusal that names the parameter. */
export function toDay(name: string, value: string): string {
  const time = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw invalid(`${name} must be a date (yyyy-MM-dd).`, `${name}は日付 (yyyy-MM-dd) で指定してください。`);
  return value;
}
