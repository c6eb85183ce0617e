import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { attributionControl } from './attributionControl';
import { createMapCanvas, WAITING_PIXEL_RATIO } from './mapCanvas';
import { mapLibreSurface } from './mapSurface';
import type { CompanionMap } from './mapTypes';
import { showRasters } from './rasterLayers';
import { createScenarioPainter } from './scenarioPainter';
import type { MapStyle } from './style';

/** Moves each map where the other is moved. @returns how to leave off */
function linkCameras(one: MapLibreMap, other: MapLibreMap): () => void {
  let isMirroring = false;
  const mirror = (from: MapLibreMap, to: MapLibreMap) => (): void => {
    if (isMirroring) return;
    isMirroring = true;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
    isMirroring = false;
  };
  const there = mirror(one, other);
  const back = mirror(other, one);
  one.on('move', there);
  other.on('move', back);
  there();
  return () => {
    one.off('move', there);
    other.off('move', back);
  };
}

/** A second map in `container` that looks where `leader` looks, and leads it where it is moved itself. */
export function createCompanionMap(leader: MapLibreMap, container: HTMLElement, dataset: Dataset, style: MapStyle): CompanionMap {
  container.classList.add('map-view', 'map-loading');
  const map = createMapCanvas(container, dataset, style, { pixelRatio: WAITING_PIXEL_RATIO });
  map.addControl(attributionControl(dataset), 'bottom-left');
  const painter = createScenarioPainter(mapLibreSurface(map), style);
  const unlink = linkCameras(leader, map);
  let loaded = false;
  const waiting: (() => void)[] = [];
  const whenLoaded = (task: () => void): void => {
    if (loaded) task();
    else waiting.push(task);
  };
  map.once('style.load', () => {
    loaded = true;
    for (const task of waiting.splice(0)) task();
  });
  map.once('load', () => {
    map.setPixelRatio(devicePixelRatio);
    map.once('render', () => {
      container.classList.remove('map-loading');
      container.dataset['ready'] = 'true';
    });
  });
  return {
    showScenario: (...scenario) => whenLoaded(() => painter.showScenario(...scenario)),
    showLayers: (settings) => whenLoaded(() => painter.showLayers(settings)),
    showRasters: (rasters) => whenLoaded(() => showRasters(map, rasters)),
    setPadding: (padding) => {
      container.style.setProperty('--map-padding-bottom', `${padding.bottom}px`);
      map.setPadding({ ...padding });
      map.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    },
    resize: () => map.resize(),
    destroy: () => {
      unlink();
      map.remove();
      container.classList.remove('map-view', 'map-loading');
      delete container.dataset['ready'];
    },
  };
}
