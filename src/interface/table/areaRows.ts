import { areaDwellings, type DevelopmentArea } from '../../core/domain/developmentArea';
import type { TownId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import { TYPOLOGY_IDS, type TypologyId } from '../../core/domain/typology';
import type { AreaFactsTable, Conflict } from '../../core/scoring/evaluation';

export const COLUMNS = ['name', 'town', 'typology', 'share', 'land', 'dwellings', 'capacity', 'phase', 'minutes', 'conflicts'] as const;

export type Column = (typeof COLUMNS)[number];

/** One area with what is known of it; null for what is not measured yet. */
export interface AreaRow {
  readonly area: DevelopmentArea;
  readonly dwellings: number;
  readonly landDaa: number | null;
  readonly capacity: number | null;
  readonly departureMinutes: number | null;
  /** The largest first. */
  readonly conflicts: readonly Conflict[];
  readonly conflictDaa: number;
  readonly isForbidden: boolean;
}

/** How the table is sorted. */
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** Which areas the table shows. */
export interface Selection {
  readonly sought: string;
  /** `outside`: areas in no town. */
  readonly town: TownId | 'outside' | null;
  readonly typology: TypologyId | null;
  readonly conflict: 'any' | 'with' | 'forbidden';
}

export const EVERYTHING: Selection = { sought: '', town: null, typology: null, conflict: 'any' };

/** Areas that belong together, added up. */
export interface RowSum<Key> {
  readonly key: Key;
  readonly areas: number;
  readonly landDaa: number;
  readonly dwellings: number;
  readonly capacity: number;
}

function grouped<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const members = groups.get(key);
    if (members) members.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The rows of a scenario's areas, in the order of the scenario. */
export function areaRows(areas: Scenario['areas'], facts: AreaFactsTable, conflicts: readonly Conflict[]): readonly AreaRow[] {
  const met = grouped(conflicts, ({ area }) => area);
  return Array.from(areas.values(), (area) => {
    const measured = facts.get(area.id);
    const own = (met.get(area.id) ?? []).toSorted((one, other) => other.areaDaa - one.areaDaa);
    return {
      area,
      dwellings: areaDwellings(area),
      landDaa: measured?.landDaa ?? null,
      capacity: measured?.capacity ?? null,
      departureMinutes: measured?.meanDepartureMinutes ?? null,
      conflicts: own,
      conflictDaa: own.reduce((sum, { areaDaa }) => sum + areaDaa, 0),
      isForbidden: own.some(({ severity }) => severity === 'forbidden'),
    };
  });
}

/** Whether a row is one of those that are asked for. */
export function isSelected({ area, conflicts, isForbidden }: AreaRow, { sought, town, typology, conflict }: Selection): boolean {
  if (town !== null && (area.town ?? 'outside') !== town) return false;
  if (typology !== null && area.typology !== typology) return false;
  if (conflict === 'with' && conflicts.length === 0) return false;
  if (conflict === 'forbidden' && !isForbidden) return false;
  const words = sought.trim().toLocaleLowerCase('nb');
  return words === '' || `${area.name} ${area.note}`.toLocaleLowerCase('nb').includes(words);
}

function valueOf(row: AreaRow, column: Column, townName: (town: TownId | null) => string): number | string | null {
  switch (column) {
    case 'name':
      return row.area.name;
    case 'town':
      return townName(row.area.town);
    case 'typology':
      return TYPOLOGY_IDS.indexOf(row.area.typology);
    case 'share':
      return row.area.developableShare;
    case 'land':
      return row.landDaa;
    case 'dwellings':
      return row.dwellings;
    case 'capacity':
      return row.capacity;
    case 'phase':
      return row.area.phase;
    case 'minutes':
      return row.departureMinutes;
    case 'conflicts':
      return row.conflictDaa + (row.isForbidden ? 1e9 : 0);
  }
}

const byWords = new Intl.Collator('nb', { numeric: true });

/** The rows in order. What is not known comes last either way; equals stand as they stood. */
export function sorted(rows: readonly AreaRow[], { column, descending }: Order, townName: (town: TownId | null) => string): readonly AreaRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const left = valueOf(one, column, townName);
    const right = valueOf(other, column, townName);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'string' || typeof right === 'string') return sign * byWords.compare(String(left), String(right));
    return sign * (left - right);
  });
}

/** Rows added up. */
export function sumOf<Key>(key: Key, rows: readonly AreaRow[]): RowSum<Key> {
  const sum = { key, areas: rows.length, landDaa: 0, dwellings: 0, capacity: 0 };
  for (const row of rows) {
    sum.landDaa += row.landDaa ?? 0;
    sum.dwellings += row.dwellings;
    sum.capacity += row.capacity ?? 0;
  }
  return sum;
}

/** Rows added up by what they have in common, in the order of `keys`; those without rows are left out. */
export function sumsBy<Key>(rows: readonly AreaRow[], keys: readonly Key[], keyOf: (row: AreaRow) => Key): readonly RowSum<Key>[] {
  const groups = grouped(rows, keyOf);
  return keys.flatMap((key) => {
    const members = groups.get(key);
    return members ? [sumOf(key, members)] : [];
  });
}

/** The rows that are in sight of a window that scrolls, with some to spare: from the first up to, not with, the last. */
export function rowsInSight(scrolled: number, height: number, rowHeight: number, count: number): readonly [first: number, last: number] {
  const spare = 6;
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - spare);
  return [Math.min(first, count), Math.min(count, Math.ceil((scrolled + height) / rowHeight) + spare)];
}
