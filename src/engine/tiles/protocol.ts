import type { LayerId } from '../../core/domain/identifiers';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import type { TakenLayer } from '../../core/import/takenLayer';

/** Told to the worker that draws layers. */
export type TileRequest =
  | { readonly kind: 'use'; readonly taken: readonly TakenLayer[] }
  | { readonly kind: 'tile'; readonly number: number; readonly layer: LayerId; readonly address: TileAddress };

/** A tile; null where the layer has nothing, and for a layer that is not there. */
export interface TileReply {
  readonly number: number;
  readonly tile: Uint8Array<ArrayBuffer> | null;
}
