'use client';
import { useQueryClient } from '@tanstack/react-query';
import { signOut } from 'next-auth/react';
import { useCallback } from 'react';

/** Ends this browser's session: the server deletes its row, and what was read leaves the memory of the page. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await signOut({ redirect: false });
    queries.clear();
    window.location.assign('/sign-in');
  }, [queries]);
}
