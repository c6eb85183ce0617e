import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { toLonLatMultiPolygon, toPlanarMultiPolygon, toPlanarPoint } from '../../core/geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarMultiPolygon } from '../../core/geometry/shapes';
import type { DrawingListener } from '../../state/drawingTask';
import { collection, polygonFeature } from '../features';
import type { ScreenPoint } from '../mapTypes';
import { PALETTE } from '../palette';
import { followHand, type Grip, type KeyedHand } from './mapHand';

const SOURCE = 'moved-outlines';
const LAYERS = [
  { id: `${SOURCE}:fill`, source: SOURCE, type: 'fill', paint: { 'fill-color': PALETTE.hand, 'fill-opacity': 0.2 } },
  { id: `${SOURCE}:line`, source: SOURCE, type: 'line', paint: { 'line-color': PALETTE.hand, 'line-width': 2.5 } },
] as const;

function shifted(polygons: PlanarMultiPolygon, eastMetres: number, northMetres: number): PlanarMultiPolygon {
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map((coordinate, index) => coordinate + (index % 2 === 0 ? eastMetres : northMetres))),
  );
}

/** Lets a hand drag outlines over the map, drawn in a small source of their own. */
export function followMove(map: MapLibreMap, outlines: readonly LonLatMultiPolygon[], listener: DrawingListener): KeyedHand {
  const planar = outlines.map(toPlanarMultiPolygon);
  const draw = (eastMetres: number, northMetres: number): void => {
    const moved = planar.map((polygons, index) =>
      polygonFeature(`${index}`, toLonLatMultiPolygon(shifted(polygons, eastMetres, northMetres))),
    );
    void map.getSource<GeoJSONSource>(SOURCE)?.setData(collection(moved));
  };
  /** Carries the outlines from a place on; what is carried is let go of with `onUp`. */
  const carryFrom = (from: LonLat): Grip => {
    const start = toPlanarPoint(from);
    let shift = { eastMetres: 0, northMetres: 0 };
    return {
      onMove: (_at, position) => {
        const { x, y } = toPlanarPoint(position);
        shift = { eastMetres: x - start.x, northMetres: y - start.y };
        draw(shift.eastMetres, shift.northMetres);
        listener.onShape({ kind: 'shift', ...shift });
      },
      onUp: () => {
        if (shift.eastMetres !== 0 || shift.northMetres !== 0) listener.onDone({ kind: 'shift', ...shift });
      },
    };
  };
  const placeOf = ({ x, y }: ScreenPoint): LonLat => {
    const { lng, lat } = map.unproject([x, y]);
    return [lng, lat];
  };
  /** What the keyboard carries. */
  let carried: Grip | null = null;
  map.addSource(SOURCE, { type: 'geojson', data: collection([]), tolerance: 0 });
  for (const layer of LAYERS) map.addLayer(layer);
  draw(0, 0);
  map.getCanvas().style.cursor = 'move';
  const release = followHand(map, { onHover: () => undefined, onDown: (_point, from) => carryFrom(from) });
  return {
    clickAt: (point) => {
      const held = carried;
      carried = held ? null : carryFrom(placeOf(point));
      held?.onUp();
    },
    moveTo: (point) => carried?.onMove(point, placeOf(point)),
    end: () => {
      release();
      for (const { id } of LAYERS) map.removeLayer(id);
      map.removeSource(SOURCE);
      map.getCanvas().style.cursor = '';
    },
  };
}
