import type { LayerId } from '../../core/domain/identifiers';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import type { DrawnLayer } from '../../core/import/tiles/drawnLayer';
import type { FiledLayer } from '../layerFile';

/** A layer to be drawn, or one that is to be read from its file for that. */
export type ToldDrawing = DrawnLayer | Pick<FiledLayer, 'id' | 'assignment' | 'layer'>;

/** Told to the worker that draws layers. */
export type TileRequest =
  /** The layers in use from now on; those that it has not are told whole, or with the files they are in. */
  | { readonly kind: 'use'; readonly ids: readonly string[]; readonly added: readonly ToldDrawing[] }
  | { readonly kind: 'tile'; readonly number: number; readonly layer: LayerId; readonly address: TileAddress };

/** A tile; null where the layer has nothing, and for a layer that is not there. */
export interface TileReply {
  readonly number: number;
  readonly tile: Uint8Array<ArrayBuffer> | null;
}

/** The arrays of a request that are handed over instead of copied. */
export function transferablesOf(request: TileRequest): ArrayBuffer[] {
  return request.kind === 'use' ? request.added.flatMap((told) => ('offsets' in told ? [told.offsets.buffer] : [])) : [];
}
