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
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';
import { explain } from '../../src/core/scoring/explain';
import { EXPLAINED_IDS } from '../../src/core/scoring/explanation';
import { falseAbout, falseIn, someDwellings } from '../support/explanationCheck';

function shippedDataset(): Dataset {
  const reading = readDataset(readFolder('geodata'));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
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
    dwellings: someDwellings(400),
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
        someDwellings(3000),
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
