import type { Translate } from './wording';

/** Which message of `common.duration` says this many seconds, with its values. */
export type DurationParts =
  | { unit: 'seconds'; values: { seconds: number } }
  | { unit: 'minutes'; values: { minutes: number; seconds: number } }
  | { unit: 'hours'; values: { hours: number; minutes: number } };

/** Splits a duration; fractions are rounded up, because a wait is not shorter than it is. */
export function durationParts(totalSeconds: number): DurationParts {
  const whole = Math.max(0, Math.ceil(totalSeconds));
  if (whole < 60) return { unit: 'seconds', values: { seconds: whole } };
  if (whole < 3600)
    return { unit: 'minutes', values: { minutes: Math.floor(whole / 60), seconds: whole % 60 } };
  return {
    unit: 'hours',
    values: { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60) },
  };
}

/** `1分52秒` */
export function durationWords(t: Translate, totalSeconds: number): string {
  const parts = durationParts(totalSeconds);
  if (parts.unit === 'seconds') return t('common.duration.seconds', parts.values);
  if (parts.unit === 'minutes') return t('common.duration.minutes', parts.values);
  return t('common.duration.hours', parts.values);
}
