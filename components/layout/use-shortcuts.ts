'use client';
import { useEffect, useEffectEvent } from 'react';
import { isPlainKey } from './plain-key';

/**
 * What a key press is called: `mod+enter` (Ctrl, ⌘ on macOS), `shift+n`, `j`, `escape`. Null for presses that belong
 * to a field, a dialog or an input method.
 */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const modified = event.ctrlKey || event.metaKey;
  // Radio buttons prevent Enter whatever is held with it; they make no use of it.
  if (event.defaultPrevented && !(modified && event.key === 'Enter')) return null;
  if (!modified && !isPlainKey(event)) return null;
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  return `${modified ? 'mod+' : ''}${event.shiftKey ? 'shift+' : ''}${key}`;
}

/** Keys that a focused control uses itself: pressing them must not also act on the page. */
function belongsToControl(shortcut: string, target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (shortcut === 'space' || shortcut === 'enter') {
    return (
      target.closest('button, a, summary, [role="radio"], [role="checkbox"], [role="menuitem"]') !== null
    );
  }
  return shortcut.startsWith('arrow') && target.closest('[role="radiogroup"], [role="menu"]') !== null;
}

/** Keys of a page, off while a dialog is open. A handler that answers `false` leaves the key to the browser. */
export function useShortcuts(
  handlers: Readonly<Record<string, ((event: KeyboardEvent) => unknown) | undefined>>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    const handler = shortcut === null ? undefined : handlers[shortcut];
    if (shortcut === null || !handler || belongsToControl(shortcut, event.target)) return;
    if (document.querySelector('[role="dialog"][data-state="open"]')) return;
    if (handler(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
