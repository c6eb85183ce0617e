import { describe, expect, it } from 'vitest';
import { addedGreen, addedStation, measuresOf, protection, stationChange } from '../../../tests/support/measures';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { buildBaseline } from './baseline';
import { createEvaluator, evaluatorOn } from './evaluator';
import { toLonLat } from '../geometry/projection';
import type { LonLat } from '../geometry/shapes';
import type { Dataset } from '../domain/dataset';
import type { Measure, Measures } from '../domain/measure';
import type { Scenario } from '../domain/scenario';
import type { Evaluation, LandClass, PartId } from './evaluation';
import { explain } from './explain';
import { UncertaintyRun } from './uncertainty/uncertainty';

const at = (x: number, y: number): LonLat => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });
const withMeasures = (scenario: Scenario, ...measures: readonly Measure[]): Scenario => ({ ...scenario, measures: measuresOf(...measures) });
const part = (evaluation: Evaluation, id: PartId) => evaluation.blueGreen.parts.find((candidate) => candidate.id === id)!;
const row = (evaluation: Evaluation, landClass: LandClass) => evaluation.landAccount.rows.find((entry) => entry.landClass === landClass)!;

const place = (): Dataset =>
  new PlaceBuilder()
    .withPolygons('farmland', [rectangle(3000, 0, 500, 1000)])
    .withPolygons('green', [rectangle(0, 2000, 200, 500), rectangle(700, 2000, 300, 500), rectangle(3600, 3600, 20, 20)])
    .withPolygons('builtUp', [rectangle(0, 0, 2500, 3000)])
    .withPolygons('marka', [rectangle(0, 3800, 4000, 200)])
    .withStation('stasjon', 500, 500)
    .withResidents(3000, 3000, 100)
    .build();

const baseline = buildBaseline(place());
const evaluator = evaluatorOn(baseline);
const evaluate = (scenario: Scenario): Evaluation => evaluator.evaluate(scenario).evaluation;

it('measures come to the same in whatever order they were made', () => {
  const measures = [
    addedStation('b', at(2000, 2100)),
    addedStation('a', at(2100, 2000), { line: 'L1' }),
    stationChange('c', 'stasjon', { departuresPerHour: 12 }),
    addedGreen('q', rectangle(100, 2400, 333, 211)),
    addedGreen('p', rectangle(301, 2203, 287, 391)),
    protection('y', rectangle(1911, 1933, 77, 61)),
    protection('x', rectangle(1951, 1971, 63, 89)),
  ];
  const effectsOf = (...made: readonly Measure[]) =>
    evaluatorOn(baseline).assess(withMeasures(scenarioOf([developmentArea('felt', rectangle(1950, 1950, 100, 100), 50)]), ...made));
  const [first, second] = [effectsOf(...measures), effectsOf(...measures.toReversed())];
  expect(first.effects.stations.map(({ id }) => id)).toEqual(second.effects.stations.map(({ id }) => id));
  expect(first.evaluation).toEqual(second.evaluation);
});

describe('measures on stations', () => {
  const far = scenarioOf([developmentArea('felt', rectangle(1950, 1950, 100, 100), 100)]);

  it('move a station, give it departures, and leave today as it is', () => {
    const before = evaluate(far);
    const moved = evaluate(withMeasures(far, stationChange('a', 'stasjon', { position: at(2000, 2000) })));
    const often = evaluate(withMeasures(far, stationChange('a', 'stasjon', { departuresPerHour: 30 })));
    expect(before.transit.share500).toBe(0);
    expect(moved.transit.share500).toBe(1);
    expect(moved.transit.score!).toBeGreaterThan(before.transit.score!);
    expect(often.transit.meanWalkMinutes).toBe(before.transit.meanWalkMinutes);
    // 30/f falls from 3.75 to 1 minute: the score rises by just so many tenths of a halving.
    expect(often.transit.score! / before.transit.score!).toBeCloseTo(2 ** (2.75 / 10), 9);
    for (const { today } of [moved, often]) expect(today).toEqual(before.today);
  });

  it('add a station from its opening year', () => {
    const later = withMeasures(far, addedStation('ny', at(2000, 2000), { openingYear: 2031 }));
    const area = developmentArea('felt', rectangle(1950, 1950, 100, 100), 0, { dwellingsByPeriod: [40, 40] });
    const { periods, today } = evaluate({ ...later, areas: new Map([[area.id, area]]) });
    expect(periods.map(({ transit }) => transit.share500! > 0)).toEqual([false, true]);
    expect(today).toEqual(evaluate(far).today);
  });

  it('count a line once, also when an added station is on it', () => {
    const near = scenarioOf([developmentArea('felt', rectangle(450, 450, 100, 100), 10)], { dwellingsPerYear: 1 });
    const index = (measures: Measures): number => evaluate({ ...near, measures }).transit.accessibilityIndex!.mean;
    const alone = index(new Map());
    const sameLine = index(measuresOf(addedStation('ny', at(500, 800), { line: 'L1' })));
    const otherLine = index(measuresOf(addedStation('ny', at(500, 800), { line: 'L2' })));
    const otherMode = index(measuresOf(addedStation('ny', at(500, 800), { line: 'L1', mode: 'metro' })));
    expect(sameLine).toBe(alone);
    expect(otherLine).toBeGreaterThan(alone);
    expect(otherMode).toBeGreaterThan(otherLine);
  });

  it('count for nothing when they are switched off', () => {
    const off = withMeasures(
      far,
      stationChange('a', 'stasjon', { position: at(2000, 2000), counted: false }),
      addedStation('b', at(2000, 2000), { counted: false }),
      addedGreen('c', rectangle(1900, 1900, 200, 200), { counted: false }),
      protection('d', rectangle(1900, 1900, 200, 200), { counted: false }),
    );
    expect(evaluate(off)).toEqual(evaluate(far));
  });

  it('are drawn as the place’s own: common draws, whoever else is drawn with them', () => {
    const plain = evaluator.assess(far);
    const moved = evaluator.assess(withMeasures(far, stationChange('a', 'stasjon', { position: at(2000, 2000) })));
    const added = evaluator.assess(withMeasures(far, addedStation('ny', at(2000, 2000))));
    const rangesOf = (...assessments: readonly (typeof plain)[]) => {
      const run = new UncertaintyRun(assessments, 7);
      run.advance(200);
      return run.result();
    };
    const together = rangesOf(plain, moved, added);
    for (const [index, assessment] of [plain, moved, added].entries()) {
      expect(together.scenarios[index]).toEqual(rangesOf(assessment).scenarios[0]);
    }
    expect(together.pairs.map(({ transit }) => transit)).toEqual([0, 0, expect.any(Number)]);
    const { low, high } = together.scenarios[2]!.transit!;
    expect(low).toBeLessThan(added.evaluation.transit.score!);
    expect(high).toBeGreaterThan(added.evaluation.transit.score!);
  });
});

describe('protection', () => {
  const area = developmentArea('felt', rectangle(1000, 1000, 200, 100), 250);
  const scenario = scenarioOf([area], { dwellingsPerYear: 25 });
  const west = protection('vern', rectangle(900, 900, 150, 400));

  it('leaves no room, and what is given beyond is over capacity', () => {
    const { evaluation, facts } = evaluator.evaluate(withMeasures(scenario, west));
    expect(facts.get(area.id)!.landDaa).toBeCloseTo(15, 4);
    expect(facts.get(area.id)!.capacity).toBeCloseTo(150, 3);
    expect(evaluation.dwellings.placed).toBeCloseTo(150, 3);
    expect(evaluation.dwellings.overCapacity).toBeCloseTo(100, 3);
    expect(row(evaluation, 'builtUp').areaDaa).toBeCloseTo(15, 4);
    expect(row(evaluation, 'builtUp').takenDaa).toBeCloseTo(15, 4);
  });

  it('is a warning where an area with dwellings meets it', () => {
    const { conflicts, permitted } = evaluate(withMeasures(scenario, west));
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ kind: 'protection', severity: 'warning', area: area.id, layers: [] });
    expect(conflicts[0]!.areaDaa).toBeCloseTo(5, 4);
    expect(permitted).toBe(true);
    const [longitude, latitude] = conflicts[0]!.position;
    const [[southWest, , northEast]] = rectangle(1000, 1000, 50, 100)[0] as [readonly LonLat[]];
    expect(longitude).toBeGreaterThan(southWest![0]);
    expect(longitude).toBeLessThan(northEast![0]);
    expect(latitude).toBeGreaterThan(southWest![1]);
    expect(latitude).toBeLessThan(northEast![1]);
    expect(evaluate(withMeasures(scenarioOf([{ ...area, dwellingsByPeriod: [0, 0] }]), west)).conflicts).toEqual([]);
  });

  it('moves the homes off the protected ground', () => {
    const near = scenarioOf([developmentArea('felt', rectangle(500, 500, 600, 50), 50)], { dwellingsPerYear: 5 });
    const walk = (...measures: readonly Measure[]) => evaluate(withMeasures(near, ...measures)).transit.meanWalkMinutes!;
    expect(walk(protection('vern', rectangle(800, 400, 400, 400)))).toBeLessThan(walk());
    expect(walk(protection('vern', rectangle(400, 400, 400, 400)))).toBeGreaterThan(walk());
  });

  it('keeps ground from the conflicts of those who build beside it', () => {
    const intoMarka = scenarioOf([developmentArea('felt', rectangle(1000, 3700, 100, 200), 50)]);
    expect(evaluate(intoMarka).permitted).toBe(false);
    const { permitted, conflicts } = evaluate(withMeasures(intoMarka, protection('vern', rectangle(0, 3800, 4000, 200))));
    expect(permitted).toBe(true);
    expect(conflicts.map(({ kind }) => kind)).toEqual(['protection']);
  });

  it('can take all of an area: nothing is placed there, and the note says so', () => {
    const { evaluation, facts } = evaluator.evaluate(withMeasures(scenario, protection('vern', rectangle(900, 900, 500, 500))));
    expect(facts.get(area.id)).toMatchObject({ landDaa: 0, capacity: 0 });
    expect(evaluation.dwellings.placed).toBe(0);
    expect(evaluation.transit.score).toBe(0);
    expect(evaluation.notes.join(' ')).toContain('landareal');
  });

  it('leaves areas it does not reach as they were, to the last digit', () => {
    const beside = withMeasures(scenario, protection('vern', rectangle(1200, 1000, 200, 100)));
    expect(evaluate(beside)).toEqual(evaluate(scenario));
  });

  it('adds up when two protections overlap', () => {
    const both = withMeasures(scenario, west, protection('vern 2', rectangle(1025, 900, 75, 400)));
    expect(evaluate(both).dwellings.placed).toBeCloseTo(100, 3);
  });
});

describe('added green', () => {
  const area = developmentArea('felt', rectangle(1000, 1000, 100, 100), 100);
  const scenario = scenarioOf([area]);

  it('is green to build on, for B2, B6 and the account', () => {
    const before = evaluate(scenario);
    const half = evaluate(withMeasures(scenario, addedGreen('park', rectangle(950, 900, 100, 300))));
    expect(row(half, 'green').takenDaa).toBeCloseTo(5, 4);
    expect(row(half, 'builtUp').takenDaa).toBeCloseTo(5, 4);
    expect(part(half, 'B2').value! - part(before, 'B2').value!).toBeCloseTo(50, 3);
    expect(part(half, 'B6').value! - part(before, 'B6').value!).toBeCloseTo((0.5 - 0.1) * 50, 3);
    expect(half.shareOnBuiltUp).toBeCloseTo(0.5, 6);
  });

  it('gives way to farmland and Marka, and adds nothing where it is green already', () => {
    const onFarmland = scenarioOf([developmentArea('felt', rectangle(3000, 0, 100, 100), 50)]);
    const inMarka = scenarioOf([developmentArea('felt', rectangle(0, 3850, 100, 100), 50)]);
    const onGreen = scenarioOf([developmentArea('felt', rectangle(50, 2100, 100, 100), 50)]);
    for (const plan of [onFarmland, inMarka, onGreen]) {
      const { byClass } = evaluator.assess(withMeasures(plan, addedGreen('park', rectangle(0, 0, 4000, 4000)))).placement.areas[0]!.measured.ground;
      const before = evaluator.assess(plan).placement.areas[0]!.measured.ground.byClass;
      for (const landClass of ['farmland', 'marka', 'green', 'builtUp', 'other'] as const) {
        expect(byClass[landClass]).toBeCloseTo(before[landClass], 3);
      }
    }
  });

  it('makes up for green that is taken, in B3, and never scores above the top', () => {
    const taking = scenarioOf([developmentArea('felt', rectangle(700, 2000, 300, 100), 300)]);
    const loss = part(evaluate(taking), 'B3');
    const withBridge = part(evaluate(withMeasures(taking, addedGreen('bro', rectangle(150, 2300, 600, 50)))), 'B3');
    const withPark = part(evaluate(withMeasures(taking, addedGreen('park', rectangle(1200, 2000, 600, 600)))), 'B3');
    expect(loss.score!).toBeLessThan(100);
    expect(withBridge.value!).toBeLessThan(loss.value!);
    expect(withPark).toMatchObject({ value: 0, score: 100 });
  });

  it('makes the same network as the same green in the data set would', () => {
    const park = rectangle(150, 2300, 600, 50);
    const taking = scenarioOf([developmentArea('felt', rectangle(700, 2000, 300, 100), 300)]);
    const drawn = evaluator.assess(withMeasures(taking, addedGreen('bro', park)));
    const builder = new PlaceBuilder()
      .withPolygons('farmland', [rectangle(3000, 0, 500, 1000)])
      .withPolygons('green', [rectangle(0, 2000, 200, 500), rectangle(700, 2000, 300, 500), rectangle(3600, 3600, 20, 20), park])
      .withPolygons('builtUp', [rectangle(0, 0, 2500, 3000)])
      .withPolygons('marka', [rectangle(0, 3800, 4000, 200)])
      .withStation('stasjon', 500, 500)
      .withResidents(3000, 3000, 100);
    const mapped = createEvaluator(builder.build()).assess(taking);
    expect(Math.abs(drawn.green.connectivity!.squaredArea / mapped.green.connectivity!.squaredArea - 1)).toBeLessThan(1e-6);
    for (const { landClass, areaDaa, takenDaa } of mapped.landAccount.rows) {
      expect(row(drawn.evaluation, landClass).areaDaa).toBeCloseTo(areaDaa, 4);
      expect(row(drawn.evaluation, landClass).takenDaa).toBeCloseTo(takenDaa, 4);
    }
    expect(part(drawn.evaluation, 'B5').value).toBeCloseTo(part(mapped.evaluation, 'B5').value!, 9);
  });

  it('is green nearby for B5', () => {
    const far = scenarioOf([developmentArea('felt', rectangle(2000, 1000, 100, 100), 50)]);
    const near = (...measures: readonly Measure[]) => part(evaluate(withMeasures(far, ...measures)), 'B5').value!;
    expect(near()).toBe(0);
    expect(near(addedGreen('park', rectangle(2000, 1110, 100, 100)))).toBeCloseTo(0.5, 9);
    expect(near(addedGreen('liten', rectangle(2000, 1110, 20, 100)))).toBe(0);
  });

  it('leaves B3 and B5 missing where the data set’s green is missing or too coarse', () => {
    const coarse = createEvaluator(new PlaceBuilder().withPolygons('green', [rectangle(0, 2000, 200, 500)], 500).build());
    const { evaluation } = coarse.evaluate(withMeasures(scenario, addedGreen('park', rectangle(950, 900, 100, 300))));
    expect(part(evaluation, 'B3').status.kind).toBe('missing');
    expect(part(evaluation, 'B5').status.kind).toBe('missing');
    expect(row(evaluation, 'green').takenDaa).toBeCloseTo(5, 4);
  });

  it('is explained: the connected area before, with the new green, and after', () => {
    const taking = withMeasures(
      scenarioOf([developmentArea('felt', rectangle(700, 2000, 300, 100), 300)]),
      addedGreen('bro', rectangle(150, 2300, 600, 50)),
    );
    const assessment = evaluator.assess(taking);
    const { terms, numbers } = explain(assessment, 'B3');
    const [before, added, after] = terms.map(({ value }) => value) as [number, number, number];
    expect(added).toBeGreaterThan(before);
    expect(numbers[0]!.value).toBeCloseTo(100 * Math.max(0, 1 - after / before), 9);
  });
});
