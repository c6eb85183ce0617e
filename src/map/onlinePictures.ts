import type { Map as MapLibreMap } from 'maplibre-gl';
import { ONLINE_SERVICES, type OnlineService, type OnlineServiceId } from '../core/domain/onlineService';

const PREFIX = 'online:';

/** The first layer above the ground: pictures of the ground go beneath it. */
const ABOVE_GROUND = 'areas:fill';

function sourceOf(service: OnlineService): string {
  return `${PREFIX}${service.id}`;
}

/** The service that a source of the map stands for, if it is one. */
export function serviceOfSource(source: unknown): OnlineService | null {
  return ONLINE_SERVICES.find((service) => sourceOf(service) === source) ?? null;
}

/**
 * Shows the pictures of the services that are switched on, and none else. A service's source exists only while it is on,
 * so that no address is asked before. Backgrounds lie beneath overlays.
 */
export function showOnlinePictures(map: MapLibreMap, wanted: ReadonlySet<OnlineServiceId>): void {
  for (const service of ONLINE_SERVICES) {
    const source = sourceOf(service);
    const isShown = map.getSource(source) !== undefined;
    if (wanted.has(service.id) === isShown) continue;
    if (isShown) {
      map.removeLayer(source);
      map.removeSource(source);
      continue;
    }
    map.addSource(source, {
      type: 'raster',
      tiles: [service.tiles],
      tileSize: service.tileSize,
      attribution: service.attribution,
      maxzoom: 18,
    });
    const overlays = ONLINE_SERVICES.filter(({ place }) => place === 'overlay').map(sourceOf);
    const above = service.place === 'background' ? overlays.find((id) => map.getLayer(id) !== undefined) : undefined;
    map.addLayer(
      { id: source, type: 'raster', source, paint: { 'raster-opacity': service.opacity, 'raster-fade-duration': 100 } },
      above ?? ABOVE_GROUND,
    );
  }
}
