import type { LngLatBoundsLike } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { createMapCanvas, WAITING_PIXEL_RATIO } from './mapCanvas';
import { mapLibreSurface } from './mapSurface';
import { showRasters, type RasterOnMap } from './rasterLayers';
import { createScenarioPainter, type ScenarioPainter } from './scenarioPainter';
import type { MapStyle } from './style';

/** A map drawn apart from the page, so that the user's own does not flicker. */
export interface Still {
  readonly picture: HTMLCanvasElement;
  readonly zoom: number;
  readonly latitude: number;
}

const TIME_LIMIT_MILLISECONDS = 60_000;

/**
 * Draws the map of `bounds` at the given size and hands back its pixels. `paint` shows on it what is to be seen.
 * Rejects with a Norwegian message when the map is not drawn in a minute.
 */
export function drawOffscreen(
  dataset: Dataset,
  style: MapStyle,
  view: { readonly bounds: LngLatBoundsLike; readonly wide: number; readonly high: number; readonly pixelRatio: number; readonly rasters?: readonly RasterOnMap[] },
  paint: (painter: ScenarioPainter) => void,
): Promise<Still> {
  const container = document.createElement('div');
  Object.assign(container.style, {
    position: 'fixed',
    left: '-20000px',
    top: '0',
    visibility: 'hidden',
    width: `${view.wide}px`,
    height: `${view.high}px`,
  });
  container.setAttribute('aria-hidden', 'true');
  container.inert = true;
  document.body.append(container);
  const map = createMapCanvas(container, dataset, style, {
    bounds: view.bounds,
    interactive: false,
    fadeDuration: 0,
    pixelRatio: WAITING_PIXEL_RATIO,
  });
  const drawn = new Promise<Still>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('Kartbildet ble ikke ferdig tegnet. Prøv en gang til, gjerne med færre kartlag på.'));
    }, TIME_LIMIT_MILLISECONDS);
    const keep = (): void => {
      clearTimeout(timer);
      const source = map.getCanvas();
      const picture = document.createElement('canvas');
      picture.width = source.width;
      picture.height = source.height;
      picture.getContext('2d', { willReadFrequently: true })?.drawImage(source, 0, 0);
      resolve({ picture, zoom: map.getZoom(), latitude: map.getCenter().lat });
    };
    map.once('style.load', () => {
      paint(createScenarioPainter(mapLibreSurface(map), style));
      showRasters(map, view.rasters ?? []);
      map.once('idle', () => {
        // Tiles are there and names are placed, so the one frame in full is complete. Its pixels can be read only while
        // it is drawn: the buffer is not kept, which would slow every frame.
        map.once('render', keep);
        map.setPixelRatio(view.pixelRatio);
      });
    });
  });
  return drawn.finally(() => {
    map.remove();
    container.remove();
  });
}
