import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlace } from '../../src/commandline/readPlace';
import { readScenarios } from '../../src/commandline/readScenarios';
import type { Dataset } from '../../src/core/domain/dataset';
import { areaDwellings } from '../../src/core/domain/developmentArea';
import { identifier, type MeasureId } from '../../src/core/domain/identifiers';
import type { Measure } from '../../src/core/domain/measure';
import type { Scenario } from '../../src/core/domain/scenario';
import { arealdelGeojson, type ArealdelOptions } from '../../src/core/exchange/arealdel/arealdelGeojson';
import { ARRANGEMENTS, arealdelJsonSchema } from '../../src/core/exchange/arealdel/arealdelSchema';
import { NO_PLAN_DETAILS, planDetailProblems } from '../../src/core/exchange/arealdel/planDetails';
import { ATTRIBUTE_NAMINGS } from '../../src/core/exchange/arealdel/attributeNames';
import { rangesOf } from '../../src/core/exchange/drawRanges';
import type { ExportedScenario } from '../../src/core/exchange/exportedScenario';
import { printJson } from '../../src/core/exchange/printJson';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { toPlanarPoint, toPlanarRing } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon, LonLatPolygon } from '../../src/core/geometry/shapes';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';

const IDS = ['fornebu-forst', 'gronne-baerum-2050', 'hoy-825', 'lav-400', 'moderat-600', 'spredt'] as const;
const VARIANTS: readonly ArealdelOptions[] = ARRANGEMENTS.flatMap((arrangement) =>
  ATTRIBUTE_NAMINGS.map((naming) => ({ arrangement, naming })),
);
const PLAIN: ArealdelOptions = { arrangement: 'EPSG:4326', naming: 'nap' };

interface Feature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: LonLatPolygon };
}

const isSurface = ({ geometry }: Feature): boolean => geometry.type === 'Polygon';

interface Written {
  readonly features: readonly Feature[];
  readonly crs?: unknown;
  readonly smabymodellen: Readonly<Record<string, unknown>> & { readonly utelatt: Readonly<Record<string, number>>; readonly merknader: readonly string[] };
}

let dataset: Dataset;
let evaluator: Evaluator;
let scenarios: ReadonlyMap<string, Scenario>;
let validate: ValidateFunction;

function exportedOf(scenario: Scenario): ExportedScenario {
  return { scenario, ...evaluator.evaluate(scenario), dataset, walkingNetwork: null };
}

function square(east: number, north: number, size = 0.002): LonLatMultiPolygon {
  return [[[[east, north], [east + size, north], [east + size, north + size], [east, north + size], [east, north]]]];
}

/** A scenario with every kind of measure, one switched off, and a drawn area in two parts that crosses itself in one. */
function withMeasures(): Scenario {
  const base = scenarios.get('spredt')!;
  const fields = (id: string, counted = true) => ({ id: identifier<MeasureId>(id), name: `Navn ${id}`, note: '', counted });
  const measures: readonly Measure[] = [
    { kind: 'protection', ...fields('vern-a'), code: '540', outline: square(10.5, 59.93) },
    { kind: 'protection', ...fields('vern-b'), code: '540', outline: square(10.51, 59.93) },
    { kind: 'protection', ...fields('vern-c'), code: '560', outline: square(10.52, 59.93) },
    { kind: 'protection', ...fields('vern-av', false), code: '510', outline: square(10.53, 59.93) },
    { kind: 'addedGreen', ...fields('park'), outline: square(10.54, 59.93) },
    { kind: 'addedStation', ...fields('stasjon'), mode: 'metro', line: 'x', position: [10.55, 59.93], departuresPerHour: 4, openingYear: 2030 },
    { kind: 'stationChange', ...fields('flyttet'), station: dataset.stations[0]!.id, position: [10.53, 59.9], departuresPerHour: null },
    { kind: 'stationChange', ...fields('oftere'), station: dataset.stations[1]!.id, position: null, departuresPerHour: 8 },
    { kind: 'townOutline', ...fields('omriss'), town: dataset.parameters.towns[0]!.id, outline: dataset.towns[0]!.outline },
  ];
  const drawn = [...base.areas.values()].find(({ origin }) => origin === 'drawn');
  const bowTie: LonLatPolygon = [[[10.46, 59.96], [10.47, 59.97], [10.47, 59.96], [10.46, 59.97], [10.46, 59.96]]];
  return {
    ...base,
    measures: new Map(measures.map((measure) => [measure.id, measure])),
    areas: new Map(base.areas).set(drawn!.id, { ...drawn!, outline: [...square(10.44, 59.96), bowTie] }),
  };
}

/** A copy with another value in one place; a field is taken away for undefined. */
function changed(value: unknown, [key, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = changed(copy[key], rest, to);
  return JSON.parse(JSON.stringify(copy));
}

const written = (scenario: Scenario, options: ArealdelOptions): Written => JSON.parse(arealdelGeojson(exportedOf(scenario), options)) as Written;
const ofType = ({ features }: Written, type: string): readonly Feature[] => features.filter(({ properties }) => properties['objekttypenavn'] === type);
const sum = (features: readonly Feature[], name: string): number =>
  features.reduce((total, { properties }) => total + Number(properties[name]), 0);

beforeAll(() => {
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  dataset = place.value;
  evaluator = createEvaluator(dataset);
  const read = readScenarios(IDS.map((id) => join('scenarios', `${id}.json`)), dataset);
  if (read.kind === 'failed') throw new Error(read.problems.join('\n'));
  scenarios = new Map(read.value.files.map(({ scenario }) => [scenario.id, scenario]));
  const schema = JSON.parse(readFileSync('public/schemas/arealdel.schema.json', 'utf8')) as object;
  validate = new Ajv2020({ allErrors: true, formats: { uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u } }).compile(schema);
}, 120_000);

describe('the published schema', () => {
  it('is what the code gives (npm run schemas)', () => {
    expect(readFileSync('public/schemas/arealdel.schema.json', 'utf8').replaceAll('\r\n', '\n')).toBe(printJson(arealdelJsonSchema()));
  });

  it.each(IDS)('takes every variant of %s', (id) => {
    for (const options of VARIANTS) expect([validate(written(scenarios.get(id)!, options)), validate.errors]).toEqual([true, null]);
  });

  it('takes every kind of measure', () => {
    for (const options of VARIANTS) expect([validate(written(withMeasures(), options)), validate.errors]).toEqual([true, null]);
  });

  it('takes ranges with draws and seed, and refuses ranges that cannot be drawn again', () => {
    const assessment = evaluator.assess(scenarios.get('spredt')!);
    const ranges = rangesOf(assessment, { draws: 20, seed: 7 });
    for (const options of VARIANTS) {
      const file = JSON.parse(arealdelGeojson({ ...exportedOf(assessment.scenario), ranges }, options)) as Written;
      expect([validate(file), validate.errors]).toEqual([true, null]);
      expect(file.smabymodellen['drawn']).toEqual(ranges);
      expect(file.smabymodellen.merknader.join(' ')).toContain('av 20 trekninger med frø 7');
      expect(validate(changed(file, ['smabymodellen', 'drawn', 'seed'], undefined))).toBe(false);
      expect(validate(changed(file, ['smabymodellen', 'drawn', 'transit', 'low'], 'lav'))).toBe(false);
    }
  });

  it.each<readonly [string, readonly (string | number)[], unknown]>([
    ['an unknown purpose', ['features', 1, 'properties', 'arealformål'], '1111'],
    ['a plan identification of 17 characters', ['features', 1, 'properties', 'planidentifikasjon'], 'x'.repeat(17)],
    ['a missing identity', ['features', 1, 'properties', 'lokalId'], undefined],
    ['an attribute that no one has heard of', ['features', 0, 'properties', 'farge'], 'rød'],
    ['a multipolygon', ['features', 1, 'geometry', 'type'], 'MultiPolygon'],
    ['a crs in RFC 7946', ['crs'], { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } }],
    ['no proof', ['smabymodellen', 'scenario'], undefined],
  ])('refuses %s', (_, path, value) => {
    const file = written(scenarios.get('spredt')!, PLAIN);
    expect(validate(file)).toBe(true);
    expect(validate(changed(file, path, value))).toBe(false);
  });
});

describe('an arealdel draft', () => {
  it('has the plan, the drawn areas as planned housing, and default areas as zones of transformation only', () => {
    const scenario = scenarios.get('spredt')!;
    const file = written(scenario, PLAIN);
    expect(ofType(file, 'KpOmråde').map(({ properties }) => [properties['plantype'], properties['planstatus']])).toEqual([['20', '2']]);
    const housing = ofType(file, 'KpArealformålOmråde');
    expect(housing.map(({ properties }) => [properties['arealformål'], properties['arealbruksstatus']])).toEqual([['1110', '2'], ['1110', '2'], ['1110', '2']]);
    expect(housing[0]?.properties).toMatchObject({ områdenavn: 'Lommedalen', smaby_boliger: 1100, smaby_opphav: 'tegnet felt' });
    const zones = ofType(file, 'KpGjennomføringSone');
    expect(new Set(zones.map(({ properties }) => properties['smaby_småby'])).size).toBe(dataset.parameters.towns.length);
    expect(new Set(zones.map(({ properties }) => properties['gjennomføring']))).toEqual(new Set(['820']));
    expect(file.features).toHaveLength(1 + housing.length + zones.length);
  });

  it.each(IDS)('of %s keeps every dwelling and all its ground', (id) => {
    const scenario = scenarios.get(id)!;
    const file = written(scenario, PLAIN);
    const homes = [...ofType(file, 'KpArealformålOmråde'), ...ofType(file, 'KpGjennomføringSone')];
    const built = [...scenario.areas.values()].filter((area) => areaDwellings(area) > 0);
    const dwellings = built.reduce((total, area) => total + areaDwellings(area), 0);
    expect(sum(homes, 'smaby_boliger')).toBeCloseTo(dwellings, 2);
    const periods = Object.keys(homes[0]!.properties).filter((name) => /^smaby_boliger_\d/u.test(name));
    expect(periods.reduce((total, name) => total + sum(homes, name), 0)).toBeCloseTo(dwellings, 2);
    const ground = built.reduce((total, { outline }) => total + multiPolygonArea(outline.map((polygon) => polygon.map(toPlanarRing))), 0);
    expect(sum(homes, 'smaby_areal_daa') * 1000).toBeCloseTo(ground, -1);
    expect(file.smabymodellen.utelatt['feltUtenBoliger']).toBe(scenario.areas.size - built.length);
    const zones = ofType(file, 'KpGjennomføringSone');
    expect(sum(zones, 'smaby_antall_felt')).toBe(built.filter(({ origin }) => origin === 'default').length);
  });

  it('writes protections as zones of consideration by code, and new green as green structure', () => {
    const file = written(withMeasures(), PLAIN);
    expect(ofType(file, 'KpAngittHensynSone').map(({ properties }) => [properties['angittHensyn'], properties['hensynSonenavn']])).toEqual([
      ['540', 'H540_1'],
      ['540', 'H540_2'],
      ['560', 'H560_1'],
    ]);
    const green = ofType(file, 'KpArealformålOmråde').filter(({ properties }) => properties['arealformål'] === '3001');
    expect(green.map(({ properties }) => [properties['områdenavn'], properties['smaby_boliger']])).toEqual([['Navn park', null]]);
    expect(file.smabymodellen.utelatt).toMatchObject({ endredeAvganger: 1, tiltakSomErSlåttAv: 1 });
  });

  it('writes stations that are new or moved as transport points, and outlines of towns beside the plan', () => {
    for (const { arrangement, naming } of VARIANTS) {
      const file = written(withMeasures(), { arrangement, naming });
      const points = file.features.filter(({ geometry }) => geometry.type === 'Point');
      const names = naming === 'nap' ? ['objekttypenavn', 'samferdselspunkt', 'arealbruksstatus'] : ['OBJTYPE', 'KPSAMFERDSELPUNKT', 'AREALST'];
      expect(points.map(({ properties }) => names.map((name) => properties[name]))).toEqual([
        ['KpSamferdselPunkt', '1159', '2'],
        ['KpSamferdselPunkt', '1159', '2'],
      ]);
      expect(points.map(({ properties }) => [properties['smaby_opphav'], properties['smaby_navn'], properties['smaby_avganger_i_timen']])).toEqual([
        ['ny stasjon', 'Navn stasjon', 4],
        ['flyttet stasjon', dataset.stations[0]!.name, dataset.stations[0]!.departuresPerHour],
      ]);
      const { x, y } = toPlanarPoint([10.55, 59.93]);
      expect(points[0]?.geometry.coordinates).toEqual(arrangement === 'EPSG:4326' ? [10.55, 59.93] : [Number(x.toFixed(3)), Number(y.toFixed(3))]);
      const outlines = file.smabymodellen['småbyomriss'] as readonly Feature[];
      expect(outlines.map(({ geometry, properties }) => [geometry.type, properties['smaby_småby']])).toEqual([['MultiPolygon', dataset.parameters.towns[0]!.name]]);
    }
  });

  it('carries what the municipality calls the plan, and says of its own names that they are made up', () => {
    const scenario = scenarios.get('spredt')!;
    const own = written(scenario, PLAIN);
    expect(own.features[0]?.properties).toMatchObject({ plannavn: `Utkast: ${scenario.name}` });
    expect(own.features[0]?.properties).not.toHaveProperty('oppdateringsdato');
    expect(own.smabymodellen.merknader.join(' ')).toContain('(antakelse) og finnes ikke i noe planregister');
    const details = { planIdentification: 'KP-2026 utkast 2', name: 'Kommuneplanens arealdel 2026–2040', date: '2026-11-22' };
    for (const options of VARIANTS) {
      const file = written(scenario, { ...options, details });
      expect([validate(file), validate.errors]).toEqual([true, null]);
      const isNap = options.naming === 'nap';
      for (const { properties } of file.features) {
        expect(properties).toMatchObject(isNap ? { planidentifikasjon: 'KP-2026 utkast 2', oppdateringsdato: '2026-11-22T00:00:00Z' } : { PLANID: 'KP-2026 utkast 2', OPPDATERINGSDATO: '2026-11-22T00:00:00Z' });
      }
      expect(file.features[0]?.properties[isNap ? 'plannavn' : 'PLANNAVN']).toBe(details.name);
      expect(file.smabymodellen.merknader.join(' ')).not.toContain('(antakelse) og finnes');
    }
  });

  it.each([
    ['planIdentification', 'x'.repeat(17), 'kan ha 16 tegn. Denne har 17'],
    ['planIdentification', ' KP', 'mellomrom'],
    ['planIdentification', 'a\nb', 'tegn som kan skrives'],
    ['name', 'x'.repeat(121), '120 tegn'],
    ['date', '22.11.2026', '2026-11-22'],
    ['date', '2026-02-30', '2026-11-22'],
  ] as const)('refuses %s «%s» in words', (field, value, words) => {
    expect(planDetailProblems({ ...NO_PLAN_DETAILS, [field]: value })[field]).toContain(words);
  });

  it('is one sound surface for each object: a bow tie is mended, parts share the dwellings by area', () => {
    const file = written(withMeasures(), PLAIN);
    const parts = ofType(file, 'KpArealformålOmråde').filter(({ properties }) => properties['områdenavn'] === 'Lommedalen');
    expect(parts).toHaveLength(3);
    expect(sum(parts, 'smaby_boliger')).toBeCloseTo(1100, 3);
    const [one, two] = parts.map(({ properties }) => Number(properties['smaby_boliger']) / Number(properties['smaby_areal_daa']));
    expect(one).toBeCloseTo(two!, 4);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(3);
  });

  it('has identities of its own that stay when the name or the numbers change, and versions that do not', () => {
    const scenario = scenarios.get('spredt')!;
    const before = written(scenario, PLAIN);
    const after = written({ ...scenario, name: 'Nytt navn' }, PLAIN);
    expect(after.features.map(({ id }) => id)).toEqual(before.features.map(({ id }) => id));
    expect(new Set(before.features.map(({ id }) => id)).size).toBe(before.features.length);
    expect(before.features.every(({ id, properties }) => properties['lokalId'] === id)).toBe(true);
    expect(after.features[0]?.properties['versjonId']).not.toBe(before.features[0]?.properties['versjonId']);
    expect(after.features[1]?.properties['versjonId']).toBe(before.features[1]?.properties['versjonId']);
    const other = written(scenarios.get('hoy-825')!, PLAIN);
    expect(other.features.filter(({ id }) => before.features.some((feature) => feature.id === id))).toEqual([]);
    expect(String(before.features[0]?.properties['planidentifikasjon']).length).toBeLessThanOrEqual(16);
  });

  it('says what it is: a draft for import, no NPAD delivery, default areas an assumption', () => {
    const remarks = written(withMeasures(), PLAIN).smabymodellen.merknader.join(' ');
    for (const words of ['ikke en levering etter NPAD', 'Ikke en vedtatt plan', 'Standardfelt er en antakelse', '3001']) expect(remarks).toContain(words);
  });
});

describe('the two arrangements of coordinates', () => {
  it('EPSG:4326 is RFC 7946: no crs, right-handed closed rings, eight decimals at most', () => {
    const text = arealdelGeojson(exportedOf(withMeasures()), PLAIN);
    const file = JSON.parse(text) as Written;
    expect(text).not.toContain('"crs"');
    for (const { geometry } of file.features.filter(isSurface)) {
      for (const [index, ring] of geometry.coordinates.entries()) {
        expect(ring.at(-1)).toEqual(ring[0]);
        const area = ring.reduce((total, [x, y], at) => {
          const [nextX, nextY] = ring[at + 1] ?? [x, y];
          return total + (x - ring[0]![0]) * (nextY - ring[0]![1]) - (nextX - ring[0]![0]) * (y - ring[0]![1]);
        }, 0);
        expect(area > 0).toBe(index === 0);
      }
    }
    expect(JSON.stringify(file.features.map(({ geometry }) => geometry))).not.toMatch(/\.\d{9}/u);
  });

  it('EPSG:25832 has the same objects in metres with three decimals, a crs, and says that it is not RFC 7946', () => {
    const degrees = written(withMeasures(), PLAIN);
    const metres = written(withMeasures(), { arrangement: 'EPSG:25832', naming: 'nap' });
    expect(metres.crs).toEqual({ type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } });
    expect(metres.smabymodellen.merknader.join(' ')).toContain('følger derfor ikke RFC 7946');
    expect(metres.features.map(({ properties }) => properties)).toEqual(degrees.features.map(({ properties }) => properties));
    expect(JSON.stringify(metres.features.map(({ geometry }) => geometry))).not.toMatch(/\.\d{4}/u);
    for (const [index, feature] of metres.features.entries()) {
      if (!isSurface(feature)) continue;
      for (const [ring, positions] of feature.geometry.coordinates.entries()) {
        for (const [at, [x, y]] of positions.entries()) {
          const expected = toPlanarPoint(degrees.features[index]!.geometry.coordinates[ring]![at]!);
          expect(Math.hypot(x - expected.x, y - expected.y)).toBeLessThan(0.001);
        }
      }
    }
  });

  it('SOSI short names carry the same values in the same order', () => {
    const [nap] = written(scenarios.get('spredt')!, PLAIN).features.slice(1);
    const [sosi] = written(scenarios.get('spredt')!, { ...PLAIN, naming: 'sosi' }).features.slice(1);
    expect(Object.values(sosi!.properties)).toEqual(Object.values(nap!.properties));
    expect(sosi!.properties).toMatchObject({ OBJTYPE: 'KpArealformålOmråde', KPAREALFORMAL: '1110', AREALST: '2', KOMM: '3201' });
  });
});
