import { describe, expect, it } from 'vitest';
import { droppedText, importedLayers, NEAR } from '../../../tests/support/importFiles';
import { featureCount, propertiesAt, type FeatureKind, type Layer } from '../domain/dataset';
import { wholeAs } from './assignment';
import { withTakenLayers } from './importedDataset';
import { PlaceBuilder } from '../../../tests/support/placeBuilder';

const KINDS: readonly FeatureKind[] = ['polygons', 'lines', 'points'];

const AT = (east: number, north: number): [number, number] => [10.5 + east / 1000, 59.9 + north / 1000];
const square = (east: number): [number, number][] => [AT(east, 0), AT(east + 1, 0), AT(east + 1, 1), AT(east, 1), AT(east, 0)];

const GEOMETRIES = [
  { type: 'LineString', coordinates: [AT(0, 0), AT(1, 1)] },
  { type: 'Polygon', coordinates: [square(2)] },
  { type: 'MultiPoint', coordinates: [AT(5, 0), AT(6, 0), AT(7, 0)] },
  { type: 'MultiLineString', coordinates: [[AT(0, 3), AT(1, 3)], [AT(0, 4), AT(1, 4)]] },
  { type: 'MultiPolygon', coordinates: [[square(8)], [square(10)]] },
  { type: 'Point', coordinates: AT(9, 9) },
  { type: 'LineString', coordinates: [AT(3, 0), AT(3, 1)] },
];

async function mixedLayer(): Promise<Layer> {
  const features = GEOMETRIES.map((geometry, number) => ({ type: 'Feature', properties: { number }, geometry }));
  const [layer] = await importedLayers([droppedText('lag.geojson', JSON.stringify({ type: 'FeatureCollection', features }))], { near: NEAR });
  if (!layer) throw new Error('no layer');
  const about = { title: '', source: '', date: '', licence: '', attribution: '', accuracyMetres: null, accuracyNote: '' };
  const taken = { id: 'import-1', file: '', layer, assignment: wholeAs('reference'), how: 'add', about, takenAt: 1, fingerprint: '' } as const;
  const made = withTakenLayers(new PlaceBuilder().build(), [taken]).layers.at(-1);
  if (!made) throw new Error('no layer made');
  return made;
}

describe('features of a packed layer', () => {
  it('are counted, and told one by one, as their lists have them', async () => {
    const layer = await mixedLayer();
    const counted = KINDS.map((kind) => featureCount(layer, kind));
    const told = KINDS.map((kind, at) => Array.from({ length: (counted[at] ?? 0) + 1 }, (_, index) => propertiesAt(layer, kind, index)?.['number']));
    expect(counted).toEqual(KINDS.map((kind) => layer[kind].length));
    expect(told).toEqual([
      [1, 4, undefined],
      [0, 3, 3, 6, undefined],
      [2, 2, 2, 5, undefined],
    ]);
    expect(told.map((list) => list.slice(0, -1))).toEqual(KINDS.map((kind) => layer[kind].map(({ properties }) => properties['number'])));
    expect(propertiesAt(layer, 'polygons', -1)).toBeUndefined();
  });
});
