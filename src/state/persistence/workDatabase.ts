import type { DBSchema } from 'idb';

/** Raise it, and add to `migrateStore`, whenever a stored shape changes. */
export const DATABASE_VERSION = 2;

/** What is kept in the browser. Values come from outside: each is validated when it is read. */
export interface WorkDatabase extends DBSchema {
  works: { key: string; value: unknown };
  entries: { key: [work: string, step: number]; value: unknown };
  grounds: { key: [work: string, number: number]; value: unknown };
  settings: { key: string; value: unknown };
}
