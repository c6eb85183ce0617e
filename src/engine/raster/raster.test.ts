import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { systemOf } from '../../core/import/coordinateSystem';
import { multiPolygonArea } from '../../core/geometry/area';
import { toLonLat, toPlanarMultiPolygon } from '../../core/geometry/projection';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import { NEAR } from '../../../tests/support/importFiles';
import { decodedPng, type Picture } from '../../../tests/support/decodedPng';
import { tiffBlob, tiffBytes, type TiffPlan } from '../../../tests/support/tiffBuilder';
import { CellReader } from './cells';
import { describeRaster } from './describeRaster';
import { drawPicture, type PictureOrder } from './drawPicture';
import { drawTile, TILE_PIXELS } from './drawTile';
import { measureRaster } from './measureRaster';
import { openRaster } from './openRaster';

/** Upper left corner of the rasters, EPSG:25832. */
const CORNER = [580_000, 6_640_000] as const;

const CLASSES: TiffPlan = {
  columns: 40,
  rows: 30,
  valueAt: (column, row) => (row < 10 ? 21 : column < 20 ? 30 : 11),
  corner: CORNER,
  cell: 10,
  system: 25832,
};

/** A rectangle of the plane, metres east and south of the corner. */
function rectangle(west: number, north: number, east: number, south: number): LonLatMultiPolygon {
  const corner = (x: number, y: number): readonly [number, number] => toLonLat({ x: CORNER[0] + x, y: CORNER[1] - y });
  return [[[corner(west, south), corner(east, south), corner(east, north), corner(west, north), corner(west, south)]]];
}

/** The tile of a zoom that a place of the plane lies in. */
function tileAt(x: number, y: number, zoom: number): { readonly zoom: number; readonly column: number; readonly row: number } {
  const [longitude, latitude] = toLonLat({ x, y });
  const sine = Math.sin((latitude * Math.PI) / 180);
  const high = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { zoom, column: Math.floor((longitude / 360 + 0.5) * 2 ** zoom), row: Math.floor(high * 2 ** zoom) };
}

function described(plan: TiffPlan, name = 'raster.tif'): ReturnType<typeof describeRaster> {
  return describeRaster(tiffBlob(plan), name, NEAR, null);
}

async function measured(plan: TiffPlan, kind: 'classes' | 'values', outline: LonLatMultiPolygon): ReturnType<typeof measureRaster> {
  const raster = await openRaster(tiffBlob(plan), 'raster.tif', NEAR, null);
  return measureRaster(new CellReader(raster), raster.facts, kind, outline);
}

describe('a raster of classes', () => {
  it('is told by its whole numbers, with the names that land types have', async () => {
    const { facts, recognition, isHere } = await described(CLASSES);
    expect(facts).toMatchObject({ columns: 40, rows: 30, bands: 1, sampleText: '8-bit heltall uten fortegn', system: { id: 'EPSG:25832', basis: 'declared' } });
    expect(facts.cellMetres).toBeCloseTo(10, 3);
    expect(isHere).toBe(true);
    expect(recognition.reading.kind).toBe('classes');
    expect(recognition.reading.classes.map(({ name }) => name)).toEqual(['bebygd (11)', 'fulldyrka jord (21)', 'skog (30)']);
  });

  it('has its nought left undrawn where it says "not here", and the colours of its own table', async () => {
    const flood = await described({ ...CLASSES, valueAt: (column) => (column < 5 ? 1 : 0) });
    expect(flood.recognition.reading.classes.map(({ value, colour }) => [value, colour === null])).toEqual([[0, true], [1, false]]);
    const coloured = await described({ ...CLASSES, colours: [[21, 255, 128, 0]] });
    expect(coloured.recognition.reason).toContain('fargetabell');
    expect(coloured.recognition.reading.classes.find(({ value }) => value === 21)?.colour).toBe('#ff8000');
  });

  it('gives each class its area inside an outline, parts of cells counted exactly', async () => {
    const outline = rectangle(55, 75, 305, 205);
    const statistics = await measured(CLASSES, 'classes', outline);
    expect(statistics.areaDaa).toBeCloseTo(32.5, 6);
    expect(statistics.coveredDaa).toBeCloseTo(32.5, 6);
    const byClass = new Map(statistics.classes.map(({ value, areaDaa }) => [value, areaDaa]));
    expect(byClass.get(21)).toBeCloseTo(6.25, 6);
    expect(byClass.get(30)).toBeCloseTo(0.145 * 105, 6);
    expect(byClass.get(11)).toBeCloseTo(0.105 * 105, 6);
    expect(statistics.coarsening).toBe(1);
  });

  it('says how much of an outline it does not cover, and leaves out cells without a value', async () => {
    const beside = await measured(CLASSES, 'classes', rectangle(-100, 0, 100, 100));
    expect(beside.coveredDaa).toBeCloseTo(10, 6);
    expect(beside.areaDaa).toBeCloseTo(20, 6);
    const holes = await measured({ ...CLASSES, noData: '30' }, 'classes', rectangle(0, 100, 400, 300));
    expect(holes.classes).toEqual([{ value: 11, areaDaa: expect.closeTo(40, 6) as number }]);
    expect(await measured(CLASSES, 'classes', rectangle(5000, 0, 5100, 100))).toMatchObject({ coveredDaa: 0, classes: [] });
  });
});

describe('a raster of values', () => {
  const SLOPE: TiffPlan = { ...CLASSES, sample: 'float32', valueAt: (column, row) => column + row / 100, noData: '-9999' };

  it('is told by its decimals, with the unit that name or file give', async () => {
    expect((await described(SLOPE, 'stoy_lden.tif')).recognition.reading).toMatchObject({ kind: 'values', unit: 'dB', low: 0 });
    const metadata = '<GDALMetadata><Item name="UNITTYPE" sample="0" role="unittype">metre</Item></GDALMetadata>';
    expect((await described({ ...SLOPE, metadata })).facts.unit).toBe('metre');
  });

  it('gives mean by area, least and most', async () => {
    const statistics = await measured(SLOPE, 'values', rectangle(100, 0, 205, 10));
    expect(statistics.mean).toBeCloseTo((145 + 20 / 2) / 10.5, 5);
    expect(statistics.minimum).toBe(10);
    expect(statistics.maximum).toBe(20);
  });

  it('is the same for any outline in strips, in tiles, packed, with overviews, and in the other byte order', async () => {
    const noisy: TiffPlan = { ...SLOPE, columns: 70, rows: 50, valueAt: (column, row) => Math.sin(column * 12.9898 + row * 78.233) * 40 };
    const part = fc.double({ min: -50, max: 750, noNaN: true });
    await fc.assert(
      fc.asyncProperty(part, part, part, part, async (west, east, north, south) => {
        const outline = rectangle(Math.min(west, east), Math.min(north, south), Math.max(west, east) + 5, Math.max(north, south) + 5);
        const plain = await measured(noisy, 'values', outline);
        for (const plan of [{ tile: 16 }, { tile: 32, deflate: true, overviews: [2, 4] }, { bigEndian: true }, { bigEndian: true, tile: 16, deflate: true }]) {
          expect(await measured({ ...noisy, ...plan }, 'values', outline)).toEqual(plain);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('scales values as the file says', async () => {
    const metadata = '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.1</Item><Item name="OFFSET" sample="0" role="offset">50</Item></GDALMetadata>';
    const scaled = await measured({ ...CLASSES, sample: 'int16', valueAt: () => 35, metadata, noData: '-1' }, 'values', rectangle(0, 0, 100, 100));
    expect(scaled.mean).toBeCloseTo(53.5, 9);
  });

  it('leaves NaN out', async () => {
    const holes = await measured({ ...SLOPE, valueAt: (column) => (column < 5 ? Number.NaN : 7) }, 'values', rectangle(0, 0, 100, 100));
    expect(holes).toMatchObject({ mean: 7, minimum: 7, maximum: 7 });
    expect(holes.coveredDaa).toBeCloseTo(5, 6);
  });
});

describe('where a raster lies', () => {
  const AREA = rectangle(100, 100, 300, 200);

  /** The raster of classes put into another system by its corner there, north up. */
  function placedIn(system: number, cell: number): TiffPlan {
    const placed = systemOf(`EPSG:${system}`);
    const [longitude, latitude] = toLonLat({ x: CORNER[0], y: CORNER[1] });
    const [x = 0, y = 0] = placed?.fromLonLat(longitude, latitude) ?? [];
    return { ...CLASSES, corner: [x, y], cell, system };
  }

  it.each([
    [25832, 10],
    [25833, 10],
    [3857, 20],
    [4326, 0.0002],
    [4258, 0.0002],
  ])('is known for EPSG:%i, and areas stay those of the plane', async (system, cell) => {
    const plan = { ...placedIn(system, cell), columns: 400, rows: 300, valueAt: () => 5 };
    const statistics = await measured(plan, 'classes', AREA);
    expect(statistics.areaDaa).toBeCloseTo(multiPolygonArea(toPlanarMultiPolygon(AREA)) / 1000, 9);
    expect(statistics.coveredDaa / statistics.areaDaa).toBeGreaterThan(0.9);
    expect((await described(plan)).facts.system).toMatchObject({ id: `EPSG:${system}`, basis: 'declared' });
  });

  it('is read from a turned grid', async () => {
    const turned = await measured({ ...CLASSES, transformation: [0, 10, 0, CORNER[0], -10, 0, 0, CORNER[1], 0, 0, 0, 0, 0, 0, 0, 1] }, 'classes', rectangle(0, 0, 100, 300));
    expect(turned.classes).toEqual([{ value: 21, areaDaa: expect.closeTo(30, 6) as number }]);
  });

  it('is half a cell off where places are the middles of cells', async () => {
    const plan = { ...CLASSES, isPixelPoint: true };
    expect((await described(plan)).facts.placement).toEqual([10, 0, CORNER[0] - 5, 0, -10, CORNER[1] + 5]);
  });

  it('is seen from the values where the file does not say, and said to be unknown where it names something else', async () => {
    const { system: _left, ...silent } = CLASSES;
    expect((await described(silent)).facts.system).toMatchObject({ id: 'EPSG:25832', basis: 'values' });
    const strange = await described({ ...CLASSES, corner: [-900_000, 12_000_000], system: 'Local grid of nowhere' });
    expect(strange.facts.system).toMatchObject({ basis: 'guess', contradicts: 'Local grid of nowhere' });
    expect(strange.isHere).toBe(false);
  });
});

describe('a raster on the map', () => {
  it('has each cell where it lies, to the pixel', async () => {
    const raster = await openRaster(tiffBlob(CLASSES), 'raster.tif', NEAR, null);
    const { recognition } = await described(CLASSES);
    const address = tileAt(CORNER[0] + 200, CORNER[1] - 150, 15);
    const pixels = await drawTile(new CellReader(raster), raster.facts, recognition.reading, address);
    expect(pixels).not.toBeNull();
    const words = new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0));
    let compared = 0;
    for (let pixel = 0; pixel < words.length; pixel += 97) {
      const x = (address.column + ((pixel % TILE_PIXELS) + 0.5) / TILE_PIXELS) / 2 ** 15;
      const y = (address.row + (Math.floor(pixel / TILE_PIXELS) + 0.5) / TILE_PIXELS) / 2 ** 15;
      const latitude = (360 / Math.PI) * Math.atan(Math.exp(Math.PI * (1 - 2 * y))) - 90;
      const [east = 0, north = 0] = systemOf('EPSG:25832')?.fromLonLat(360 * x - 180, latitude) ?? [];
      const [column, row] = [(east - CORNER[0]) / 10, (CORNER[1] - north) / 10];
      const near = Math.min(Math.abs(column - Math.round(column)), Math.abs(row - Math.round(row)));
      if (near < 0.02) continue;
      const isInside = column >= 0 && row >= 0 && column < 40 && row < 30;
      const value = CLASSES.valueAt(Math.floor(column), Math.floor(row), 0);
      const colour = recognition.reading.classes.find((entry) => entry.value === value)?.colour ?? '';
      const word = words[pixel] ?? 0;
      const drawn = `#${[word & 255, (word >> 8) & 255, (word >> 16) & 255].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
      expect(isInside ? drawn : word).toBe(isInside ? colour : 0);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('is nothing away from it, and a picture keeps its colours', async () => {
    const picture: TiffPlan = { ...CLASSES, channels: 3, valueAt: (_column, _row, channel) => [200, 100, 50][channel] ?? 0 };
    const { facts, recognition } = await described(picture);
    expect(facts.isPicture).toBe(true);
    expect(recognition.reading.kind).toBe('picture');
    const reader = new CellReader(await openRaster(tiffBlob(picture), 'foto.tif', NEAR, null));
    const middle = await drawTile(reader, facts, recognition.reading, tileAt(CORNER[0] + 200, CORNER[1] - 150, 18));
    expect(Array.from(middle?.subarray(0, 4) ?? [])).toEqual([200, 100, 50, 255]);
    expect(await drawTile(reader, facts, recognition.reading, tileAt(CORNER[0] + 9000, CORNER[1], 15))).toBeNull();
  });
});

describe('a raster on paper', () => {
  /** West, south, east and north of the corner, metres; so many dots of so many metres. */
  const order = (west: number, north: number, wide: number, high: number, metres: number): PictureOrder => ({
    bounds: { minX: CORNER[0] + west, maxX: CORNER[0] + west + wide * metres, minY: CORNER[1] + north - high * metres, maxY: CORNER[1] + north },
    wide,
    high,
  });

  async function pictured(plan: TiffPlan, picture: PictureOrder): Promise<Picture | null> {
    const { facts, recognition } = await described(plan);
    const address = await drawPicture(new CellReader(await openRaster(tiffBlob(plan), 'raster.tif', NEAR, null)), facts, recognition.reading, picture);
    return address === null ? null : decodedPng(Buffer.from(address.replace('data:image/png;base64,', ''), 'base64'));
  }

  it('has each cell where it lies in the plane, over the seams of what is drawn at once', async () => {
    const picture: TiffPlan = { ...CLASSES, channels: 3, valueAt: (column, row, channel) => [column * 6, row * 8, 77][channel] ?? 0 };
    // 1200 × 700 dots of half a metre, 100 m to the west and north of the raster.
    const drawn = await pictured(picture, order(-100, 100, 1200, 700, 0.5));
    expect([drawn?.wide, drawn?.high]).toEqual([1200, 700]);
    for (const [x, y] of [[510, 515], [985, 300], [205, 690], [999, 211], [508, 211], [516, 690]] as const) {
      expect(drawn?.at(x, y)).toEqual([Math.floor((x - 200) / 20) * 6, Math.floor((y - 200) / 20) * 8, 77, 255]);
    }
    for (const [x, y] of [[100, 400], [600, 100], [1050, 400]] as const) expect(drawn?.at(x, y)[3]).toBe(0);
  });

  it('comes out of another projection, and is nothing where there is nothing', async () => {
    const [longitude, latitude] = toLonLat({ x: CORNER[0], y: CORNER[1] });
    const [x = 0, y = 0] = systemOf('EPSG:25833')?.fromLonLat(longitude, latitude) ?? [];
    const plan = { ...CLASSES, corner: [x, y], system: 25833 } as const;
    const drawn = await pictured(plan, order(-50, 50, 500, 450, 1));
    let covered = 0;
    for (let dot = 0; dot < 500 * 450; dot += 61) {
      const [across, down] = [dot % 500, Math.floor(dot / 500)];
      const place = toLonLat({ x: CORNER[0] - 50 + across + 0.5, y: CORNER[1] + 50 - down - 0.5 });
      const [east = 0, north = 0] = systemOf('EPSG:25833')?.fromLonLat(...place) ?? [];
      const [column, row] = [(east - x) / 10, (y - north) / 10];
      if (Math.min(Math.abs(column - Math.round(column)), Math.abs(row - Math.round(row))) < 0.01) continue;
      const isInside = column >= 0 && row >= 0 && column < 40 && row < 30;
      expect(drawn?.at(across, down)[3]).toBe(isInside ? 255 : 0);
      covered += Number(isInside);
    }
    expect(covered * 61).toBeGreaterThan(100_000);
    expect(await pictured(plan, order(5000, 0, 40, 30, 1))).toBeNull();
  });
});

describe('a large raster', () => {
  const LARGE: TiffPlan = { ...CLASSES, columns: 4096, rows: 4096, cell: 2, tile: 256, valueAt: (column, row) => ((column >> 8) + (row >> 8)) % 7 };

  it('is read by ranges: its skeleton, some patches, and the tiles that are asked for', async () => {
    const blob = tiffBlob({ ...LARGE, overviews: [8] });
    const raster = await openRaster(blob, 'stor.tif', NEAR, null);
    expect(raster.source.bytesRead).toBeLessThan(200_000);
    const statistics = await measureRaster(new CellReader(raster), raster.facts, 'classes', rectangle(100, 100, 300, 300));
    expect(statistics.coveredDaa).toBeCloseTo(40, 6);
    expect(raster.source.bytesRead).toBeLessThan(600_000);
    expect(blob.size).toBeGreaterThan(16_000_000);
  });

  it('is drawn from afar by its overview, and by one that is made where it has none', async () => {
    for (const plan of [LARGE, { ...LARGE, overviews: [8] }]) {
      const raster = await openRaster(tiffBlob(plan), 'stor.tif', NEAR, null);
      const { recognition } = await describeRaster(tiffBlob(plan), 'stor.tif', NEAR, null);
      const pixels = await drawTile(new CellReader(raster), raster.facts, recognition.reading, tileAt(CORNER[0] + 4000, CORNER[1] - 4000, 10));
      const words = new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0));
      expect(new Set(words).size).toBeGreaterThan(5);
    }
  });
});

describe('files that are not what they say', () => {
  const refused = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    try {
      await describeRaster(new Blob([bytes]), 'raster.tif', NEAR, null);
    } catch (problem) {
      return problem instanceof Error ? `${problem.name}: ${problem.message}` : '';
    }
    return 'read';
  };

  it.each([
    ['without a place', { ...CLASSES, corner: [0, 0] as const, cell: Number.NaN }, 'uten plass i kartet'],
    ['with a transformation without area', { ...CLASSES, transformation: Array.from({ length: 16 }, () => 0) }, 'uten plass i kartet'],
    ['with enormous dimensions', { ...CLASSES, override: [[256, 4, [4_000_000_000]]] as const }, 'mer enn noe kart har'],
    ['in one piece too large to unpack', { ...CLASSES, override: [[256, 4, [100_000]], [257, 4, [100_000]], [278, 4, [100_000]]] as const }, 'Cloud Optimized'],
    ['without size', { ...CLASSES, override: [[257, 4, [0]]] as const }, 'hvor stor'],
    ['with cells of 7000 bits', { ...CLASSES, override: [[258, 3, [7000]]] as const }, 'slag som ikke kan leses'],
    ['with an unknown packing', { ...CLASSES, override: [[259, 3, [4711]]] as const }, 'pakkes ut'],
    ['with strips elsewhere', { ...CLASSES, override: [[273, 4, Array.from({ length: 30 }, () => 4_000_000_000)]] as const }, 'utenfor'],
  ])('%s are refused with a reason', async (_what, plan, reason) => {
    const told = await refused(tiffBytes(plan));
    expect(told).toContain('ImportProblem');
    expect(told).toContain(reason);
  });

  it('cut off anywhere never give anything but a reason', async () => {
    const bytes = tiffBytes({ ...CLASSES, tile: 16, deflate: true, overviews: [2] });
    for (let end = 0; end < bytes.length; end += 37) expect(await refused(bytes.slice(0, end))).toMatch(/ImportProblem: .{30}/u);
  });

  it('with a list of images in a circle, or a tag of two billion values, are refused at once', async () => {
    const circle = tiffBytes(CLASSES);
    const view = new DataView(circle.buffer);
    const directory = view.getUint32(4, true);
    const tags = view.getUint16(directory, true);
    view.setUint32(directory + 2 + 12 * tags, directory, true);
    expect(await refused(circle)).toContain('tar ikke slutt');
    const long = tiffBytes(CLASSES);
    new DataView(long.buffer).setUint32(new DataView(long.buffer).getUint32(4, true) + 2 + 4, 2_000_000_000, true);
    expect(await refused(long)).toContain('verdier');
  });

  it('that unpack to far more than their cells are unpacked no further', async () => {
    const bomb = zlibSync(new Uint8Array(12_000_000).fill(30));
    const plan = tiffBytes({ ...CLASSES, columns: 16, rows: 16, tile: 16, deflate: true, override: [[324, 4, [0]], [325, 4, [bomb.length]]] });
    const placed = new Uint8Array(plan.length + bomb.length);
    placed.set(plan);
    placed.set(bomb, plan.length);
    const view = new DataView(placed.buffer);
    const directory = view.getUint32(4, true);
    for (let entry = 0; entry < view.getUint16(directory, true); entry += 1) {
      const at = directory + 2 + 12 * entry;
      if (view.getUint16(at, true) === 324) view.setUint32(at + 8, plan.length, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    const { sample } = await describeRaster(new Blob([placed]), 'bombe.tif', NEAR, null);
    expect(sample.cells).toBe(256);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(6_000_000);
  });
});
