import type { LayerId } from '../../core/domain/identifiers';
import { rolesOf } from '../../core/import/assignment';
import { layerIdOf, layerIdsOf } from '../../core/import/takenLayer';
import { mercatorPlaces, type DrawnLayer } from '../../core/import/tiles/drawnLayer';
import { LayerTiles } from '../../core/import/tiles/layerTiles';
import type { TileReply, TileRequest } from './protocol';

/** What the worker that draws layers does: cuts the layers in use into tiles as they are asked for. */
export class TileService {
  /** Layers of which no tile was asked for yet. */
  readonly #waiting = new Map<string, DrawnLayer>();
  /** Of the other layers, by layer and role. */
  readonly #ready = new Map<string, ReadonlyMap<LayerId, LayerTiles>>();

  /** The reply to a request; null for one that asks nothing. */
  serve(request: TileRequest): TileReply | null {
    if (request.kind === 'tile') return { number: request.number, tile: this.#layer(request.layer)?.tile(request.address) ?? null };
    for (const drawn of request.added) this.#waiting.set(drawn.id, drawn);
    for (const known of [this.#waiting, this.#ready]) for (const id of known.keys()) if (!request.ids.includes(id)) known.delete(id);
    return null;
  }

  /** The tiles of a layer, made ready, with those of its other roles, when the first is asked for. */
  #layer(id: LayerId): LayerTiles | null {
    for (const tiles of this.#ready.values()) {
      const known = tiles.get(id);
      if (known) return known;
    }
    const drawn = [...this.#waiting.values()].find((one) => layerIdsOf(one).includes(id));
    if (!drawn) return null;
    // Its coordinates in degrees are not needed any more.
    this.#waiting.delete(drawn.id);
    const places = mercatorPlaces(drawn);
    const tiles = new Map(rolesOf(drawn.assignment).map((role) => [layerIdOf(drawn, role), new LayerTiles(drawn, role, places)]));
    this.#ready.set(drawn.id, tiles);
    return tiles.get(id) ?? null;
  }
}
