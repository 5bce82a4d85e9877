'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/**
 * Ends this browser's session: the server deletes its row, and what was read leaves the memory of the page. Plain
 * requests to NextAuth's routes: its browser package would weigh more than this page's own code.
 */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    const token: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json();
    await fetch('/api/auth/signout', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken: token.csrfToken, json: 'true' }),
    });
    queries.clear();
    window.location.assign('/sign-in');
  }, [queries]);
}
