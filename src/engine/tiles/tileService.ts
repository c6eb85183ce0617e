import type { LayerId } from '../../core/domain/identifiers';
import { rolesOf } from '../../core/import/assignment';
import { layerIdOf, type TakenLayer } from '../../core/import/takenLayer';
import { LayerTiles } from '../../core/import/tiles/layerTiles';
import type { TileReply, TileRequest } from './protocol';

/** What the worker that draws layers does: cuts the layers in use into tiles as they are asked for. */
export class TileService {
  readonly #taken = new Map<string, TakenLayer>();
  readonly #tiles = new Map<LayerId, LayerTiles>();

  /** The reply to a request; null for one that asks nothing. */
  serve(request: TileRequest): TileReply | null {
    if (request.kind === 'tile') return { number: request.number, tile: this.#layer(request.layer)?.tile(request.address) ?? null };
    this.#taken.clear();
    this.#tiles.clear();
    for (const taken of request.taken) this.#taken.set(taken.id, taken);
    return null;
  }

  /** The tiles of a layer, made ready, with those of its other roles, when the first is asked for. */
  #layer(id: LayerId): LayerTiles | null {
    const known = this.#tiles.get(id);
    if (known) return known;
    const taken = [...this.#taken.values()].find((one) => rolesOf(one.assignment).some((role) => layerIdOf(one, role) === id));
    if (!taken) return null;
    const mercator = LayerTiles.mercator(taken);
    for (const role of rolesOf(taken.assignment)) this.#tiles.set(layerIdOf(taken, role), new LayerTiles(taken, role, mercator));
    return this.#tiles.get(id) ?? null;
  }
}
