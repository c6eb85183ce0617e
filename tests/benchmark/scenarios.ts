import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import type { Scenario } from '../../src/core/domain/scenario';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';

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
