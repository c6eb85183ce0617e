import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, type GeoJSONStoreFeatures } from 'terra-draw';
import { roundPosition } from '../../core/geometry/coordinates';
import type { LonLat, LonLatRing } from '../../core/geometry/shapes';
import type { DrawingListener, DrawingTask, DrawnShape } from '../../state/drawingTask';
import { followBrush } from './brushing';
import type { KeyedHand } from './mapHand';
import type { DrawingPad } from './drawingPad';
import { LibraryAdapter } from './libraryAdapter';
import { libraryModes } from './libraryModes';
import { followMove } from './moving';
import { outlineOfRings, ringFeatures, toRing, type RingFeature } from './ringFeatures';
import { SnapIndex, type SnapGround } from './snapIndex';
import { followVertices, type VertexHand } from './vertexHand';

/** How near a vertex has to be to what it is drawn to, CSS pixels. */
const SNAP_PIXELS = 10;

const MODES = { polygon: 'polygon', rectangle: 'rectangle', freehand: 'freehand', line: 'linestring', point: 'point' } as const;

/** A shape that is drawn, as ours; null while it goes round nothing. */
function shapeOf({ geometry }: Pick<GeoJSONStoreFeatures, 'geometry'>): DrawnShape | null {
  switch (geometry.type) {
    case 'Polygon': {
      const ring = toRing(geometry.coordinates[0] ?? []);
      const corners = new Set(ring.map(String));
      return corners.size < 3 ? null : { kind: 'outline', outline: [[ring]] };
    }
    case 'LineString': {
      const line = toRing(geometry.coordinates);
      return line.length < 2 ? null : { kind: 'line', line };
    }
    case 'Point': {
      const [longitude = 0, latitude = 0] = geometry.coordinates;
      return { kind: 'point', position: [longitude, latitude] };
    }
  }
}

/** What vertices snap to. */
interface Snapper {
  readonly at: (x: number, y: number) => LonLat | null;
  /** Finds out what lies in view before it is asked for. */
  readonly prepare: () => void;
  readonly forget: () => void;
}

/** Snaps to what lies in view; the index is made anew when the view has moved. */
function snapper(map: MapLibreMap, ground: () => SnapGround): Snapper {
  let known: SnapIndex | null = null;
  const forget = (): void => {
    known = null;
  };
  const inView = (): SnapIndex => {
    const view = map.getBounds();
    known ??= new SnapIndex(ground(), { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() });
    return known;
  };
  map.on('moveend', forget);
  return {
    forget,
    prepare: inView,
    at: (x, y) => {
      const index = inView();
      const southWest = map.unproject([x - SNAP_PIXELS, y + SNAP_PIXELS]);
      const northEast = map.unproject([x + SNAP_PIXELS, y - SNAP_PIXELS]);
      const reach = { west: southWest.lng, south: southWest.lat, east: northEast.lng, north: northEast.lat };
      return index.nearest({ x, y }, reach, SNAP_PIXELS, ([longitude, latitude]) => map.project([longitude, latitude]));
    },
  };
}

/** The pad that draws with the library terra-draw. `ground` is what vertices are drawn to. */
export function createLibraryPad(map: MapLibreMap, ground: () => SnapGround): DrawingPad {
  let task: DrawingTask | null = null;
  let listener: DrawingListener | null = null;
  let rings: readonly RingFeature[] = [];
  /** The ring whose vertices are shown; kept when the outline comes back changed. */
  let chosenRing = 0;
  /** What does the drawing where the library does not. */
  let hand: KeyedHand | null = null;
  let vertices: VertexHand | null = null;
  const snap = snapper(map, () => {
    const { outlines, lines } = ground();
    const edited = task?.kind === 'edit' ? task.outline : null;
    return { outlines: outlines.filter((outline) => outline !== edited), lines };
  });
  const adapter = new LibraryAdapter(map);
  const library = new TerraDraw({
    adapter,
    modes: libraryModes(({ containerX, containerY }) => {
      const found = snap.at(containerX, containerY);
      return found ? [...roundPosition(found)] : undefined;
    }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });

  const ringNow = (id: string): LonLatRing | null => {
    const geometry = library.getSnapshotFeature(id)?.geometry;
    return geometry?.type === 'Polygon' ? toRing(geometry.coordinates[0] ?? []) : null;
  };
  const edited = (): DrawnShape => ({ kind: 'outline', outline: outlineOfRings(rings, ringNow) });
  const isDrawn = ({ geometry, properties }: GeoJSONStoreFeatures): boolean =>
    (geometry.type !== 'Point' || task?.kind === 'point') && properties['mode'] === library.getMode();

  library.on('change', (ids, type) => {
    if (type === 'delete' || !listener) return;
    if (task?.kind === 'edit') {
      if (ids.some((id) => rings.some((ring) => ring.id === id)) && adapter.isDragging) listener.onShape(edited());
      return;
    }
    for (const id of ids) {
      const feature = library.getSnapshotFeature(id);
      if (feature && isDrawn(feature)) listener.onShape(shapeOf(feature));
    }
  });
  library.on('select', (id) => {
    chosenRing = Math.max(0, rings.findIndex((ring) => ring.id === id));
  });
  library.on('finish', (id, { action }) => {
    const hearer = listener;
    if (task?.kind === 'edit') {
      // A middle that is dragged is put in first: the drag's own end tells of both.
      if (action === 'insertMidpoint' && adapter.isDragging) return;
      const shape = edited();
      queueMicrotask(() => hearer?.onDone(shape));
      return;
    }
    const feature = library.getSnapshotFeature(id);
    const shape = feature && shapeOf(feature);
    // The library is still closing the shape.
    queueMicrotask(() => {
      if (library.enabled) library.clear();
      if (shape) hearer?.onDone(shape);
    });
  });

  function end(): void {
    hand?.end();
    hand = null;
    vertices?.end();
    vertices = null;
    if (library.enabled) library.stop();
    task = null;
    listener = null;
    rings = [];
    chosenRing = 0;
    snap.forget();
  }

  /** Has what lies in view at hand by the time the pointer goes down. */
  function prepareSnapping(): void {
    const wanted = task;
    setTimeout(() => {
      if (task === wanted) snap.prepare();
    });
  }

  function showRings(outline: Extract<DrawingTask, { kind: 'edit' }>['outline']): void {
    rings = ringFeatures(outline, () => crypto.randomUUID());
    library.setMode('select');
    library.addFeatures(
      rings.map(({ id, ring }) => ({
        type: 'Feature',
        id,
        properties: { mode: 'polygon' },
        geometry: { type: 'Polygon', coordinates: [ring.map((position) => [...position])] },
      })),
    );
    const chosen = rings[chosenRing] ?? rings[0];
    if (chosen) library.selectFeature(chosen.id);
  }

  return {
    begin: (wanted, hearer) => {
      const goesOn = wanted.kind === 'edit' && task?.kind === 'edit';
      if (!goesOn) end();
      task = wanted;
      listener = hearer;
      switch (wanted.kind) {
        case 'move':
          hand = followMove(map, wanted.outlines, hearer);
          break;
        case 'brush':
          hand = followBrush(map, wanted.radiusPixels, hearer);
          break;
        case 'edit':
          if (goesOn) library.clear();
          else library.start();
          snap.forget();
          showRings(wanted.outline);
          vertices?.end();
          vertices = followVertices(map, wanted.outline, ({ x, y }) => snap.at(x, y), hearer);
          prepareSnapping();
          break;
        default:
          library.start();
          library.setMode(MODES[wanted.kind]);
          prepareSnapping();
      }
    },
    clickAt: (point) => {
      const byKeys = hand ?? vertices;
      if (byKeys) byKeys.clickAt(point);
      else if (library.enabled) adapter.clickAt(point);
    },
    moveTo: (point) => {
      const byKeys = hand ?? vertices;
      if (byKeys) byKeys.moveTo(point);
      else if (library.enabled) adapter.moveTo(point);
    },
    removeVertex: () => (vertices ? vertices.remove() : library.enabled && library.undo()),
    finish: () => {
      if (library.enabled) adapter.press('Enter');
    },
    end,
  };
}
