'use server';

import { closureDraft } from '@/lib/actions/closure/draft';
import { serverAction } from '@/lib/server/action';

export const draftClosure = serverAction(closureDraft);
