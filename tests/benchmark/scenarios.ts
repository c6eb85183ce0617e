import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import type { Measure } from '../../src/core/domain/measure';
import type { Scenario } from '../../src/core/domain/scenario';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import { addedGreen, addedStation, protection } from '../support/measures';

/** A copy of an outline that nothing has been measured of. */
function freshOutline(outline: LonLatMultiPolygon): LonLatMultiPolygon {
  return outline.map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude, latitude] as const)));
}

function withAreas(scenario: Scenario, change: (area: DevelopmentArea, index: number) => DevelopmentArea): Scenario {
  return { ...scenario, areas: new Map(Array.from(scenario.areas, ([id, area], index) => [id, change(area, index)])) };
}

/** A copy of the scenario down to the last object, as it would come from a file: nothing has been measured of any of it. */
export function fresh(scenario: Scenario): Scenario {
  return structuredClone(scenario);
}

/** The scenario as after a change of shares: other dwellings in every area, everything else as it was. */
export function withOtherDwellings(scenario: Scenario, run: number): Scenario {
  const factor = 1 + 0.01 * ((run % 7) + 1);
  return withAreas(scenario, (area) => ({
    ...area,
    dwellingsByPeriod: area.dwellingsByPeriod.map((dwellings) => dwellings * factor),
  }));
}

/** The scenario with one vertex of one area moved by a few metres. */
export function withMovedVertex(scenario: Scenario, run: number): Scenario {
  const moved = ((run % scenario.areas.size) + scenario.areas.size) % scenario.areas.size;
  const shift = 1e-5 * (1 + (Math.abs(run) % 5));
  return withAreas(scenario, (area, index) => (index === moved ? { ...area, outline: movedVertex(area.outline, shift) } : area));
}

function movedVertex(outline: LonLatMultiPolygon, degrees: number): LonLatMultiPolygon {
  const copy = freshOutline(outline);
  const [first, ...rest] = copy;
  const [exterior, ...holes] = first ?? [];
  if (!exterior) return copy;
  const [longitude, latitude] = exterior[1]!;
  const ring = exterior.with(1, [longitude + degrees, latitude + degrees] as const);
  return [[ring, ...holes], ...rest];
}

const METRES_PER_DEGREE = 111_000;

/** A square beside the first vertex of the first area, moved a little for each run. */
function movedSquare(scenario: Scenario, run: number, sideMetres: number): LonLatMultiPolygon {
  const [area] = scenario.areas.values();
  const [longitude, latitude] = area?.outline[0]?.[0]?.[0] ?? [0, 0];
  const west = longitude + 1e-4 * (run % 11);
  const south = latitude + 1e-4 * (run % 7);
  const height = sideMetres / METRES_PER_DEGREE;
  const width = height / Math.cos((latitude * Math.PI) / 180);
  return [[[[west, south], [west + width, south], [west + width, south + height], [west, south + height], [west, south]]]];
}

function withMeasure(scenario: Scenario, measure: Measure): Scenario {
  return { ...scenario, measures: new Map(scenario.measures).set(measure.id, measure) };
}

/** The scenario with a park that is moved. */
export function withMovedPark(scenario: Scenario, run: number): Scenario {
  return withMeasure(scenario, addedGreen('park', movedSquare(scenario, run, 150)));
}

/** The scenario with ground protected that is moved. */
export function withMovedProtection(scenario: Scenario, run: number): Scenario {
  return withMeasure(scenario, protection('vern', movedSquare(scenario, run, 150)));
}

/** The scenario with a station that is moved. */
export function withMovedStation(scenario: Scenario, run: number): Scenario {
  return withMeasure(scenario, addedStation('stasjon', movedSquare(scenario, run, 1)[0]![0]![0]!));
}
