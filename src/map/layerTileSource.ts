import type { VectorSourceSpecification } from 'maplibre-gl';
import type { LayerId } from '../core/domain/identifiers';

/** What addresses of tiles of the user's own layers begin with; nothing goes over the network. */
export const LAYER_PROTOCOL = 'own-layer';

/** Nearer, the same tiles are drawn larger: a unit of them is a third of a metre. */
const NEAREST_ZOOM = 14;

/** A source of tiles that are cut beside the page: for layers too large to be put into features here. */
export function layerTileSource(layer: LayerId): VectorSourceSpecification {
  return { type: 'vector', tiles: [`${LAYER_PROTOCOL}://${layer}/{z}/{x}/{y}`], maxzoom: NEAREST_ZOOM, promoteId: 'id' };
}
