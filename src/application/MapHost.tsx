import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Dataset } from '../core/domain/dataset';
import type { Conflict } from '../core/scoring/evaluation';
import type { Stores } from '../state/hooks';
import type { LayerGroup } from '../map/layerGroups';
import type { LayerSettings, MapCamera, MapView } from '../map/mapTypes';
import type { createMapView as CreateMapView } from '../map/mapView';
import { drawFirstPicture } from '../map/firstPicture';
import { buildStyle, type MapStyle } from '../map/style';
import { MAP_HOST_WORDS } from './words';
import { coveredEdges, watchCoveredEdges } from './coveredEdges';

interface MapHostProps {
  readonly stores: Stores;
  readonly groupsOf: (dataset: Dataset) => readonly LayerGroup[];
  readonly onMap: (view: MapView | null) => void;
}

const SHOWN = { visible: true, opacity: 1 } as const;

/** The map, drawn from the stores once a frame when they have changed; built anew on another data set. */
export function MapHost({ stores, groupsOf, onMap }: MapHostProps): ReactNode {
  const container = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const camera = useRef<MapCamera | null>(null);
  const dataset = useStore(stores.model, (state) => state.dataset);
  useEffect(() => {
    if (!container.current || !picture.current) return;
    return openMap(container.current, picture.current, stores, groupsOf(dataset), onMap, camera);
  }, [stores, dataset, groupsOf, onMap]);
  return (
    <>
      <canvas ref={picture} className="map-picture" aria-hidden="true" />
      <div ref={container} className="map-host" />
    </>
  );
}

function settingsOf({ view }: Stores, groups: readonly LayerGroup[]): LayerSettings {
  const { layers } = view.getState();
  return new Map(groups.map((group) => [group.id, layers.get(group.id) ?? SHOWN]));
}

/** Draws the first picture, once, and starts the live map when it is on the screen. */
function openMap(
  container: HTMLElement,
  picture: HTMLCanvasElement,
  stores: Stores,
  groups: readonly LayerGroup[],
  onMap: (map: MapView | null) => void,
  camera: { current: MapCamera | null },
): () => void {
  const { dataset } = stores.model.getState();
  const style = buildStyle(dataset, stores.takenLayers.getState().drawings);
  if (picture.dataset['drawn'] !== 'true') {
    drawFirstPicture(picture, dataset, style, settingsOf(stores, groups), coveredEdges(container));
    picture.dataset['drawn'] = 'true';
  }
  let close: (() => void) | null = null;
  let isOpen = true;
  const frame = requestAnimationFrame(() => {
    setTimeout(() => {
      // The drawing machine is most of the program: the page is read and worked on before it is there.
      import('../map/mapView').then(
        ({ createMapView }) => {
          if (isOpen) close = hostMap(createMapView, container, style, stores, groups, onMap, camera);
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

function isSameConflict(conflict: Conflict, other: Conflict | null): boolean {
  return conflict.area === other?.area && conflict.kind === other.kind;
}

function hostMap(
  createMapView: typeof CreateMapView,
  container: HTMLElement,
  style: MapStyle,
  stores: Stores,
  groups: readonly LayerGroup[],
  onMap: (map: MapView | null) => void,
  camera: { current: MapCamera | null },
): () => void {
  const { model, view, notices, takenLayers } = stores;
  const tellProblem = (text: string): void => {
    notices.tell({ subject: 'kart', tone: 'problem', text });
  };
  let map: MapView;
  try {
    map = createMapView(container, model.getState().dataset, style, {
      onHover: (target) => {
        view.hover(target);
      },
      onBox: (areas) => {
        view.pin(null);
        view.selectAlso(areas);
      },
      onClick: (target, place) => {
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
    }, camera.current);
  } catch (problem) {
    tellProblem(problem instanceof Error ? problem.message : String(problem));
    return () => undefined;
  }
  onMap(map);

  const stale = { scenario: true, view: true, padding: true };
  let frame: number | null = null;

  function draw(): void {
    frame = null;
    const { tracked, evaluated, facts } = model.getState();
    const { selectedArea, highlightedArea, highlightedTown, focusedConflict, allConflicts, shownPeriods, alsoSelected } = view.getState();
    if (stale.padding) map.setPadding(coveredEdges(container));
    if (stale.scenario) {
      const evaluation = evaluated?.evaluation ?? null;
      map.showScenario(tracked.scenario, evaluation, facts.size > 0 ? facts : null, shownPeriods ?? undefined);
    }
    if (stale.scenario || stale.view) {
      const conflicts = evaluated?.evaluation.conflicts ?? [];
      map.showConflicts(
        conflicts.filter(
          (conflict) => allConflicts || conflict.severity === 'forbidden' || isSameConflict(conflict, focusedConflict),
        ),
        focusedConflict,
      );
    }
    if (stale.view) {
      map.showLayers(settingsOf(stores, groups));
      map.showOnlineServices(view.getState().onlineServices);
      map.select(new Set([selectedArea, highlightedArea, ...alsoSelected].filter((area) => area !== null)));
      map.highlightTown(highlightedTown);
    }
    stale.scenario = false;
    stale.view = false;
    stale.padding = false;
  }

  function drawSoon(what: keyof typeof stale): void {
    stale[what] = true;
    frame ??= requestAnimationFrame(draw);
  }

  const stopModel = model.subscribe(() => {
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
  const stopDrawings = takenLayers.subscribe(({ drawings }, before) => {
    if (drawings !== before.drawings) map.showDrawings(drawings);
  });
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
    stopView();
    stopDrawings();
    camera.current = map.camera();
    sizes.disconnect();
    stopCovers();
    if (frame !== null) cancelAnimationFrame(frame);
    onMap(null);
    map.destroy();
  };
}
