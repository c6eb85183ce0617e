import { PALETTE } from './palette';
import { DENSITY_RAMP, rampExpression } from './ramps';
import { IMAGES, SOURCES } from './sourceIds';
import { byZoom, hasState, type StyleLayer } from './styleLayer';

/** Development areas by dwellings per daa. Drawn beneath water, roads and rail. */
export function areaFillLayers(): readonly StyleLayer[] {
  const density = rampExpression(DENSITY_RAMP, ['number', ['feature-state', 'density'], 0]);
  return [
    {
      group: 'areas',
      spec: {
        id: 'areas:fill',
        source: SOURCES.areas,
        type: 'fill',
        paint: {
          'fill-color': density,
          'fill-opacity': ['case', ['>', ['number', ['feature-state', 'density'], 0], 0], 0.9, 0],
        },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'areas:over-capacity',
        source: SOURCES.areas,
        type: 'fill',
        paint: { 'fill-pattern': IMAGES.overCapacity, 'fill-opacity': ['case', hasState('overCapacity'), 0.75, 0] },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'areas:forbidden',
        source: SOURCES.areas,
        type: 'fill',
        paint: { 'fill-pattern': IMAGES.forbidden, 'fill-opacity': ['case', hasState('forbidden'), 1, 0] },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'areas:edge',
        source: SOURCES.areas,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': [
            'case',
            hasState('forbidden'),
            PALETTE.forbidden,
            ['>', ['number', ['feature-state', 'density'], 0], 0],
            PALETTE.areaEdge,
            PALETTE.areaIdleEdge,
          ],
          'line-width': byZoom([10, 0.25], [13, 0.8], [16, 1.4]),
          'line-opacity': 0.85,
        },
      },
    },
  ];
}

/** Outlines above the network: towns, then what is hovered or selected. */
export function outlineLayers(): readonly StyleLayer[] {
  return [
    {
      group: 'towns',
      spec: {
        id: 'towns:fill',
        source: SOURCES.towns,
        type: 'fill',
        paint: { 'fill-color': PALETTE.town, 'fill-opacity': ['case', hasState('highlighted'), 0.08, 0] },
      },
    },
    {
      group: 'towns',
      spec: {
        id: 'towns:casing',
        source: SOURCES.towns,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': PALETTE.halo,
          'line-width': ['interpolate', ['linear'], ['zoom'], 10, ['case', hasState('highlighted'), 5, 3], 14, ['case', hasState('highlighted'), 8, 5]],
          'line-opacity': 0.9,
        },
      },
    },
    {
      group: 'towns',
      spec: {
        id: 'towns:line',
        source: SOURCES.towns,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': PALETTE.town,
          'line-width': ['interpolate', ['linear'], ['zoom'], 10, ['case', hasState('highlighted'), 2.8, 1.3], 14, ['case', hasState('highlighted'), 4.4, 2.2]],
        },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'areas:active-casing',
        source: SOURCES.areas,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': '#ffffff',
          'line-width': 6,
          'line-opacity': ['case', hasState('selected'), 1, hasState('hover'), 0.9, 0],
        },
      },
    },
    {
      group: 'areas',
      spec: {
        id: 'areas:active',
        source: SOURCES.areas,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ['case', hasState('lit'), PALETTE.forbidden, PALETTE.selection],
          'line-width': ['case', hasState('selected'), 3, 2],
          'line-opacity': ['case', ['any', hasState('selected'), hasState('hover'), hasState('lit')], 1, 0],
        },
      },
    },
  ];
}
