import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlace } from '../../src/commandline/readPlace';
import { readScenarios } from '../../src/commandline/readScenarios';
import { loadSqlite } from '../../src/commandline/sqlite';
import { identifier, type MeasureId } from '../../src/core/domain/identifiers';
import type { Measure } from '../../src/core/domain/measure';
import { planDraft } from '../../src/core/exchange/arealdel/planDraft';
import { NO_PLAN_DETAILS } from '../../src/core/exchange/arealdel/planDetails';
import type { PlanDraft, PlanObject } from '../../src/core/exchange/arealdel/planObject';
import { attributeName } from '../../src/core/exchange/arealdel/attributeNames';
import { developmentAreaFeatures, type DevelopmentAreaFeature } from '../../src/core/exchange/developmentAreasGeojson';
import { EXPORT_FORMAT_IDS, exportFiles } from '../../src/core/exchange/exportFiles';
import { rangesOf } from '../../src/core/exchange/drawRanges';
import { exportedOf, type ExportedScenario } from '../../src/core/exchange/exportedScenario';
import type { Assessment } from '../../src/core/scoring/assessment';
import { heading, type ExportTable } from '../../src/core/exchange/tables/exportTable';
import { scenarioTables } from '../../src/core/exchange/tables/scenarioTables';
import { multiPolygonArea } from '../../src/core/geometry/area';
import { toPlanarPoint, toPlanarRing } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon, LonLatPolygon } from '../../src/core/geometry/shapes';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { areasByGdal, gdalVersion, layersByGdal, readByGdal, type PeerFeature } from './gdal';

/*
 * Every format we write is read back by GDAL's own tools: same count, same attributes, coordinates within a millimetre,
 * areas within 0.01 %. Where GDAL is not installed the tests are skipped, with a word.
 */

const version = gdalVersion();
if (version === null) console.log('GDAL (ogr2ogr) is not installed: the exports are not read back by it. On Debian: apt-get install gdal-bin.');
else console.log(`Read back by ${version}`);

/** Whether a row of headings is there is told, not guessed: GDAL takes a table of nothing but text for one without. */
const XLSX_OPTIONS = ['--config', 'OGR_XLSX_HEADERS', 'FORCE', '--config', 'OGR_XLSX_FIELD_TYPES', 'STRING'];

const MILLIMETRE = 0.001;
const AREA_TOLERANCE = 1e-4;

interface Case {
  readonly exported: ExportedScenario;
  readonly draft: PlanDraft;
  readonly areas: readonly DevelopmentAreaFeature[];
  readonly tables: readonly ExportTable[];
}

let folder: string;
let cases: ReadonlyMap<string, Case>;

function square(east: number, north: number): LonLatMultiPolygon {
  return [[[[east, north], [east + 0.004, north], [east + 0.004, north + 0.002], [east, north + 0.002], [east, north]], [[east + 0.001, north + 0.0005], [east + 0.001, north + 0.001], [east + 0.002, north + 0.001], [east + 0.002, north + 0.0005], [east + 0.001, north + 0.0005]]]];
}

/** Everything that can be an object: measures with holes in them, names with every kind of quote, and a drawn area in parts. */
function withEverything({ scenario, baseline: { dataset } }: Assessment): ExportedScenario['scenario'] {
  const [town] = dataset.towns;
  const [station, other] = dataset.stations;
  if (!town || !station || !other) throw new Error('The place has neither towns nor stations');
  const fields = (id: string) => ({ id: identifier<MeasureId>(id), name: `Æ "${id}", 'ø'; <å> =1+1`, note: 'To\nlinjer; og "mer"', counted: true });
  const measures: readonly Measure[] = [
    { kind: 'protection', ...fields('vern-a'), code: '540', outline: square(10.5, 59.94) },
    { kind: 'protection', ...fields('vern-b'), code: '560', outline: square(10.51, 59.94) },
    { kind: 'addedGreen', ...fields('park'), outline: square(10.52, 59.94) },
    { kind: 'addedStation', ...fields('stasjon'), mode: 'metro', line: 'L; "x"', position: [10.55123456, 59.93], departuresPerHour: 4, openingYear: 2030 },
    { kind: 'stationChange', ...fields('flyttet'), station: station.id, position: [10.5, 59.9], departuresPerHour: null },
    { kind: 'stationChange', ...fields('oftere'), station: other.id, position: null, departuresPerHour: 8 },
    { kind: 'townOutline', ...fields('omriss'), town: town.id, outline: square(10.53, 59.9) },
  ];
  const drawn = [...scenario.areas.values()].find(({ origin }) => origin === 'drawn');
  const areas = new Map(scenario.areas);
  if (drawn) areas.set(drawn.id, { ...drawn, note: '=HYPERLINK("x")', outline: [...drawn.outline, ...square(10.44, 59.99)] });
  return { ...scenario, id: identifier('alt'), measures: new Map(measures.map((measure) => [measure.id, measure])), areas };
}

beforeAll(async () => {
  if (version === null) return;
  folder = mkdtempSync(join(tmpdir(), 'smabymodellen-gdal-'));
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  const dataset = place.value;
  const evaluator = createEvaluator(dataset);
  const read = readScenarios(['hoy-825', 'spredt'].map((id) => join('scenarios', `${id}.json`)), dataset);
  if (read.kind === 'failed') throw new Error(read.problems.join('\n'));
  const shipped = read.value.files.map(({ scenario }) => evaluator.assess(scenario));
  const found = new Map<string, Case>();
  for (const assessment of [...shipped, evaluator.assess(withEverything(shipped[1]!))]) {
    const { id } = assessment.scenario;
    const draws = { draws: 20, seed: 1 };
    const exported = exportedOf(assessment, null, rangesOf(assessment, draws));
    found.set(id, { exported, draft: planDraft(exported), areas: developmentAreaFeatures(exported), tables: scenarioTables(exported) });
    for (const format of EXPORT_FORMAT_IDS) {
      const files = await exportFiles(format, assessment, { loadSqlite, walkingNetwork: null }, { paper: 'A4', date: null, plan: NO_PLAN_DETAILS, draws, rasters: [] });
      for (const { suffix, content } of files) writeFileSync(join(folder, `${id}${suffix}`), content);
    }
  }
  cases = found;
}, 300_000);

afterAll(() => {
  if (version !== null) rmSync(folder, { recursive: true });
});

const path = (id: string, suffix: string): string => join(folder, `${id}${suffix}`);
const caseOf = (id: string): Case => cases.get(id)!;

/** The farthest that a read position lies from the written one, metres in EPSG:25832. */
function farthest(read: PeerFeature, written: LonLatMultiPolygon, isPlanar: boolean): number {
  const { geometry } = read;
  if (!geometry || geometry.type === 'Point') return Infinity;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  if (polygons.length !== written.length) return Infinity;
  let most = 0;
  for (const [p, polygon] of written.entries()) {
    if (polygons[p]?.length !== polygon.length) return Infinity;
    for (const [r, ring] of polygon.entries()) {
      const readRing = polygons[p]?.[r] ?? [];
      if (readRing.length !== ring.length) return Infinity;
      for (const [index, position] of ring.entries()) {
        const expected = toPlanarPoint(position);
        const [x, y] = readRing[index]!;
        const actual = isPlanar ? { x, y } : toPlanarPoint([x, y]);
        most = Math.max(most, Math.hypot(actual.x - expected.x, actual.y - expected.y));
      }
    }
  }
  return most;
}

/** How far an object that was read lies from the written one, metres in EPSG:25832. */
function awayFrom(read: PeerFeature, { geometry }: PlanObject, isPlanar: boolean): number {
  if (geometry.kind === 'surface') return farthest(read, [geometry.surface], isPlanar);
  if (read.geometry?.type !== 'Point') return Infinity;
  const [x, y] = read.geometry.coordinates;
  const [actual, expected] = [isPlanar ? { x, y } : toPlanarPoint([x, y]), toPlanarPoint(geometry.position)];
  return Math.hypot(actual.x - expected.x, actual.y - expected.y);
}

function surfaceOf({ geometry }: PlanObject): readonly LonLatPolygon[] {
  return geometry.kind === 'surface' ? [geometry.surface] : [];
}

function planarArea(polygons: readonly LonLatPolygon[]): number {
  return multiPolygonArea(polygons.map((polygon) => polygon.map(toPlanarRing)));
}

/** Attributes as a reader gives them back: what is null may be left out. */
function withoutNulls(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined));
}

/** Whether a cell that was read as text is the one that was written. */
function isSameCell(read: string, written: string | number | null): boolean {
  if (typeof written === 'number') return Math.abs(Number(read) - written) <= 1e-6 * Math.max(1, Math.abs(written));
  return read.replaceAll('\r\n', '\n') === (written ?? '');
}

const IDS = ['hoy-825', 'spredt', 'alt'] as const;

describe.skipIf(version === null)('GDAL reads back', () => {
  describe.each(IDS)('%s', (id) => {
    it.each([
      ['arealdel in degrees', '_arealdel.geojson', 'nap', false],
      ['arealdel in metres', '_arealdel_25832.geojson', 'nap', true],
      ['arealdel with SOSI names', '_arealdel_sosinavn.geojson', 'sosi', false],
    ] as const)('%s', (_, suffix, naming, isPlanar) => {
      const { objects } = caseOf(id).draft;
      const read = readByGdal(path(id, suffix), null);
      expect(read).toHaveLength(objects.length);
      for (const [index, object] of objects.entries()) {
        const { attributes } = object;
        const { properties } = read[index]!;
        const expected = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [attributeName(name, naming), value]));
        expect(withoutNulls(properties)).toEqual(withoutNulls({ ...expected, id: properties['id'] }));
        expect(awayFrom(read[index]!, object, isPlanar)).toBeLessThan(MILLIMETRE);
      }
    });

    it('areas of the arealdel as GDAL reckons them', () => {
      const { objects } = caseOf(id).draft;
      const areas = areasByGdal(path(id, '_arealdel_25832.geojson'), 'arealdel', 'geometry');
      expect(areas).toHaveLength(objects.length);
      for (const [index, object] of objects.entries()) {
        const { attributes } = object;
        if (object.geometry.kind === 'point') continue;
        expect(Math.abs(areas[index]! / planarArea(surfaceOf(object)) - 1)).toBeLessThan(AREA_TOLERANCE);
        expect(Math.abs(areas[index]! / (Number(attributes['smaby_areal_daa']) * 1000) - 1)).toBeLessThan(AREA_TOLERANCE);
      }
    });

    it('the development areas', () => {
      const { areas } = caseOf(id);
      const read = readByGdal(path(id, '_utbyggingsfelt.geojson'), null);
      expect(read).toHaveLength(areas.length);
      for (const [index, { properties, outline }] of areas.entries()) {
        const { id: _id, ...found } = read[index]!.properties;
        expect(withoutNulls(found)).toEqual(withoutNulls(properties));
        expect(farthest(read[index]!, outline, false)).toBeLessThan(MILLIMETRE);
      }
    });

    it('every layer and table of the GeoPackage', () => {
      const { draft, areas, tables } = caseOf(id);
      const file = path(id, '.gpkg');
      const layers = layersByGdal(file);
      const byTable: readonly (readonly [string, string])[] = [
        ['kp_omrade', 'KpOmråde'],
        ['kp_arealformalomrade', 'KpArealformålOmråde'],
        ['kp_angitthensynsone', 'KpAngittHensynSone'],
        ['kp_gjennomforingsone', 'KpGjennomføringSone'],
        ['kp_samferdselpunkt', 'KpSamferdselPunkt'],
      ];
      for (const [table, type] of byTable) {
        const objects = draft.objects.filter((object) => object.type === type);
        expect(layers.get(table) ?? 0).toBe(objects.length);
        if (objects.length === 0) continue;
        const read = readByGdal(file, table);
        const reckoned = areasByGdal(file, table, 'geom');
        for (const [index, object] of objects.entries()) {
          expect(withoutNulls(read[index]!.properties)).toEqual(withoutNulls(object.attributes));
          expect(awayFrom(read[index]!, object, true)).toBeLessThan(MILLIMETRE);
          if (object.geometry.kind === 'point') continue;
          expect(Math.abs(reckoned[index]! / planarArea(surfaceOf(object)) - 1)).toBeLessThan(AREA_TOLERANCE);
        }
      }
      const read = readByGdal(file, 'utbyggingsfelt');
      expect(read).toHaveLength(areas.length);
      for (const [index, { outline }] of areas.entries()) expect(farthest(read[index]!, outline, true)).toBeLessThan(MILLIMETRE);
      expect(layers.get('smaby_omriss') ?? 0).toBe(draft.townOutlines.length);
      const outlines = draft.townOutlines.length > 0 ? readByGdal(file, 'smaby_omriss') : [];
      for (const [index, { surfaces, attributes }] of draft.townOutlines.entries()) {
        expect(farthest(outlines[index]!, surfaces, true)).toBeLessThan(MILLIMETRE);
        expect(outlines[index]!.properties).toMatchObject({ smaby_småby: attributes['smaby_småby'], smaby_tiltak: attributes['smaby_tiltak'] });
      }
      for (const { id: table, columns, rows } of tables) {
        const found = readByGdal(file, `tabell_${table}`);
        expect(found.map(({ properties }) => columns.map((column) => properties[heading(column)] ?? null))).toEqual(rows);
      }
      expect(layers.get('layer_styles')).toBe(1 + [...byTable.map(([table]) => table), 'smaby_omriss'].filter((table) => layers.has(table)).length);
    });

    it('every sheet of the workbook', () => {
      const { tables } = caseOf(id);
      const file = path(id, '.xlsx');
      expect([...layersByGdal(file).keys()]).toEqual(tables.map(({ title }) => title));
      for (const { title, columns, rows, notes } of tables) {
        const cells = readByGdal(file, title, XLSX_OPTIONS).map(({ properties }) => properties);
        // Below the rows stand an empty line and the notes.
        expect(cells.length).toBeGreaterThanOrEqual(rows.length + notes.length);
        for (const [index, row] of rows.entries()) {
          for (const [at, column] of columns.entries()) {
            const expected = row[at] ?? null;
            const found = cells[index]?.[heading(column)] ?? null;
            expect(isSameCell(String(found ?? ''), expected) ? expected : found).toBe(expected);
          }
        }
      }
    });

    it('every CSV', () => {
      for (const { id: table, columns, rows } of caseOf(id).tables) {
        const file = path(id, `_${table}.csv`);
        expect(readFileSync(file).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
        const read = readByGdal(file, null, ['-oo', 'AUTODETECT_TYPE=NO']);
        expect(read).toHaveLength(rows.length);
        expect(Object.keys(read[0]?.properties ?? {})).toEqual(rows.length > 0 ? columns.map(heading) : []);
        for (const [index, row] of rows.entries()) {
          const found = Object.values(read[index]!.properties).map((value) => String(value ?? ''));
          for (const [column, expected] of row.entries()) {
            const text = found[column] ?? '';
            const cell = text.replace(/^'(?=[=+\-@])/u, '').replace(/^(-?\d+),(\d+)$/u, '$1.$2');
            expect(isSameCell(cell, expected) ? expected : text).toBe(expected);
          }
        }
      }
    });
  });
});
