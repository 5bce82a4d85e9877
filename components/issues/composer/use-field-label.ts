'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ChangeKey } from '@/lib/bulk/change-key';
import { customName, isCustom } from './block-field';

/** Names of fields: Backlog's words, custom fields as their projects call them. */
export function useFieldLabel(): (key: ChangeKey) => string {
  const fields = useTranslations('common.field');
  return useCallback((key) => (isCustom(key) ? customName(key) : fields(key)), [fields]);
}
