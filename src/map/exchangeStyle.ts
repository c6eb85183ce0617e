import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { MapStyle } from './style';

/** The few things of a MapLibre map that an exchange of styles needs. */
export type ExchangedMap = Pick<MapLibreMap, 'addSource' | 'removeSource' | 'addLayer' | 'removeLayer' | 'getLayersOrder'> & {
  readonly getSource: (id: string) => unknown;
};

/**
 * The layer that a new one goes beneath: `next`, or the lowest of those right beneath it that are no part of the style, such as
 * pictures that lie on the ground.
 */
function placeBeneath(map: ExchangedMap, next: string, own: ReadonlySet<string>): string {
  const order = map.getLayersOrder();
  let place = order.indexOf(next);
  while (place > 0 && !own.has(order[place - 1] ?? '')) place -= 1;
  return order[place] ?? next;
}

/**
 * Changes a map from one style to another without building it anew: sources and layers that are gone are taken away, those that are
 * new come in their places, and data that are other objects than before are exchanged. All else stays as it is drawn.
 */
export function exchangeStyle(map: ExchangedMap, before: MapStyle, after: MapStyle): void {
  const own = new Set([...before.layers, ...after.layers].map(({ spec }) => spec.id));
  const kept = new Set(before.layers.map(({ spec }) => spec.id));
  const wanted = new Set(after.layers.map(({ spec }) => spec.id));
  for (const { spec } of before.layers) if (!wanted.has(spec.id)) map.removeLayer(spec.id);
  const [old, next] = [before.specification.sources, after.specification.sources];
  for (const id of Object.keys(old)) if (!(id in next)) map.removeSource(id);
  for (const [id, source] of Object.entries(next)) {
    if (!(id in old)) map.addSource(id, source);
    else if (old[id] !== source && source.type === 'geojson') {
      void (map.getSource(id) as GeoJSONSource | undefined)?.setData(source.data);
    }
  }
  let above: string | null = null;
  for (const { spec } of after.layers.toReversed()) {
    if (!kept.has(spec.id)) map.addLayer(spec, above === null ? undefined : placeBeneath(map, above, own));
    above = spec.id;
  }
}
