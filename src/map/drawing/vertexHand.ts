import type { AddLayerObject, GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { roundPosition } from '../../core/geometry/coordinates';
import type { LonLat, LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { DrawingListener } from '../../state/drawingTask';
import { collection, pointFeature, polygonFeature } from '../features';
import type { ScreenPoint } from '../mapTypes';
import { PALETTE } from '../palette';
import { edgeAt, positionOf, vertexAt, withoutVertex, withVertexAfter, withVertexAt, type VertexPlace } from './vertices';

const SOURCE = 'picked-vertex';
const LAYERS: readonly AddLayerObject[] = [
  { id: `${SOURCE}:line`, source: SOURCE, type: 'line', paint: { 'line-color': PALETTE.hand, 'line-width': 2.5 } },
  {
    id: `${SOURCE}:point`,
    source: SOURCE,
    type: 'circle',
    // The corners of polygons would be circles too.
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 8, 'circle-color': PALETTE.hand, 'circle-stroke-color': PALETTE.paper, 'circle-stroke-width': 2.5 },
  },
];

/** How near a vertex or an edge has to be to be meant, CSS pixels. */
const REACH_PIXELS = 14;

/** Picks vertices of an outline that is edited: by a click, to be taken out; by the keyboard's ring, to be carried. */
export interface VertexHand {
  /** Picks what lies under the keyboard's ring, puts a vertex in on an edge, or lets go of what is carried there. */
  readonly clickAt: (point: ScreenPoint) => void;
  readonly moveTo: (point: ScreenPoint) => void;
  /** Takes the picked vertex out; whether one was picked. */
  readonly remove: () => boolean;
  readonly end: () => void;
}

interface Picked {
  readonly place: VertexPlace;
  /** The outline with the vertex in it, as it would be if it were let go of. */
  readonly outline: LonLatMultiPolygon;
  /** Whether the keyboard carries it. */
  readonly isCarried: boolean;
}

/** Follows clicks and the keyboard over the vertices of `outline`. `snap` draws a carried vertex to what lies near. */
export function followVertices(
  map: MapLibreMap,
  outline: LonLatMultiPolygon,
  snap: (point: ScreenPoint) => LonLat | null,
  listener: DrawingListener,
): VertexHand {
  const project = ([longitude, latitude]: LonLat): ScreenPoint => map.project([longitude, latitude]);
  let picked: Picked | null = null;

  function show(next: Picked | null): void {
    picked = next;
    const position = next && positionOf(next.outline, next.place);
    const features = position ? [pointFeature('picked', position), ...(next.isCarried ? [polygonFeature('carried', next.outline)] : [])] : [];
    void map.getSource<GeoJSONSource>(SOURCE)?.setData(collection(features));
  }

  function remove(place: VertexPlace, from: LonLatMultiPolygon): void {
    show(null);
    const left = withoutVertex(from, place);
    if (left) listener.onDone({ kind: 'outline', outline: left });
  }

  function onClick({ point, originalEvent }: MapMouseEvent): void {
    const place = vertexAt(outline, point, REACH_PIXELS, project);
    if (place && originalEvent.altKey) remove(place, outline);
    else show(place && { place, outline, isCarried: false });
  }

  function positionAt({ x, y }: ScreenPoint): LonLat {
    const { lng, lat } = map.unproject([x, y]);
    return roundPosition(snap({ x, y }) ?? [lng, lat]);
  }

  function pickUp(point: ScreenPoint): void {
    const place = vertexAt(outline, point, REACH_PIXELS, project);
    if (place) {
      show({ place, outline, isCarried: true });
      return;
    }
    const edge = edgeAt(outline, point, REACH_PIXELS, project);
    if (!edge) return;
    const put = { ...edge, vertex: edge.vertex + 1 };
    show({ place: put, outline: withVertexAfter(outline, edge, positionAt(point)), isCarried: true });
  }

  map.addSource(SOURCE, { type: 'geojson', data: collection([]), tolerance: 0 });
  for (const layer of LAYERS) map.addLayer(layer);
  map.on('click', onClick);
  return {
    clickAt: (point) => {
      if (!picked?.isCarried) {
        pickUp(point);
        return;
      }
      const { outline: carried } = picked;
      show(null);
      if (carried !== outline) listener.onDone({ kind: 'outline', outline: carried });
    },
    moveTo: (point) => {
      if (!picked?.isCarried) return;
      const next = withVertexAt(picked.outline, picked.place, positionAt(point));
      show({ ...picked, outline: next });
      listener.onShape({ kind: 'outline', outline: next });
    },
    remove: () => {
      if (!picked) return false;
      remove(picked.place, picked.outline);
      return true;
    },
    end: () => {
      map.off('click', onClick);
      for (const { id } of LAYERS) map.removeLayer(id);
      map.removeSource(SOURCE);
    },
  };
}
