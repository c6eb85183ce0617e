import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { rightsHolders, sourceLines } from './attributionControl';
import { drawPicture, PICTURE_MAP } from './exportImage';
import { groupOfLayer, type LayerGroup, layerGroupsOf } from './layerGroups';
import type { DifferencePiece, LayerSettings, MapImageOptions } from './mapTypes';
import { drawOffscreen } from './offscreenMap';
import { DIFFERENCE_RAMP } from './ramps';
import type { RasterOnMap } from './rasterLayers';
import { metresPerPixel, scaleBar } from './scaleBar';
import type { ScenarioPainter } from './scenarioPainter';
import type { MapStyle } from './style';

/** What the map shows at the moment, so that it can be drawn once more elsewhere. */
export interface ShownState {
  scenario?: Parameters<ScenarioPainter['showScenario']>;
  layers: LayerSettings;
  rasters: readonly RasterOnMap[];
  conflicts: Parameters<ScenarioPainter['showConflicts']>;
  /** What sets two scenarios apart, where they are compared. */
  difference: readonly DifferencePiece[] | null;
}

/** The legend where two scenarios are compared: the colours are of what sets them apart. */
function withDifference(groups: readonly LayerGroup[]): readonly LayerGroup[] {
  // Every other colour: the numbers under the ramp need the room.
  const swatch = { kind: 'ramp', ramp: DIFFERENCE_RAMP.filter((_, index) => index % 2 === 0), unit: 'boliger/daa' } as const;
  return groups.map((group) =>
    group.id === 'areas' ? { ...group, legend: [{ text: 'Boliger per daa, B minus A', swatch }] } : group,
  );
}

const PIXEL_RATIO = 2;
const SCALE_PIXELS = 220;

/** The part of the map that no panel covers, west, south, east, north. */
function freeBounds(map: MapLibreMap): [number, number, number, number] {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const southWest = map.unproject([left, clientHeight - bottom]);
  const northEast = map.unproject([clientWidth - right, top]);
  return [southWest.lng, southWest.lat, northEast.lng, northEast.lat];
}

function visibleGroups(dataset: Dataset, settings: LayerSettings): readonly LayerGroup[] {
  return layerGroupsOf(dataset).filter((group) => settings.get(group.id)?.visible ?? group.initiallyVisible);
}

function defaultAttribution(dataset: Dataset, groups: readonly LayerGroup[]): readonly string[] {
  const drawn = new Set(groups.map(({ id }) => id));
  const layers = dataset.layers.filter((layer) => {
    const group = groupOfLayer(layer);
    return group === null ? layer.description.role === 'land' : drawn.has(group);
  });
  return [rightsHolders({ layers }).join(' · '), `Kilder: ${sourceLines({ layers }).join(' · ')}`];
}

/** The map's free part as a picture with title, legend, scale bar, north arrow and sources, PNG. */
export async function mapPicture(
  map: MapLibreMap,
  dataset: Dataset,
  style: MapStyle,
  shown: ShownState,
  options: MapImageOptions,
): Promise<Blob> {
  const view = { bounds: freeBounds(map), wide: PICTURE_MAP.wide, high: PICTURE_MAP.high, pixelRatio: PIXEL_RATIO, rasters: shown.rasters };
  const still = await drawOffscreen(dataset, style, view, (painter) => {
    painter.showLayers(shown.layers);
    if (shown.scenario !== undefined) painter.showScenario(...shown.scenario);
    painter.showDifference(shown.difference);
    painter.showConflicts(...shown.conflicts);
  });
  const groups = visibleGroups(dataset, shown.layers);
  const canvas = drawPicture(
    {
      map: still.picture,
      title: options.title ?? '',
      subtitle: options.subtitle ?? '',
      legend: options.legend === false ? [] : shown.difference ? withDifference(groups) : groups,
      attributionLines: options.attributionLines ?? defaultAttribution(dataset, groups),
      scale: scaleBar(metresPerPixel(still.zoom, still.latitude), SCALE_PIXELS),
    },
    PIXEL_RATIO,
  );
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('Nettleseren klarte ikke å lage bildet. Prøv en gang til.'));
      else resolve(blob);
    }, 'image/png');
  });
}
