import type { TownId } from '../domain/identifiers';
import type { ExplanationColumn, ExplanationRow, ExplanationTable, RowSubject } from './explanation';
import type { Assessment } from './assessment';
import type { AreaPlacement } from './placement';

/** A column with how rows are put together in it: added, or as a mean weighted by another column. */
export interface ColumnPlan {
  readonly name: string;
  readonly unit: string;
  readonly together: 'sum' | 'none' | { readonly meanBy: number };
  readonly gives?: string;
}

type Values = readonly (number | null)[];

function sumOf(rows: readonly { readonly values: Values }[], column: number): number {
  return rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);
}

function together(rows: readonly { readonly values: Values }[], columns: readonly ColumnPlan[]): Values {
  return columns.map((plan, column) => {
    if (plan.together === 'none') return null;
    if (plan.together === 'sum') return sumOf(rows, column);
    const { meanBy } = plan.together;
    const known = rows.filter(({ values }) => values[column] !== null);
    const weight = sumOf(known, meanBy);
    if (weight <= 0) return null;
    return known.reduce((sum, { values }) => sum + (values[column] ?? 0) * (values[meanBy] ?? 0), 0) / weight;
  });
}

/** Lays rows out as they are given, and puts them together in the totals. */
export function tableAsGiven(
  title: string,
  plans: readonly ColumnPlan[],
  rows: readonly ExplanationRow[],
): ExplanationTable {
  const columns = plans.map(({ name, unit, gives }): ExplanationColumn => ({ name, unit, gives: gives ?? null }));
  return { title, columns, rows, totals: together(rows, plans) };
}

/** Lays rows out with the largest of the last column first. */
export function tableByLargest(title: string, plans: readonly ColumnPlan[], rows: readonly ExplanationRow[]): ExplanationTable {
  const last = plans.length - 1;
  const sorted = rows.toSorted(
    (a, b) =>
      (b.values[last] ?? 0) - (a.values[last] ?? 0) ||
      (b.values[0] ?? 0) - (a.values[0] ?? 0) ||
      a.name.localeCompare(b.name, 'nb', { numeric: true }),
  );
  return tableAsGiven(title, plans, sorted);
}

/** What is left when a quota is met, from the rounding of its sum: not dwellings without a place. */
const ROUNDING_DWELLINGS = 1e-9;

/** A row for each area with dwellings placed that `valuesOf` has something to say of. */
export function areaRows(
  { placement }: Assessment,
  valuesOf: (area: AreaPlacement) => Values | null,
): readonly ExplanationRow[] {
  return placement.areas.flatMap((placed) => {
    const values = placed.given > 0 ? valuesOf(placed) : null;
    const { id, name } = placed.area;
    return values ? [{ subject: { kind: 'area', area: id }, name, values }] : [];
  });
}

/** The row of growth outside the towns that has no area, where there is some. */
export function spreadRows({ placement }: Assessment, values: Values): readonly ExplanationRow[] {
  if (placement.spread <= 0) return [];
  return [{ subject: { kind: 'spread' }, name: 'Spredt utenfor småbyene', values }];
}

/** A row for each town, and for the growth outside, with dwellings that have no place. */
export function unplacedRows({ placement, baseline }: Assessment, valuesOf: (dwellings: number) => Values): readonly ExplanationRow[] {
  const row = (town: TownId | null, name: string, unplaced: number): readonly ExplanationRow[] =>
    unplaced > ROUNDING_DWELLINGS
      ? [{ subject: { kind: 'unplaced', town }, name: `Uplassert, ${name}`, values: valuesOf(unplaced) }]
      : [];
  return [
    ...placement.towns.flatMap(({ town, unplaced }) => row(town, townName(baseline.dataset, town), unplaced)),
    ...row(null, 'utenfor småbyene', placement.outside.unplaced),
  ];
}

function townName({ towns }: Assessment['baseline']['dataset'], id: TownId): string {
  return towns.find((town) => town.id === id)?.name ?? id;
}

/** The same rows with the areas of each town, and those outside, put together. */
function rowsByTown(
  { placement, baseline }: Assessment,
  plans: readonly ColumnPlan[],
  rows: readonly ExplanationRow[],
): readonly ExplanationRow[] {
  const townIds = new Set(placement.towns.map(({ town }) => town));
  const townOf = new Map(placement.areas.map(({ area }) => [area.id, area.town]));
  const groups = new Map<TownId | null, ExplanationRow[]>();
  const others: ExplanationRow[] = [];
  for (const row of rows) {
    if (row.subject.kind !== 'area') {
      others.push(row);
      continue;
    }
    const stated = townOf.get(row.subject.area) ?? null;
    const town = stated !== null && townIds.has(stated) ? stated : null;
    const group = groups.get(town) ?? [];
    group.push(row);
    groups.set(town, group);
  }
  const grouped = [...groups].map(([town, members]): ExplanationRow => {
    const subject: RowSubject = town === null ? { kind: 'outside' } : { kind: 'town', town };
    const name = town === null ? 'Felt utenfor småbyene' : townName(baseline.dataset, town);
    return { subject, name, values: together(members, plans) };
  });
  return [...grouped, ...others];
}

/** Two tables of the same ground: by town, and by area. */
export function tablesByTownAndArea(
  assessment: Assessment,
  plans: readonly ColumnPlan[],
  rows: readonly ExplanationRow[],
): readonly ExplanationTable[] {
  return [
    tableByLargest('Per småby', plans, rowsByTown(assessment, plans, rows)),
    tableByLargest('Per felt', plans, rows),
  ];
}
