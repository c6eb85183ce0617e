import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityOn } from '../../src/core/allocation/capacity';
import { defaultFill, filledAreas } from '../../src/core/allocation/defaultFill';
import { splitOverPeriods, stretchOverPeriods } from '../../src/core/allocation/periodSplit';
import { redistributeShares } from '../../src/core/allocation/redistributeShares';
import { areaDwellings, type DevelopmentArea } from '../../src/core/domain/developmentArea';
import type { TownId } from '../../src/core/domain/identifiers';
import { periodsOf, programmeYears, townQuota } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import { lockedArbitrary, programmeArbitrary, sharesArbitrary, situationArbitrary, TOWNS, type Situation } from './scenarioArbitraries';

const total = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const townArbitrary = fc.constantFrom(...TOWNS);
const shareArbitrary = fc.oneof(fc.constantFrom(0, 0.25, 1), fc.double({ min: 0, max: 1, noNaN: true }));

const sharesOf = (...shares: readonly number[]): ReadonlyMap<TownId, number> => new Map(TOWNS.map((town, index) => [town, shares[index] ?? 0]));
const townsAt = (...places: readonly number[]): ReadonlySet<TownId> => new Set(places.map((place) => TOWNS[place]!));

/** Sums that no single share can bring to 1: each rounds to even and jumps over it. */
const HARD_SUMS: [ReadonlyMap<TownId, number>, ReadonlySet<TownId>, TownId, number][] = [
  [sharesOf(0, 6.744551624352789e-8, 0.4995116852744979, 0.5004882467795054, 5.004804534747933e-10), townsAt(2, 4), TOWNS[3]!, 0],
  [sharesOf(0, 0.06113531050119453, 0, 9.388646526950721e-10, 0.9388646885599408), townsAt(1, 3), TOWNS[0]!, 1],
  [sharesOf(0, 1.192239137592306e-11, 0.4960659924552849, 1.1922139610250968e-11, 0.5039340075208706), townsAt(2, 3), TOWNS[4]!, 0],
];

describe('redistributeShares', () => {
  it('gives shares from 0 to 1 whose sum is exactly 1', () => {
    fc.assert(
      fc.property(sharesArbitrary, lockedArbitrary, townArbitrary, shareArbitrary, (shares, locked, town, share) => {
        const result = redistributeShares(shares, locked, town, share);
        expect(total(result.shares.values())).toBe(1);
        expect(Math.min(...result.shares.values())).toBeGreaterThanOrEqual(0);
        expect([...result.shares.keys()]).toEqual([...shares.keys()]);
      }),
      { numRuns: 2000, examples: HARD_SUMS },
    );
  });

  it('leaves the locked towns alone', () => {
    fc.assert(
      fc.property(sharesArbitrary, lockedArbitrary, townArbitrary, shareArbitrary, (shares, locked, town, share) => {
        const result = redistributeShares(shares, locked, town, share);
        const kept = [...locked].filter((other) => other !== town);
        expect(kept.map((other) => result.shares.get(other))).toEqual(kept.map((other) => shares.get(other)));
      }),
    );
  });

  it('gives the share that was asked for, or says that it did not', () => {
    fc.assert(
      fc.property(sharesArbitrary, lockedArbitrary, townArbitrary, shareArbitrary, (shares, locked, town, share) => {
        const result = redistributeShares(shares, locked, town, share);
        const missed = Math.abs((result.shares.get(town) ?? 0) - share);
        expect(result.clamped ? missed > 1e-13 : missed < 1e-11).toBe(true);
        const free = TOWNS.some((other) => other !== town && !locked.has(other));
        const kept = TOWNS.filter((other) => other !== town && locked.has(other));
        const lockedSum = total(kept.map((other) => shares.get(other) ?? 0));
        expect(result.clamped && free && share <= 1 - lockedSum).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the proportions of the towns that make room', () => {
    fc.assert(
      fc.property(sharesArbitrary, townArbitrary, shareArbitrary, (shares, town, share) => {
        const result = redistributeShares(shares, new Set(), town, share);
        const others = TOWNS.filter((other) => other !== town);
        const before = total(others.map((other) => shares.get(other) ?? 0));
        fc.pre(before > 1e-6);
        for (const other of others) {
          const expected = ((shares.get(other) ?? 0) / before) * (1 - share);
          expect(Math.abs((result.shares.get(other) ?? 0) - expected)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('shares equally between towns that have nothing', () => {
    const [first = TOWNS[0], ...rest] = TOWNS;
    if (first === undefined) throw new Error('no towns');
    const shares = new Map(TOWNS.map((town) => [town, town === first ? 1 : 0]));
    const result = redistributeShares(shares, new Set(), first, 0.2);
    expect(result.shares.get(first)).toBe(0.2);
    for (const town of rest) expect(result.shares.get(town)).toBeCloseTo(0.2, 14);
  });
});

function filled({ scenario, facts }: Situation): Scenario {
  return { ...scenario, areas: new Map([...scenario.areas, ...filledAreas(scenario.areas, defaultFill(scenario, facts))]) };
}

function unphased(situation: Situation): Situation {
  const areas = new Map([...situation.scenario.areas].map(([id, area]) => [id, { ...area, phase: null }]));
  return { ...situation, scenario: { ...situation.scenario, areas } };
}

function inTown(scenario: Scenario, town: string, setByHand: boolean): readonly DevelopmentArea[] {
  return [...scenario.areas.values()].filter((area) => area.town === town && area.setByHand === setByHand);
}

const placed = (areas: readonly DevelopmentArea[], periods = Infinity): number =>
  total(areas.map((area) => areaDwellings(area, periods)));

describe('defaultFill', () => {
  const capacity = ({ facts }: Situation, area: DevelopmentArea): number =>
    capacityOn(facts.get(area.id)?.landDaa ?? Number.NaN, area);

  it('never gives an area more than it holds, nor less than nothing', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        for (const town of TOWNS) {
          for (const area of inTown(filled(situation), town, false)) {
            expect(areaDwellings(area)).toBeLessThanOrEqual(capacity(situation, area));
            expect(Math.min(0, ...area.dwellingsByPeriod)).toBe(0);
          }
        }
      }),
    );
  });

  it('places all that the quota and the room allow, and no more by the end of any period', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const scenario = filled(situation);
        const { programme } = scenario;
        for (const town of TOWNS) {
          const quota = townQuota(programme, town);
          const byHand = inTown(scenario, town, true);
          const free = inTown(scenario, town, false);
          const room = total(free.map((area) => capacity(situation, area)));
          const expected = Math.min(Math.max(0, quota - placed(byHand)), room);
          expect(placed(free)).toBeCloseTo(expected, 6);
          let years = 0;
          for (const [index, period] of periodsOf(programme).entries()) {
            years += programmeYears(period);
            const due = (quota * years) / programmeYears(programme);
            const byNow = placed(free, index + 1) > 0 ? placed([...byHand, ...free], index + 1) : 0;
            expect(byNow).toBeLessThanOrEqual(due + 1e-6);
          }
        }
      }),
    );
  });

  it('follows the programme where nothing is set by hand', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const areas = new Map([...situation.scenario.areas].map(([id, area]) => [id, { ...area, setByHand: false, phase: null }]));
        const scenario = filled({ ...situation, scenario: { ...situation.scenario, areas } });
        for (const town of TOWNS) {
          const free = inTown(scenario, town, false);
          const room = total(free.map((area) => capacity(situation, area)));
          let years = 0;
          for (const [index, period] of periodsOf(scenario.programme).entries()) {
            years += programmeYears(period);
            const due = (townQuota(scenario.programme, town) * years) / programmeYears(scenario.programme);
            expect(placed(free, index + 1)).toBeCloseTo(Math.min(due, room), 6);
          }
        }
      }),
    );
  });

  it('fills areas in order of time to departure, ties by id', () => {
    fc.assert(
      fc.property(situationArbitrary.map(unphased), (situation) => {
        const scenario = filled(situation);
        for (const town of TOWNS) {
          const minutes = (area: DevelopmentArea): number => situation.facts.get(area.id)?.meanDepartureMinutes ?? Number.NaN;
          const ordered = inTown(scenario, town, false).toSorted((first, second) =>
            minutes(first) === minutes(second) ? (first.id < second.id ? -1 : 1) : minutes(first) - minutes(second),
          );
          const lastUsed = ordered.findLastIndex((area) => areaDwellings(area) > 0);
          for (const area of ordered.slice(0, Math.max(0, lastUsed))) {
            expect(areaDwellings(area)).toBeCloseTo(capacity(situation, area), 8);
          }
        }
      }),
    );
  });

  it('builds nothing before its phase, and nothing of later order while an area of the phase has room', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const scenario = filled(situation);
        for (const area of TOWNS.flatMap((town) => inTown(scenario, town, false))) {
          expect(areaDwellings(area, area.phase ?? 0)).toBe(0);
          for (const other of inTown(scenario, area.town ?? '', false)) {
            if (area.phase === null || (other.phase !== null && other.phase <= area.phase)) continue;
            const isBuilt = (other.dwellingsByPeriod[area.phase] ?? 0) > 0;
            const isFull = areaDwellings(area, area.phase + 1) >= capacity(situation, area) - 1e-6;
            expect(isFull || !isBuilt).toBe(true);
          }
        }
      }),
    );
  });

  it('leaves areas set by hand and areas without a town as they are', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const scenario = filled(situation);
        const kept = [...situation.scenario.areas.values()].filter((area) => area.setByHand || area.town === null);
        expect(kept.every((area) => scenario.areas.get(area.id) === area)).toBe(true);
      }),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(situationArbitrary, (situation) => {
        const scenario = filled(situation);
        expect(filledAreas(scenario.areas, defaultFill(scenario, situation.facts)).size).toBe(0);
      }),
    );
  });

  it('fills only the towns it is asked to', () => {
    fc.assert(
      fc.property(situationArbitrary, townArbitrary, ({ scenario, facts }, town) => {
        for (const id of defaultFill(scenario, facts, [town]).keys()) expect(scenario.areas.get(id)?.town).toBe(town);
      }),
    );
  });
});

describe('periods', () => {
  it('splits a number as the programme runs, and loses none of it', () => {
    fc.assert(
      fc.property(programmeArbitrary, fc.double({ min: 0, max: 1e5, noNaN: true }), (programme, amount) => {
        const parts = splitOverPeriods(programme, amount);
        expect(total(parts)).toBeCloseTo(amount, 8);
        for (const [index, period] of periodsOf(programme).entries()) {
          expect(parts[index]).toBeCloseTo((amount * programmeYears(period)) / programmeYears(programme), 8);
        }
      }),
    );
  });

  it('splits a number over the periods from a phase on', () => {
    fc.assert(
      fc.property(programmeArbitrary, fc.double({ min: 0, max: 1e5, noNaN: true }), fc.nat(5), (programme, amount, wanted) => {
        const periods = periodsOf(programme);
        const phase = Math.min(wanted, periods.length - 1);
        const parts = splitOverPeriods(programme, amount, phase);
        expect(total(parts.slice(0, phase))).toBe(0);
        expect(total(parts)).toBeCloseTo(amount, 8);
        const years = total(periods.slice(phase).map(programmeYears));
        expect(parts[phase]).toBeCloseTo((amount * programmeYears(periods[phase]!)) / years, 6);
      }),
    );
  });

  it('stretches with the programme: all of it stays, and what was even stays even', () => {
    fc.assert(
      fc.property(situationArbitrary, programmeArbitrary, ({ scenario }, to) => {
        for (const area of scenario.areas.values()) {
          const stretched = stretchOverPeriods(area.dwellingsByPeriod, scenario.programme, to);
          expect(stretched).toHaveLength(periodsOf(to).length);
          expect(Math.min(0, ...stretched)).toBe(0);
          expect(total(stretched)).toBeCloseTo(areaDwellings(area), 6);
        }
        const even = stretchOverPeriods(splitOverPeriods(scenario.programme, 1000), scenario.programme, to);
        for (const [index, part] of splitOverPeriods(to, 1000).entries()) expect(even[index]).toBeCloseTo(part, 6);
      }),
    );
  });
});
