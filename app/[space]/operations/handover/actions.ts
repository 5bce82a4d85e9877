'use server';

import { handoverDraft } from '@/lib/actions/handover/draft';
import { serverAction } from '@/lib/server/action';

export const draftHandover = serverAction(handoverDraft);
