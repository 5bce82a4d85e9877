import type { RateClass } from '../rate-class';
import { DEFAULT_LIMITS } from '../rate-limiter';
import { ControlError } from './read-json';

function isRateClass(name: string): name is RateClass {
  return name in DEFAULT_LIMITS;
}

/** Reads the limits of `POST /_demo/limits`: calls per window by class. Throws ControlError for what it cannot read. */
export function readLimits(body: Record<string, unknown>): Partial<Record<RateClass, number>> {
  const limits: Partial<Record<RateClass, number>> = {};
  for (const [name, value] of Object.entries(body)) {
    if (!isRateClass(name) || typeof value !== 'number' || !Number.isInteger(value) || value < 0)
      throw new ControlError(`${name} must be a rate class with a number of calls.`);
    limits[name] = value;
  }
  return limits;
}
