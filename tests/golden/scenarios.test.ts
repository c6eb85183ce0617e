import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlace } from '../../src/commandline/readPlace';
import { readDefinitions } from '../../src/commandline/scenarioDefinitions';
import { shippedScenarios } from '../../src/commandline/shippedScenarios';
import { defaultFill } from '../../src/core/allocation/defaultFill';
import type { Dataset } from '../../src/core/domain/dataset';
import { areaDwellings } from '../../src/core/domain/developmentArea';
import { programmeDwellings } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import { developmentAreasGeojson } from '../../src/core/exchange/developmentAreasGeojson';
import { readScenarioFile } from '../../src/core/exchange/scenarioFile';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';

const FOLDER = 'scenarios';
const DEFINITIONS = join(FOLDER, 'definitions', 'shipped.json');
const IDS = ['fornebu-forst', 'gronne-baerum-2050', 'hoy-825', 'lav-400', 'moderat-600', 'spredt'] as const;
const USUAL = [0.2, 0.15, 0.15, 0.1, 0.4];

let dataset: Dataset;
let evaluator: Evaluator;

function textOf(id: string): string {
  return readFileSync(join(FOLDER, `${id}.json`), 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Where two JSON values differ. Numbers may differ by 10⁻⁹, relative where they are large: engines and orders of
 * summing differ in the last digits (method §1).
 */
function differences(first: unknown, second: unknown, path = ''): readonly string[] {
  if (typeof first === 'number' && typeof second === 'number') {
    return Math.abs(first - second) <= 1e-9 * Math.max(1, Math.abs(first)) ? [] : [`${path}: ${first} | ${second}`];
  }
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) {
    return first === second ? [] : [`${path}: ${String(first)} | ${String(second)}`];
  }
  const [one, other] = [new Map(Object.entries(first)), new Map(Object.entries(second))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => differences(one.get(key), other.get(key), `${path}.${key}`));
}

function shipped(id: string): Scenario {
  const reading = readScenarioFile(textOf(id), `${id}.json`, dataset);
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.scenario;
}

beforeAll(() => {
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  dataset = place.value;
  evaluator = createEvaluator(dataset);
});

describe('shipped scenarios', () => {
  it('are what their definitions and the default fill give (npm run scenarios)', () => {
    const definitions = readDefinitions(DEFINITIONS, readFileSync(DEFINITIONS, 'utf8'));
    if (definitions.kind === 'invalid') throw new Error(definitions.problems.join('\n'));
    const built = shippedScenarios(definitions.value, dataset);
    expect([...built.keys()].toSorted()).toEqual(IDS.map((id) => `${id}.json`));
    for (const id of IDS) expect(differences(JSON.parse(textOf(id)), JSON.parse(built.get(`${id}.json`) ?? '{}'))).toEqual([]);
  });

  it('are all the JSON files of their folder, as the command line and the page take them', () => {
    expect(readdirSync(FOLDER).filter((name) => name.endsWith('.json')).toSorted()).toEqual(IDS.map((id) => `${id}.json`));
  });

  it.each(IDS)('%s is made on the shipped data set and filled by the default fill', (id) => {
    expect(readScenarioFile(textOf(id), id, dataset)).toMatchObject({ kind: 'scenario', notes: [] });
    const scenario = shipped(id);
    const { facts } = evaluator.evaluate(scenario);
    for (const [area, dwellings] of defaultFill(scenario, facts)) {
      const shippedDwellings = scenario.areas.get(area)?.dwellingsByPeriod ?? [];
      expect(shippedDwellings).toHaveLength(dwellings.length);
      for (const [period, expected] of dwellings.entries()) expect(shippedDwellings[period]).toBeCloseTo(expected, 8);
    }
  });

  it.each([
    ['lav-400', 400, 2035, 0.875, USUAL],
    ['moderat-600', 600, 2035, 0.875, USUAL],
    ['hoy-825', 825, 2035, 0.875, USUAL],
    ['fornebu-forst', 825, 2035, 0.875, [0.1, 0.075, 0.075, 0.05, 0.7]],
    ['spredt', 825, 2035, 2 / 3, USUAL],
  ] as const)('%s has the programme it is named after', (id, rate, lastYear, townsShare, shares) => {
    const { programme } = shipped(id);
    expect(programme).toMatchObject({ firstYear: 2026, lastYear, dwellingsPerYear: rate });
    expect(programme.townsShare).toBeCloseTo(townsShare, 12);
    expect([...programme.shareByTown.values()]).toEqual(shares);
  });

  it('gronne-baerum-2050 fills every town to the same part of what it holds', () => {
    const scenario = shipped('gronne-baerum-2050');
    expect(scenario.programme).toMatchObject({ firstYear: 2026, lastYear: 2050, dwellingsPerYear: 600, townsShare: 1 });
    const { towns } = evaluator.evaluate(scenario).evaluation;
    for (const town of towns) expect(town.placed / town.capacity).toBeCloseTo(15_000 / 16_936, 4);
  });

  it('spredt puts a third as rekkehus on farmland outside the towns, where it is allowed and where there is room', () => {
    const scenario = shipped('spredt');
    const drawn = [...scenario.areas.values()].filter((area) => area.origin === 'drawn');
    expect(drawn.map((area) => area.name).toSorted()).toEqual(['Lommedalen', 'Skui', 'Tanum']);
    expect(drawn.every((area) => area.town === null && area.typology === 'rekkehus')).toBe(true);
    const { facts, evaluation } = evaluator.evaluate(scenario);
    const dwellings = drawn.reduce((sum, area) => sum + areaDwellings(area), 0);
    expect(dwellings).toBeCloseTo(programmeDwellings(scenario.programme) / 3, 9);
    for (const area of drawn) {
      const { landDaa, capacity, groundDaa } = facts.get(area.id)!;
      expect(capacity).toBeGreaterThan(areaDwellings(area));
      expect(groundDaa.farmland).toBeCloseTo(landDaa, 2);
    }
    expect(evaluation.permitted).toBe(true);
    expect(evaluation.notes).toEqual([]);
    expect(evaluation.outside.spread).toBeCloseTo(0, 6);
  });

  it('show what they are made to show: hoy-825 well ahead of spredt on both scores, and all dwellings placed', () => {
    const high = evaluator.evaluate(shipped('hoy-825')).evaluation;
    const spread = evaluator.evaluate(shipped('spredt')).evaluation;
    expect(high.transit.score! - spread.transit.score!).toBeGreaterThan(10);
    expect(high.blueGreen.score! - spread.blueGreen.score!).toBeGreaterThan(20);
    for (const id of IDS) expect(evaluator.evaluate(shipped(id)).evaluation.dwellings.unplaced).toBeCloseTo(0, 6);
  });
});

interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly (readonly (readonly [number, number])[])[])[] };
}

interface Exported {
  readonly type: string;
  readonly features: readonly Feature[];
  readonly smabymodellen: Readonly<Record<string, unknown>>;
}

/** Twice the signed area of a closed ring in square degrees. */
function winding(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + (x - ring[0]![0]) * (nextY - ring[0]![1]) - (nextX - ring[0]![0]) * (y - ring[0]![1]);
  }, 0);
}

describe('GeoJSON of the development areas', () => {
  let text: string;
  let exported: Exported;
  let scenario: Scenario;

  beforeAll(() => {
    scenario = shipped('spredt');
    text = developmentAreasGeojson({ scenario, ...evaluator.evaluate(scenario), dataset, walkingNetwork: null });
    exported = JSON.parse(text) as Exported;
  });

  it('follows RFC 7946: no crs, closed rings, right-hand rule, eight decimals at most', () => {
    expect(exported.type).toBe('FeatureCollection');
    expect(text).not.toContain('"crs"');
    for (const { geometry } of exported.features) {
      expect(geometry.type).toBe('MultiPolygon');
      for (const polygon of geometry.coordinates) {
        for (const [index, ring] of polygon.entries()) {
          expect(ring.at(-1)).toEqual(ring[0]);
          expect(ring.length).toBeGreaterThanOrEqual(4);
          expect(winding(ring) > 0).toBe(index === 0);
        }
      }
      expect(JSON.stringify(geometry.coordinates)).not.toMatch(/\.\d{9}/u);
    }
  });

  it('carries every dwelling, in whole and by period, and what each area holds', () => {
    const sum = (name: string): number => exported.features.reduce((total, { properties }) => total + Number(properties[name]), 0);
    expect(sum('boliger')).toBeCloseTo(8250, 2);
    expect(sum('boliger_plassert')).toBeCloseTo(8250, 2);
    expect(sum('boliger_2026_2030') + sum('boliger_2031_2035')).toBeCloseTo(8250, 2);
    for (const { properties } of exported.features) expect(properties['boliger']).toBeLessThanOrEqual(Number(properties['kapasitet']) * (1 + 1e-6));
  });

  it('gives only what is drawn a land-use purpose, and default areas the zone for transformation', () => {
    const drawn = exported.features.filter(({ properties }) => properties['opphav'] === 'tegnet felt');
    expect(drawn.map(({ properties }) => properties['arealformål'])).toEqual(['1110', '1110', '1110']);
    const rest = exported.features.filter((feature) => !drawn.includes(feature));
    expect(rest.length).toBeGreaterThan(20);
    expect(new Set(rest.map(({ properties }) => `${String(properties['arealformål'])} ${String(properties['hensynSonenavn'])}`))).toEqual(new Set(['null H820']));
    expect(drawn[0]?.properties).toMatchObject({ områdenavn: 'Lommedalen', småby: null, boligtype: 'rekkehus', boliger: 1100, kommunenummer: '3201' });
    expect(drawn[0]?.properties['konflikter']).toContain('dyrka mark');
  });

  it('leaves out areas without dwellings and says how many', () => {
    expect(exported.features.length + Number(exported.smabymodellen['areasWithoutDwellings'])).toBe(scenario.areas.size);
    expect(exported.features.every(({ properties }) => Number(properties['boliger']) > 0)).toBe(true);
  });

  it('carries the scores, the sources with licence and date, the method version and the data set', () => {
    const { evaluation } = evaluator.evaluate(scenario);
    expect(exported.smabymodellen).toMatchObject({
      scenario: { scenario: { name: 'Spredt vekst' } },
      methodVersion: evaluation.methodVersion,
      datasetHash: dataset.hash,
      scores: {
        transit: { score: expect.closeTo(evaluation.transit.score ?? 0, 7) as number },
        blueGreen: { score: expect.closeTo(evaluation.blueGreen.score ?? 0, 7) as number },
      },
    });
    const sources = exported.smabymodellen['sources'] as readonly Readonly<Record<string, unknown>>[];
    expect(sources).toHaveLength(dataset.layers.length);
    for (const source of sources) {
      expect(source['lisens']).not.toBe('');
      expect(source['dato']).not.toBe('');
      expect(source['kilde']).not.toBe('');
    }
  });
});
