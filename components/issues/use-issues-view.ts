'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { formatIssuesUrl, type IssuesUrl, type IssuesView, parseIssuesUrl } from './issues-url';

export interface IssuesViewState extends IssuesUrl {
  /** Writes a view into the address as a new step of the history; everything else follows from the address. */
  show: (next: IssuesView) => void;
}

/** The view of the page. The address is its only home, so back, forward and reload restore it. */
export function useIssuesView(): IssuesViewState {
  const params = useSearchParams();
  const url = useMemo(() => parseIssuesUrl(new URLSearchParams(params)), [params]);
  const show = useCallback((next: IssuesView) => {
    const query = formatIssuesUrl(next);
    window.history.pushState(null, '', query === '' ? window.location.pathname : `?${query}`);
  }, []);
  return useMemo(() => ({ ...url, show }), [url, show]);
}
