import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangle, squareCatalogue, squarePlace, type SquareStation } from '../../../tests/support/squarePlace';
import type { Dataset } from '../domain/dataset';
import { multiPolygonArea } from '../geometry/area';
import { difference, intersection } from '../geometry/booleans';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { derivedFiles } from './derivedFiles';
import { readDataset } from './readDataset';

/** Radius of 1000 m walked at a detour of 1.3, and the area of its 256-gon. */
const RADIUS = 1000 / 1.3;
const DISC_AREA = 128 * RADIUS ** 2 * Math.sin((2 * Math.PI) / 256);

function derived(stations: readonly SquareStation[]): Dataset {
  const files = squarePlace(stations);
  const added = derivedFiles(files);
  if (added.kind === 'invalid') throw new Error(added.problems.join('\n'));
  const reading = readDataset(new Map([...files, ...added.value]));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  expect(reading.dataset.problems).toEqual([]);
  return reading.dataset;
}

function townArea(dataset: Dataset, id: string): number {
  const town = dataset.towns.find((candidate) => String(candidate.id) === id);
  return town === undefined ? 0 : multiPolygonArea(toPlanarMultiPolygon(town.outline));
}

describe('default towns', () => {
  it('are discs on open ground, merged for anchors of one town', () => {
    expect(townArea(derived([{ id: 'a', town: 'a', east: 2500, north: 5000 }]), 'a')).toBeCloseTo(DISC_AREA, -1);
    const apart = [{ id: 'a', town: 'a', east: 2000, north: 6000 }, { id: 'b', town: 'a', east: 8000, north: 6000 }];
    expect(townArea(derived(apart), 'a')).toBeCloseTo(2 * DISC_AREA, -1);
  });

  it('end half-way to another town and at the shore', () => {
    const dataset = derived([
      { id: 'a', town: 'a', east: 5000, north: 2000 },
      { id: 'b', town: 'b', east: 6000, north: 2000 },
    ]);
    const shared = RADIUS ** 2 * Math.acos(500 / RADIUS) - 500 * Math.sqrt(RADIUS ** 2 - 500 ** 2);
    expect(Math.abs(townArea(dataset, 'a') / ((DISC_AREA - shared) / 2) - 1)).toBeLessThan(1e-3);
    const sea = rectangle(0, 0, 10_000, 2000);
    for (const town of dataset.towns) {
      const outline = toPlanarMultiPolygon(town.outline);
      expect(multiPolygonArea(intersection(outline, sea))).toBeLessThan(5);
    }
  });
});

const anyStations = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1000, max: 9000 }), fc.integer({ min: 1000, max: 9000 })), {
    minLength: 2,
    maxLength: 5,
  })
  .map((list) => list.map(([town, east, north], index): SquareStation => ({ id: `s${index}`, town, east, north })));

/** Rounding to millimetres along a rim of a few kilometres. */
const SLIVER = 5;

describe('default areas', () => {
  it('keep off each other, off water, Marka and farmland, and inside their town, wherever the stations are', () => {
    const kept = [...rectangle(4000, 4000, 700, 300), ...rectangle(0, 8000, 10_000, 2000), ...rectangle(6000, 3000, 500, 900)];
    fc.assert(
      fc.property(anyStations, (stations) => {
        const dataset = derived(stations);
        const outlines = dataset.defaultAreas.map((area) => toPlanarMultiPolygon(area.outline));
        const sum = outlines.reduce((total, outline) => total + multiPolygonArea(outline), 0);
        const together = outlines.flat();
        const union = multiPolygonArea(difference(together, []));
        expect(sum - union).toBeLessThan(SLIVER);
        expect(multiPolygonArea(intersection(together, kept))).toBeLessThan(SLIVER);
        for (const town of dataset.towns) {
          const own = dataset.defaultAreas.filter((area) => area.town === town.id);
          const ground = own.flatMap((area) => toPlanarMultiPolygon(area.outline));
          expect(multiPolygonArea(difference(ground, toPlanarMultiPolygon(town.outline)))).toBeLessThan(SLIVER);
          own.forEach((area, index) => {
            expect(area.id).toBe(`${town.id}-${String(index + 1).padStart(3, '0')}`);
            expect(area.name).toBe(`${town.name} ${index + 1}`);
          });
        }
        for (const outline of outlines) {
          expect(multiPolygonArea(outline)).toBeGreaterThan(10_000 - 1);
          // A cell of the grid: 200 m in zone 33, 0.06 to 0.11 % shorter in zone 32.
          expect(multiPolygonArea(outline)).toBeLessThan(40_000);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('leave nothing out but pieces under the minimum', () => {
    const dataset = derived([{ id: 'a', town: 'a', east: 2500, north: 5000 }]);
    const sum = dataset.defaultAreas.reduce((total, area) => total + multiPolygonArea(toPlanarMultiPolygon(area.outline)), 0);
    expect(sum).toBeLessThan(DISC_AREA);
    // The rim of the disc crosses at most 4 · 2r/200 + 4 cells.
    expect(sum).toBeGreaterThan(DISC_AREA - 35 * 10_000);
    const north = dataset.defaultAreas.map((area) => Math.max(...(area.outline[0]?.[0] ?? []).map(([, latitude]) => latitude)));
    expect(north[0]).toBeGreaterThan(north.at(-1) ?? 90);
  });
});

describe('derived files', () => {
  it('are not made from less than they rest on', () => {
    const files = squarePlace([{ id: 'a', town: 'a', east: 2500, north: 5000 }]);
    const whole = derivedFiles(files);
    expect(whole.kind === 'valid' && [...whole.value.keys()]).toEqual(['towns.geojson', 'default-areas.geojson']);
    for (const file of ['marka.geojson', 'lake.geojson', 'land.geojson', 'stations.csv', 'parameters.json']) {
      const less = new Map(files);
      less.delete(file);
      expect(derivedFiles(less).kind, file).toBe('invalid');
    }
  });

  it('are made without water, Marka or farmland where the catalogue has none', () => {
    const files = squarePlace([{ id: 'a', town: 'a', east: 2500, north: 5000 }]);
    const layers = squareCatalogue.layers.filter(({ role }) => !['water', 'marka', 'farmland'].includes(String(role)));
    const less = new Map([...files, ['catalogue.json', JSON.stringify({ ...squareCatalogue, layers })]]);
    const made = derivedFiles(less);
    expect(made.kind === 'valid' && [...made.value.keys()]).toEqual(['towns.geojson', 'default-areas.geojson']);
  });
});
