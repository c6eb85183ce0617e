import { capacityOn } from '../allocation/capacity';
import { splitOverPeriods } from '../allocation/periodSplit';
import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { TypologyId } from '../domain/typology';
import { NOT_MEASURED, refilled } from './filling';
import { changed, refused, townName, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { areasText, dwellingsText } from './wording';

/** One stroke of a brush that lays dwellings down on areas, or takes them away. */
export interface BrushStroke {
  /** How many times the brush came onto each area. */
  readonly passes: ReadonlyMap<AreaId, number>;
  /** What is laid down, and how much of it for each pass. */
  readonly typology: TypologyId;
  readonly dwellings: number;
  readonly erases: boolean;
  /** Only areas of this town are painted; all of them when null. */
  readonly town: TownId | null;
}

function painted(area: DevelopmentArea, passes: number, landDaa: number, scenario: Scenario, stroke: BrushStroke): DevelopmentArea {
  const typology = stroke.erases ? area.typology : stroke.typology;
  const before = areaDwellings(area);
  const amount = passes * stroke.dwellings;
  const dwellings = stroke.erases
    ? Math.max(0, before - amount)
    : Math.min(capacityOn(landDaa, { ...area, typology }), before + amount);
  return { ...area, typology, setByHand: true, dwellingsByPeriod: splitOverPeriods(scenario.programme, dwellings, area.phase) };
}

function fillTowns(scenario: Scenario, context: OperationContext, areas: Scenario['areas'], note: string): OperationOutcome {
  const towns = new Set<TownId>();
  for (const [id, { town }] of areas) if (town !== null && areas.get(id) !== scenario.areas.get(id)) towns.add(town);
  const changes = refilled(scenario, { ...scenario, areas }, context, towns);
  return changes ? changed(note, { areas: changes }) : refused(NOT_MEASURED);
}

/**
 * Paints dwellings onto areas: as many as the brush lays down for each pass, up to what an area holds. The areas are set by hand
 * from then on, and the rest of their towns is filled anew.
 */
export function paintAreas(scenario: Scenario, context: OperationContext, stroke: BrushStroke): OperationOutcome {
  const areas = new Map(scenario.areas);
  let count = 0;
  let dwellings = 0;
  for (const [id, passes] of stroke.passes) {
    const area = scenario.areas.get(id);
    if (!area || (stroke.town !== null && area.town !== stroke.town)) continue;
    const facts = context.facts.get(id);
    if (!facts) return refused(NOT_MEASURED);
    const next = painted(area, passes, facts.landDaa, scenario, stroke);
    areas.set(id, next);
    dwellings += areaDwellings(next) - areaDwellings(area);
    count += 1;
  }
  if (count === 0) return UNCHANGED;
  const sign = dwellings < 0 ? '−' : '+';
  const what = stroke.erases ? 'Visket på' : `Malte ${stroke.typology} på`;
  return fillTowns(scenario, context, areas, `${what} ${areasText(count)}: ${sign}${dwellingsText(Math.abs(dwellings))}`);
}

/** Takes all dwellings off a town's areas, set by hand, so that it can be painted from nothing. */
export function emptyTown(scenario: Scenario, context: OperationContext, town: TownId): OperationOutcome {
  const areas = new Map(scenario.areas);
  for (const area of scenario.areas.values()) {
    if (area.town !== town || (area.setByHand && areaDwellings(area) === 0)) continue;
    areas.set(area.id, { ...area, setByHand: true, dwellingsByPeriod: area.dwellingsByPeriod.map(() => 0) });
  }
  return fillTowns(scenario, context, areas, `Tømte ${townName(context, town)}`);
}

/** Gives a town's empty areas back to the fill, which places on them what is left of its quota. */
export function fillRestOfTown(scenario: Scenario, context: OperationContext, town: TownId): OperationOutcome {
  const areas = new Map(scenario.areas);
  for (const area of scenario.areas.values()) {
    if (area.town === town && area.setByHand && areaDwellings(area) === 0) areas.set(area.id, { ...area, setByHand: false });
  }
  return fillTowns(scenario, context, areas, `Fylte resten av ${townName(context, town)}`);
}
