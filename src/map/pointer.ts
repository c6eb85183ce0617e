import { type Map as MapLibreMap, Point } from 'maplibre-gl';
import type { Conflict } from '../core/scoring/evaluation';
import type { MapHandlers, MapTarget } from './mapTypes';
import { SOURCES } from './sourceIds';
import { ringId } from './stationFeatures';
import type { MapStyle } from './style';
import { targetsOf } from './targets';
import { RING_WALKS_METRES } from './walkingRings';

/** How far beside a line or a point the pointer may be, CSS pixels. */
const REACH_PIXELS = 5;

const LAYER_PREFIX = 'layer:';
const TARGET_SOURCES: ReadonlySet<string> = new Set([SOURCES.areas, SOURCES.difference, SOURCES.measures, SOURCES.towns, SOURCES.stations, SOURCES.conflicts]);

interface HoverState {
  readonly source: string;
  readonly id: string;
}

function hoverStates(target: MapTarget | null): readonly HoverState[] {
  if (target?.kind === 'area') return [{ source: SOURCES.areas, id: target.area }];
  if (target?.kind === 'piece') return [{ source: SOURCES.difference, id: target.piece }];
  if (target?.kind === 'station') {
    return RING_WALKS_METRES.map((walk) => ({ source: SOURCES.rings, id: ringId(target.station, walk) }));
  }
  return [];
}

/** Layers of the style whose features can be pointed at: those that take a steady hand, and those that do not. */
interface TargetLayers {
  readonly near: string[];
  readonly exact: string[];
}

const NEVER_NEAR: ReadonlySet<string> = new Set([SOURCES.areas, SOURCES.difference, SOURCES.towns]);

function targetLayersOf(style: MapStyle): TargetLayers {
  const near: string[] = [];
  const exact: string[] = [];
  for (const { spec } of style.layers) {
    if (!('source' in spec) || (!spec.source.startsWith(LAYER_PREFIX) && !TARGET_SOURCES.has(spec.source))) continue;
    if (spec.type === 'fill') exact.push(spec.id);
    else if (!spec.id.endsWith('-name') && !spec.id.endsWith(':highlight') && !NEVER_NEAR.has(spec.source)) near.push(spec.id);
  }
  return { near, exact };
}

/** Finds what the pointer, or the middle of the map for the keyboard, is on, and tells it. Ends with the map. */
export function watchPointer(
  map: MapLibreMap,
  shownStyle: () => MapStyle,
  handlers: MapHandlers,
  conflicts: () => readonly Conflict[],
  isMuted: () => boolean,
): { readonly hoverAt: (point: Point) => void; readonly clickAt: (point: Point) => void; readonly leave: () => void } {
  let known: { readonly style: MapStyle; readonly layers: TargetLayers } | null = null;
  const targetLayers = (): TargetLayers => {
    const style = shownStyle();
    if (known?.style !== style) known = { style, layers: targetLayersOf(style) };
    return known.layers;
  };

  const find = (point: Point): readonly MapTarget[] => {
    const box: [[number, number], [number, number]] = [
      [point.x - REACH_PIXELS, point.y - REACH_PIXELS],
      [point.x + REACH_PIXELS, point.y + REACH_PIXELS],
    ];
    const { near, exact } = targetLayers();
    const found = [
      ...map.queryRenderedFeatures(box, { layers: near }),
      ...map.queryRenderedFeatures(point, { layers: exact }),
    ];
    return targetsOf(shownStyle().dataset, conflicts(), found);
  };

  let hovered: readonly HoverState[] = [];
  const show = (target: MapTarget | null, point: Point): void => {
    const wanted = hoverStates(target);
    if (wanted.map(({ id }) => id).join() !== hovered.map(({ id }) => id).join()) {
      for (const feature of hovered) map.setFeatureState(feature, { hover: false });
      for (const feature of wanted) map.setFeatureState(feature, { hover: true });
      hovered = wanted;
    }
    handlers.onHover(target, { x: point.x, y: point.y });
  };

  const hoverAt = (point: Point): void => {
    if (isMuted()) return;
    const [target = null] = find(point);
    map.getCanvas().style.cursor = target === null ? '' : 'pointer';
    show(target, point);
  };
  const clickAt = (point: Point, adds = false): void => {
    if (isMuted()) return;
    const [target = null, ...beneath] = find(point);
    const { lng, lat } = map.unproject(point);
    handlers.onClick(target, { point: { x: point.x, y: point.y }, position: [lng, lat], beneath, adds });
  };

  let waiting: Point | null = null;
  map.on('mousemove', ({ point }) => {
    // One look per frame: a mouse can report far more often.
    if (waiting === null) {
      requestAnimationFrame(() => {
        if (waiting !== null) hoverAt(waiting);
        waiting = null;
      });
    }
    waiting = point;
  });
  const leave = (): void => {
    waiting = null;
    show(null, map.project(map.getCenter()));
  };
  map.on('mouseout', leave);
  map.on('click', ({ point, originalEvent }) => clickAt(point, originalEvent.shiftKey));
  // With Shift down MapLibre takes a click for the beginning of a box, and swallows it.
  map.on('boxzoomcancel', ({ originalEvent }) => {
    if (!(originalEvent instanceof MouseEvent)) return;
    const { left, top } = map.getContainer().getBoundingClientRect();
    clickAt(new Point(originalEvent.clientX - left, originalEvent.clientY - top), true);
  });
  return { hoverAt, clickAt, leave };
}
