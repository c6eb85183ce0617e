import { type LngLatBoundsLike, Map as MapLibreMap, type MapOptions, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Dataset } from '../core/domain/dataset';
import { grownBounds } from './bounds';
import { toLngLatBounds } from './camera';
import { hatchImage, IMAGE_PIXEL_RATIO, type MapImage, stippleImage, warningImage } from './images';
import { PALETTE } from './palette';
import { openingBounds } from './openingView';
import { IMAGES } from './sourceIds';
import { stationImages } from './stationFeatures';
import type { MapStyle } from './style';

setWorkerUrl(workerUrl);

/** While tiles come in the map is drawn over and over, unseen; in small that costs next to nothing. */
export const WAITING_PIXEL_RATIO = 0.1;

const SMALLEST_ZOOM = 9;
const LARGEST_ZOOM = 18;

/** Norwegian texts for what MapLibre says itself. */
const LOCALE = {
  'Map.Title': 'Kart. Piltastene flytter kartet, pluss og minus endrer målestokk, Enter velger det som er under ringen i midten.',
};

function patternImages(): ReadonlyMap<string, MapImage> {
  return new Map([
    [IMAGES.farmland, hatchImage(PALETTE.farmlandHatch, 4, 0.7, true)],
    [IMAGES.marka, stippleImage(PALETTE.markaHatch, 8, 0.8)],
    [IMAGES.green, stippleImage(PALETTE.greenMark, 8, 0.6)],
    [IMAGES.flood, hatchImage(PALETTE.flood, 6, 0.9, false)],
    [IMAGES.quickClay, hatchImage(PALETTE.quickClay, 7, 1, true)],
    [IMAGES.noise, stippleImage(PALETTE.noise, 6, 0.9)],
    [IMAGES.natureReserve, hatchImage(PALETTE.natureReserve, 9, 1, true)],
    [IMAGES.protection, hatchImage(PALETTE.markaEdge, 9, 1.1, false)],
    [IMAGES.forbidden, hatchImage(PALETTE.forbidden, 8, 1.6, true)],
    [IMAGES.overCapacity, hatchImage(PALETTE.overCapacity, 8, 1.5, false)],
    [IMAGES.fewer, hatchImage(PALETTE.fewer, 7, 0.9, false)],
    [IMAGES.warning, warningImage(PALETTE.warning, '#ffffff', PALETTE.halo)],
    [IMAGES.forbiddenSign, warningImage(PALETTE.forbidden, '#ffffff', PALETTE.halo)],
  ]);
}

/** Has the map know images that it does not know yet. */
export function addImages(map: MapLibreMap, images: ReadonlyMap<string, MapImage>): void {
  for (const [name, image] of images) {
    if (!map.hasImage(name)) map.addImage(name, { ...image, data: new Uint8ClampedArray(image.data) }, { pixelRatio: IMAGE_PIXEL_RATIO });
  }
}

/** Where a map of the style can be moved; null for anywhere. */
export function boundsOfStyle(style: MapStyle): LngLatBoundsLike | null {
  return style.ground.extent === null ? null : toLngLatBounds(grownBounds(style.ground.extent, 1));
}

/** A MapLibre map with the style and its images, north up, that asks nobody for anything. */
export function createMapCanvas(
  container: HTMLElement,
  dataset: Dataset,
  style: MapStyle,
  options: Partial<MapOptions> = {},
): MapLibreMap {
  const maxBounds = boundsOfStyle(style);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new MapLibreMap({
    container,
    style: style.specification,
    bounds: openingBounds(dataset.parameters),
    minZoom: SMALLEST_ZOOM,
    maxZoom: LARGEST_ZOOM,
    ...(maxBounds === null ? {} : { maxBounds }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    renderWorldCopies: false,
    fadeDuration: still ? 0 : 150,
    locale: LOCALE,
    ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.once('style.load', () => {
    addImages(map, patternImages());
    addImages(map, stationImages(dataset.stations, style.rail));
  });
  return map;
}
