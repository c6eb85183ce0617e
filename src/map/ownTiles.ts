import { addProtocol } from 'maplibre-gl';
import { identifier, type LayerId } from '../core/domain/identifiers';
import type { TileAddress } from '../core/import/rasters/webMercatorTile';
import { LAYER_PROTOCOL } from './layerTileSource';

/** Gives a vector tile of one of the user's own layers; null where there is nothing. */
export type DrawLayerTile = (layer: LayerId, address: TileAddress) => Promise<Uint8Array<ArrayBuffer> | null>;

const ADDRESS = new RegExp(`^${LAYER_PROTOCOL}://([^/]+)/(\\d+)/(\\d+)/(\\d+)$`, 'u');

/** Has all maps of the page fetch tiles of the user's own layers from `draw`. */
export function provideLayerTiles(draw: DrawLayerTile): void {
  addProtocol(LAYER_PROTOCOL, async ({ url }, { signal }) => {
    const [, layer = '', zoom, column, row] = ADDRESS.exec(url) ?? [];
    const tile = signal.aborted ? null : await draw(identifier<LayerId>(layer), { zoom: Number(zoom), column: Number(column), row: Number(row) });
    return { data: tile?.buffer ?? new ArrayBuffer(0) };
  });
}
