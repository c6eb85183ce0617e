import type { DBSchema } from 'idb';

/** What is kept in the browser. Values come from outside: each is validated when it is read. */
export interface WorkDatabase extends DBSchema {
  works: { key: string; value: unknown };
  entries: { key: [work: string, step: number]; value: unknown };
  grounds: { key: [work: string, number: number]; value: unknown };
  /** How each scenario stands in the library, and the short of it for lists. */
  library: { key: string; value: unknown };
  settings: { key: string; value: unknown };
}

/** A newer version of the program has been at work in this browser; its store is left alone. */
export class NewerStoreError extends Error {
  override readonly name = 'NewerStoreError';
}

/** Another page of an older version holds on to the store. */
export class StoreHeldError extends Error {
  override readonly name = 'StoreHeldError';
}
