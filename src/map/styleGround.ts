import type { FilterSpecification } from 'maplibre-gl';
import { featureCount, type Dataset, type Layer } from '../core/domain/dataset';
import type { LayerRole } from '../core/domain/catalogue';
import type { LayerGroupId } from './layerGroups';
import { PALETTE } from './palette';
import { IMAGES, layerSource, SOURCES } from './sourceIds';
import { byZoom, type StyleLayer } from './styleLayer';

const POLYGONS: FilterSpecification = ['==', ['geometry-type'], 'Polygon'];
const LINES: FilterSpecification = ['==', ['geometry-type'], 'LineString'];

type Painter = (id: string, source: string) => readonly StyleLayer[];

const fill = (
  group: LayerGroupId | null,
  id: string,
  source: string,
  colour: string,
  opacity = 1,
): StyleLayer => ({
  group,
  spec: { id, source, type: 'fill', filter: POLYGONS, paint: { 'fill-color': colour, 'fill-opacity': opacity } },
});

const pattern = (group: LayerGroupId, id: string, source: string, image: string, opacity: number): StyleLayer => ({
  group,
  spec: { id, source, type: 'fill', filter: POLYGONS, paint: { 'fill-pattern': image, 'fill-opacity': opacity } },
});

const edge = (group: LayerGroupId | null, id: string, source: string, colour: string, width: number): StyleLayer => ({
  group,
  spec: { id, source, type: 'line', filter: POLYGONS, paint: { 'line-color': colour, 'line-width': width } },
});

const builtUp: Painter = (id, source) => [
  fill('builtUp', `${id}:fill`, source, PALETTE.builtUp),
  edge('builtUp', `${id}:edge`, source, PALETTE.builtUpEdge, 0.6),
];

const green: Painter = (id, source) => [
  fill('green', `${id}:fill`, source, PALETTE.green),
  pattern('green', `${id}:pattern`, source, IMAGES.green, 0.55),
];

const marka: Painter = (id, source) => [
  fill('green', `${id}:fill`, source, PALETTE.marka, 0.62),
  pattern('green', `${id}:pattern`, source, IMAGES.marka, 0.5),
];

/** Marka's limit: a thin line with a wide soft band on its inner side, as protected land is drawn. */
const markaLimit: Painter = (id, source) => [
  {
    group: 'green',
    spec: {
      id: `${id}:band`,
      source,
      type: 'line',
      filter: POLYGONS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE.markaEdge,
        'line-width': byZoom([10, 3], [13, 7], [16, 14]),
        'line-offset': byZoom([10, 1.5], [13, 3.5], [16, 7]),
        'line-opacity': 0.28,
      },
    },
  },
  {
    group: 'green',
    spec: {
      id: `${id}:limit`,
      source,
      type: 'line',
      filter: POLYGONS,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': PALETTE.markaEdge, 'line-width': byZoom([10, 0.8], [14, 1.6]), 'line-opacity': 0.9 },
    },
  },
];

const farmland: Painter = (id, source) => [
  fill('farmland', `${id}:fill`, source, PALETTE.farmland, 0.95),
  pattern('farmland', `${id}:pattern`, source, IMAGES.farmland, 0.9),
  edge('farmland', `${id}:edge`, source, PALETTE.farmlandEdge, 0.8),
];

const water: Painter = (id, source) => [
  {
    group: 'water',
    spec: {
      id: `${id}:course`,
      source,
      type: 'line',
      filter: LINES,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': PALETTE.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, ['case', ['has', 'name'], 1.1, 0.6], 14, ['case', ['has', 'name'], 3, 1.6]],
      },
    },
  },
  fill('water', `${id}:fill`, source, PALETTE.water),
  edge('water', `${id}:edge`, source, PALETTE.waterEdge, 0.8),
];

/** A zone that development meets: its pattern, and its limit. */
const zone = (image: string, colour: string): Painter => (id, source) => [
  pattern('protection', `${id}:pattern`, source, image, 0.75),
  edge('protection', `${id}:edge`, source, colour, 1.2),
];

const plan: Painter = (id, source) => [
  {
    group: 'plan',
    spec: {
      id: `${id}:edge`,
      source,
      type: 'line',
      filter: POLYGONS,
      paint: { 'line-color': PALETTE.planEdge, 'line-width': byZoom([10, 0.6], [14, 1.2]), 'line-dasharray': [4, 2] },
    },
  },
  // Nothing to see, but there to be pointed at.
  fill('plan', `${id}:fill`, source, PALETTE.planEdge, 0.02),
];

const roads: Painter = (id, source) => [
  {
    group: 'names',
    spec: {
      id: `${id}:casing`,
      source,
      type: 'line',
      filter: LINES,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE.roadCasing, 'line-width': byZoom([10, 1.8], [13, 4], [16, 9]) },
    },
  },
  {
    group: 'names',
    spec: {
      id: `${id}:road`,
      source,
      type: 'line',
      filter: LINES,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE.road, 'line-width': byZoom([10, 1], [13, 2.6], [16, 7]) },
    },
  },
];

function paintRole(dataset: Dataset, role: LayerRole, painter: Painter, carries: (layer: Layer) => boolean): readonly StyleLayer[] {
  return dataset.layers
    .filter((layer) => layer.description.role === role && carries(layer))
    .flatMap((layer) => painter(layer.description.id, layerSource(layer.description.id)));
}

const hasPolygons = (layer: Layer): boolean => featureCount(layer, 'polygons') > 0;
const hasLines = (layer: Layer): boolean => featureCount(layer, 'lines') > 0;

/** Land with what grows and stands on it, from below. Sea is the cut-out above it, since the layers follow coasts of their own. */
export function landLayers(dataset: Dataset): readonly StyleLayer[] {
  return [
    { group: null, spec: { id: 'land', type: 'background', paint: { 'background-color': PALETTE.land } } },
    ...paintRole(dataset, 'builtUp', builtUp, hasPolygons),
    ...paintRole(dataset, 'green', green, hasPolygons),
    ...paintRole(dataset, 'marka', marka, hasPolygons),
    ...paintRole(dataset, 'farmland', farmland, hasPolygons),
    ...paintRole(dataset, 'marka', markaLimit, hasPolygons),
  ];
}

/** Zones of hazard and protection, and the plan in force, over land and water. */
export function zoneLayers(dataset: Dataset): readonly StyleLayer[] {
  return [
    ...paintRole(dataset, 'flood', zone(IMAGES.flood, PALETTE.flood), hasPolygons),
    ...paintRole(dataset, 'quickClay', zone(IMAGES.quickClay, PALETTE.quickClay), hasPolygons),
    ...paintRole(dataset, 'noise', zone(IMAGES.noise, PALETTE.noise), hasPolygons),
    ...paintRole(dataset, 'natureReserve', zone(IMAGES.natureReserve, PALETTE.natureReserve), hasPolygons),
    ...paintRole(dataset, 'valuableNature', zone(IMAGES.natureReserve, PALETTE.natureReserve), hasPolygons),
    ...paintRole(dataset, 'adoptedPlan', plan, hasPolygons),
  ];
}

/** Watercourses, lakes and the sea with a darker lining along the shore. */
export function waterLayers(dataset: Dataset): readonly StyleLayer[] {
  return [
    ...paintRole(dataset, 'water', water, () => true),
    fill(null, 'sea', SOURCES.sea, PALETTE.water),
    {
      group: null,
      spec: {
        id: 'shore-lining',
        source: SOURCES.shoreline,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': PALETTE.waterEdge,
          'line-width': byZoom([10, 5], [14, 14]),
          'line-blur': byZoom([10, 4], [14, 11]),
          'line-offset': byZoom([10, -2.5], [14, -7]),
          'line-opacity': 0.45,
        },
      },
    },
    {
      group: null,
      spec: {
        id: 'shoreline',
        source: SOURCES.shoreline,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.waterEdge, 'line-width': byZoom([10, 0.7], [14, 1.3]) },
      },
    },
  ];
}

/** Main roads: the lines among the reference layers. */
export function roadLayers(dataset: Dataset): readonly StyleLayer[] {
  return paintRole(dataset, 'reference', roads, hasLines);
}

/** A veil over everything outside the municipality, a soft edge where the data end, and the municipal boundary. */
export function surroundingsLayers(): readonly StyleLayer[] {
  return [
    fill(null, 'veil', SOURCES.surroundings, PALETTE.veil, 0.62),
    {
      group: null,
      spec: {
        id: 'edge',
        source: SOURCES.edge,
        type: 'line',
        paint: { 'line-color': PALETTE.beyond, 'line-width': byZoom([9, 36], [14, 360]), 'line-blur': byZoom([9, 18], [14, 180]) },
      },
    },
    {
      group: 'names',
      spec: {
        id: 'boundary-halo',
        source: SOURCES.municipality,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': PALETTE.halo, 'line-width': byZoom([10, 2.6], [14, 4]), 'line-opacity': 0.7 },
      },
    },
    {
      group: 'names',
      spec: {
        id: 'boundary',
        source: SOURCES.municipality,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': PALETTE.boundary,
          'line-width': byZoom([10, 1], [14, 1.8]),
          'line-dasharray': [7, 2.5, 1.5, 2.5],
        },
      },
    },
  ];
}
