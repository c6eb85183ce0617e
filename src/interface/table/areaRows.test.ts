import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyScenario, threeTowns } from '../../../tests/support/townsPlace';
import { areaDwellings } from '../../core/domain/developmentArea';
import { identifier, type TownId } from '../../core/domain/identifiers';
import { applyMoment } from '../../core/operations/moment';
import { refillTowns } from '../../core/operations/programmeOperations';
import { createEvaluator } from '../../core/scoring/evaluator';
import { TYPOLOGY_IDS } from '../../core/domain/typology';
import type { Conflict } from '../../core/scoring/evaluation';
import { areaRows, COLUMNS, EVERYTHING, isSelected, rowsInSight, sorted, sumOf, sumsBy, type AreaRow, type Selection } from './areaRows';

const dataset = threeTowns();
const empty = emptyScenario(dataset);
const { facts } = createEvaluator(dataset).evaluate(empty);
const outcome = refillTowns(empty, { dataset, facts });
if (outcome.kind !== 'moment') throw new Error('nothing was filled');
const { scenario } = applyMoment(empty, outcome.moment);
const [first, second] = [...scenario.areas.keys()];
if (first === undefined || second === undefined) throw new Error('too few areas');

function conflict(area: typeof first, kind: Conflict['kind'], areaDaa: number): Conflict {
  return { kind, severity: kind === 'marka' ? 'forbidden' : 'warning', area: area ?? first, areaDaa, position: [0, 0], layers: [] } as Conflict;
}

const rows = areaRows(scenario.areas, facts, [conflict(first, 'farmland', 3), conflict(first, 'marka', 8), conflict(second, 'farmland', 20)]);
const nameOf = (town: TownId | null): string => town ?? 'utenfor';
const picked = (selection: Partial<Selection>): readonly AreaRow[] => rows.filter((row) => isSelected(row, { ...EVERYTHING, ...selection }));

describe('the rows', () => {
  test('have every area with its numbers and what it meets, the largest first', () => {
    expect(rows.map(({ area }) => area)).toEqual([...scenario.areas.values()]);
    expect(rows[0]).toMatchObject({ conflictDaa: 11, isForbidden: true, capacity: facts.get(first)?.capacity });
    expect(rows[0]?.conflicts.map(({ kind }) => kind)).toEqual(['marka', 'farmland']);
    expect(rows[1]).toMatchObject({ conflictDaa: 20, isForbidden: false });
  });

  test('say that they do not know what is not measured', () => {
    expect(areaRows(scenario.areas, new Map(), [])[0]).toMatchObject({ landDaa: null, capacity: null, departureMinutes: null });
  });
});

describe('picking out', () => {
  test('by words, town, what is built and what is met', () => {
    expect(picked({})).toHaveLength(rows.length);
    const [row] = rows;
    if (!row) throw new Error('no rows');
    expect(picked({ sought: row.area.name.toUpperCase() })).toContain(row);
    expect(picked({ sought: 'finnes ikke' })).toEqual([]);
    const inTown = picked({ town: identifier<TownId>('a') });
    expect(inTown.length).toBeGreaterThan(0);
    expect(inTown.every(({ area }) => area.town === 'a')).toBe(true);
    expect(picked({ town: 'outside' })).toEqual([]);
    expect(TYPOLOGY_IDS.flatMap((typology) => picked({ typology }))).toHaveLength(rows.length);
    expect(picked({ conflict: 'with' }).map(({ area }) => area.id)).toEqual([first, second]);
    expect(picked({ conflict: 'forbidden' }).map(({ area }) => area.id)).toEqual([first]);
  });
});

describe('putting in order', () => {
  test.each(COLUMNS)('by %s keeps every row, and the other way round is the other way round', (column) => {
    const up = sorted(rows, { column, descending: false }, nameOf);
    expect(new Set(up)).toEqual(new Set(rows));
    const down = sorted(rows, { column, descending: true }, nameOf);
    const value = ({ area, dwellings, landDaa, capacity, departureMinutes, conflictDaa, isForbidden }: AreaRow): unknown =>
      ({
        name: area.name,
        town: area.town,
        typology: area.typology,
        share: area.developableShare,
        land: landDaa,
        dwellings,
        capacity,
        phase: area.phase,
        minutes: departureMinutes,
        conflicts: [conflictDaa, isForbidden].join(),
      })[column];
    expect(down.map(value)).toEqual(up.map(value).toReversed());
  });

  test('sets names with numbers as people count, and what is not known last either way', () => {
    const named = ['Felt 10', 'Felt 2', 'Ås'].map((name) => ({ ...(rows[0] as AreaRow), area: { ...(rows[0] as AreaRow).area, name } }));
    expect(sorted(named, { column: 'name', descending: false }, nameOf).map(({ area }) => area.name)).toEqual(['Felt 2', 'Felt 10', 'Ås']);
    const gaps = [3, null, 1].map((capacity) => ({ ...(rows[0] as AreaRow), capacity }));
    expect(sorted(gaps, { column: 'capacity', descending: false }, nameOf).map(({ capacity }) => capacity)).toEqual([1, 3, null]);
    expect(sorted(gaps, { column: 'capacity', descending: true }, nameOf).map(({ capacity }) => capacity)).toEqual([3, 1, null]);
  });

  test('puts what forbids a plan before any number of daa', () => {
    expect(sorted(rows, { column: 'conflicts', descending: true }, nameOf)[0]?.area.id).toBe(first);
  });
});

describe('adding up', () => {
  test('by town sums to the whole, to the last dwelling', () => {
    const byTown = sumsBy(rows, [...scenario.programme.shareByTown.keys(), null], ({ area }) => area.town);
    const total = sumOf(null, rows);
    expect(byTown.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(byTown.reduce((sum, { dwellings }) => sum + dwellings, 0)).toBeCloseTo(total.dwellings, 6);
    expect(byTown.reduce((sum, { areas }) => sum + areas, 0)).toBe(rows.length);
    expect(total.dwellings).toBeCloseTo([...scenario.areas.values()].reduce((sum, area) => sum + areaDwellings(area), 0), 6);
    expect(total.capacity).toBeCloseTo([...facts.values()].reduce((sum, { capacity }) => sum + capacity, 0), 6);
  });
});

test('every row that is in sight is drawn, and few that are not', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 50, max: 1500 }), fc.nat(500), (scrolled, height, count) => {
      const [start, end] = rowsInSight(scrolled, height, 40, count);
      const inSight = Array.from({ length: count }, (_, row) => row).filter((row) => (row + 1) * 40 > scrolled && row * 40 < scrolled + height);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(inSight.every((row) => row >= start && row < end)).toBe(true);
      expect(end - start).toBeLessThanOrEqual(Math.ceil(height / 40) + 14);
    }),
  );
});
