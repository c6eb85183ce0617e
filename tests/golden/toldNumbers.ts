import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPlace } from '../../src/commandline/readPlace';
import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { readScenarioFile } from '../../src/core/exchange/scenarioFile';
import type { Assessment } from '../../src/core/scoring/assessment';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { evaluatorOn, type Evaluator } from '../../src/core/scoring/evaluator';
import { explain } from '../../src/core/scoring/explain';
import { EXPLAINED_IDS } from '../../src/core/scoring/explanation';
import { seededRandom } from '../../src/core/scoring/uncertainty/random';
import { UncertaintyRun } from '../../src/core/scoring/uncertainty/uncertainty';
import { EVERY_GROUND, inBothTowns } from '../support/everyGround';
import { EDITED_PLACE, editedScenario, firstScenario } from '../support/scenarioEdits';

/*
 * What the model says, number by number, kept in files: a change of the code that changes a number changes a file, and is
 * seen. `npm run numbers` writes them anew when a number is meant to change.
 */

/** Files of numbers, by the words that the tests know them by. */
export const NUMBER_FILES = {
  madeUp: path.join('tests', 'golden', 'numbers', 'madeUp.json'),
  shipped: path.join('tests', 'golden', 'numbers', 'shipped.json'),
} as const;

const DIGITS = 11;

/** As it stands in a file: maps and arrays of any kind as arrays, numbers to so many digits, those that are none as their name. */
function kept(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : String(value);
  if (value instanceof Map) return Array.from(value, kept);
  if (Array.isArray(value)) return value.map(kept);
  if (typeof value !== 'object' || value === null) return value;
  // The data set's own hash is no number: a note in the catalogue changes it.
  return Object.fromEntries(Object.entries(value).flatMap(([key, content]) => (key === 'datasetHash' ? [] : [[key, kept(content)]])));
}

/** Numbers that explanations lead back to the ground, without the names and sources that stand in the method. */
function explained(assessment: Assessment, moment: number | null): unknown {
  return EXPLAINED_IDS.map((id) => {
    const { numbers, caution, filledIn, terms, tables, layers } = explain(assessment, id, moment);
    return {
      id,
      numbers: numbers.map(({ value }) => value),
      caution,
      filledIn,
      terms: terms.map(({ value }) => value),
      tables: tables.map(({ columns, rows, totals }) => [columns.map(({ gives }) => gives), rows.map(({ name, values }) => [name, ...values]), totals]),
      layers,
    };
  });
}

function drawn(assessments: readonly Assessment[], draws: number): unknown {
  const run = new UncertaintyRun(assessments, 7);
  run.advance(draws);
  return run.result();
}

/** Scenarios as they are after so many edits each, measured on the way so that what was known before is used. */
function editedOn(dataset: Dataset, seeds: readonly number[], prepared: (scenario: Scenario) => Scenario): unknown {
  const baseline = buildBaseline(dataset);
  const last: Assessment[] = [];
  const scenarios = seeds.map((seed) => {
    const evaluator = evaluatorOn(baseline);
    const random = seededRandom(seed);
    let scenario = firstScenario(random);
    const told: unknown[] = [];
    for (const edits of [10, 10, 10]) {
      for (let edit = 0; edit < edits; edit += 1) {
        scenario = editedScenario(scenario, random);
        evaluator.evaluate(scenario);
      }
      told.push(evaluator.evaluate(prepared(scenario)));
    }
    last.push(evaluator.assess(prepared(scenario)));
    return told;
  });
  const [first, second] = last;
  if (!first || !second) throw new RangeError('Numbers of two scenarios at least');
  return { scenarios, explained: [explained(first, null), explained(second, 1), explained(second, 0)], drawn: drawn(last, 40) };
}

/** Numbers of scenarios on made-up places, edited by chance. */
export function madeUpNumbers(): unknown {
  return kept([editedOn(EDITED_PLACE, [1, 2, 3, 4], (scenario) => scenario), editedOn(EVERY_GROUND, [11, 12, 13, 14], inBothTowns)]);
}

function shippedScenarios(dataset: Dataset): readonly Scenario[] {
  return readdirSync('scenarios')
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const reading = readScenarioFile(readFileSync(path.join('scenarios', name), 'utf8'), name, dataset);
      if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
      return reading.scenario;
    });
}

/** Numbers of the shipped scenarios on the shipped data. */
export function shippedNumbers(): unknown {
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  const evaluator: Evaluator = evaluatorOn(buildBaseline(place.value));
  const assessments = shippedScenarios(place.value).map((scenario) => evaluator.assess(scenario));
  // The default areas are the same in each, so that one scenario's facts tell of all.
  return kept({ scenarios: assessments.map(({ evaluation }) => evaluation), facts: assessments.at(-1)?.facts, drawn: drawn(assessments, 40) });
}

/**
 * Where numbers differ from those that were kept. They may differ by 10⁻⁸, relative where they are large: engines and orders
 * of summing differ in the last digits (method §1).
 */
export function differencesFrom(file: string, told: unknown): readonly string[] {
  return differences(JSON.parse(readFileSync(file, 'utf8')), told, '');
}

function differences(before: unknown, now: unknown, place: string): readonly string[] {
  if (typeof before === 'number' && typeof now === 'number') {
    return Math.abs(before - now) <= 1e-8 * Math.max(1, Math.abs(before)) ? [] : [`${place}: ${before} | ${now}`];
  }
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) {
    return before === now ? [] : [`${place}: ${String(before)} | ${String(now)}`];
  }
  const [one, other] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => differences(one.get(key), other.get(key), `${place}.${key}`));
}
