import type { GeoJSONSourceSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { LayerRole } from '../core/domain/catalogue';
import type { Dataset, Layer } from '../core/domain/dataset';
import { TILE_LAYER } from '../core/import/tiles/vectorTile';
import { collection, lineFeature, type MapFeatures, polygonFeature } from './features';
import { describeGround, type Ground } from './ground';
import { layerFeatures, TODAY, trackFeatures } from './layerFeatures';
import { layerTileSource } from './layerTileSource';
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

/** Everything the map draws before a scenario is shown. */
export interface MapStyle {
  /** What it was built from. */
  readonly dataset: Dataset;
  readonly specification: StyleSpecification;
  readonly layers: readonly StyleLayer[];
  /** Sources of what is drawn besides the layers: sea and shore, towns, stations, names. */
  readonly described: Readonly<Record<string, GeoJSONSourceSpecification>>;
  readonly ground: Ground;
  readonly rail: Rail;
}

function source(data: MapFeatures, detail: keyof typeof TILE_ZOOM = 'coarse'): GeoJSONSourceSpecification {
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

type Sources = Readonly<Record<string, GeoJSONSourceSpecification>>;

/** Roles whose layers more is drawn from than the layers themselves. */
const DESCRIBED_ROLES: ReadonlySet<LayerRole> = new Set(['land', 'municipality', 'railLine', 'reference', 'marka']);

/** Whether what is drawn besides the layers is as it was. */
function isDescribedAlike(one: Dataset, other: Dataset): boolean {
  const described = ({ layers }: Dataset): readonly Layer[] =>
    layers.filter(({ description, drawnApart }) => DESCRIBED_ROLES.has(description.role) && !(drawnApart === true && description.role === 'reference'));
  const [mine, theirs] = [described(one), described(other)];
  return (
    one.towns === other.towns &&
    one.stations === other.stations &&
    one.parameters === other.parameters &&
    mine.length === theirs.length &&
    mine.every((layer, index) => layer === theirs[index])
  );
}

function layerSources(dataset: Dataset, rail: Rail, before: MapStyle | null): Readonly<Record<string, SourceSpecification>> {
  const drawn = dataset.layers.filter(({ description: { role } }) => !['station', 'town', 'defaultArea', 'population', 'land'].includes(role));
  return Object.fromEntries(
    drawn.map((layer) => {
      const { id, role } = layer.description;
      const kept = before?.dataset.layers.includes(layer) ? before.specification.sources[layerSource(id)] : undefined;
      if (kept) return [layerSource(id), kept];
      if (layer.drawnApart === true) return [layerSource(id), layerTileSource(id)];
      const data = role === 'railLine' ? trackFeatures(dataset, rail, layer, TODAY) : layerFeatures(layer);
      // Names along watercourses are set tile by tile: a tile too large gives them too few places.
      return [layerSource(id), source(data, role === 'water' ? 'fine' : 'coarse')];
    }),
  );
}

/** Has layers that are drawn by tiles of their own find their features there. */
function inLayerTiles(dataset: Dataset, layers: readonly StyleLayer[]): readonly StyleLayer[] {
  const apart = new Set(dataset.layers.filter(({ drawnApart }) => drawnApart === true).map(({ description }) => layerSource(description.id)));
  return layers.map((layer) =>
    'source' in layer.spec && layer.spec.type !== 'raster' && typeof layer.spec.source === 'string' && apart.has(layer.spec.source)
      ? { ...layer, spec: { ...layer.spec, 'source-layer': TILE_LAYER } }
      : layer,
  );
}

/** What scenarios fill. */
const EMPTY_SOURCES = {
  areas: source(collection([]), 'fine'),
  difference: source(collection([]), 'fine'),
  measures: source(collection([]), 'fine'),
  conflicts: source(collection([])),
} as const;

function describedSources(dataset: Dataset, ground: Ground, rail: Rail): Sources {
  const outlines = townOutlines(dataset, null);
  return {
    ...groundSources(ground),
    [SOURCES.towns]: source(townFeatures(outlines), 'fine'),
    [SOURCES.townNames]: source(townNameFeatures(dataset, outlines)),
    [SOURCES.rings]: source(ringFeatures(dataset.stations)),
    [SOURCES.stations]: source(stationFeatures(dataset, rail, TODAY)),
    [SOURCES.placeNames]: source(placeNameFeatures(dataset)),
  };
}

/**
 * The whole style: no glyphs, sprite or foreign address in it, so that nothing is ever fetched from elsewhere.
 * @param before a style that the map has: what is the same is taken over as it is, the same objects
 */
export function buildStyle(dataset: Dataset, before: MapStyle | null = null): MapStyle {
  const alike = before && isDescribedAlike(before.dataset, dataset) ? before : null;
  const ground = alike?.ground ?? describeGround(dataset);
  const rail = alike?.rail ?? describeRail(dataset);
  const described = alike?.described ?? describedSources(dataset, ground, rail);
  const layers = inLayerTiles(dataset, [
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
  ]);
  return {
    specification: {
      version: 8,
      sources: {
        ...layerSources(dataset, rail, before),
        ...described,
        [SOURCES.areas]: EMPTY_SOURCES.areas,
        [SOURCES.difference]: EMPTY_SOURCES.difference,
        [SOURCES.measures]: EMPTY_SOURCES.measures,
        [SOURCES.conflicts]: EMPTY_SOURCES.conflicts,
      },
      layers: layers.map(({ spec }) => spec),
    },
    dataset,
    layers,
    described,
    ground,
    rail,
  };
}
