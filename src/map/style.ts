import type { GeoJSONSourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import type { LayerId } from '../core/domain/identifiers';
import { collection, lineFeature, type MapFeatures, polygonFeature } from './features';
import { describeGround, type Ground } from './ground';
import { layerFeatures, TODAY, trackFeatures } from './layerFeatures';
import { placeNameFeatures, townFeatures, townNameFeatures, townOutlines } from './placeFeatures';
import { describeRail, type Rail } from './rail';
import { layerSource, SOURCES } from './sourceIds';
import { ringFeatures, stationFeatures } from './stationFeatures';
import { areaFillLayers, outlineLayers } from './styleAreas';
import { landLayers, roadLayers, surroundingsLayers, waterLayers, zoneLayers } from './styleGround';
import { highlightLayers } from './styleHighlight';
import { differenceLayers } from './styleDifference';
import { conflictLayers, placeNameLayers, pointLayers, townNameLayers, waterNameLayers } from './styleLabels';
import type { StyleLayer } from './styleLayer';
import { measureLayers } from './styleMeasures';
import { ringLayers, stationLayers, trackLayers } from './styleRail';

/**
 * Zoom to which sources are cut into tiles; nearer, the same tiles are drawn larger. Few tiles make a quick first picture:
 * a tile of zoom 10 spans some 20 km and keeps 2.4 m apart, one of zoom 12 keeps 0.6 m.
 */
const TILE_ZOOM = { coarse: 10, fine: 12 } as const;

/** Addresses of GeoJSON by layer, for layers too large to be put into features here: the map's own worker reads them. */
export type LayerDrawings = ReadonlyMap<LayerId, string>;

/** Everything the map draws before a scenario is shown. */
export interface MapStyle {
  readonly specification: StyleSpecification;
  readonly layers: readonly StyleLayer[];
  readonly ground: Ground;
  readonly rail: Rail;
}

function source(data: MapFeatures | string, detail: keyof typeof TILE_ZOOM = 'coarse'): GeoJSONSourceSpecification {
  return { type: 'geojson', data, promoteId: 'id', maxzoom: TILE_ZOOM[detail], tolerance: 0.2 };
}

function groundSources(ground: Ground): Readonly<Record<string, GeoJSONSourceSpecification>> {
  const { extent } = ground;
  const frame =
    extent === null
      ? []
      : [
          lineFeature('edge', [
            [extent.west, extent.south],
            [extent.east, extent.south],
            [extent.east, extent.north],
            [extent.west, extent.north],
            [extent.west, extent.south],
          ]),
        ];
  return {
    [SOURCES.sea]: source(collection([polygonFeature('sea', ground.sea)])),
    [SOURCES.shoreline]: source(collection(ground.shorelines.map((line, index) => lineFeature(`${index}`, line)))),
    [SOURCES.surroundings]: source(collection([polygonFeature('surroundings', [ground.surroundings])])),
    [SOURCES.municipality]: source(collection([polygonFeature('municipality', ground.municipality)])),
    [SOURCES.edge]: source(collection(frame)),
  };
}

function layerSources(dataset: Dataset, rail: Rail, drawings: LayerDrawings): Readonly<Record<string, GeoJSONSourceSpecification>> {
  const drawn = dataset.layers.filter(({ description: { role } }) => !['station', 'town', 'defaultArea', 'population', 'land'].includes(role));
  return Object.fromEntries(
    drawn.map((layer) => {
      const { id, role } = layer.description;
      if (layer.drawnApart === true) return [layerSource(id), source(drawings.get(id) ?? collection([]), 'fine')];
      const data = role === 'railLine' ? trackFeatures(dataset, rail, layer, TODAY) : layerFeatures(layer);
      // Names along watercourses are set tile by tile: a tile too large gives them too few places.
      return [layerSource(id), source(data, role === 'water' ? 'fine' : 'coarse')];
    }),
  );
}

/** The whole style: no glyphs, sprite or foreign address in it, so that nothing is ever fetched from elsewhere. */
export function buildStyle(dataset: Dataset, drawings: LayerDrawings = new Map()): MapStyle {
  const ground = describeGround(dataset);
  const rail = describeRail(dataset);
  const outlines = townOutlines(dataset, null);
  const layers = [
    ...landLayers(dataset),
    ...areaFillLayers(),
    ...differenceLayers(),
    ...measureLayers(),
    ...waterLayers(dataset),
    ...zoneLayers(dataset),
    ...roadLayers(dataset),
    ...trackLayers(dataset),
    ...surroundingsLayers(),
    ...highlightLayers(dataset),
    ...outlineLayers(),
    ...ringLayers(),
    ...waterNameLayers(dataset),
    ...placeNameLayers(),
    ...pointLayers(dataset),
    ...stationLayers(),
    ...townNameLayers(),
    ...conflictLayers(),
  ];
  return {
    specification: {
      version: 8,
      sources: {
        ...groundSources(ground),
        ...layerSources(dataset, rail, drawings),
        [SOURCES.areas]: source(collection([]), 'fine'),
        [SOURCES.difference]: source(collection([]), 'fine'),
        [SOURCES.measures]: source(collection([]), 'fine'),
        [SOURCES.towns]: source(townFeatures(outlines), 'fine'),
        [SOURCES.townNames]: source(townNameFeatures(dataset, outlines)),
        [SOURCES.rings]: source(ringFeatures(dataset.stations)),
        [SOURCES.stations]: source(stationFeatures(dataset, rail, TODAY)),
        [SOURCES.placeNames]: source(placeNameFeatures(dataset)),
        [SOURCES.conflicts]: source(collection([])),
      },
      layers: layers.map(({ spec }) => spec),
    },
    layers,
    ground,
    rail,
  };
}
