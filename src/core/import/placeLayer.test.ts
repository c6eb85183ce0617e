import { describe, expect, it } from 'vitest';
import { droppedText, importedLayers } from '../../../tests/support/importFiles';
import { toPlanarPoint } from '../geometry/projection';
import type { ImportedLayer } from './importedLayer';
import { kindAt, outlineOf } from './packedShapes';

type Ring = readonly (readonly (number | null)[])[];

const SQUARE: readonly (readonly [number, number])[] = [[10.5, 59.9], [10.51, 59.9], [10.51, 59.91], [10.5, 59.91], [10.5, 59.9]];

function feature(type: string, coordinates: unknown): object {
  return { type: 'Feature', properties: {}, geometry: { type, coordinates } };
}

async function placed(features: readonly object[], crs?: string, chosen: Parameters<typeof importedLayers>[1] = {}): Promise<ImportedLayer> {
  const content = { type: 'FeatureCollection', ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}), features };
  const [layer] = await importedLayers([droppedText('a.geojson', JSON.stringify(content))], chosen);
  if (!layer) throw new Error('no layer');
  return layer;
}

/** The square in metres of UTM 32, rounded to centimetres. */
const UTM = SQUARE.map(([longitude, latitude]) => {
  const { x, y } = toPlanarPoint([longitude, latitude]);
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100] as const;
});

describe('coordinate systems', () => {
  it.each([
    ['degrees', SQUARE, undefined, 'EPSG:4326', false],
    ['metres without a word', UTM, undefined, 'EPSG:25832', false],
    ['metres said to be so', UTM, 'urn:ogc:def:crs:EPSG::25832', 'EPSG:25832', false],
    ['metres that claim another zone', UTM, 'EPSG:25833', 'EPSG:25832', false],
    ['metres that claim degrees', UTM, 'urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:25832', false],
    ['latitude first', SQUARE.map(([x, y]) => [y, x]), 'urn:ogc:def:crs:EPSG::4258', 'EPSG:4258', true],
    ['north first', UTM.map(([x, y]) => [y, x]), undefined, 'EPSG:25832', true],
  ])('%s', async (_name, ring, crs, id, isSwapped) => {
    const { summary, shapes } = await placed([feature('Polygon', [ring])], crs);
    expect(summary.system).toMatchObject({ id, isSwapped });
    expect(summary.polygons).toBe(1);
    const [corner] = outlineOf(shapes, 0)[0]![0]!;
    expect(corner![0]).toBeCloseTo(10.5, 6);
    expect(corner![1]).toBeCloseTo(59.9, 6);
  });

  it('tells of a statement that the values go against', async () => {
    const { summary } = await placed([feature('Polygon', [UTM])], 'EPSG:25833');
    expect(summary.system).toMatchObject({ basis: 'values', contradicts: 'EPSG:25833' });
  });

  it('lets the user choose', async () => {
    const layer = await placed([feature('Polygon', [UTM])], undefined, { chosen: { system: 'EPSG:25833', isSwapped: false }, near: { west: 10, south: 59, east: 20, north: 61 } });
    expect(layer.summary.system).toMatchObject({ id: 'EPSG:25833', basis: 'chosen' });
    expect(outlineOf(layer.shapes, 0)[0]![0]![0]![0]).toBeGreaterThan(15);
  });
});

describe('mending', () => {
  it('mends a bow tie, and says so', async () => {
    const bow: Ring = [[10.5, 59.9], [10.51, 59.91], [10.51, 59.9], [10.5, 59.91], [10.5, 59.9]];
    const { summary, areas } = await placed([feature('Polygon', [bow])]);
    expect(summary.repaired.map(({ what }) => what)).toContain('flate som krysser seg selv');
    expect(areas[0]).toBeGreaterThan(100_000);
  });

  it('leaves out what cannot be mended, object by object', async () => {
    const layer = await placed([
      feature('Polygon', [SQUARE]),
      feature('Polygon', [[[10.5, 59.9], [10.51, 59.9], [10.5, 59.9]]]),
      feature('Polygon', [[['x', 59.9]]]),
      feature('Polygon', [[[20, 59.9], [20.1, 59.9], [20.1, 60], [20, 59.9]]]),
      { type: 'Feature', properties: {}, geometry: null },
      feature('Circle', [10.5, 59.9]),
      'nothing' as unknown as object,
    ]);
    expect(layer.summary.objectCount).toBe(7);
    expect(layer.summary.polygons).toBe(1);
    expect(layer.summary.dropped.reduce((sum, { count }) => sum + count, 0)).toBe(6);
  });

  it('keeps mixed geometry apart, with the attributes of its object', async () => {
    const geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [10.5, 59.9] },
        { type: 'LineString', coordinates: [[10.5, 59.9], [10.51, 59.9]] },
        { type: 'Polygon', coordinates: [SQUARE] },
      ],
    };
    const { shapes } = await placed([{ type: 'Feature', properties: { a: 1 }, geometry }]);
    expect([0, 1, 2].map((shape) => kindAt(shapes, shape))).toEqual(['point', 'line', 'polygon']);
  });

  it('takes a ring of a million vertices', async () => {
    const ring = Array.from({ length: 1_000_000 }, (_, index) => {
      const angle = (2 * Math.PI * index) / 1_000_000;
      return [10.5 + 0.05 * Math.cos(angle), 59.9 + 0.02 * Math.sin(angle)];
    });
    const { summary } = await placed([feature('Polygon', [[...ring, ring[0]]])]);
    expect(summary.polygons).toBe(1);
    expect(summary.dropped).toEqual([]);
  });

  it('leaves out a ring whose vertices lie all over the place, and says so', async () => {
    const part = (index: number): number => (Math.sin(index * 12.9898) * 43758.5453) % 1;
    const ring = Array.from({ length: 5000 }, (_, index) => [10.5 + 0.02 * part(index), 59.9 + 0.01 * part(index + 0.5)]);
    const { summary } = await placed([feature('Polygon', [[...ring, ring[0]]]), feature('Polygon', [SQUARE])]);
    expect(summary.polygons).toBe(1);
    expect(summary.dropped).toEqual([{ what: 'flatens punkter ligger hulter til bulter', count: 1 }]);
  });
});
