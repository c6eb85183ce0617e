import { useEffect, useRef, type ReactNode } from 'react';
import type { Dataset } from '../core/domain/dataset';
import type { Stores } from '../state/hooks';
import type { LayerGroup } from '../map/layerGroups';
import type { LayerSettings, MapTarget, MapView } from '../map/mapTypes';
import type { createMapView as CreateMapView } from '../map/mapView';
import { drawFirstPicture } from '../map/firstPicture';
import { buildStyle, type MapStyle } from '../map/style';
import { hostCompanion } from './companionHost';
import { afterNextScores } from './afterScores';
import { coveredEdges, watchCoveredEdges } from './coveredEdges';
import { mainScene } from './mapScene';
import { rastersOnMap } from './rasterHost';
import { MAP_HOST_WORDS } from './words';

interface MapHostProps {
  readonly stores: Stores;
  readonly groupsOf: (dataset: Dataset) => readonly LayerGroup[];
  readonly onMap: (view: MapView | null) => void;
}

/** What the cards tell of by the open scenario's numbers, which are not those that two others are compared by. */
const OF_THE_OPEN_SCENARIO: ReadonlySet<MapTarget['kind']> = new Set(['area', 'town', 'measure', 'conflict']);

const SHOWN = { visible: true, opacity: 1 } as const;

/** The map, drawn from the stores once a frame when they have changed. */
export function MapHost({ stores, groupsOf, onMap }: MapHostProps): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const companion = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!container.current || !picture.current || !companion.current) return;
    const places = { main: container.current, picture: picture.current, companion: companion.current };
    return openMap(places, stores, () => groupsOf(stores.model.getState().dataset), onMap);
  }, [stores, groupsOf, onMap]);
  return (
    <>
      <canvas ref={picture} className="map-picture" aria-hidden="true" />
      <div ref={container} className="map-host" />
      <div ref={companion} className="map-companion" hidden />
    </>
  );
}

function settingsOf({ view }: Stores, groups: readonly LayerGroup[]): LayerSettings {
  const { layers } = view.getState();
  return new Map(groups.map((group) => [group.id, layers.get(group.id) ?? SHOWN]));
}

/** Where on the page the maps are drawn. */
interface MapPlaces {
  readonly main: HTMLElement;
  readonly picture: HTMLCanvasElement;
  /** For a second map, where two scenarios are compared. */
  readonly companion: HTMLElement;
}

/** Draws the first picture, once, and starts the live map when it is on the screen. */
function openMap(
  places: MapPlaces,
  stores: Stores,
  groups: () => readonly LayerGroup[],
  onMap: (map: MapView | null) => void,
): () => void {
  const { dataset } = stores.model.getState();
  const { picture } = places;
  const style = buildStyle(dataset);
  if (picture.dataset['drawn'] !== 'true') {
    drawFirstPicture(picture, dataset, style, settingsOf(stores, groups()), coveredEdges(places.main));
    picture.dataset['drawn'] = 'true';
  }
  let close: (() => void) | null = null;
  let isOpen = true;
  const frame = requestAnimationFrame(() => {
    setTimeout(() => {
      // The drawing machine is most of the program: the page is read and worked on before it is there.
      import('../map/mapView').then(
        ({ createMapView }) => {
          if (isOpen) close = hostMap(createMapView, places, style, stores, groups, onMap);
        },
        () => {
          stores.notices.tell({ subject: 'kart', tone: 'problem', text: MAP_HOST_WORDS.notFetched });
        },
      );
    });
  });
  return () => {
    isOpen = false;
    cancelAnimationFrame(frame);
    close?.();
  };
}

function hostMap(
  createMapView: typeof CreateMapView,
  { main: container, companion: companionPlace }: MapPlaces,
  opening: MapStyle,
  stores: Stores,
  groups: () => readonly LayerGroup[],
  onMap: (map: MapView | null) => void,
): () => void {
  const { model, view, notices, takenLayers, rasters, difference } = stores;
  const isComparing = (): boolean => difference.getState().view !== null;
  const tellProblem = (text: string): void => {
    notices.tell({ subject: 'kart', tone: 'problem', text });
  };
  let map: MapView;
  try {
    map = createMapView(container, opening, {
      onHover: (target) => {
        view.hover(isComparing() && target !== null && OF_THE_OPEN_SCENARIO.has(target.kind) ? null : target);
      },
      onBox: (areas) => {
        if (isComparing()) return;
        view.pin(null);
        view.selectAlso(areas);
      },
      onClick: (target, place) => {
        if (isComparing()) return;
        if (place.adds && target?.kind === 'area') {
          view.pin(null);
          view.selectAlso([target.area]);
          return;
        }
        view.pin(target && { target, beneath: place.beneath });
        view.selectArea(target?.kind === 'area' ? target.area : null);
        view.focusConflict(target?.kind === 'conflict' ? target.conflict : null);
      },
      onReady: () => {
        container.dataset['ready'] = 'true';
      },
      onError: tellProblem,
      onLayerTile: takenLayers.tile,
      onRasterTile: rasters.tile,
    });
  } catch (problem) {
    container.dataset['ready'] = 'false';
    tellProblem(problem instanceof Error ? problem.message : String(problem));
    return () => undefined;
  }
  onMap(map);

  const companion = hostCompanion(map, companionPlace, stores, () => settingsOf(stores, groups()));
  const stale = { scenario: true, view: true, padding: true };
  let frame: number | null = null;

  function draw(): void {
    frame = null;
    const { selectedArea, highlightedArea, highlightedTown, focusedConflict, alsoSelected } = view.getState();
    const scene = mainScene(stores);
    // A room is shown the towns as large as they get.
    if (stale.padding) map.setPadding(coveredEdges(container), view.getState().presenting);
    if (stale.scenario) {
      map.showScenario(scene.scenario, scene.evaluation, scene.facts, scene.periods);
      map.showDifference(scene.pieces);
      map.keepInSight(scene.inSight);
    }
    if (stale.scenario || stale.view) map.showConflicts(scene.conflicts, focusedConflict);
    if (stale.view) {
      map.showLayers(settingsOf(stores, groups()));
      map.showOnlineServices(view.getState().onlineServices);
      map.select(new Set([selectedArea, highlightedArea, ...alsoSelected].filter((area) => area !== null)));
      map.highlightTown(highlightedTown);
    }
    companion.draw();
    stale.scenario = false;
    stale.view = false;
    stale.padding = false;
  }

  function drawSoon(what: keyof typeof stale): void {
    stale[what] = true;
    frame ??= requestAnimationFrame(draw);
  }

  let style = opening;
  let awaited = opening.dataset;
  let stopWaiting: (() => void) | null = null;
  function drawDataset(): void {
    const { dataset } = model.getState();
    awaited = dataset;
    if (dataset === style.dataset) return;
    style = buildStyle(dataset, style);
    map.useStyle(style);
    companion.renew();
    drawSoon('view');
  }
  drawDataset();

  const stopModel = model.subscribe(({ dataset }) => {
    if (dataset !== awaited) {
      awaited = dataset;
      stopWaiting?.();
      stopWaiting = afterNextScores(model, drawDataset);
    }
    drawSoon('scenario');
  });
  const stopView = view.subscribe((state, before) => {
    if (state.shownPeriods !== before.shownPeriods) drawSoon('scenario');
    if (
      state.selectedArea !== before.selectedArea ||
      state.alsoSelected !== before.alsoSelected ||
      state.highlightedArea !== before.highlightedArea ||
      state.highlightedTown !== before.highlightedTown ||
      state.focusedConflict !== before.focusedConflict ||
      state.allConflicts !== before.allConflicts ||
      state.layers !== before.layers ||
      state.onlineServices !== before.onlineServices
    ) {
      drawSoon('view');
    }
  });
  const stopDifference = difference.subscribe((state, before) => {
    if (state.view !== before.view || state.pair !== before.pair || state.pieces !== before.pieces) drawSoon('scenario');
  });
  const showRasters = (): void => map.showRasters(rastersOnMap(rasters));
  const stopRasters = rasters.subscribe((state, before) => {
    if (state.rasters !== before.rasters || state.shown !== before.shown) showRasters();
  });
  showRasters();
  const sizes = new ResizeObserver(() => {
    map.resize();
    drawSoon('padding');
  });
  sizes.observe(container);
  const stopCovers = watchCoveredEdges(() => {
    drawSoon('padding');
  });
  draw();

  return () => {
    stopModel();
    stopWaiting?.();
    stopView();
    stopRasters();
    stopDifference();
    companion.destroy();
    sizes.disconnect();
    stopCovers();
    if (frame !== null) cancelAnimationFrame(frame);
    onMap(null);
    map.destroy();
  };
}
