export type SqlValue = number | string | Uint8Array | null;

/** What is asked of an SQLite library; sql.js is one. */
export interface SqlDatabase {
  readonly run: (sql: string, values?: SqlValue[]) => unknown;
  readonly exec: (sql: string) => readonly { readonly columns: readonly string[]; readonly values: readonly (readonly SqlValue[])[] }[];
  readonly export: () => Uint8Array;
  readonly close: () => void;
}

/** Opens a database, empty or of a file's bytes. Throws when the bytes are none. */
export type OpenDatabase = (content?: Uint8Array) => SqlDatabase;

/** A name as SQL takes it, whatever is in it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
