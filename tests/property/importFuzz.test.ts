import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLayer } from '../../src/core/import/placeLayer';
import { kindAt, outlineOf, shapeCount } from '../../src/core/import/packedShapes';
import { readFiles, type FileReading } from '../../src/core/import/readFiles';
import { recogniseRole } from '../../src/core/import/recogniseRole';
import { droppedFixture, HEAVY, NEAR } from '../support/importFiles';

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
