'use server';

import { settingsSave } from '@/lib/actions/settings/save';
import { serverAction } from '@/lib/server/action';

export const saveSettings = serverAction(settingsSave);
