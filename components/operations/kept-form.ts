/** The form of an operation as this tab keeps it: a reload, a login or the preview in between loses nothing. */
interface KeptForm<F> {
  /** Shape of `form`: another one is not read. */
  version: number;
  /** Number of the plan that was made of it; null while none was. */
  planNumber: number | null;
  form: F;
}

/** Where one operation at one space keeps its form. `version` rises with the shape of the form. */
export interface FormShelf<F> {
  /** What was last entered in this tab; null for nothing, or what an older version left. */
  read: () => KeptForm<F> | null;
  write: (form: F, planNumber: number | null) => void;
}

export function formShelf<F>(key: string, version: number): FormShelf<F> {
  // Only `write` stores under this key, so the version tells the shape.
  const isKept = (value: unknown): value is KeptForm<F> =>
    typeof value === 'object' && value !== null && 'version' in value && value.version === version;
  return {
    read: () => {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
        return isKept(kept) ? kept : null;
      } catch {
        // No storage, or not ours: the page begins empty.
        return null;
      }
    },
    write: (form, planNumber) => {
      try {
        const kept: KeptForm<F> = { version, planNumber, form };
        sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Storage is full or closed: the plan itself still carries what was decided.
      }
    },
  };
}
