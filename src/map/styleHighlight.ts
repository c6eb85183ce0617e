import type { Dataset } from '../core/domain/dataset';
import { PALETTE } from './palette';
import { layerSource, SOURCES } from './sourceIds';
import { byZoom, type StyleLayer } from './styleLayer';

const SPARED_ROLES: ReadonlySet<string> = new Set([
  'farmland',
  'green',
  'marka',
  'water',
  'flood',
  'quickClay',
  'noise',
  'natureReserve',
  'valuableNature',
]);

/** Glowing edges of what a conflict touches; hidden until a conflict is focused. */
export function highlightLayers(dataset: Dataset): readonly StyleLayer[] {
  const glow = (id: string, source: string, highlights: string): StyleLayer => ({
    group: null,
    highlights,
    spec: {
      id: `${id}:highlight`,
      source,
      type: 'line',
      layout: { 'line-join': 'round', visibility: 'none' },
      paint: {
        'line-color': PALETTE.warning,
        'line-width': byZoom([10, 3], [14, 6]),
        'line-opacity': 0.75,
        'line-blur': 1,
      },
    },
  });
  return dataset.layers.flatMap(({ description: { id, role } }) => {
    if (SPARED_ROLES.has(role)) return [glow(id, layerSource(id), layerSource(id))];
    // The sea's own edge stands for land, whose inner borders are no shore.
    return role === 'land' ? [glow(id, SOURCES.shoreline, layerSource(id))] : [];
  });
}
