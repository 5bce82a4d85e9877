'use client';
import { createContext, type ReactNode, useContext } from 'react';

/** What every page of a space knows about where and who one is. */
export interface SpaceInfo {
  /** Host as it stands in the path, e.g. `hoshikawa.backlog.com`. */
  host: string;
  name: string;
  /** Origin for links into Backlog, e.g. `https://hoshikawa.backlog.com`. */
  origin: string;
  timezone: string;
  /** yyyy-MM-dd in the space's zone when the page was made. */
  today: string;
  me: { id: number; name: string; roleType: number };
  /** Whether this person may change issues at all. */
  canWrite: boolean;
  /** All spaces this session is connected to. */
  spaces: readonly { host: string; name: string }[];
}

const SpaceContext = createContext<SpaceInfo | null>(null);

export function SpaceProvider({ value, children }: { value: SpaceInfo; children: ReactNode }) {
  return <SpaceContext value={value}>{children}</SpaceContext>;
}

export function useSpace(): SpaceInfo {
  const value = useContext(SpaceContext);
  if (!value) throw new Error('useSpace outside SpaceProvider');
  return value;
}
