import type { FilterSpecification } from 'maplibre-gl';
import { PALETTE } from './palette';
import { IMAGES, SOURCES } from './sourceIds';
import { byZoom, type StyleLayer } from './styleLayer';

const ofKind = (kind: 'addedGreen' | 'protection'): FilterSpecification => ['==', ['get', 'kind'], kind];

/** Green that a scenario adds and ground that it protects, drawn above the areas they concern. */
export function measureLayers(): readonly StyleLayer[] {
  const source = SOURCES.measures;
  return [
    {
      group: 'areas',
      spec: {
        id: 'measures:green',
        source,
        type: 'fill',
        filter: ofKind('addedGreen'),
        paint: { 'fill-color': PALETTE.addedGreen, 'fill-opacity': 0.85 },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'measures:protection',
        source,
        type: 'fill',
        filter: ofKind('protection'),
        paint: { 'fill-pattern': IMAGES.protection, 'fill-opacity': 0.9 },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'measures:edge',
        source,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': PALETTE.markaEdge,
          'line-width': byZoom([10, 1], [14, 2]),
          'line-dasharray': [3, 1.5],
        },
      },
    },
  ];
}
