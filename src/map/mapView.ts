import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { type GeoJSONSource, type Map as MapLibreMap, ScaleControl } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';
import { attributionControl } from './attributionControl';
import { areasInBox } from './boxSelection';
import { boundsOfPolygons, joinedBounds, type LonLatBounds } from './bounds';
import { cameraTarget, moveCamera, toLngLatBounds } from './camera';
import { createMapDrawing } from './drawing/mapDrawing';
import { placeMark } from './drawing/placeMark';
import { snapGround } from './drawing/snapGround';
import { addKeyboardCursor } from './keyboardCursor';
import { createMapCanvas, WAITING_PIXEL_RATIO } from './mapCanvas';
import { mapPicture, type ShownState } from './mapPicture';
import { mapLibreSurface } from './mapSurface';
import type { MapCamera, MapHandlers, MapPadding, MapView } from './mapTypes';
import { watchPointer } from './pointer';
import { openingBounds, OPENING_MARGIN_PIXELS } from './openingView';
import { serviceOfSource, showOnlinePictures } from './onlinePictures';
import { createScenarioPainter } from './scenarioPainter';
import { layerSource } from './sourceIds';
import type { MapStyle } from './style';

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
  dataset: Dataset,
  style: MapStyle,
  handlers: MapHandlers,
  camera: MapCamera | null = null,
): MapView {
  container.classList.add('map-view', 'map-loading');
  const map = startMap(container, dataset, style, {
    pixelRatio: WAITING_PIXEL_RATIO,
    boxZoom: { boxZoomEnd: (_map, from, to) => handlers.onBox(areasInBox(map, from, to)) },
  });
  const painter = createScenarioPainter(mapLibreSurface(map), dataset, style);
  const shown: ShownState = { conflicts: [[], null], layers: new Map() };
  let untouched = camera === null;
  /** The opening view with what else is to be in sight; null for the opening view alone. */
  let alsoSeen: LonLatBounds | null = null;

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
      return createLibraryPad(map, () => snapGround(dataset, shown.scenario?.[0] ?? null));
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
    const pointer = watchPointer(map, dataset, style, handlers, () => shown.conflicts[0], drawing.isBusy);
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
  map.addControl(attributionControl(dataset), 'bottom-left');
  for (const gesture of ['dragstart', 'wheel', 'dblclick', 'touchstart'] as const) {
    map.once(gesture, () => {
      untouched = false;
    });
  }

  const toOpening = (animate: boolean): void => {
    map.fitBounds(alsoSeen === null ? openingBounds(dataset.parameters) : toLngLatBounds(alsoSeen), { padding: OPENING_MARGIN_PIXELS, animate, duration: 180, linear: true });
  };
  if (camera) map.jumpTo({ center: [...camera.centre], zoom: camera.zoom });
  else toOpening(false);

  const setPadding = (padding: MapPadding): void => {
    for (const [side, pixels] of Object.entries(padding)) {
      container.style.setProperty(`--map-padding-${side}`, `${pixels}px`);
    }
    map.setPadding({ ...padding });
    // Until the user has moved the map, the opening view keeps between the panels.
    if (untouched) toOpening(false);
  };

  return {
    showScenario: (...scenario) => {
      shown.scenario = scenario;
      whenLoaded(() => painter.showScenario(...scenario));
    },
    showDifference: (pieces) => whenLoaded(() => painter.showDifference(pieces)),
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
      const target = cameraTarget(place, dataset, shown.scenario?.[0] ?? null);
      if (target === null) return;
      untouched = false;
      moveCamera(map, target);
    },
    showDrawings: (drawings) =>
      whenLoaded(() => {
        for (const [layer, address] of drawings) void map.getSource<GeoJSONSource>(layerSource(layer))?.setData(address);
      }),
    showCamera: ({ centre, zoom }) => {
      untouched = false;
      map.easeTo({ center: [...centre], zoom, duration: 180 });
    },
    camera: () => {
      if (untouched) return null;
      const { lng, lat } = map.getCenter();
      return { centre: [lng, lat], zoom: map.getZoom() };
    },
    zoomIn: () => {
      untouched = false;
      map.zoomIn({ duration: 180 });
    },
    zoomOut: () => {
      untouched = false;
      map.zoomOut({ duration: 180 });
    },
    resetView: () => {
      untouched = true;
      toOpening(true);
    },
    setPadding,
    keepInSight: (outlines) => {
      const [west, south, east, north] = openingBounds(dataset.parameters);
      const before = alsoSeen;
      alsoSeen = outlines.map(boundsOfPolygons).reduce(joinedBounds, { west, south, east, north });
      if (outlines.length === 0) alsoSeen = null;
      if (untouched && JSON.stringify(alsoSeen) !== JSON.stringify(before)) toOpening(false);
    },
    openCompanion: async (companion) => {
      const { createCompanionMap } = await import('./companionMap');
      return createCompanionMap(map, companion, dataset, style);
    },
    drawing,
    toPng: (options = {}) => mapPicture(map, dataset, style, shown, options),
    resize: () => {
      if (map.loaded() && map.getPixelRatio() !== devicePixelRatio) map.setPixelRatio(devicePixelRatio);
      else map.resize();
      if (untouched) toOpening(false);
    },
    destroy: () => {
      drawing.end();
      map.remove();
      container.classList.remove('map-view', 'map-loading');
    },
  };
}
