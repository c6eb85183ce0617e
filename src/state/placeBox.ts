import type { Dataset } from '../core/domain/dataset';
import type { LonLatBox } from '../core/import/importedLayer';

/** The rectangle of the municipality, degrees; of the opening view where its outline is not known. */
export function placeBox({ layers, parameters: { openingView } }: Pick<Dataset, 'layers' | 'parameters'>): LonLatBox {
  const positions = layers
    .filter(({ description }) => description.role === 'municipality')
    .flatMap((layer) => layer.polygons.flatMap(({ outline }) => outline.flat(2)));
  const all = positions.length > 0 ? positions : [openingView.southWest, openingView.northEast];
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [longitude, latitude] of all) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}
