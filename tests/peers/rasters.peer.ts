import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toLonLat } from '../../src/core/geometry/projection';
import type { RasterStatistics } from '../../src/core/import/rasters/rasterStatistics';
import { describeRaster } from '../../src/engine/raster/describeRaster';
import { placedFile } from '../../src/engine/raster/placedFile';
import { RasterService } from '../../src/engine/raster/rasterService';
import { NEAR } from '../support/importFiles';
import { tiffBytes, type TiffPlan } from '../support/tiffBuilder';
import { gdalVersion, placeByGdal, rewriteByGdal, valuesByGdal } from './gdal';

/* What is measured of rasters, against GDAL: of files as we write them for tests, and of files that GDAL has written. */

const CELL_METRES = 10;
const GRID = {
  columns: 90,
  rows: 70,
  corner: [580_000, 6_640_000],
  cell: CELL_METRES,
  system: 25832,
  sample: 'float32',
  noData: '-9999',
  valueAt: (column, row) => (column > 60 && row > 50 ? -9999 : 120 + 40 * Math.sin(column / 7) + row * 0.37),
} satisfies TiffPlan;

/** How GDAL is to write it; null for the file as it is. */
const WAYS: ReadonlyMap<string, readonly string[] | null> = new Map([
  ['as written for tests', null],
  ['cloud optimised', ['-of', 'COG', '-co', 'COMPRESS=DEFLATE', '-co', 'BLOCKSIZE=128']],
  ['LZW in tiles with a predictor', ['-co', 'COMPRESS=LZW', '-co', 'TILED=YES', '-co', 'PREDICTOR=3']],
  ['big TIFF in strips', ['-co', 'BIGTIFF=YES']],
  ['whole numbers', ['-ot', 'Int16']],
]);

/** Half a cell around all of it. */
const AROUND = [[0, 0], [0, GRID.rows], [GRID.columns, GRID.rows], [GRID.columns, 0], [0, 0]].map(([column = 0, row = 0]) => {
  const beyond = (at: number, last: number): number => (at === 0 ? -0.5 : last + 0.5) * CELL_METRES;
  return toLonLat({ x: 580_000 + beyond(column, GRID.columns), y: 6_640_000 - beyond(row, GRID.rows) });
});

/** Where a raster lies, as GDAL writes it: x of the corner and its steps, then y. */
async function cornerAndCells(bytes: Uint8Array): Promise<readonly number[]> {
  const { facts: { placement: [a, b, c, d, e, f] } } = await describeRaster(new Blob([new Uint8Array(bytes)]), 'r.tif', NEAR, null);
  return [c, a, b, f, d, e];
}

async function measured(bytes: Uint8Array): Promise<RasterStatistics> {
  const service = new RasterService();
  const file = new Blob([new Uint8Array(bytes)]);
  const described = await service.serve({ kind: 'describe', file, name: 'r.tif', near: NEAR, chosen: null });
  if (described.kind !== 'described') throw new Error(`The answer is ${JSON.stringify(described)}.`);
  await service.serve({ kind: 'open', id: 'r', file, facts: described.candidate.facts });
  const answer = await service.serve({ kind: 'measure', id: 'r', as: 'values', outline: [[AROUND]] });
  if (answer.kind !== 'measured') throw new Error(`The answer is ${JSON.stringify(answer)}.`);
  return answer.statistics;
}

describe.skipIf(gdalVersion() === null)('values of a raster', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'smabymodellen-raster-'));
    writeFileSync(path.join(folder, 'grid.tif'), tiffBytes(GRID));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([...WAYS])('are those that GDAL finds: %s', async (name, options) => {
    const source = path.join(folder, 'grid.tif');
    const file = options === null ? source : path.join(folder, `${name.replaceAll(' ', '-')}.tif`);
    if (options) rewriteByGdal(source, file, options);
    const byGdal = valuesByGdal(file);
    const statistics = await measured(readFileSync(file));
    expect(statistics.coarsening).toBe(1);
    expect(statistics.coveredDaa).toBeCloseTo((GRID.columns * GRID.rows - 29 * 19) * 0.1, 3);
    for (const value of ['minimum', 'maximum', 'mean'] as const) expect(statistics[value], value).toBeCloseTo(byGdal[value], 3);
  });

  it.each([
    ['classic', ['-co', 'COMPRESS=LZW']],
    ['big', ['-co', 'BIGTIFF=YES']],
    ['big-endian', ['-co', 'ENDIANNESS=BIG', '-co', 'TILED=YES']],
  ] as const)('lie where GDAL finds them by a world file alone, and where it finds them in what we make of both: %s', async (name, options) => {
    const file = path.join(folder, `verden-${name}.tif`);
    rewriteByGdal(path.join(folder, 'grid.tif'), file, ['-co', 'PROFILE=BASELINE', '-co', 'TFW=YES', ...options]);
    rmSync(`${file}.aux.xml`, { force: true });
    const bare = new File([new Uint8Array(readFileSync(file))], path.basename(file));
    await expect(measured(readFileSync(file))).rejects.toThrow('uten plass i kartet');
    const world = new File([new Uint8Array(readFileSync(file.replace(/tif$/u, 'tfw')))], path.basename(file).replace(/tif$/u, 'tfw'));
    const prj = new File(['PROJCS["ETRS_1989_UTM_Zone_32N"]'], path.basename(file).replace(/tif$/u, 'prj'));
    const own = path.join(folder, `eget-${name}.tif`);
    writeFileSync(own, new Uint8Array(await (await placedFile(bare, [world, prj])).arrayBuffer()));
    expect(placeByGdal(own)).toEqual({ transform: placeByGdal(file).transform, code: 25832 });
    expect(placeByGdal(own).transform).toEqual([580_000, 10, 0, 6_640_000, 0, -10]);
    expect(valuesByGdal(own)).toEqual(valuesByGdal(file));
    const statistics = await measured(readFileSync(own));
    expect(statistics.mean).toBeCloseTo(valuesByGdal(own).mean, 3);
  });

  it.each(['Area', 'Point'])('lie to the cell where GDAL writes them as AREA_OR_POINT=%s', async (type) => {
    const file = path.join(folder, `${type}.tif`);
    rewriteByGdal(path.join(folder, 'grid.tif'), file, ['-mo', `AREA_OR_POINT=${type}`]);
    expect(await cornerAndCells(readFileSync(file))).toEqual(placeByGdal(file).transform);
    expect(placeByGdal(file).transform).toEqual([580_000, 10, 0, 6_640_000, 0, -10]);
  });

  it.each([false, true])('lie where GDAL has them by a world file, whatever their own keys take places for (middles of cells: %s)', async (isPixelPoint) => {
    const { corner: _without, ...bare } = GRID;
    const file = path.join(folder, `noekler-${isPixelPoint}.tif`);
    const bytes = tiffBytes({ ...bare, isPixelPoint });
    const world = '10\n0\n0\n-10\n580005\n6639995\n';
    writeFileSync(file, bytes);
    writeFileSync(file.replace(/tif$/u, 'tfw'), world);
    const placed = await placedFile(new File([bytes], 'noekler.tif'), [new File([world], 'noekler.tfw')]);
    const own = new Uint8Array(await placed.arrayBuffer());
    expect(await cornerAndCells(own)).toEqual(placeByGdal(file).transform);
    const ownFile = path.join(folder, `noekler-egne-${isPixelPoint}.tif`);
    writeFileSync(ownFile, own);
    expect(placeByGdal(ownFile)).toEqual(placeByGdal(file));
    expect(placeByGdal(file)).toEqual({ transform: [580_000, 10, 0, 6_640_000, 0, -10], code: 25832 });
  });
});
