import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { toLonLatMultiPolygon, toPlanarMultiPolygon, toPlanarPoint } from '../../core/geometry/projection';
import type { LonLat, LonLatMultiPolygon, PlanarMultiPolygon } from '../../core/geometry/shapes';
import type { DrawingListener } from '../../state/drawingTask';
import { collection, polygonFeature } from '../features';
import { PALETTE } from '../palette';
import { followHand } from './mapHand';

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

/** Lets a hand drag outlines over the map, drawn in a small source of their own. Returns what ends it. */
export function followMove(map: MapLibreMap, outlines: readonly LonLatMultiPolygon[], listener: DrawingListener): () => void {
  const planar = outlines.map(toPlanarMultiPolygon);
  const draw = (eastMetres: number, northMetres: number): void => {
    const moved = planar.map((polygons, index) =>
      polygonFeature(`${index}`, toLonLatMultiPolygon(shifted(polygons, eastMetres, northMetres))),
    );
    void map.getSource<GeoJSONSource>(SOURCE)?.setData(collection(moved));
  };
  map.addSource(SOURCE, { type: 'geojson', data: collection([]), tolerance: 0 });
  for (const layer of LAYERS) map.addLayer(layer);
  draw(0, 0);
  map.getCanvas().style.cursor = 'move';
  const release = followHand(map, {
    onHover: () => undefined,
    onDown: (_point, from) => {
      const start = toPlanarPoint(from);
      let shift = { eastMetres: 0, northMetres: 0 };
      const shiftTo = (position: LonLat): void => {
        const { x, y } = toPlanarPoint(position);
        shift = { eastMetres: x - start.x, northMetres: y - start.y };
      };
      return {
        onMove: (_at, position) => {
          shiftTo(position);
          draw(shift.eastMetres, shift.northMetres);
          listener.onShape({ kind: 'shift', ...shift });
        },
        onUp: () => {
          if (shift.eastMetres !== 0 || shift.northMetres !== 0) listener.onDone({ kind: 'shift', ...shift });
        },
      };
    },
  });
  return () => {
    release();
    for (const { id } of LAYERS) map.removeLayer(id);
    map.removeSource(SOURCE);
    map.getCanvas().style.cursor = '';
  };
}
