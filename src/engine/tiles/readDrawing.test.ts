import { expect, it } from 'vitest';
import { droppedText, importedLayers, NEAR } from '../../../tests/support/importFiles';
import { wholeAs } from '../../core/import/assignment';
import { drawnLayer } from '../../core/import/tiles/drawnLayer';
import { layerFile } from '../layerFile';
import { readDrawing } from './readDrawing';

it('a layer is drawn from its file as it is without, however its coordinates are cut into stretches', async () => {
  const features = Array.from({ length: 50 }, (_, index) => {
    const [west, south] = [10.4 + index / 1000, 59.85];
    const ring = [[west, south], [west + 0.0005, south], [west + 0.0005, south + 0.0005], [west, south]];
    return { type: 'Feature', properties: { navn: `Skog ${index}`, løpenr: index }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const [layer] = await importedLayers([droppedText('skog.geojson', JSON.stringify({ type: 'FeatureCollection', features }))], { near: NEAR });
  if (!layer) throw new Error('no layer');
  const file = layerFile(layer, 0);
  if (!file) throw new Error('no file');
  const told = { id: 'import-1', assignment: wholeAs('green') };
  const drawn = drawnLayer({ ...told, layer });
  expect(drawn.layer.attributes.columns.map(({ name }) => name)).toEqual(['navn']);
  expect(drawn.offsets).toHaveLength(400);
  for (const stretchBytes of [16, 48, 400 * 8, 1e6]) expect(await readDrawing({ ...told, layer: file }, stretchBytes)).toEqual(drawn);
});
