import { z } from 'zod';
import { identifier, type ScenarioId } from '../../core/domain/identifiers';
import { programmeDwellings, type Programme } from '../../core/domain/programme';
import type { Scenario } from '../../core/domain/scenario';

/** Version of the shape below. Raise it, and add a migration, whenever it changes. */
const LIBRARY_FORMAT = 1;

/** How a scenario stands in the library; nothing of it is part of the scenario itself. */
export interface LibraryFlags {
  /** Refuses every change. */
  readonly locked: boolean;
  /** Put away: left out of lists and of the comparison. */
  readonly archived: boolean;
  /** When it was put in the bin, milliseconds since 1970; null for one that is not there. */
  readonly deletedAt: number | null;
}

export const NO_FLAGS: LibraryFlags = { locked: false, archived: false, deletedAt: null };

/** A stored piece of work, for a list. */
export interface WorkSummary extends LibraryFlags {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note: string;
  readonly savedAt: number;
  readonly dwellings: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly areas: number;
}

const saved = z.object({
  name: z.string(),
  note: z.string(),
  savedAt: z.number(),
  dwellings: z.number(),
  firstYear: z.int(),
  lastYear: z.int(),
  areas: z.int(),
});

/** `saved` is null for a shipped scenario that is stored nowhere as the user's own. */
export const libraryRecord = z.object({
  format: z.literal(LIBRARY_FORMAT),
  id: z.string().min(1).transform(identifier<ScenarioId>),
  locked: z.boolean(),
  archived: z.boolean(),
  deletedAt: z.number().nullable(),
  saved: saved.nullable(),
});

export type LibraryRecord = z.output<typeof libraryRecord>;

/** The record of a scenario. */
export function recordOf(id: ScenarioId, flags: LibraryFlags, short: LibraryRecord['saved']): LibraryRecord {
  const { locked, archived, deletedAt } = flags;
  return { format: LIBRARY_FORMAT, id, locked, archived, deletedAt, saved: short };
}

interface Outlined {
  readonly name: string;
  readonly note: string;
  readonly programme: Programme;
}

/** The short of a scenario. */
export function shortOf({ name, note, programme }: Outlined, areas: number, savedAt: number): NonNullable<LibraryRecord['saved']> {
  const { firstYear, lastYear } = programme;
  return { name, note, savedAt, dwellings: programmeDwellings(programme), firstYear, lastYear, areas };
}

/** Whether a list would show something else of a scenario than of another. */
export function looksOther(scenario: Scenario, known: Pick<WorkSummary, 'name' | 'note' | 'dwellings' | 'firstYear' | 'lastYear'>): boolean {
  const { name, note, programme } = scenario;
  return (
    known.name !== name ||
    known.note !== note ||
    known.dwellings !== programmeDwellings(programme) ||
    known.firstYear !== programme.firstYear ||
    known.lastYear !== programme.lastYear
  );
}
