/** Where the engine writes what an operator may want to know. Never bodies, never credentials. */
export interface EngineLog {
  info: (fields: Record<string, unknown>, message: string) => void;
  warn: (fields: Record<string, unknown>, message: string) => void;
  error: (fields: Record<string, unknown>, message: string) => void;
}
