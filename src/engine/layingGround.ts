import type { Dataset } from '../core/domain/dataset';
import { withTakenLayers } from '../core/import/importedDataset';
import type { TakenLayer } from '../core/import/takenLayer';
import { buildBaseline, type Baseline, type OnBaselineStage } from '../core/scoring/baseline';
import type { LayerOrder } from './protocol';

function areSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** The ground that an engine measures: the data set with layers of the user's own, and perhaps another one ahead of time. */
export class LayingGround {
  readonly #dataset: Dataset;
  readonly #known: Map<string, TakenLayer>;
  #inUse: readonly string[];
  #prepared: { readonly ids: readonly string[]; readonly baseline: Baseline } | null = null;

  constructor(dataset: Dataset, { ids, added }: LayerOrder<TakenLayer>) {
    this.#dataset = dataset;
    this.#known = new Map(added.map((layer) => [layer.id, layer]));
    this.#inUse = ids;
  }

  /** The baseline of the ground with the layers in use at first. Throws what `buildBaseline` throws. */
  first(): Baseline {
    return this.#build(this.#inUse);
  }

  /** Builds a baseline that `lay` may be asked for; null, and forgets any, for what is in use already. Throws what `buildBaseline` throws. */
  prepare({ ids, added }: LayerOrder<TakenLayer>, onStage: OnBaselineStage): Baseline | null {
    this.#prepared = null;
    this.#hold([...this.#inUse, ...ids], added);
    if (areSame(ids, this.#inUse)) return null;
    const baseline = this.#build(ids, onStage);
    this.#prepared = { ids, baseline };
    return baseline;
  }

  /** The baseline of the ground with these layers in use from now on. Throws what `buildBaseline` throws. */
  lay({ ids, added }: LayerOrder<TakenLayer>): Baseline {
    const prepared = this.#prepared;
    this.#prepared = null;
    this.#inUse = ids;
    this.#hold(ids, added);
    return prepared && areSame(prepared.ids, ids) ? prepared.baseline : this.#build(ids);
  }

  /** Learns of layers, and keeps those of `ids`. */
  #hold(ids: readonly string[], added: readonly TakenLayer[]): void {
    for (const layer of added) this.#known.set(layer.id, layer);
    for (const id of this.#known.keys()) if (!ids.includes(id)) this.#known.delete(id);
  }

  #build(ids: readonly string[], onStage?: OnBaselineStage): Baseline {
    const taken = ids.map((id) => {
      const layer = this.#known.get(id);
      if (!layer) throw new Error(`The layer ${id} was never told.`);
      return layer;
    });
    return buildBaseline(withTakenLayers(this.#dataset, taken), onStage);
  }
}
