import { describe, expect, it } from 'vitest';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../../../../tests/support/placeBuilder';
import { identifier, type StationId } from '../../domain/identifiers';
import { toLonLat, toPlanarPoint } from '../../geometry/projection';
import { createEvaluator, type Evaluator } from '../evaluator';
import { drawnPlace, meanScore, sampleByWeight, samplePoints, type DrawnStation } from './places';
import { DrawSource, fillSimplex } from './draws';
import { seededRandom } from './random';
import { areToldApart, quantile, UncertaintyRun } from './uncertainty';

function evaluator(): Evaluator {
  return createEvaluator(
    new PlaceBuilder()
      .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
      .withPolygons('green', [rectangle(3000, 0, 1000, 1000)])
      .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
      .withRiver('Storelva', [0, 3000, 4000, 3000])
      .withStation('stasjon', 500, 500, { accuracyMetres: 40 })
      .withStation('annen', 3500, 3500, { line: 'L2' })
      .withResidents(3000, 3000, 100)
      .build(),
  );
}

const near = scenarioOf([developmentArea('nær', rectangle(450, 450, 100, 100), 100)]);
const far = scenarioOf([developmentArea('fjern', rectangle(2000, 100, 100, 100), 100)]);
const alsoNear = scenarioOf([developmentArea('nær', rectangle(450, 460, 100, 100), 100)]);

describe('the draws', () => {
  it('give the same ranges for the same seed, however they are portioned, and others for another seed', () => {
    const scoring = evaluator();
    const assessments = [scoring.assess(near), scoring.assess(far)];
    const run = (seed: number, ...steps: number[]) => {
      const draws = new UncertaintyRun(assessments, seed);
      for (const step of steps) draws.advance(step);
      return draws.result();
    };
    expect(run(7, 300)).toEqual(run(7, 100, 200));
    expect(run(7, 300)).not.toEqual(run(8, 300));
  });

  it('put the score within its range, and the better scenario ahead', () => {
    const scoring = evaluator();
    const assessments = [near, far, alsoNear].map((scenario) => scoring.assess(scenario));
    const run = new UncertaintyRun(assessments, 1);
    run.advance(400);
    const { scenarios, pairs, parts } = run.result();
    expect(parts.map(({ first, second }) => [first, second])).toEqual(pairs.map(({ first, second }) => [first, second]));
    const isScored = assessments[0]!.evaluation.blueGreen.parts.map(({ score }) => score !== null);
    expect(parts[0]!.shares.map((share) => share !== null)).toEqual(isScored);
    const [better, same] = [0, 1].map((pair) => parts[pair]!.shares.filter((share) => share !== null));
    expect(better!.some((share) => areToldApart(share))).toBe(true);
    expect(same!.every((share) => share === 0.5)).toBe(true);
    scenarios.forEach((ranges, index) => {
      const score = assessments[index]!.evaluation.transit.score!;
      expect(ranges.transit!.low).toBeLessThan(score);
      expect(ranges.transit!.high).toBeGreaterThan(score - 1e-9);
    });
    expect(pairs.find(({ first, second }) => first === 0 && second === 1)).toMatchObject({ transit: 1, blueGreen: 1 });
    const alike = pairs.find(({ first, second }) => first === 0 && second === 2)!;
    expect(areToldApart(pairs[0]!.transit!)).toBe(true);
    expect(alike.blueGreen).toBe(0.5);
    expect(areToldApart(alike.blueGreen!)).toBe(false);
  });

  it('leave the score as it is when nothing varies', () => {
    const scoring = evaluator();
    const assessment = scoring.assess(far);
    const stations: DrawnStation[] = assessment.service.stations.map((station, index) => ({
      index,
      x: station.x,
      y: station.y,
      accuracyMetres: 15,
      departuresPerHour: 8,
    }));
    const { homes } = assessment.placement.areas[0]!.measured.ground;
    const still = {
      detourFactor: 1.3,
      stationX: Float64Array.from(stations, ({ x }) => x),
      stationY: Float64Array.from(stations, ({ y }) => y),
      waitMinutes: Float64Array.from(assessment.service.stations, (station) => station.waitMinutes),
      densityFactors: Float64Array.of(1, 1, 1, 1),
      weights: Float64Array.of(1, 1, 1, 1, 1, 1),
    };
    expect(100 * meanScore(drawnPlace(homes, stations), still)).toBeCloseTo(assessment.evaluation.transit.score!, 9);
    expect(100 * meanScore(drawnPlace(samplePoints(homes), stations), still)).toBeCloseTo(
      assessment.evaluation.transit.score!,
      0,
    );
  });

  it('refuse scenarios of different data sets', () => {
    expect(() => new UncertaintyRun([evaluator().assess(near), evaluator().assess(far)], 1)).toThrow(RangeError);
  });

  it('say nothing before any is made', () => {
    const scoring = evaluator();
    const { draws, scenarios, pairs } = new UncertaintyRun([scoring.assess(near), scoring.assess(far)], 1).result();
    expect(draws).toBe(0);
    expect(scenarios).toEqual([{ transit: null, blueGreen: null }, { transit: null, blueGreen: null }]);
    expect(pairs[0]).toMatchObject({ transit: null, blueGreen: null });
  });

  it('leave out green nearby where the green is too coarse for it', () => {
    const coarse = createEvaluator(
      new PlaceBuilder()
        .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
        .withPolygons('green', [rectangle(3000, 0, 1000, 1000)], 500)
        .withStation('stasjon', 500, 500)
        .build(),
    );
    const run = new UncertaintyRun([coarse.assess(near), coarse.assess(far)], 1);
    run.advance(40);
    const { scenarios, parts } = run.result();
    expect(parts[0]!.shares.map((share) => share !== null)).toEqual([true, true, false, false, false, false]);
    for (const score of Object.values(scenarios[0]!.blueGreen!)) expect(score).toBeCloseTo(100, 9);
  });

  it('say nothing of a scenario without homes', () => {
    const scoring = evaluator();
    const run = new UncertaintyRun([scoring.assess(scenarioOf([], { dwellingsPerYear: 0 })), scoring.assess(near)], 1);
    run.advance(50);
    expect(run.result().scenarios[0]).toEqual({ transit: null, blueGreen: null });
    expect(run.result().pairs[0]).toMatchObject({ transit: null, blueGreen: null });
  });
});

describe('the stations that a place keeps', () => {
  const at = (index: number, x: number, departuresPerHour: number): DrawnStation => ({ index, x, y: 0, accuracyMetres: 50, departuresPerHour });
  const keptAt = (x: number, ...stations: readonly DrawnStation[]): readonly number[] => [...drawnPlace(Float64Array.of(x, 0), stations).stations];

  it('are all that can be the best one in some draw: the score is as if none were left out', () => {
    const { dataset } = evaluator();
    const stations = [0, 400, 900, 1500, 2600, 4000].map((x, position) => ({
      ...dataset.stations[0]!,
      id: identifier<StationId>(`s${position}`),
      line: `L${position}`,
      position: toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + 300 * position }),
      accuracyMetres: 60,
      departuresPerHour: [8, 2, 12, 4, 8, 1][position]!,
    }));
    const known = stations.map(({ position, accuracyMetres, departuresPerHour }, index) => ({
      index, ...toPlanarPoint(position), accuracyMetres, departuresPerHour,
    }));
    const source = new DrawSource(stations, [], 11);
    const all = Uint16Array.from(stations, (_, index) => index);
    for (let x = 0; x < 4000; x += 130) {
      const points = Float64Array.of(ORIGIN.x + x, ORIGIN.y + 200, ORIGIN.x + x + 90, ORIGIN.y + 260);
      const place = drawnPlace(points, known);
      for (let draws = 0; draws < 60; draws += 1) {
        const draw = source.next();
        expect(meanScore(place, draw)).toBe(meanScore({ points, stations: all }, draw));
      }
    }
  });

  it('are not those that another one beats in every draw, wherever both may lie', () => {
    // 950 m · 1.16 is 13.8 minutes and 250 m · 1.74 is 5.4 at 80 m a minute; eight departures: 3.75 to 5.75 minutes' wait.
    expect(keptAt(0, at(0, 1000, 8), at(1, 200, 8))).toEqual([1]);
    // With few departures either may be the better one, with one in two hours the far one is; and they may lie as far off.
    expect(keptAt(0, at(0, 1000, 8), at(1, 200, 3))).toEqual([0, 1]);
    expect(keptAt(0, at(0, 1000, 8), at(1, 200, 0.5))).toEqual([0]);
    expect(keptAt(0, at(4, 300, 8), at(1, 200, 8))).toEqual([1, 4]);
    expect(keptAt(0)).toEqual([]);
  });
});

describe('one draw', () => {
  it('keeps stations within their accuracy and factors within their bounds', () => {
    const { dataset } = evaluator();
    const source = new DrawSource(dataset.stations, [], 3);
    const centre = new DrawSource(dataset.stations.map((station) => ({ ...station, accuracyMetres: 0 })), [], 3).next();
    for (let index = 0; index < 500; index += 1) {
      const draw = source.next();
      expect(draw.detourFactor).toBeGreaterThanOrEqual(1.16);
      expect(draw.detourFactor).toBeLessThanOrEqual(1.74);
      dataset.stations.forEach((station, position) => {
        const moved = Math.hypot(
          draw.stationX[position]! - centre.stationX[position]!,
          draw.stationY[position]! - centre.stationY[position]!,
        );
        expect(moved).toBeLessThanOrEqual(station.accuracyMetres + 1e-9);
        const departures = 30 / (draw.waitMinutes[position]! - 0.75);
        expect(departures).toBeGreaterThanOrEqual(8 * 0.75 - 1e-9);
        expect(departures).toBeLessThanOrEqual(8 * 1.25 + 1e-9);
      });
      for (const factor of draw.densityFactors) expect(Math.abs(factor - 1)).toBeLessThanOrEqual(0.2);
    }
  });

  it('spreads weights evenly over the simplex', () => {
    const random = seededRandom(5);
    const weights = new Float64Array(3);
    let first = 0;
    let large = 0;
    for (let index = 0; index < 20_000; index += 1) {
      fillSimplex(weights, random);
      const share = weights[0]! / (weights[0]! + weights[1]! + weights[2]!);
      first += share;
      if (share > 0.5) large += 1;
    }
    expect(first / 20_000).toBeCloseTo(1 / 3, 2);
    expect(large / 20_000).toBeCloseTo(0.25, 2);
  });
});

describe('samples and quantiles', () => {
  it('take evenly spaced points', () => {
    const points = Float64Array.from({ length: 40 }, (_, index) => index);
    expect([...samplePoints(points, 4)]).toEqual([4, 5, 14, 15, 24, 25, 34, 35]);
    expect(samplePoints(points, 20)).toBe(points);
  });

  it('take points by weight', () => {
    expect([...sampleByWeight(Float64Array.of(1, 1, 2, 2, 3, 3), Float64Array.of(1.5, 6, 0.5), 4)]).toEqual([
      1, 1, 2, 2, 2, 2, 2, 2,
    ]);
    expect(sampleByWeight(Float64Array.of(1, 1), Float64Array.of(0), 4)).toHaveLength(0);
  });

  it('lie linearly between the numbers around them', () => {
    expect(quantile([1, 2, 3, 4, 5], 0.5)).toBe(3);
    expect(quantile([0, 10], 0.05)).toBeCloseTo(0.5, 12);
  });
});
