import type { Fault, FaultEffect } from '../faults';
import { ControlError, isRecord } from './read-json';

type Members = Record<string, unknown>;

function numberOf(members: Members, name: string): number {
  const value = members[name];
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ControlError(`${name} must be a number.`);
  return value;
}

function optionalNumber(members: Members, name: string): number | undefined {
  return members[name] === undefined ? undefined : numberOf(members, name);
}

function optionalBoolean(members: Members, name: string): boolean | undefined {
  const value = members[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw new ControlError(`${name} must be true or false.`);
}

function optionalString(members: Members, name: string): string | undefined {
  const value = members[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new ControlError(`${name} must be a string.`);
}

function stringsOf(members: Members, name: string): string[] {
  const value = members[name];
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  throw new ControlError(`${name} must be a list of strings.`);
}

/** The object without the members that are undefined. */
function present<T extends object>(members: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const kept: Partial<T> = {};
  for (const key in members) if (members[key] !== undefined) kept[key] = members[key];
  return kept;
}

function headersOf(value: unknown): Record<string, string> | undefined {
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw new ControlError('headers must be an object.');
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

const EFFECTS: Record<FaultEffect['kind'], (members: Members) => FaultEffect> = {
  status: (members) => ({
    kind: 'status',
    status: numberOf(members, 'status'),
    ...(members.body === undefined ? {} : { body: members.body }),
    ...present<{ headers: Record<string, string>; resetInSeconds: number; rateHeaders: boolean }>({
      headers: headersOf(members.headers),
      resetInSeconds: optionalNumber(members, 'resetInSeconds'),
      rateHeaders: optionalBoolean(members, 'rateHeaders'),
    }),
  }),
  delay: (members) => ({ kind: 'delay', ms: numberOf(members, 'ms') }),
  'reset-before': () => ({ kind: 'reset-before' }),
  'reset-after': () => ({ kind: 'reset-after' }),
  'timeout-after': (members) => ({
    kind: 'timeout-after',
    ...present<{ ms: number }>({ ms: optionalNumber(members, 'ms') }),
  }),
  'timeout-before': (members) => ({
    kind: 'timeout-before',
    ...present<{ ms: number }>({ ms: optionalNumber(members, 'ms') }),
  }),
  ignore: (members) => ({ kind: 'ignore', params: stringsOf(members, 'params') }),
  'answer-with': (members) => ({ kind: 'answer-with', body: members.body ?? null }),
  truncate: () => ({ kind: 'truncate' }),
  html: (members) => ({
    kind: 'html',
    ...present<{ status: number }>({ status: optionalNumber(members, 'status') }),
  }),
  redirect: (members) => ({
    kind: 'redirect',
    location: optionalString(members, 'location') ?? '/',
    ...present<{ status: number }>({ status: optionalNumber(members, 'status') }),
  }),
  'late-apply': (members) => ({ kind: 'late-apply', ms: numberOf(members, 'ms') }),
};

function readFault(value: unknown): Fault {
  if (!isRecord(value) || !isRecord(value.effect)) throw new ControlError('A fault needs an effect.');
  const { kind } = value.effect;
  const read = Object.entries(EFFECTS).find(([name]) => name === kind)?.[1];
  if (!read) throw new ControlError(`Unknown kind of fault: ${String(kind)}`);
  const match = value.match ?? {};
  if (!isRecord(match)) throw new ControlError('match must be an object.');
  return {
    match: present<NonNullable<Required<Fault>['match']>>({
      method: optionalString(match, 'method'),
      path: optionalString(match, 'path'),
      nth: optionalNumber(match, 'nth'),
      probability: optionalNumber(match, 'probability'),
    }),
    effect: read(value.effect),
    ...present<{ times: number }>({ times: optionalNumber(value, 'times') }),
  };
}

/** Reads the faults of `POST /_demo/faults`: one, or a list. Throws ControlError for what it cannot read. */
export function readFaults(body: unknown): Fault[] {
  return (Array.isArray(body) ? body : [body]).map(readFault);
}
