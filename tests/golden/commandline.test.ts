import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPlace } from '../../src/commandline/readPlace';
import type { Dataset } from '../../src/core/domain/dataset';
import { identifier, type ScenarioId } from '../../src/core/domain/identifiers';
import type { Scenario } from '../../src/core/domain/scenario';
import { readScenarioFile, writeScenarioFile } from '../../src/core/exchange/scenarioFile';
import { applyMoment } from '../../src/core/operations/moment';
import { refillTowns, setTownsShare } from '../../src/core/operations/programmeOperations';
import type { OperationOutcome } from '../../src/core/operations/outcome';
import { setProjectSwitch } from '../../src/core/operations/scenarioOperations';
import { ACCESSIBILITY_BANDS, LAND_CLASSES, PART_IDS } from '../../src/core/scoring/evaluation';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';
import { printingRun as run, type Run } from '../support/commandRun';

/** Milliseconds that a busy machine may take to build the baseline of the place. */
const SLOW_SETUP = 120_000;
const HIGH = join('scenarios', 'hoy-825.json');

const share = z.number().min(0).max(1);
const score = z.number().min(0).max(100);
const transit = z.strictObject({
  score: score.nullable(),
  homes: z.number(),
  share500: share.nullable(),
  share1000: share.nullable(),
  meanWalkMinutes: z.number().nullable(),
  accessibilityIndex: z.strictObject({ mean: z.number(), bandShares: z.array(share).length(ACCESSIBILITY_BANDS.length) }).nullable(),
});
const dwellings = z.strictObject({ programme: z.number(), placed: z.number(), unplaced: z.number(), overCapacity: z.number() });
const blueGreen = z.strictObject({
  score: score.nullable(),
  parts: z
    .array(
      z.strictObject({
        id: z.enum(PART_IDS),
        status: z.looseObject({ kind: z.enum(['good', 'coarse', 'missing', 'noDwellings']) }),
        score: score.nullable(),
        value: z.number().nullable(),
        weight: share,
        layers: z.array(z.string()),
      }),
    )
    .length(PART_IDS.length),
  blueGreenFactor: z.number().nullable(),
});
const towns = z.array(
  z.strictObject({
    town: z.string(),
    quota: z.number(),
    placed: z.number(),
    overCapacity: z.number(),
    unplaced: z.number(),
    capacity: z.number(),
    persons: z.number(),
    transitScore: score.nullable(),
  }),
);
const outside = z.strictObject({
  quota: z.number(),
  inAreas: z.number(),
  spread: z.number(),
  overCapacity: z.number(),
  unplaced: z.number(),
  persons: z.number(),
  transitScore: score.nullable(),
});

/** What `score --json` promises to those who read it. */
const summarySchema = z.strictObject({
  scenario: z.string(),
  name: z.string(),
  municipality: z.string(),
  programme: z.strictObject({
    firstYear: z.int(),
    lastYear: z.int(),
    dwellingsPerYear: z.number(),
    townsShare: share,
    towns: z.array(z.strictObject({ town: z.string(), share })),
  }),
  projects: z.array(z.strictObject({ project: z.string(), counted: z.boolean() })),
  methodVersion: z.int(),
  datasetHash: z.string(),
  dwellings,
  persons: z.number(),
  transit,
  today: transit,
  blueGreen,
  landAccount: z.strictObject({
    rows: z
      .array(z.strictObject({ landClass: z.enum(LAND_CLASSES), areaDaa: z.number(), takenDaa: z.number() }))
      .length(LAND_CLASSES.length),
    outsideSpreadDaa: z.number(),
  }),
  conflicts: z.array(
    z.strictObject({
      kind: z.string(),
      severity: z.enum(['forbidden', 'warning']),
      area: z.string(),
      areaDaa: z.number(),
      position: z.tuple([z.number(), z.number()]),
      layers: z.array(z.string()),
    }),
  ),
  permitted: z.boolean(),
  towns,
  outside,
  periods: z.array(
    z.strictObject({
      period: z.strictObject({ firstYear: z.int(), lastYear: z.int() }),
      dwellings,
      persons: z.number(),
      transit,
      blueGreen,
      towns,
      outside,
    }),
  ),
  shareInTowns: share.nullable(),
  shareOnBuiltUp: share.nullable(),
  dwellingsPerDaa: z.number().nullable(),
  notes: z.array(z.string()),
});

const range = z.strictObject({ median: score, low: score, high: score }).nullable();
const drawn = { generator: z.literal('xoshiro128**'), seed: z.int(), draws: z.int() };
const ranges = z.strictObject({ transit: range, blueGreen: range });

/** What `score --json` adds to the summary. */
const scoreSchema = summarySchema.extend({ ranges: ranges.extend(drawn) });

const ranked = z.strictObject({ shareFirstHigher: share.nullable(), ahead: z.enum(['first', 'second', 'none']).nullable() });

/** What `compare --json` promises. */
const compareSchema = z.strictObject({
  ...drawn,
  scenarios: z.array(summarySchema.extend({ file: z.string(), ranges })),
  pairs: z.array(z.strictObject({ first: z.string(), second: z.string(), transit: ranked, blueGreen: ranked })),
});

type Summary = z.output<typeof summarySchema>;

let folder: string;
let dataset: Dataset;
let evaluator: Evaluator;

function applied(scenario: Scenario, outcome: OperationOutcome): Scenario {
  if (outcome.kind !== 'moment') throw new Error(JSON.stringify(outcome));
  return applyMoment(scenario, outcome.moment).scenario;
}

/** `hoy-825` after a change, as a file of its own. */
function variant(name: string, change: (scenario: Scenario) => Scenario): string {
  const reading = readScenarioFile(readFileSync(HIGH, 'utf8'), HIGH, dataset);
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return temporary(name, writeScenarioFile(change(reading.scenario), dataset));
}

function temporary(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const partScore = (summary: Summary, id: string): number | null | undefined =>
  summary.blueGreen.parts.find((part) => part.id === id)?.score;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smabymodellen-'));
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  dataset = place.value;
  evaluator = createEvaluator(dataset);
}, SLOW_SETUP);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the figures of method §8, through the command line', () => {
  let high: Summary;
  let withoutProject: Summary;
  let allInTowns: Summary;
  let spread: Summary;

  beforeAll(() => {
    const off = variant('uten.json', (scenario) => {
      const [project] = dataset.parameters.projects;
      const without = applied(scenario, setProjectSwitch(scenario, { dataset, facts: new Map() }, project!.id, false));
      return applied(without, refillTowns(without, { dataset, facts: evaluator.evaluate(without).facts }));
    });
    const all = variant('alt.json', (scenario) =>
      applied(scenario, setTownsShare(scenario, { dataset, facts: evaluator.evaluate(scenario).facts }, 1)),
    );
    const { result } = run('compare', HIGH, off, all, join('scenarios', 'spredt.json'), '--json', '--draws', '100');
    const row = summarySchema.extend({ file: z.string(), ranges });
    const four = z.tuple([row, row, row, row]);
    [high, withoutProject, allInTowns, spread] = four.parse(compareSchema.parse(JSON.parse(result)).scenarios);
  }, SLOW_SETUP);

  it('hoy-825', () => {
    expect(high.scenario).toBe('hoy-825');
    expect(high.dwellings.programme).toBe(8250);
    expect(high.dwellings.unplaced).toBeCloseTo(0, 6);
    expect(high.transit.score).toBeCloseTo(65.5, 1);
    expect(partScore(high, 'B4')).toBeCloseTo(93, 0);
    for (const part of ['B1', 'B2', 'B6']) expect(partScore(high, part)).toBeCloseTo(100, 3);
    for (const part of ['B3', 'B5']) expect(partScore(high, part)).toBeNull();
    expect(high.today.share500).toBeCloseTo(0.16, 2);
    expect(high.today.share1000).toBeCloseTo(0.46, 2);
    expect(high.today.meanWalkMinutes).toBeGreaterThan(20);
    expect(high.today.meanWalkMinutes).toBeLessThan(21);
    expect(high.towns.map((town) => Math.round(town.capacity))).toEqual([1640, 2362, 1779, 1587, 9568]);
  });

  it('without Fornebubanen, filled anew: T falls, and Fornebu/Lysaker visibly', () => {
    expect(withoutProject.transit.score).toBeCloseTo(58.6, 1);
    const fall = (high.towns.at(-1)?.transitScore ?? 0) - (withoutProject.towns.at(-1)?.transitScore ?? 100);
    expect(fall).toBeGreaterThan(10);
  });

  it('all of it in the towns: ten dwellings of Sandvika find no room', () => {
    expect(allInTowns.transit.score).toBeCloseTo(69.1, 1);
    expect(allInTowns.towns[0]?.unplaced).toBeCloseTo(9.67, 1);
    expect(allInTowns.dwellings.unplaced).toBeCloseTo(9.67, 1);
  });

  it('a third of it on open land', () => {
    expect(Math.abs((spread.transit.score ?? 0) - 50)).toBeLessThan(1);
    expect(partScore(spread, 'B1')).toBe(0);
  });
});

describe('score and compare', () => {
  it('score prints a table with units', () => {
    const { code, result, message } = run('score', HIGH);
    expect([code, message]).toEqual([0, '']);
    const text = result.replaceAll(/\s+/gu, ' ');
    for (const part of ['Høy vekst (hoy-825)', 'Program 8 250 boliger', 'høyere er bedre 65,5 32,6', '5–95 % av trekningene 51,0–66,8', '1 000 trekninger: xoshiro128**, frø 1', 'Innen 500 m fra stasjon 66,8 % 16,4 %', '7,0 min 20,5 min', 'grove data (500 m)', 'mangler datagrunnlag', 'Fornebu/Lysaker']) {
      expect(text).toContain(part);
    }
  });

  it('compare prints a row each, says which can be ranked, and who is ahead of whom', () => {
    const { code, result } = run('compare', join('scenarios', '*.json'), '--draws', '200', '--seed', '7');
    expect(code).toBe(0);
    const text = result.replaceAll(/[^\S\n]+/gu, ' ');
    for (const id of ['fornebu-forst', 'gronne-baerum-2050', 'hoy-825', 'lav-400', 'moderat-600', 'spredt']) {
      expect(text.split('\n').filter((line) => line.startsWith(id))).toHaveLength(1);
    }
    expect(text).toMatch(/^hoy-825 2035 8 250 0 65,5 \d+,\d–\d+,\d 98,3 \d+,\d–\d+,\d 66,8 %/mu);
    expect(text).toContain('8 250 boliger til 2035: fornebu-forst, hoy-825, spredt');
    expect(text.split('\n').filter((line) => / foran \(| skiller ikke \(/u.test(line))).toHaveLength(3);
    expect(text).toContain('hoy-825 – spredt hoy-825 foran (100,0 %) hoy-825 foran (100,0 %)');
    expect(text).toContain('200 trekninger: xoshiro128**, frø 7');
  });

  it('says «skiller ikke» of plans that the draws do not tell apart', () => {
    const twin = variant('tvilling.json', (scenario) => ({ ...scenario, id: identifier<ScenarioId>('tvilling') }));
    const { result } = run('compare', HIGH, twin, '--draws', '100');
    const text = result.replaceAll(/\s+/gu, ' ');
    expect(text).toContain('hoy-825 – tvilling skiller ikke (50,0 %) skiller ikke (50,0 %)');
  });

  it('compare --json gives the summaries of score --json, with their files and the same ranges', () => {
    const one = run('score', HIGH, '--json', '--draws', '300', '--seed', '5');
    expect([one.code, one.message]).toEqual([0, '']);
    const { ranges: alone, ...summary } = scoreSchema.parse(JSON.parse(one.result));
    expect(alone).toMatchObject({ seed: 5, draws: 300 });
    const compared = compareSchema.parse(JSON.parse(run('compare', HIGH, '--json', '--draws', '300', '--seed', '5').result));
    const { transit: transitRange, blueGreen: blueGreenRange } = alone;
    expect(compared).toEqual({
      generator: 'xoshiro128**',
      seed: 5,
      draws: 300,
      scenarios: [{ file: HIGH, ...summary, ranges: { transit: transitRange, blueGreen: blueGreenRange } }],
      pairs: [],
    });
    expect(transitRange?.low).toBeLessThan(transitRange?.high ?? 0);
  });
});

describe('bad input', () => {
  /** What is said of bad input: nothing on the result's side, code 2, no stack trace. */
  const refusal = ({ code, result, message }: Run): string =>
    code === 2 && result === '' && !/\n\s+at |Error|undefined/u.test(message) ? message : `not refused: ${code} ${message}`;

  it('tells of wrong commands and options', () => {
    expect(refusal(run('rank', HIGH))).toMatch(/Ukjent kommando: rank.*help/su);
    expect(refusal(run('score', HIGH, '--farge'))).toContain('Ukjent valg: --farge');
    expect(refusal(run('score'))).toContain('én scenariofil');
    expect(refusal(run('score', HIGH, HIGH))).toContain('én scenariofil');
    expect(refusal(run('compare'))).toContain('minst én');
    expect(refusal(run('score', HIGH, '--geodata'))).toContain('--geodata');
    expect(refusal(run('score', HIGH, '--geodata', ''))).toContain('--geodata');
    for (const draws of ['99', '1e3', '100001', 'mange', '']) expect(refusal(run('compare', HIGH, `--draws=${draws}`))).toContain('--draws');
    for (const seed of ['-1', '1.5', '4294967296']) expect(refusal(run('compare', HIGH, `--seed=${seed}`))).toContain('--seed');
  });

  it('prints help when asked, and when asked nothing', () => {
    for (const args of [[], ['help'], ['--help'], ['score', '-h']]) {
      expect(run(...args)).toMatchObject({ code: 0, message: '' });
      expect(run(...args).result).toContain('compare FILER');
    }
  });

  it('tells of files that are not there, are folders, or match nothing', () => {
    expect(refusal(run('score', 'finnes-ikke.json'))).toContain('finnes-ikke.json finnes ikke');
    expect(refusal(run('score', 'scenarios'))).toContain('scenarios er en mappe');
    expect(refusal(run('compare', join('scenarios', 'x*.json')))).toContain('ingen filer passer');
    expect(refusal(run('score', join('scenarios', '*.json')))).toContain('Bruk compare');
  });

  it('tells of scenario files that are broken, foreign or too new, and scores none of the others', () => {
    const text = readFileSync(HIGH, 'utf8');
    expect(refusal(run('score', temporary('avkuttet.json', text.slice(0, 5000))))).toMatch(/avkuttet\.json.*JSON/su);
    expect(refusal(run('score', temporary('fremmed.json', '{"type":"FeatureCollection","features":[]}')))).toMatch(/fremmed\.json.*ikke en scenariofil/su);
    expect(refusal(run('score', temporary('ny.json', text.replace('"version": 2', '"version": 99'))))).toMatch(/ny\.json.*versjon 99.*Oppdater/su);
    const wrong = temporary('feil.json', text.replace('"dwellingsPerYear": 825', '"dwellingsPerYear": "mange"'));
    expect(refusal(run('compare', HIGH, wrong))).toMatch(/feil\.json.*scenario\.programme\.dwellingsPerYear.*boliger per år.*Skriv et tall/su);
  });

  it('tells of geodata that are not there or fail their schema', () => {
    expect(refusal(run('score', HIGH, '--geodata', join(folder, 'ingen')))).toContain('kan ikke leses');
    const broken = join(folder, 'ødelagt');
    cpSync('geodata', broken, { recursive: true });
    writeFileSync(join(broken, 'parameters.json'), readFileSync(join('geodata', 'parameters.json'), 'utf8').replace('"firstYear": 2026', '"firstYear": "snart"'));
    expect(refusal(run('score', HIGH, '--geodata', broken))).toMatch(/parameters\.json.*firstYear/su);
  });

  it('runs without a layer, tells of it, and says what cannot be said', () => {
    const without = join(folder, 'uten-mark');
    cpSync('geodata', without, { recursive: true });
    rmSync(join(without, 'farmland.geojson'));
    const { code, result, message } = run('score', HIGH, '--geodata', without, '--json');
    expect(code).toBe(0);
    expect(message).toContain('farmland.geojson');
    expect(message).toContain('et annet datasett');
    const part = scoreSchema.parse(JSON.parse(result)).blueGreen.parts[0];
    expect(part).toMatchObject({ id: 'B1', score: null, status: { kind: 'missing' } });
  });

  it('ends the process with code 2 and a plain message', () => {
    const ended = spawnSync(process.execPath, ['--import', 'tsx', join('src', 'commandline', 'model.ts'), 'score', 'finnes-ikke.json'], { encoding: 'utf8' });
    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr.trim()).toBe('finnes-ikke.json finnes ikke. Sjekk mappen og navnet.');
  });
});
