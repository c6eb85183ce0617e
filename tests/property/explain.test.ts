import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../src/commandline/readFolder';
import type { Dataset } from '../../src/core/domain/dataset';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { periodsOf } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import { readScenarioFile } from '../../src/core/exchange/scenarioFile';
import { readDataset } from '../../src/core/geodata/readDataset';
import { quantityText } from '../../src/core/method/figureText';
import { LAND_CLASSES, type ConflictKind, type Evaluation, type LandClass, type PartId } from '../../src/core/scoring/evaluation';
import type { Assessment } from '../../src/core/scoring/assessment';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';
import { explain } from '../../src/core/scoring/explain';
import { EXPLAINED_IDS, explainedConflict, type ExplainedId, type Explanation } from '../../src/core/scoring/explanation';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../support/placeBuilder';

function shippedDataset(): Dataset {
  const reading = readDataset(readFolder('geodata'));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** What the evaluation itself says, by the ids of the explained numbers. */
function toldBy(evaluation: Evaluation, id: ExplainedId): Readonly<Record<string, number | null>> {
  const { transit, blueGreen, landAccount } = evaluation;
  const part = (partId: PartId, scale = 1): Readonly<Record<string, number | null>> => {
    const found = blueGreen.parts.find((candidate) => candidate.id === partId);
    const value = found?.value ?? null;
    return { quantity: value === null ? null : scale * value, score: found?.score ?? null };
  };
  const land = (landClass: LandClass): Readonly<Record<string, number | null>> => {
    const row = landAccount.rows.find((candidate) => candidate.landClass === landClass);
    return { area: row?.areaDaa ?? null, taken: row?.takenDaa ?? null };
  };
  const conflicts = (kind: ConflictKind | null): Readonly<Record<string, number | null>> => {
    const found = evaluation.conflicts.filter((conflict) => conflict.kind === kind);
    return { overlap: found.reduce((sum, { areaDaa }) => sum + areaDaa, 0), areas: found.length };
  };
  switch (id) {
    case 'T':
      return { T: transit.score };
    case 'T1':
      return { near: percent(transit.share500), walkable: percent(transit.share1000) };
    case 'T2':
      return { walk: transit.meanWalkMinutes };
    case 'T3':
      return { index: transit.accessibilityIndex?.mean ?? null };
    case 'B':
      return { B: blueGreen.score };
    case 'B3':
    case 'B5':
      return part(id, 100);
    case 'B1':
    case 'B2':
    case 'B4':
    case 'B6':
      return part(id);
    case 'sea':
    case 'lake':
    case 'farmland':
    case 'marka':
    case 'green':
    case 'builtUp':
    case 'other':
      return land(id);
    default:
      return conflicts(explainedConflict(id));
  }
}

/** None, or enough to divide by: the least numbers there are have no digits left to sum. */
function dwellings(most: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: fc.double({ min: 0.01, max: most, noNaN: true }), weight: 5 });
}

/** Numbers that a formula makes of another; no ground sums to them. */
const DERIVED: ReadonlySet<string> = new Set(['score', 'areas']);

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function equal(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** What an explanation says that the evaluation does not: its numbers, the sums of its rows, and its formula. */
function falseIn(explanation: Explanation, { evaluation, scenario, baseline }: Pick<Assessment, 'evaluation' | 'scenario' | 'baseline'>): readonly string[] {
  const { id, numbers, tables, filledIn } = explanation;
  const found: string[] = [];
  const hold = (isTrue: boolean, otherwise: string): void => {
    if (!isTrue) found.push(`${id}: ${otherwise}`);
  };
  const told = toldBy(evaluation, id);
  hold(numbers.map((number) => number.id).join() === Object.keys(told).join(), 'other numbers');
  hold(numbersIn(explanation).every(Number.isFinite), 'not finite');
  for (const { id: numberId, name, value } of numbers) {
    hold(value === told[numberId], `${name} is ${value} for ${told[numberId]}`);
    if (value === null) continue;
    if (DERIVED.has(numberId)) continue;
    hold(filledIn.join('\n').includes(quantityText(value)), `${name} is not in ${filledIn.join('; ')}`);
    const given = tables.flatMap((table) => {
      const column = table.columns.findIndex((candidate) => candidate.gives === numberId);
      return column < 0 ? [] : [{ table, column }];
    });
    hold(given.length > 0, `${name} has no ground`);
    for (const { table, column } of given) {
      const total = table.totals[column] ?? Number.NaN;
      const sum = table.rows.reduce((partial, row) => partial + (row.values[column] ?? 0), 0);
      hold(equal(total, value), `${table.title}: total ${total} for ${value}`);
      hold(equal(sum, value), `${table.title}: rows sum to ${sum} for ${value}`);
    }
  }
  const layers = new Set(baseline.dataset.layers.map(({ description }) => description.id));
  hold(explanation.layers.every((layer) => layers.has(layer)), 'a layer that is not there');
  for (const { subject } of tables.flatMap((table) => table.rows)) {
    hold(subject.kind !== 'area' || scenario.areas.has(subject.area), 'an area that is not there');
  }
  return found;
}

function falseAbout(evaluator: Evaluator, scenario: Scenario): readonly string[] {
  const assessment = evaluator.assess(scenario);
  return EXPLAINED_IDS.flatMap((id) => falseIn(explain(assessment, id), assessment));
}

/** The scenario as if its programme ended with its first `periods` periods. */
function endingAfter(scenario: Scenario, periods: number): Scenario {
  const lastYear = periodsOf(scenario.programme)[periods - 1]?.lastYear ?? scenario.programme.lastYear;
  return {
    ...scenario,
    programme: { ...scenario.programme, lastYear },
    areas: new Map(Array.from(scenario.areas, ([id, area]) => [id, { ...area, dwellingsByPeriod: area.dwellingsByPeriod.slice(0, periods) }])),
  };
}

/** The same of the explanations of every earlier moment, today among them. */
function falseAboutMoments(evaluator: Evaluator, scenario: Scenario): readonly string[] {
  const assessment = evaluator.assess(scenario);
  const { evaluation, baseline } = assessment;
  const today = TRANSIT_IDS.flatMap((id) => falseIn(explain(assessment, id, 0), { evaluation: { ...evaluation, transit: evaluation.today }, scenario, baseline }));
  const earlier = evaluation.periods.slice(0, -1).flatMap(({ transit, blueGreen }, index) => {
    const shortened = evaluator.evaluate(endingAfter(scenario, index + 1)).evaluation;
    const told = { evaluation: { ...shortened, transit, blueGreen }, scenario, baseline };
    return EXPLAINED_IDS.flatMap((id) => falseIn(explain(assessment, id, index + 1), told));
  });
  return [...today, ...earlier];
}

const TRANSIT_IDS = ['T', 'T1', 'T2', 'T3'] as const;

describe('explanations on the shipped data', () => {
  const dataset = shippedDataset();
  const evaluator = createEvaluator(dataset);
  const scenarios = readdirSync('scenarios')
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const reading = readScenarioFile(readFileSync(path.join('scenarios', name), 'utf8'), name, dataset);
      if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
      return { name, scenario: reading.scenario };
    });

  it.each(scenarios)('sum to the numbers of $name', ({ scenario }) => {
    expect(falseAbout(evaluator, scenario)).toEqual([]);
  });

  it.each(scenarios)('sum to the numbers of $name today and at the end of every period', ({ scenario }) => {
    expect(falseAboutMoments(evaluator, scenario)).toEqual([]);
  });

  it('say of today that nothing is built, and name the moment', () => {
    const assessment = evaluator.assess(scenarios[0]!.scenario);
    expect(explain(assessment, 'B1', 0)).toMatchObject({ moment: 'i dag', numbers: [{ value: null }, { value: null }], filledIn: [], tables: [] });
    expect(explain(assessment, 'markaConflict', 0).numbers.map(({ value }) => value)).toEqual([0, 0]);
    expect(explain(assessment, 'T', 1).moment).toMatch(/^til og med 20\d\d$/u);
    expect(explain(assessment, 'T', assessment.periods.length)).toEqual(explain(assessment, 'T'));
  });

  const change = fc.record({
    dwellings: dwellings(400),
    developableShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
    typology: fc.constantFrom(...TYPOLOGY_IDS),
    isOutside: fc.boolean(),
  });

  it('sum to the numbers whatever is planned', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: scenarios.length - 1 }),
        fc.array(fc.tuple(fc.nat(), change), { maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        dwellings(3000),
        (position, changes, townsShare, dwellingsPerYear) => {
          const { scenario } = scenarios[position] ?? {};
          if (!scenario) throw new RangeError('No shipped scenario');
          const areas = new Map(scenario.areas);
          const ids = [...areas.keys()];
          for (const [place, { dwellings: given, isOutside, ...rest }] of changes) {
            const id = ids[place % ids.length];
            const area = id === undefined ? undefined : areas.get(id);
            if (!area) continue;
            const replanned: DevelopmentArea = {
              ...area,
              ...rest,
              town: isOutside ? null : area.town,
              dwellingsByPeriod: area.dwellingsByPeriod.map(() => given),
            };
            areas.set(area.id, replanned);
          }
          const changed = { ...scenario, areas, programme: { ...scenario.programme, townsShare, dwellingsPerYear } };
          expect(falseAbout(evaluator, changed)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
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
    dwellings: dwellings(3000),
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
