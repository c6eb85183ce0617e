import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../../tests/support/placeBuilder';
import type { Scenario } from '../../domain/scenario';
import { TYPOLOGY_IDS } from '../../domain/typology';
import { DETOUR_FACTOR } from '../../method/parameters';
import type { Assessment } from '../assessment';
import { PART_IDS, type PartId } from '../evaluation';
import { createEvaluator } from '../evaluator';
import { distancesToGreen } from '../nearbyGreen';
import type { Draw } from './draws';
import { DrawnScenario, type DrawnScores } from './drawnScenario';
import { drawnPlace, meanScore } from './places';

const evaluator = createEvaluator(
  new PlaceBuilder()
    .withPolygons('farmland', [rectangle(2000, 0, 500, 1000)])
    .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300), rectangle(100, 100, 90, 90)])
    .withPolygons('marka', [rectangle(0, 3200, 4000, 800)])
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 1100, 4000, 1100])
    .withResidents(750, 1600, 40)
    .withStation('stasjon', 500, 500)
    .withStation('annen', 1500, 1500, { departuresPerHour: 2 })
    .build(),
);

/** Half full, overfull and small-house areas, on all kinds of ground and on none. */
const AREAS = [
  developmentArea('sentrum', rectangle(400, 400, 200, 100), 100),
  developmentArea('jordet', rectangle(1900, 200, 200, 100), 500, { developableShare: 0.5 }),
  developmentArea('hagen', rectangle(2100, 1000, 100, 100), 8, { typology: 'småhus' }),
  developmentArea('skogen', rectangle(800, 1000, 100, 300), 30, { developableShare: 0.5 }),
  developmentArea('lia', rectangle(1000, 3150, 100, 100), 20),
  developmentArea('sjøen', rectangle(4600, 100, 100, 100), 10),
  developmentArea('tomt', rectangle(3000, 500, 100, 100), 0),
];

/** What is drawn is what the method says: every station where it is, every density and departure as it is. */
function stillDraw({ service, evaluation }: Assessment, densityFactor: number): Draw {
  return {
    detourFactor: DETOUR_FACTOR,
    stationX: Float64Array.from(service.stations, ({ x }) => x),
    stationY: Float64Array.from(service.stations, ({ y }) => y),
    waitMinutes: Float64Array.from(service.stations, (station) => station.waitMinutes),
    densityFactors: new Float64Array(TYPOLOGY_IDS.length).fill(densityFactor),
    weights: Float64Array.from(evaluation.blueGreen.parts, ({ weight }) => weight),
  };
}

/** Scores of a scenario in a draw in which nothing differs from the method but the densities, with all of its points. */
function drawn(scenario: Scenario, densityFactor = 1): { readonly scores: DrawnScores; readonly parts: Record<PartId, number> } {
  const assessment = evaluator.assess(scenario);
  const { placement, green, baseline, effects, service } = assessment;
  const draw = stillDraw(assessment, densityFactor);
  const stations = service.stations.map(({ x, y }, index) => ({
    index, x, y, accuracyMetres: 0, departuresPerHour: assessment.effects.stations[index]!.departuresPerHour,
  }));
  const outside = baseline.outside!.of(effects.townOutlines).residents.points;
  const homes = [...placement.areas.map(({ measured }) => measured.ground.homes), outside];
  const placeScores = Float64Array.from(homes, (points) => meanScore(drawnPlace(points, stations), draw));
  const scenarioDrawn = new DrawnScenario(
    assessment,
    (area) => placement.areas.indexOf(area),
    ({ measured }) => distancesToGreen(green.nearby!, measured.ground.homes),
    homes.length - 1,
    distancesToGreen(green.nearby!, outside),
  );
  const scores = { transit: Number.NaN, blueGreen: Number.NaN };
  scenarioDrawn.score(draw, placeScores, scores);
  const parts = Object.fromEntries(PART_IDS.map((id, index) => [id, scenarioDrawn.partScores[index]!])) as Record<PartId, number>;
  return { scores, parts };
}

function evaluated(scenario: Scenario) {
  const { evaluation } = evaluator.evaluate(scenario);
  return { ...evaluation, part: (id: PartId) => evaluation.blueGreen.parts.find((part) => part.id === id)! };
}

describe('a drawn scenario', () => {
  it.each([
    ['whose areas hold all', scenarioOf(AREAS, { dwellingsPerYear: 40 })],
    ['with dwellings spread outside the towns', scenarioOf([{ ...AREAS[3]!, town: null }, AREAS[0]!], { dwellingsPerYear: 30, townsShare: 0.6 })],
    ['with dwellings spread outside the towns only', scenarioOf([], { dwellingsPerYear: 30, townsShare: 0.4 })],
  ])('scores as it is evaluated when nothing varies: %s', (_, scenario) => {
    const { scores, parts } = drawn(scenario);
    const { transit, blueGreen } = evaluated(scenario);
    expect(scores.transit).toBeCloseTo(transit.score!, 9);
    expect(scores.blueGreen).toBeCloseTo(blueGreen.score!, 9);
    for (const { id, score } of blueGreen.parts) expect(parts[id], id).toBeCloseTo(score!, 9);
  });

  it('of dwellings spread near green counts those that are near it', () => {
    const { parts } = drawn(scenarioOf([], { dwellingsPerYear: 30, townsShare: 0 }));
    expect(parts.B5).toBeGreaterThan(10);
    expect(parts.B5).toBeLessThan(90);
  });

  it('takes the ground of so many fewer dwellings when it is built so much denser', () => {
    const scaled = (factor: number) =>
      scenarioOf(AREAS.map((area) => ({ ...area, dwellingsByPeriod: area.dwellingsByPeriod.map((dwellings) => dwellings * factor) })), { dwellingsPerYear: 0 });
    for (const denser of [0.8, 1.25]) {
      const { parts } = drawn(scaled(1), denser);
      const fewer = evaluated(scaled(1 / denser));
      expect(parts.B1).toBeCloseTo(fewer.part('B1').score!, 9);
      expect(parts.B3).toBeCloseTo(fewer.part('B3').score!, 9);
      // As much ground, shared among so many more.
      for (const id of ['B2', 'B4'] as const) expect(100 - parts[id]).toBeCloseTo((100 - fewer.part(id).score!) / denser, 9);
    }
  });

  it('has no scores without homes', () => {
    const { scores, parts } = drawn(scenarioOf([], { dwellingsPerYear: 0 }));
    expect([scores.transit, scores.blueGreen]).toEqual([Number.NaN, Number.NaN]);
    expect(Object.values(parts).every((score) => Number.isNaN(score))).toBe(true);
  });
});
