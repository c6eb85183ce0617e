import { identifier, type ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { NO_FLAGS, shortOf, type WorkSummary } from './persistence/libraryRecords';
import type { Listing } from './persistence/workStorage';

/** A scenario as the library lists it. */
export interface LibraryEntry extends Omit<WorkSummary, 'savedAt'> {
  readonly origin: 'shipped' | 'own';
  /** Shipped, and changed by the user; the changed one is what opens. */
  readonly changed: boolean;
  /** When it was last saved in this browser; null when it has not been. */
  readonly savedAt: number | null;
}

/** Every scenario by where it is kept. */
export interface Library {
  /** The shipped ones, in the order they are shipped. */
  readonly shipped: readonly LibraryEntry[];
  /** The user's own, the latest first. */
  readonly own: readonly LibraryEntry[];
  readonly archived: readonly LibraryEntry[];
  /** In the bin, the latest first. */
  readonly deleted: readonly LibraryEntry[];
  /** How many are stored that cannot be read. */
  readonly unreadable: number;
}

/** Scenarios in the bin are kept so long, milliseconds. */
const KEPT_IN_BIN = 30 * 24 * 60 * 60 * 1000;

const NOTHING: Listing = { works: [], flags: new Map(), unreadable: 0 };

function shippedEntry(scenario: Scenario, work: WorkSummary | undefined, { flags }: Listing): LibraryEntry {
  const { id } = scenario;
  if (work) return { ...work, origin: 'shipped', changed: true };
  const short = shortOf(scenario, scenario.areas.size, 0);
  return { ...short, ...(flags.get(id) ?? NO_FLAGS), origin: 'shipped', changed: false, savedAt: null };
}

/** The library of the shipped scenarios and what is stored. A shipped one in the bin is as it was shipped. */
export function libraryOf(shipped: readonly Scenario[], listing: Listing = NOTHING): Library {
  const stored = new Map(listing.works.map((work) => [work.id, work]));
  const fromPlace = shipped.map((scenario) => shippedEntry(scenario, stored.get(scenario.id), listing));
  const shippedIds = new Set(shipped.map(({ id }) => id));
  const own = listing.works
    .filter(({ id }) => !shippedIds.has(id))
    .map((work): LibraryEntry => ({ ...work, origin: 'own', changed: false }));
  const all = [...fromPlace, ...own];
  const isHere = ({ archived, deletedAt }: LibraryEntry): boolean => !archived && deletedAt === null;
  return {
    shipped: fromPlace.filter(isHere),
    own: own.filter(isHere),
    archived: all.filter(({ archived, deletedAt }) => archived && deletedAt === null),
    deleted: all
      .filter(({ deletedAt }) => deletedAt !== null)
      .toSorted((left, right) => (right.deletedAt ?? 0) - (left.deletedAt ?? 0)),
    unreadable: listing.unreadable,
  };
}

/** Every entry of a library. */
export function entriesOf({ shipped, own, archived, deleted }: Library): readonly LibraryEntry[] {
  return [...shipped, ...own, ...archived, ...deleted];
}

/** Those that have lain in the bin for as long as they are kept. */
export function outOfTime({ deleted }: Library, now: number): readonly LibraryEntry[] {
  return deleted.filter(({ deletedAt }) => deletedAt !== null && now - deletedAt > KEPT_IN_BIN);
}

/** An identifier that nobody has. */
export function ownId(): ScenarioId {
  return identifier<ScenarioId>(`egen-${crypto.randomUUID()}`);
}

/** A name like the wanted one that none of the others has. */
export function freeName(wanted: string, others: Iterable<string>): string {
  const taken = new Set(others);
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}
