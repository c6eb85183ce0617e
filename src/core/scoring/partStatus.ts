import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerId } from '../domain/identifiers';
import { INDICATORS, type LayerNeeds } from '../method/indicators';
import { COARSEST_GOOD_ACCURACY_METRES } from '../method/parameters';
import { PART_IDS, type PartId, type PartStatus } from './evaluation';

/** What the data set lets a part of the blue-green score say, whatever the scenario. */
export interface PartGround {
  readonly status: Exclude<PartStatus, { kind: 'noDwellings' }>;
  readonly layers: readonly LayerId[];
}

function groundOf(dataset: Pick<Dataset, 'layers'>, { required, used, whenCoarse }: LayerNeeds): PartGround {
  const absent = required.filter((role) => layersOf(dataset, role).length === 0);
  const layers = [...required, ...used].flatMap((role) => layersOf(dataset, role));
  const layerIds = layers.map(({ description }) => description.id);
  if (absent.length > 0) return { status: { kind: 'missing', roles: absent, reason: 'absent' }, layers: layerIds };
  const judged = required.flatMap((role) => layersOf(dataset, role));
  const accuracyMetres = Math.max(...judged.map(({ description }) => description.accuracyMetres ?? 0));
  if (accuracyMetres <= COARSEST_GOOD_ACCURACY_METRES) return { status: { kind: 'good' }, layers: layerIds };
  if (whenCoarse === 'coarse') return { status: { kind: 'coarse', accuracyMetres }, layers: layerIds };
  const tooCoarse = required.filter((role) =>
    layersOf(dataset, role).some(({ description }) => (description.accuracyMetres ?? 0) > COARSEST_GOOD_ACCURACY_METRES),
  );
  return { status: { kind: 'missing', roles: tooCoarse, reason: 'tooCoarse' }, layers: layerIds };
}

/** What a data set lets each part say. */
export function partGrounds(dataset: Pick<Dataset, 'layers'>): Readonly<Record<PartId, PartGround>> {
  return Object.fromEntries(PART_IDS.map((id) => [id, groundOf(dataset, INDICATORS[id].needs)])) as Record<PartId, PartGround>;
}
