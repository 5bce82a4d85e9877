import { z } from 'zod';
import { AppError } from '@/lib/errors';

const uuid = z.uuid();

/** Id of a plan, run or ticket as it comes from an address: what cannot be one is simply not there. */
export const rowIdSchema = z.string().min(1).max(100);

/** @throws AppError NOT_FOUND */
export function requireRowId(id: string): string {
  if (!uuid.safeParse(id).success) throw new AppError('NOT_FOUND');
  return id;
}
