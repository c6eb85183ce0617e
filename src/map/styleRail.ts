import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import { type Dataset, layersOf } from '../core/domain/dataset';
import { HALO, REGULAR } from './fonts';
import { PALETTE } from './palette';
import { layerSource, SOURCES } from './sourceIds';
import { byZoom, hasState, type StyleLayer } from './styleLayer';

/** Zoom from which stations are named. */
export const STATION_NAME_ZOOM = 12.2;

const COLOUR: ExpressionSpecification = ['get', 'colour'];

function tracks(mode: 'train' | 'metro', ...states: readonly string[]): FilterSpecification {
  return ['all', ['==', ['get', 'mode'], mode], ['in', ['get', 'state'], ['literal', [...states]]]];
}

/** Tracks: railway dark with cross ties, metro in line colour, dashed until it opens, grey when left out. */
export function trackLayers(dataset: Dataset): readonly StyleLayer[] {
  return layersOf(dataset, 'railLine').flatMap(({ description }): readonly StyleLayer[] => {
    const source = layerSource(description.id);
    const line = (id: string, filter: FilterSpecification, paint: Record<string, unknown>): StyleLayer => ({
      group: 'rail',
      spec: { id: `${description.id}:${id}`, source, type: 'line', filter, layout: { 'line-join': 'round' }, paint },
    });
    return [
      line('casing', tracks('metro', 'open', 'planned'), {
        'line-color': PALETTE.halo,
        'line-width': byZoom([10, 3.2], [14, 6.5]),
        'line-opacity': 0.85,
      }),
      line('railway', tracks('train', 'open', 'planned'), {
        'line-color': PALETTE.railway,
        'line-width': byZoom([10, 1.2], [14, 2]),
      }),
      line('ties', tracks('train', 'open', 'planned'), {
        'line-color': PALETTE.railway,
        'line-width': byZoom([10, 4.4], [14, 8]),
        'line-dasharray': [0.22, 1.6],
      }),
      line('metro', tracks('metro', 'open'), { 'line-color': COLOUR, 'line-width': byZoom([10, 1.8], [14, 4]) }),
      line('planned', tracks('metro', 'planned'), {
        'line-color': COLOUR,
        'line-width': byZoom([10, 1.8], [14, 4]),
        'line-dasharray': [2, 1.2],
      }),
      line('left-out', ['==', ['get', 'state'], 'leftOut'], {
        'line-color': PALETTE.stationOff,
        'line-width': byZoom([10, 1], [14, 2]),
        'line-dasharray': [1.5, 2.5],
      }),
    ];
  });
}

/** Walks of 500 and 1000 m around stations: thin lines, filled for the station that is hovered. */
export function ringLayers(): readonly StyleLayer[] {
  return [
    {
      group: 'rail',
      spec: {
        id: 'rings:fill',
        source: SOURCES.rings,
        type: 'fill',
        paint: { 'fill-color': PALETTE.ringFill, 'fill-opacity': ['case', hasState('hover'), 0.13, 0] },
      },
    },
    {
      group: 'rail',
      spec: {
        id: 'rings:line',
        source: SOURCES.rings,
        type: 'line',
        paint: {
          'line-color': PALETTE.ring,
          'line-width': byZoom([10, 0.5], [14, 0.9]),
          'line-dasharray': [3, 2.4],
          'line-opacity': ['case', hasState('hover'), 1, 0.42],
        },
      },
    },
    {
      group: 'rail',
      spec: {
        id: 'rings:hovered',
        source: SOURCES.rings,
        type: 'line',
        paint: { 'line-color': PALETTE.ringFill, 'line-width': 1.6, 'line-opacity': ['case', hasState('hover'), 0.9, 0] },
      },
    },
  ];
}

/** Stations as symbols, and their names from middle zooms on. */
export function stationLayers(): readonly StyleLayer[] {
  return [
    {
      group: 'rail',
      spec: {
        id: 'stations',
        source: SOURCES.stations,
        type: 'symbol',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': byZoom([10, 0.55], [12, 0.82], [15, 1.25]),
          'icon-allow-overlap': true,
          'icon-padding': 0,
          'symbol-sort-key': ['get', 'order'],
        },
      },
    },
    {
      group: 'rail',
      spec: {
        id: 'station-names',
        source: SOURCES.stations,
        type: 'symbol',
        minzoom: STATION_NAME_ZOOM,
        filter: ['!=', ['get', 'label'], ''],
        layout: {
          'text-field': ['get', 'label'],
          'text-font': REGULAR,
          'text-size': byZoom([12, 11], [15, 13.5]),
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.85,
          'text-justify': 'auto',
          'text-padding': 3,
        },
        paint: {
          'text-color': ['case', ['==', ['get', 'state'], 'leftOut'], PALETTE.stationOff, PALETTE.text],
          ...HALO,
        },
      },
    },
  ];
}
