import type { SystemId } from '../../core/import/coordinateSystem';
import type { LonLatBox } from '../../core/import/importedLayer';
import type { RasterFacts, RasterKind, RasterReading } from '../../core/import/rasters/rasterLayer';
import type { RasterStatistics } from '../../core/import/rasters/rasterStatistics';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { PictureOrder } from './drawPicture';
import type { RasterCandidate } from './describeRaster';

/** Asked of the raster worker; several questions may be under way. */
export type RasterRequest =
  | { readonly kind: 'describe'; readonly file: Blob; readonly name: string; readonly near: LonLatBox; readonly chosen: SystemId | null }
  /** Has the worker know a raster by its identifier from now on. */
  | { readonly kind: 'open'; readonly id: string; readonly file: Blob; readonly facts: RasterFacts }
  | { readonly kind: 'tile'; readonly id: string; readonly reading: RasterReading; readonly address: TileAddress }
  | { readonly kind: 'picture'; readonly id: string; readonly reading: RasterReading; readonly order: PictureOrder }
  | { readonly kind: 'measure'; readonly id: string; readonly as: RasterKind; readonly outline: LonLatMultiPolygon }
  | { readonly kind: 'close'; readonly id: string };

export type RasterAnswer =
  | { readonly kind: 'described'; readonly candidate: RasterCandidate }
  | { readonly kind: 'done' }
  /** Null where the raster has nothing. */
  | { readonly kind: 'drawn'; readonly pixels: Uint8ClampedArray<ArrayBuffer> | null }
  /** A `data:` address; null where the raster has nothing. */
  | { readonly kind: 'pictured'; readonly address: string | null }
  | { readonly kind: 'measured'; readonly statistics: RasterStatistics }
  /** Norwegian. */
  | { readonly kind: 'failed'; readonly problem: string };

export interface NumberedRequest {
  readonly number: number;
  readonly request: RasterRequest;
}

export interface NumberedAnswer {
  readonly number: number;
  readonly answer: RasterAnswer;
}
