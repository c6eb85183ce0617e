import type { FeatureProperties } from '../core/domain/dataset';
import type { AreaId, LayerId, MeasureId, StationId, TownId } from '../core/domain/identifiers';
import type { Conflict } from '../core/scoring/evaluation';

/** One thing on the map that can be pointed at. */
export type Target =
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'town'; readonly town: TownId }
  | { readonly kind: 'station'; readonly station: StationId }
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** Ground of two scenarios that are compared, by its identifier among their pieces. */
  | { readonly kind: 'piece'; readonly piece: string }
  | { readonly kind: 'layerFeature'; readonly layer: LayerId; readonly properties: FeatureProperties };
