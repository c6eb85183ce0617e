import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { BOLD, HALO, ITALIC, REGULAR } from './fonts';
import { PALETTE } from './palette';
import { IMAGES, layerSource, SOURCES } from './sourceIds';
import { byZoom, type StyleLayer } from './styleLayer';
import { STATION_NAME_ZOOM } from './styleRail';

/** Zoom from which parts of the municipality are named. */
const PART_NAME_ZOOM = 11.6;

/** Names of water, along watercourses and in lakes: italic blue. */
export function waterNameLayers(dataset: Dataset): readonly StyleLayer[] {
  const style: NonNullable<SymbolLayerSpecification['layout']> = {
    'text-font': ITALIC,
    'text-field': ['get', 'name'],
    'text-size': byZoom([11, 10.5], [15, 14]),
    'text-letter-spacing': 0.06,
  };
  const paint = { 'text-color': PALETTE.waterText, 'text-halo-color': PALETTE.halo, 'text-halo-width': 1.2 };
  return dataset.layers
    .filter((layer) => layer.description.role === 'water')
    .flatMap(({ description }): readonly StyleLayer[] => [
      {
        group: 'water',
        spec: {
          id: `${description.id}:course-name`,
          source: layerSource(description.id),
          type: 'symbol',
          filter: ['all', ['has', 'name'], ['==', ['geometry-type'], 'LineString']],
          layout: {
            ...style,
            'symbol-placement': 'line',
            'symbol-spacing': 180,
            'text-max-angle': 60,
            'text-offset': [0, -0.75],
            'text-padding': 4,
          },
          paint,
        },
      },
      {
        group: 'water',
        spec: {
          id: `${description.id}:lake-name`,
          source: layerSource(description.id),
          type: 'symbol',
          filter: ['all', ['has', 'name'], ['==', ['geometry-type'], 'Polygon']],
          layout: style,
          paint,
        },
      },
    ]);
}

function partNames(rank: string, maxzoom: number): StyleLayer {
  return {
    group: 'names',
    spec: {
      id: `place-names:${rank}`,
      source: SOURCES.placeNames,
      type: 'symbol',
      filter: ['==', ['get', 'rank'], rank],
      minzoom: PART_NAME_ZOOM,
      maxzoom,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': byZoom([PART_NAME_ZOOM, 10.5], [15, 14]),
        'text-max-width': 7,
        'text-padding': 10,
      },
      paint: { 'text-color': PALETTE.textMuted, ...HALO },
    },
  };
}

/** Names of places in two sizes, and neighbours' names in spaced capitals. */
export function placeNameLayers(): readonly StyleLayer[] {
  return [
    partNames('part', 24),
    // Nearer, the station itself carries the name.
    partNames('partWithStation', STATION_NAME_ZOOM),
    {
      group: 'green',
      spec: {
        id: 'place-names:marka',
        source: SOURCES.placeNames,
        type: 'symbol',
        filter: ['==', ['get', 'rank'], 'marka'],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ITALIC,
          'text-size': byZoom([9, 12], [13, 21]),
          'text-letter-spacing': 0.32,
          'text-padding': 10,
        },
        paint: { 'text-color': PALETTE.markaText, 'text-halo-color': '#e3ecd9', 'text-halo-width': 1.4 },
      },
    },
    {
      group: 'names',
      spec: {
        id: 'place-names:neighbours',
        source: SOURCES.placeNames,
        type: 'symbol',
        filter: ['==', ['get', 'rank'], 'neighbour'],
        layout: {
          'text-field': ['upcase', ['get', 'name']],
          'text-font': REGULAR,
          'text-size': byZoom([9, 10], [13, 15]),
          'text-letter-spacing': 0.28,
          'text-padding': 10,
        },
        paint: { 'text-color': PALETTE.boundary, ...HALO },
      },
    },
  ];
}

/** Names of towns: the largest on the map, placed before all others. */
export function townNameLayers(): readonly StyleLayer[] {
  return [
    {
      group: 'towns',
      spec: {
        id: 'town-names',
        source: SOURCES.townNames,
        type: 'symbol',
        maxzoom: 15,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': BOLD,
          'text-size': byZoom([10, 12.5], [12, 15.5], [15, 21]),
          'text-anchor': ['get', 'anchor'],
          'text-offset': [
            'match',
            ['get', 'anchor'],
            'bottom',
            ['literal', [0, -0.25]],
            'top',
            ['literal', [0, 0.25]],
            'left',
            ['literal', [0.4, 0]],
            ['literal', [-0.4, 0]],
          ],
          'text-max-width': 12,
          'text-padding': 4,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': PALETTE.town, 'text-halo-color': PALETTE.halo, 'text-halo-width': 2, 'text-halo-blur': 0.4 },
      },
    },
  ];
}

/** Points of reference layers. */
export function pointLayers(dataset: Dataset): readonly StyleLayer[] {
  return dataset.layers
    .filter(({ description, points }) => description.role === 'reference' && points.length > 0)
    .map(
      ({ description }): StyleLayer => ({
        group: 'other',
        spec: {
          id: `${description.id}:points`,
          source: layerSource(description.id),
          type: 'circle',
          filter: ['==', ['geometry-type'], 'Point'],
          paint: {
            'circle-color': PALETTE.note,
            'circle-radius': byZoom([10, 1.4], [14, 4]),
            'circle-stroke-color': PALETTE.halo,
            'circle-stroke-width': 1,
            'circle-opacity': 0.85,
          },
        },
      }),
    );
}

/** Signs where areas meet what should be spared. */
export function conflictLayers(): readonly StyleLayer[] {
  return [
    {
      group: null,
      spec: {
        id: 'conflicts',
        source: SOURCES.conflicts,
        type: 'symbol',
        layout: {
          'icon-image': ['match', ['get', 'severity'], 'forbidden', IMAGES.forbiddenSign, IMAGES.warning],
          'icon-size': ['interpolate', ['linear'], ['zoom'], 10, ['case', ['boolean', ['get', 'focused']], 1, 0.62], 14, ['case', ['boolean', ['get', 'focused']], 1.35, 0.95]],
          'icon-allow-overlap': true,
          'symbol-sort-key': ['case', ['boolean', ['get', 'focused']], 2, ['==', ['get', 'severity'], 'forbidden'], 1, 0],
        },
      },
    },
  ];
}
