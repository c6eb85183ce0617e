import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { type Map as MapLibreMap, ScaleControl } from 'maplibre-gl';
import { attributionControl } from './attributionControl';
import { areasInBox } from './boxSelection';
import { boundsOfPolygons, joinedBounds } from './bounds';
import { cameraTarget, moveCamera } from './camera';
import { createMapDrawing } from './drawing/mapDrawing';
import { placeMark } from './drawing/placeMark';
import { snapGround } from './drawing/snapGround';
import { addKeyboardCursor } from './keyboardCursor';
import { exchangeStyle } from './exchangeStyle';
import { addImages, boundsOfStyle, createMapCanvas, WAITING_PIXEL_RATIO } from './mapCanvas';
import { mapPicture, type ShownState } from './mapPicture';
import { mapLibreSurface } from './mapSurface';
import { keptMap } from './keptMap';
import type { MapHandlers, MapView } from './mapTypes';
import { watchPointer } from './pointer';
import { openingBounds } from './openingView';
import { provideLayerTiles } from './ownTiles';
import { provideRasterTiles, showRasters } from './rasterLayers';
import { serviceOfSource, showOnlinePictures } from './onlinePictures';
import { createScenarioPainter } from './scenarioPainter';
import { stationImages } from './stationFeatures';
import type { MapStyle } from './style';
import { createViewKeeper } from './viewKeeper';

function startMap(...parameters: Parameters<typeof createMapCanvas>): MapLibreMap {
  try {
    return createMapCanvas(...parameters);
  } catch (error) {
    throw new Error('Kartet kan ikke tegnes: nettleseren gir ikke tilgang til WebGL 2. Prøv en annen nettleser, eller slå på maskinvareakselerasjon.', {
      cause: error,
    });
  }
}

/** Draws the data set in `container` in its style and returns the map to be driven. Throws with a Norwegian message where WebGL 2 is missing. */
export function createMapView(
  container: HTMLElement,
  opening: MapStyle,
  handlers: MapHandlers,
): MapView {
  let style = opening;
  const { parameters } = opening.dataset;
  container.classList.add('map-view', 'map-loading');
  const map = startMap(container, style.dataset, style, {
    pixelRatio: WAITING_PIXEL_RATIO,
    boxZoom: { boxZoomEnd: (_map, from, to) => handlers.onBox(areasInBox(map, from, to)) },
  });
  const painter = createScenarioPainter(mapLibreSurface(map), style);
  provideLayerTiles(handlers.onLayerTile);
  provideRasterTiles(handlers.onRasterTile);
  const shown: ShownState = { conflicts: [[], null], layers: new Map(), rasters: [], difference: null };
  const keeper = createViewKeeper(keptMap(map), openingBounds(parameters), false);

  let loaded = false;
  const waiting: (() => void)[] = [];
  const whenLoaded = (task: () => void): void => {
    if (loaded) task();
    else waiting.push(task);
  };
  const styleLoaded = new Promise<void>((resolve) => {
    whenLoaded(resolve);
  });
  const drawing = createMapDrawing({
    fetchPad: async () => {
      const [{ createLibraryPad }] = await Promise.all([import('./drawing/libraryPad'), styleLoaded]);
      return createLibraryPad(map, () => snapGround(style.dataset, shown.scenario?.[0] ?? null));
    },
    mark: placeMark(map),
    onListening: (listens) => {
      container.dataset['drawing'] = String(listens);
    },
    onFailure: () => handlers.onError('Tegneverktøyet kunne ikke hentes. Last siden på nytt; arbeidet ditt er lagret.'),
  });
  map.once('style.load', () => {
    loaded = true;
    for (const task of waiting.splice(0)) task();
    const pointer = watchPointer(map, () => style, handlers, () => shown.conflicts[0], drawing.isBusy);
    addKeyboardCursor(map, {
      isBusy: drawing.isBusy,
      leave: pointer.leave,
      hoverAt: (point) => (drawing.isBusy() ? drawing.moveTo(point) : pointer.hoverAt(point)),
      clickAt: (point) => (drawing.isBusy() ? drawing.clickAt(point) : pointer.clickAt(point)),
    });
  });
  map.once('load', () => {
    map.setPixelRatio(devicePixelRatio);
    map.once('render', () => {
      container.classList.remove('map-loading');
      handlers.onReady();
    });
  });
  map.on('error', ({ error, ...event }) => {
    const service = 'sourceId' in event ? serviceOfSource(event.sourceId) : null;
    if (service) {
      handlers.onError(`${service.host} svarer ikke som ventet. Kartbildet derfra mangler; resten av siden virker. Slå tjenesten av eller prøv igjen senere.`);
      return;
    }
    handlers.onError(`Noe gikk galt i kartet. Last siden på nytt hvis det mangler noe. (${error.message})`);
  });
  // Tells that the map lies still again, for whoever drives the page by keys.
  map.on('moveend', () => {
    container.dataset['moves'] = String(Number(container.dataset['moves'] ?? 0) + 1);
  });
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
  let attribution = attributionControl(style.dataset);
  map.addControl(attribution, 'bottom-left');
  map.on('movestart', ({ originalEvent }) => {
    // Only a hand on mouse, screen or keys brings an event along.
    if (originalEvent) keeper.moved();
  });

  return {
    showScenario: (...scenario) => {
      shown.scenario = scenario;
      whenLoaded(() => painter.showScenario(...scenario));
    },
    showDifference: (pieces) => {
      shown.difference = pieces;
      whenLoaded(() => painter.showDifference(pieces));
    },
    showLayers: (settings) => {
      shown.layers = settings;
      whenLoaded(() => painter.showLayers(settings));
    },
    showOnlineServices: (services) => whenLoaded(() => showOnlinePictures(map, services)),
    select: (areas) => whenLoaded(() => painter.select(areas)),
    highlightTown: (town) => whenLoaded(() => painter.highlightTown(town)),
    showConflicts: (...conflicts) => {
      shown.conflicts = conflicts;
      whenLoaded(() => painter.showConflicts(...conflicts));
    },
    zoomTo: (place) => {
      const target = cameraTarget(place, style.dataset, shown.scenario?.[0] ?? null);
      if (target === null) return;
      keeper.moved();
      moveCamera(map, target);
    },
    useStyle: (next) =>
      whenLoaded(() => {
        painter.showConflicts(shown.conflicts[0], null);
        addImages(map, stationImages(next.dataset.stations, next.rail));
        exchangeStyle(map, style, next);
        if (next.ground !== style.ground) map.setMaxBounds(boundsOfStyle(next));
        style = next;
        painter.useStyle(style);
        map.removeControl(attribution);
        attribution = attributionControl(style.dataset);
        map.addControl(attribution, 'bottom-left');
      }),
    showRasters: (rasters) => {
      shown.rasters = rasters;
      whenLoaded(() => showRasters(map, rasters));
    },
    showCamera: ({ centre, zoom }) => {
      keeper.moved();
      map.easeTo({ center: [...centre], zoom, duration: 180 });
    },
    camera: () => {
      if (!keeper.isMoved()) return null;
      const { lng, lat } = map.getCenter();
      return { centre: [lng, lat], zoom: map.getZoom() };
    },
    zoomIn: () => {
      keeper.moved();
      map.zoomIn({ duration: 180 });
    },
    zoomOut: () => {
      keeper.moved();
      map.zoomOut({ duration: 180 });
    },
    resetView: keeper.reset,
    setPadding: (padding, anew) => {
      for (const [side, pixels] of Object.entries(padding)) {
        container.style.setProperty(`--map-padding-${side}`, `${pixels}px`);
      }
      keeper.setPadding(padding, anew);
    },
    keepInSight: (outlines) => {
      const [west, south, east, north] = openingBounds(parameters);
      const seen = outlines.map(boundsOfPolygons).reduce(joinedBounds, { west, south, east, north });
      keeper.keepInSight(outlines.length === 0 || !seen ? null : [seen.west, seen.south, seen.east, seen.north]);
    },
    openCompanion: async (companion) => {
      const { createCompanionMap } = await import('./companionMap');
      return createCompanionMap(map, companion, style.dataset, style);
    },
    drawing,
    toPng: (options = {}) => mapPicture(map, style.dataset, style, shown, options),
    resize: () => {
      if (map.loaded() && map.getPixelRatio() !== devicePixelRatio) map.setPixelRatio(devicePixelRatio);
      else map.resize();
      keeper.resized();
    },
    destroy: () => {
      drawing.end();
      map.remove();
      container.classList.remove('map-view', 'map-loading');
    },
  };
}
