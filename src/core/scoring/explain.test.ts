import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseAbout, someDwellings } from '../../../tests/support/explanationCheck';
import { plannedAssessment, told } from '../../../tests/support/explainedPlan';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { DevelopmentArea } from '../domain/developmentArea';
import { quantityText } from '../method/figureText';
import { LAND_CLASSES } from './evaluation';
import { createEvaluator } from './evaluator';
import { explain } from './explain';
import { EXPLAINED_IDS } from './explanation';

describe('the moment that is explained', () => {
  it('today nothing is built, so that what a plan builds is none', () => {
    expect(told('builtUp', 0).slice(0, 2)).toEqual(['area = 0 daa, neither way', 'taken = 0 daa, neither way']);
    expect(told('B1', 0)).toEqual(['quantity = – daa, lowerIsBetter', 'score = – poeng, higherIsBetter', 'layers farmland-2 land-1']);
    expect(explain(plannedAssessment, 'B1', 0).moment).toBe('i dag');
    expect(explain(plannedAssessment, 'B1', 0).caution).toContain('I dag er ingenting bygd');
  });

  it('an earlier moment counts its periods alone, and all of them are the whole plan', () => {
    expect(explain(plannedAssessment, 'B1', 1).moment).toBe('til og med 2030');
    expect(explain(plannedAssessment, 'B1', 2)).toEqual(explain(plannedAssessment, 'B1'));
    expect(explain(plannedAssessment, 'B1')).not.toHaveProperty('moment');
  });
});

describe('explanations of a plan', () => {
  const builder = (): PlaceBuilder =>
    new PlaceBuilder()
      .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
      .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300)])
      .withStation('stasjon', 500, 500)
      .withResidents(3000, 3000, 40);
  const assess = (areas: readonly DevelopmentArea[], place = builder().build()) => createEvaluator(place).assess(scenarioOf(areas));

  it('name residents and towns among their layers only where dwellings are spread as they live', () => {
    const withLayers = builder().withPolygons('population', []).withPolygons('town', []).build();
    const layersOf = (townsShare: number) =>
      explain(createEvaluator(withLayers).assess(scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 50)], { townsShare })), 'T').layers;
    expect(layersOf(1)).toEqual(['land-1']);
    expect(layersOf(0.5)).toEqual(['land-1', 'municipality-0', 'population-4', 'town-5']);
  });

  it('share the loss of connectivity as if ground that two areas both take were taken once', () => {
    const [all, half] = [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 400, 300)];
    const full = (id: string, outline: typeof all) => developmentArea(id, outline, 9000);
    const partsOf = (...areas: readonly DevelopmentArea[]): ReadonlyMap<string, number> => {
      const { tables, numbers } = explain(assess(areas), 'B3');
      expect(tables[1]!.totals[1]).toBeCloseTo(numbers[0]!.value!, 9);
      return new Map(tables[1]!.rows.map(({ name, values }) => [name, values[1]!]));
    };
    const once = partsOf(full('a', all), full('b', half));
    const twice = partsOf(full('a', all), full('a igjen', all), full('b', half));
    expect(twice.get('b')).toBeCloseTo(once.get('b')!, 9);
    expect(twice.get('a')).toBeCloseTo(once.get('a')! / 2, 9);
    expect(twice.get('a igjen')).toBeCloseTo(once.get('a')! / 2, 9);
  });

  it('put rows that are alike in the order of their numbers', () => {
    const outline = rectangle(300, 0, 100, 100);
    const areas = ['Felt 10', 'Felt 9', 'Felt 11', 'Felt 1'].map((name) => developmentArea(name, outline, 20));
    expect(explain(assess(areas), 'builtUp').tables[1]!.rows.map(({ name }) => name)).toEqual(['Felt 1', 'Felt 9', 'Felt 10', 'Felt 11']);
  });

  it('write out the four largest overlaps, and put the rest together', () => {
    const lineOf = (count: number): string =>
      explain(
        assess(
          Array.from({ length: count }, (_, index) => developmentArea(`${index}`, rectangle(100 * index, 0, 50, 200 * (index + 1)), 20)),
          new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 1000, 4000)]).build(),
        ),
        'farmlandConflict',
      ).filledIn[0]!;
    expect(lineOf(1)).toBe('overlapp = 10 daa');
    expect(lineOf(2)).toBe('overlapp = 20 + 10 = 30 daa');
    expect(lineOf(4)).toBe('overlapp = 40 + 30 + 20 + 10 = 100 daa');
    expect(lineOf(6)).toBe('overlapp = 60 + 50 + 40 + 30 + 30 (2 felt til) = 210 daa');
  });

  it('say that the data are coarse, and show no table of what is not measured on them', () => {
    const coarse = builder().withPolygons('green', [rectangle(3000, 3000, 100, 100)], 500).build();
    const assessment = assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)], coarse);
    expect(explain(assessment, 'B').caution).toContain('Grove data');
    for (const id of ['B3', 'B5'] as const) expect(explain(assessment, id)).toMatchObject({ filledIn: [], tables: [] });
    expect(explain(assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)]), 'B').caution).not.toContain('Grove data');
  });

  it('have a formula and a name each; without homes they fill in nothing that homes are counted by', () => {
    const without = createEvaluator(builder().build()).assess(scenarioOf([], { dwellingsPerYear: 0 }));
    for (const id of EXPLAINED_IDS) {
      const { formula, title } = explain(without, id);
      expect([formula.join('').length, title.length].every((length) => length > 0)).toBe(true);
    }
    for (const id of ['T', 'T1', 'T2', 'T3'] as const) {
      expect(explain(without, id)).toMatchObject({ filledIn: [], caution: 'Ingen boliger er plassert.' });
    }
    expect(explain(assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)]), 'T').caution).toBeNull();
  });
});

describe('explanations on a place with detailed data', () => {
  const place = new PlaceBuilder()
    .withPolygons('farmland', [rectangle(2000, 0, 500, 1000)])
    .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300), rectangle(100, 100, 90, 90)])
    .withPolygons('marka', [rectangle(0, 3200, 4000, 800)])
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 1100, 4000, 1100])
    .withResidents(3000, 2000, 40)
    .withStation('stasjon', 500, 500)
    .build();
  const evaluator = createEvaluator(place);
  const side = fc.integer({ min: 20, max: 600 });
  const area = fc.record({
    x: fc.integer({ min: 0, max: 3300 }),
    y: fc.integer({ min: 0, max: 3300 }),
    width: side,
    height: side,
    dwellings: someDwellings(3000),
    developableShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('sum to the numbers, connectivity and green nearby with them', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 6 }), fc.double({ min: 0.2, max: 1, noNaN: true }), (areas, townsShare) => {
        const planned = areas.map(({ x, y, width, height, dwellings: given, developableShare }, position) =>
          developmentArea(`felt-${position}`, rectangle(x, y, width, height), given, {
            developableShare,
            ...(position % 3 === 2 ? { town: null } : {}),
          }),
        );
        expect(falseAbout(evaluator, scenarioOf(planned, { townsShare, dwellingsPerYear: 300 }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const across = scenarioOf([developmentArea('felt', rectangle(500, 1000, 200, 400), 300)], { dwellingsPerYear: 40 });

  it('fill the formula in', () => {
    const assessment = evaluator.assess(across);
    const { transit } = assessment.evaluation;
    expect(explain(assessment, 'T').filledIn[0]).toMatch(/^T = 100 · \d+(?:,\d+)? \/ 400 = /u);
    expect(explain(assessment, 'T').filledIn[0]).toContain(`= ${quantityText(transit.score ?? 0)}`);
    expect(explain(assessment, 'B3').filledIn[0]).toMatch(/^tap = 1 − .+ daa \/ .+ daa = \d+,\d+ %$/u);
    expect(explain(assessment, 'B1').filledIn).toEqual(['B1 = 100 · (1 − 0 / (16 · 10)) = 100']);
  });

  it('show what has no place as a row of its own', () => {
    const [byTown] = explain(evaluator.assess(across), 'T').tables;
    const unplaced = byTown?.rows.find(({ subject }) => subject.kind === 'unplaced');
    expect(unplaced?.values[0]).toBeCloseTo(100, 9);
    expect(unplaced?.values.at(-1)).toBe(0);
  });

  it('say so when a score is past its end', () => {
    const onField = scenarioOf([developmentArea('felt', rectangle(2000, 0, 500, 1000), 5000)]);
    const [line] = explain(evaluator.assess(onField), 'B1').filledIn;
    expect(line).toBe('B1 = 100 · (1 − 500 / (16 · 10)) er under 0, så B1 = 0');
    const onStreets = scenarioOf([developmentArea('felt', rectangle(500, 600, 100, 100), 100)]);
    expect(explain(evaluator.assess(onStreets), 'B6').filledIn[1]).toBe('B6 = 100 · (1 − −0,5 / 40) er over 100, så B6 = 100');
  });

  it('say why there is no number', () => {
    const bare = new PlaceBuilder().withPolygons('green', [rectangle(0, 0, 500, 500)], 500).withStation('stasjon', 500, 500).build();
    const assessment = createEvaluator(bare).assess(scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 10)]));
    expect(explain(assessment, 'B1').caution).toBe('Mangler datagrunnlag: ingen kartlag viser dyrka mark.');
    expect(explain(assessment, 'B3').caution).toBe(
      'Mangler datagrunnlag: kartet over grønt (skog, park, friområde) er grovere enn 50 m.',
    );
    expect(explain(assessment, 'B3').numbers.map(({ value }) => value)).toEqual([null, null]);
    expect(explain(createEvaluator(bare).assess(scenarioOf([], { dwellingsPerYear: 0 })), 'T').caution).toBe('Ingen boliger er plassert.');
  });
});

it('explains every class of the land account and every indicator', () => {
  expect(EXPLAINED_IDS).toEqual(expect.arrayContaining([...LAND_CLASSES, 'T', 'B', 'B6']));
});
