import type { LayerRole } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerId } from '../domain/identifiers';
import { COARSEST_GOOD_ACCURACY_METRES } from '../method/parameters';
import { PART_IDS, type PartId, type PartStatus } from './evaluation';

/** What the data set lets a part of the blue-green score say, whatever the scenario. */
export interface PartGround {
  readonly status: Exclude<PartStatus, { kind: 'noDwellings' }>;
  readonly layers: readonly LayerId[];
}

interface PartNeeds {
  /** Without a layer in each of these roles the part says nothing. */
  readonly required: readonly LayerRole[];
  /** Roles that count where they are present: not every place has a Marka. */
  readonly used: readonly LayerRole[];
  /** What a layer coarser than the limit makes of the part (method §1). */
  readonly whenCoarse: 'coarse' | 'missing';
}

const NEEDS: Readonly<Record<PartId, PartNeeds>> = {
  B1: { required: ['farmland'], used: ['land'], whenCoarse: 'coarse' },
  B2: { required: ['green'], used: ['marka', 'farmland', 'land'], whenCoarse: 'coarse' },
  B3: { required: ['green'], used: ['marka'], whenCoarse: 'missing' },
  B4: { required: ['land', 'water'], used: [], whenCoarse: 'coarse' },
  B5: { required: ['green'], used: ['marka'], whenCoarse: 'missing' },
  B6: { required: ['builtUp', 'green', 'farmland'], used: ['marka', 'land'], whenCoarse: 'coarse' },
};

function groundOf(dataset: Pick<Dataset, 'layers'>, { required, used, whenCoarse }: PartNeeds): PartGround {
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
  return Object.fromEntries(PART_IDS.map((id) => [id, groundOf(dataset, NEEDS[id])])) as Record<PartId, PartGround>;
}
