import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import { periodsOf, townQuota, type Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import type { AreaFacts, AreaFactsTable } from '../scoring/evaluation';
import { capacityOn } from './capacity';

/** Dwellings per period of the areas that the fill decides on. */
export type Filling = ReadonlyMap<AreaId, readonly number[]>;

interface Vessel {
  readonly id: AreaId;
  readonly phase: number | null;
  readonly meanDepartureMinutes: number;
  readonly capacity: number;
}

/**
 * The order in which areas are filled: those that were given a phase by their phases, then the others; among equals by
 * ascending time to a departure, ties by id.
 */
function earlier(first: Vessel, second: Vessel): number {
  if (first.phase !== second.phase) return (first.phase ?? Infinity) - (second.phase ?? Infinity);
  if (first.meanDepartureMinutes < second.meanDepartureMinutes) return -1;
  if (first.meanDepartureMinutes > second.meanDepartureMinutes) return 1;
  return first.id < second.id ? -1 : Number(first.id > second.id);
}

/**
 * Dwellings the fill may have placed by the end of each period: the town's quota that far less what is set by hand, and
 * never so much that a later period would come above its quota.
 */
function allowances(programme: Programme, town: TownId, byHand: readonly DevelopmentArea[]): readonly number[] {
  const allowed: number[] = [];
  let handSet = 0;
  for (const [index, { lastYear }] of periodsOf(programme).entries()) {
    for (const area of byHand) handSet += area.dwellingsByPeriod[index] ?? 0;
    allowed.push(Math.max(0, townQuota({ ...programme, lastYear }, town) - handSet));
  }
  for (let index = allowed.length - 2; index >= 0; index -= 1) {
    allowed[index] = Math.min(allowed[index] ?? 0, allowed[index + 1] ?? 0);
  }
  return allowed;
}

/** The most that can be added to `used` without their sum coming above `capacity` in the last bit. */
function room(used: number, capacity: number): number {
  let left = Math.max(0, capacity - used);
  while (left > 0 && used + left > capacity) left -= capacity * Number.EPSILON;
  return Math.max(0, left);
}

function pour(vessels: readonly Vessel[], allowed: readonly number[]): Filling {
  const filling = new Map<AreaId, number[]>(vessels.map((vessel) => [vessel.id, allowed.map(() => 0)]));
  const ordered = vessels.toSorted(earlier);
  const used = ordered.map(() => 0);
  const full = ordered.map(() => false);
  let waiting = 0;
  for (const [period, until] of allowed.entries()) {
    let amount = until - (allowed[period - 1] ?? 0) + waiting;
    for (const [index, vessel] of ordered.entries()) {
      if (amount <= 0) break;
      if (full[index] || (vessel.phase ?? 0) > period) continue;
      const before = used[index] ?? 0;
      const space = room(before, vessel.capacity);
      const taken = Math.min(space, amount);
      full[index] = taken === space;
      const periods = filling.get(vessel.id);
      if (periods) periods[period] = taken;
      used[index] = before + taken;
      amount -= taken;
    }
    // What finds no room in areas that have begun waits for those of later phases.
    waiting = Math.max(0, amount);
  }
  return filling;
}

function vesselOf(area: DevelopmentArea, facts: AreaFacts | undefined): Vessel {
  if (!facts) throw new RangeError(`Area ${area.id} has not been measured.`);
  return {
    id: area.id,
    phase: area.phase,
    meanDepartureMinutes: facts.meanDepartureMinutes,
    capacity: capacityOn(facts.landDaa, area),
  };
}

/**
 * Default fill (method §2): per town, areas by ascending mean door-to-departure time, ties by id, each to its capacity,
 * fractions kept, poured period by period as the programme runs. Areas that were given a phase go first from that
 * period on, and get nothing before it. Areas set by hand keep their dwellings, which count
 * against the quota of their town; areas without a town are left alone. What finds no room stays unplaced.
 * @param facts measured with the stations of the programme's last year; must hold every area that is filled
 * @param towns the towns to fill; all of them when left out
 * @returns dwellings per period of every area of these towns that is not set by hand
 * @throws RangeError when an area to be filled is not in `facts`
 */
export function defaultFill(
  scenario: Pick<Scenario, 'programme' | 'areas'>,
  facts: AreaFactsTable,
  towns: Iterable<TownId> = scenario.programme.shareByTown.keys(),
): Filling {
  const filling = new Map<AreaId, readonly number[]>();
  const areas = [...scenario.areas.values()];
  for (const town of new Set(towns)) {
    const inTown = areas.filter((area) => area.town === town);
    const vessels = inTown.filter((area) => !area.setByHand).map((area) => vesselOf(area, facts.get(area.id)));
    const byHand = inTown.filter((area) => area.setByHand);
    for (const [id, dwellings] of pour(vessels, allowances(scenario.programme, town, byHand))) filling.set(id, dwellings);
  }
  return filling;
}

/** Whether two lists hold the same numbers in the same order. */
export function sameNumbers(first: readonly number[], second: readonly number[]): boolean {
  return first.length === second.length && first.every((value, index) => value === second[index]);
}

/** The areas whose dwellings differ from `filling`, with the dwellings it gives them. */
export function filledAreas(areas: Scenario['areas'], filling: Filling): ReadonlyMap<AreaId, DevelopmentArea> {
  const changed = new Map<AreaId, DevelopmentArea>();
  for (const [id, dwellingsByPeriod] of filling) {
    const area = areas.get(id);
    if (area && !sameNumbers(area.dwellingsByPeriod, dwellingsByPeriod)) changed.set(id, { ...area, dwellingsByPeriod });
  }
  return changed;
}
