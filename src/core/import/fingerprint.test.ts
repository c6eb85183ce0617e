import { expect, it } from 'vitest';
import { droppedText, importedLayers } from '../../../tests/support/importFiles';
import { fingerprintOf } from './fingerprint';

async function fingerprint(x: number, name: string): Promise<string> {
  const ring = [[10.5, 59.9], [x, 59.9], [10.51, 59.91], [10.5, 59.9]];
  const feature = { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [ring] } };
  const [layer] = await importedLayers([droppedText('a.geojson', JSON.stringify({ type: 'FeatureCollection', features: [feature] }))]);
  return fingerprintOf(layer!);
}

it('is the same for the same layer, and another for another vertex or value', async () => {
  const first = await fingerprint(10.51, 'a');
  expect(await fingerprint(10.51, 'a')).toBe(first);
  expect(await fingerprint(10.510000001, 'a')).not.toBe(first);
  expect(await fingerprint(10.51, 'b')).not.toBe(first);
});
