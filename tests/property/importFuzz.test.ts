import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLayer } from '../../src/core/import/placeLayer';
import { kindAt, outlineOf, shapeCount } from '../../src/core/import/packedShapes';
import { readFiles, type FileReading } from '../../src/core/import/readFiles';
import { recogniseRole } from '../../src/core/import/recogniseRole';
import { toLonLat } from '../../src/core/geometry/projection';
import { RasterService } from '../../src/engine/raster/rasterService';
import { droppedFixture, HEAVY, NEAR } from '../support/importFiles';
import { tiffBytes, type TiffPlan } from '../support/tiffBuilder';

/** Mutated files over all readers; many more where `IMPORT_FUZZ_FILES` says so. */
const FILES = Number(process.env['IMPORT_FUZZ_FILES'] ?? 1000);
const LONGEST_MILLISECONDS = 5000;

const FIXTURES = [
  'patches.geojson',
  'patches-wgs84.geojson',
  'patches.gpkg',
  'patches.fgb',
  'patches.shp.zip',
  'patches.sos',
  'patches.gml',
  'points.csv',
  'grid.csv',
].map(droppedFixture);

/** Words that mean something to one reader or another. */
const WORDS = ['"coordinates"', 'null', 'NaN', '1e999', '-0', '[[[', '}}', '.FLATE', '..REF :1', '..NØ', ';;;', '\0\0\0\0', '../', '9'.repeat(40)];

type Mutation = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([part, value]): Mutation => (bytes) => {
    const changed = bytes.slice();
    changed[Math.floor(part * bytes.length)] = value;
    return changed;
  }),
  fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([part, bit]): Mutation => (bytes) => {
    const changed = bytes.slice();
    const at = Math.floor(part * bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << bit);
    return changed;
  }),
  place.map((part): Mutation => (bytes) => bytes.slice(0, Math.floor(part * bytes.length))),
  fc.tuple(place, place).map(([one, other]): Mutation => (bytes) => {
    const [from, to] = [one, other].map((part) => Math.floor(part * bytes.length)).toSorted((a, b) => a - b);
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)]);
  }),
  fc.tuple(place, fc.constantFrom(...WORDS)).map(([part, word]): Mutation => (bytes) => {
    const at = Math.floor(part * bytes.length);
    return Uint8Array.from([...bytes.slice(0, at), ...new TextEncoder().encode(word), ...bytes.slice(at)]);
  }),
  fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 16 })).map(([part, noise]): Mutation => (bytes) => {
    const changed = bytes.slice();
    changed.set(noise.subarray(0, Math.max(0, bytes.length - Math.floor(part * bytes.length))), Math.floor(part * bytes.length));
    return changed;
  }),
);

/** What is wrong with what was handed over, though the reader said nothing of it. */
function faultsIn(reading: FileReading): readonly string[] {
  if (reading.kind === 'failed') return [];
  return reading.layers.flatMap((raw) => {
    const layer = placeLayer(raw, { near: NEAR, chosen: null });
    recogniseRole(layer);
    const faults: string[] = [];
    if (!layer.shapes.coordinates.every(Number.isFinite)) faults.push('coordinates that are no numbers');
    for (let shape = 0; shape < shapeCount(layer.shapes); shape += 1) {
      if ((layer.shapes.rows[shape] ?? Infinity) >= layer.attributes.rowCount) faults.push('a shape without attributes');
      const rings = kindAt(layer.shapes, shape) === 'polygon' ? outlineOf(layer.shapes, shape).flat() : [];
      for (const ring of rings) {
        if (ring.length < 4 || ring[0]?.join() !== ring.at(-1)?.join()) faults.push('a ring that is not closed');
      }
    }
    return faults;
  });
}

describe('files that are broken on the way', () => {
  it(
    `never make a reader throw, hang or hand over what is not whole: ${FILES} mutated files`,
    { timeout: Math.max(120_000, FILES * 60) },
    async () => {
      let read = 0;
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...FIXTURES), fc.array(mutation, { minLength: 1, maxLength: 2 }), async (fixture, mutations) => {
          const bytes = mutations.reduce((changed, mutate) => mutate(changed), fixture.bytes);
          const started = performance.now();
          const reading = await readFiles([{ name: fixture.name, bytes }], HEAVY);
          if (reading.kind === 'failed') refused += 1;
          else read += 1;
          const problem = reading.kind === 'failed' ? reading.problem : 'Lest uten feilmelding.';
          expect(problem.length).toBeGreaterThan(20);
          expect(faultsIn(reading)).toEqual([]);
          expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS);
        }),
        { numRuns: FILES, seed: 5 },
      );
      // Both outcomes must be common, or the mutations are too mild or too harsh to say anything.
      expect(read).toBeGreaterThan(FILES / 10);
      expect(refused).toBeGreaterThan(FILES / 10);
    },
  );

  it('has fixtures that all but the one for GDAL can be read from', async () => {
    for (const fixture of FIXTURES) {
      const reading = await readFiles([fixture], HEAVY);
      expect(reading.kind, fixture.name).toBe(fixture.name.endsWith('.gml') ? 'failed' : 'read');
    }
  });
});

const GRID: TiffPlan = { columns: 40, rows: 30, valueAt: (column, row) => (column * row) % 5, corner: [580_000, 6_640_000], cell: 10, system: 25832, noData: '4' };

const RASTERS = [
  GRID,
  { ...GRID, tile: 16, deflate: true, overviews: [2, 4] },
  { ...GRID, sample: 'float32', valueAt: (column: number, row: number) => Math.sin(column * row) },
  { ...GRID, bigEndian: true, colours: [[1, 200, 100, 50]] },
  { ...GRID, channels: 3, tile: 16 },
].map((plan) => tiffBytes(plan as TiffPlan));

/** An outline in the middle of the rasters. */
const INSIDE = [[[[50, 50], [50, 250], [300, 250], [300, 50], [50, 50]].map(([x = 0, y = 0]) => toLonLat({ x: 580_000 + x, y: 6_640_000 - y }))]];

/** What comes of a raster: read and measured, or why not. Rejects for an answer that is neither. */
async function gridReading(file: Blob): Promise<{ readonly isRead: boolean; readonly problem: string; readonly coveredDaa: number }> {
  const service = new RasterService();
  const described = await service.serve({ kind: 'describe', file, name: 'r.tif', near: NEAR, chosen: null });
  if (described.kind === 'failed') return { isRead: false, problem: described.problem, coveredDaa: 0 };
  if (described.kind !== 'described') throw new Error(`The answer is ${described.kind}.`);
  const { facts, recognition } = described.candidate;
  await service.serve({ kind: 'open', id: 'r', file, facts });
  const tile = await service.serve({ kind: 'tile', id: 'r', reading: recognition.reading, address: { zoom: 12, column: 2167, row: 1192 } });
  const measured = await service.serve({ kind: 'measure', id: 'r', as: 'classes', outline: INSIDE });
  const problem = [tile, measured].map((answer) => (answer.kind === 'failed' ? answer.problem : 'Lest uten feilmelding.')).toSorted((one, other) => one.length - other.length)[0] ?? '';
  return { isRead: true, problem, coveredDaa: measured.kind === 'measured' ? measured.statistics.coveredDaa : 0 };
}

describe('rasters that are broken on the way', () => {
  it(
    `are described, drawn and measured, or refused with a reason: ${FILES / 2} mutated files`,
    { timeout: Math.max(120_000, FILES * 60) },
    async () => {
      let read = 0;
      let refused = 0;
      // What is mutated is mostly the skeleton, which lies at the end of files as they are written here.
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...RASTERS), fc.array(mutation, { minLength: 1, maxLength: 3 }), fc.boolean(), async (bytes, mutations, isSkeleton) => {
          const tail = Math.max(0, bytes.length - 600);
          const mutate = (part: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => mutations.reduce((changed, one) => one(changed), part);
          const changed = isSkeleton ? Uint8Array.from([...bytes.subarray(0, tail), ...mutate(bytes.slice(tail))]) : mutate(bytes);
          const started = performance.now();
          const { isRead, problem, coveredDaa } = await gridReading(new Blob([changed]));
          if (isRead) read += 1;
          else refused += 1;
          expect(problem.length).toBeGreaterThan(20);
          expect(coveredDaa).toBeGreaterThanOrEqual(0);
          expect(coveredDaa).toBeLessThan(50.1);
          expect(performance.now() - started).toBeLessThan(LONGEST_MILLISECONDS);
        }),
        { numRuns: FILES / 2, seed: 6 },
      );
      expect(read).toBeGreaterThan(FILES / 20);
      expect(refused).toBeGreaterThan(FILES / 20);
    },
  );
});
