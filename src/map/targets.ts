import { propertiesAt, type Dataset, type FeatureKind } from '../core/domain/dataset';
import { type AreaId, identifier, type MeasureId, type StationId, type TownId } from '../core/domain/identifiers';
import { FEATURE_PREFIXES } from '../core/import/featurePrefixes';
import type { Conflict } from '../core/scoring/evaluation';
import type { MapTarget } from './mapTypes';
import { layerSource, SOURCES } from './sourceIds';

/** A feature that MapLibre found under the pointer: its source and identifier. */
export interface FoundFeature {
  readonly source: string;
  readonly id?: string | number | undefined;
}

function layerTarget(dataset: Pick<Dataset, 'layers'>, source: string, id: string): MapTarget | null {
  const layer = dataset.layers.find(({ description }) => layerSource(description.id) === source);
  const index = Number(id.slice(1));
  if (layer === undefined || !Number.isInteger(index)) return null;
  const target = (geometry: keyof typeof FEATURE_PREFIXES, kind: FeatureKind): MapTarget | null => {
    const properties = propertiesAt(layer, kind, index);
    return properties === undefined ? null : { kind: 'layerFeature', layer: layer.description.id, geometry, index, properties };
  };
  if (id.startsWith(FEATURE_PREFIXES.polygon)) return target('polygon', 'polygons');
  if (id.startsWith(FEATURE_PREFIXES.line)) return target('line', 'lines');
  return target('point', 'points');
}

function targetOf(dataset: Pick<Dataset, 'layers'>, conflicts: readonly Conflict[], found: FoundFeature): MapTarget | null {
  const id = `${found.id ?? ''}`;
  switch (found.source) {
    case SOURCES.areas:
      return { kind: 'area', area: identifier<AreaId>(id) };
    case SOURCES.difference:
      return { kind: 'piece', piece: id };
    case SOURCES.towns:
      return { kind: 'town', town: identifier<TownId>(id) };
    case SOURCES.stations:
      return { kind: 'station', station: identifier<StationId>(id) };
    case SOURCES.measures:
      return { kind: 'measure', measure: identifier<MeasureId>(id) };
    case SOURCES.conflicts: {
      const conflict = conflicts[Number(id)];
      return conflict === undefined ? null : { kind: 'conflict', conflict };
    }
    default:
      return layerTarget(dataset, found.source, id);
  }
}

/** Small things before large, so that nothing is out of reach of the pointer. */
function rank(target: MapTarget): number {
  switch (target.kind) {
    case 'conflict':
      return 0;
    case 'station':
      return 1;
    case 'measure':
      return 1.5;
    case 'piece':
      return 1.8;
    case 'area':
      return 2;
    case 'town':
      return 5;
    case 'layerFeature':
      return target.geometry === 'point' ? 3 : target.geometry === 'line' ? 4 : 6;
  }
}

/** What lies under the pointer, each thing once, the one that is meant first. `found` runs from the top of the map down. */
export function targetsOf(
  dataset: Pick<Dataset, 'layers'>,
  conflicts: readonly Conflict[],
  found: readonly FoundFeature[],
): readonly MapTarget[] {
  const distinct = new Map(found.map((feature) => [`${feature.source} ${feature.id ?? ''}`, feature]));
  return [...distinct.values()]
    .flatMap((feature) => targetOf(dataset, conflicts, feature) ?? [])
    .sort((one, other) => rank(one) - rank(other));
}
