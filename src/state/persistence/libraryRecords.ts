import { z } from 'zod';
import { identifier, type ScenarioId } from '../../core/domain/identifiers';
import { programmeDwellings, type Programme } from '../../core/domain/programme';
import type { Scenario } from '../../core/domain/scenario';

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

/** The short of a stored piece of work. */
export interface WorkShort {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note: string;
  readonly savedAt: number;
  readonly dwellings: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly areas: number;
}

/** A stored piece of work, for a list. */
export interface WorkSummary extends WorkShort, LibraryFlags {}

/** `WorkShort` as it is stored. */
export const storedShort = z.object({
  id: z.string().min(1).transform(identifier<ScenarioId>),
  name: z.string(),
  note: z.string(),
  savedAt: z.number(),
  dwellings: z.number(),
  firstYear: z.int(),
  lastYear: z.int(),
  areas: z.int(),
});

/** `LibraryFlags` as they are stored. What cannot be read is as usual: no work is hidden by it. */
export const storedFlags = z
  .object({ locked: z.boolean(), archived: z.boolean(), deletedAt: z.number().nullable() })
  .catch(NO_FLAGS);

interface Named {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note: string;
  readonly programme: Programme;
}

/** The short of a scenario. */
export function shortOf({ id, name, note, programme }: Named, areas: number, savedAt: number): WorkShort {
  const { firstYear, lastYear } = programme;
  return { id, name, note, savedAt, dwellings: programmeDwellings(programme), firstYear, lastYear, areas };
}

/** Whether a list would show something else of a scenario than of another. */
export function looksOther(scenario: Scenario, known: Omit<WorkShort, 'id' | 'savedAt' | 'areas'>): boolean {
  const { name, note, programme } = scenario;
  return (
    known.name !== name ||
    known.note !== note ||
    known.dwellings !== programmeDwellings(programme) ||
    known.firstYear !== programme.firstYear ||
    known.lastYear !== programme.lastYear
  );
}
