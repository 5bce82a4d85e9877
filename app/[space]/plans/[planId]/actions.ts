'use server';

import { plansApprove } from '@/lib/actions/plans/approve';
import { plansDiscard } from '@/lib/actions/plans/discard';
import { plansFix } from '@/lib/actions/plans/fix';
import { plansRefresh } from '@/lib/actions/plans/refresh';
import { plansSetIncluded } from '@/lib/actions/plans/set-included';
import { plansShow } from '@/lib/actions/plans/show';
import { serverAction } from '@/lib/server/action';

export const showPlan = serverAction(plansShow);
export const setIncluded = serverAction(plansSetIncluded);
export const fixPlan = serverAction(plansFix);
export const refreshPlan = serverAction(plansRefresh);
export const discardPlan = serverAction(plansDiscard);
export const approvePlan = serverAction(plansApprove);
