/**
 * Whether a key press may be a one-letter command: no modifier, no field with the focus, no dialog open, and not a
 * part of Japanese input (`isComposing`; keyCode 229 is Safari's last key of a composition).
 */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]')) {
    return target instanceof HTMLInputElement && target.type === 'checkbox';
  }
  return true;
}
