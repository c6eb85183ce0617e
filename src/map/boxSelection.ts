import type { Map as MapLibreMap, Point } from 'maplibre-gl';
import { identifier, type AreaId } from '../core/domain/identifiers';
import { SOURCES } from './sourceIds';

/** Layers that fill development areas, whatever is drawn on them. */
function areaFillLayerIds(map: MapLibreMap): string[] {
  return map
    .getStyle()
    .layers.filter((layer) => layer.type === 'fill' && layer.source === SOURCES.areas)
    .map(({ id }) => id);
}

/** The development areas that a box on the screen touches. */
export function areasInBox(map: MapLibreMap, from: Pick<Point, 'x' | 'y'>, to: Pick<Point, 'x' | 'y'>): ReadonlySet<AreaId> {
  const corners: [[number, number], [number, number]] = [
    [Math.min(from.x, to.x), Math.min(from.y, to.y)],
    [Math.max(from.x, to.x), Math.max(from.y, to.y)],
  ];
  const found = map.queryRenderedFeatures(corners, { layers: areaFillLayerIds(map) });
  return new Set(found.map(({ id }) => identifier<AreaId>(`${id ?? ''}`)));
}
