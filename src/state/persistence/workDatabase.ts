import type { DBSchema } from 'idb';

/** What is kept in the browser. Values come from outside: each is validated when it is read. */
export interface WorkDatabase extends DBSchema {
  works: { key: string; value: unknown };
  entries: { key: [work: string, step: number]; value: unknown };
  grounds: { key: [work: string, number: number]; value: unknown };
  /** The short of each work, for lists. */
  summaries: { key: string; value: unknown };
  /** How each scenario stands in the library, where that is not the usual. */
  library: { key: string; value: unknown };
  /**
   * One for each save of a work that has been made. A page that saves claims the next one in the same transaction: where
   * another page got there first, the whole transaction fails, and nothing has to be read to find out.
   */
  revisions: { key: [work: string, revision: number]; value: number };
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

/** All keys of a store that belong to one work. */
export function keysOfWork(id: string, from: number | null = null): IDBKeyRange {
  return IDBKeyRange.bound(from === null ? [id] : [id, from], [id, []]);
}
