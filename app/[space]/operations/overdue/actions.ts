'use server';

import { overdueDraft } from '@/lib/actions/overdue/draft';
import { serverAction } from '@/lib/server/action';

export const draftOverdue = serverAction(overdueDraft);
