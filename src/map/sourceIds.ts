import type { LayerId } from '../core/domain/identifiers';
import { FEATURE_PREFIXES } from '../core/import/featurePrefixes';

/** Sources of the style that are not a layer of the data set. */
export const SOURCES = {
  sea: 'sea',
  shoreline: 'shoreline',
  surroundings: 'surroundings',
  edge: 'edge',
  municipality: 'municipality',
  areas: 'areas',
  difference: 'difference',
  measures: 'measures',
  towns: 'towns',
  townNames: 'town-names',
  rings: 'rings',
  stations: 'stations',
  placeNames: 'place-names',
  conflicts: 'conflicts',
} as const;

const LAYER_PREFIX = 'layer:';

/** The source that holds a layer of the data set. */
export function layerSource(layer: LayerId): string {
  return `${LAYER_PREFIX}${layer}`;
}

/** Identifier of a feature in its layer's source. */
export function layerFeatureId(geometry: keyof typeof FEATURE_PREFIXES, index: number): string {
  return `${FEATURE_PREFIXES[geometry]}${index}`;
}

/** Identifiers of images that the style uses. */
export const IMAGES = {
  farmland: 'farmland',
  marka: 'marka',
  green: 'green',
  flood: 'flood',
  quickClay: 'quick-clay',
  noise: 'noise',
  natureReserve: 'nature-reserve',
  protection: 'protection',
  forbidden: 'forbidden',
  overCapacity: 'over-capacity',
  fewer: 'fewer',
  warning: 'warning',
  forbiddenSign: 'forbidden-sign',
} as const;
