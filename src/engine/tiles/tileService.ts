import type { LayerId } from '../../core/domain/identifiers';
import { rolesOf } from '../../core/import/assignment';
import { layerIdOf, layerIdsOf } from '../../core/import/takenLayer';
import { mercatorPlaces } from '../../core/import/tiles/drawnLayer';
import { LayerTiles } from '../../core/import/tiles/layerTiles';
import type { TileReply, TileRequest, ToldDrawing } from './protocol';
import { readDrawing } from './readDrawing';

type TilesByRole = ReadonlyMap<LayerId, LayerTiles>;

async function tilesOf(told: ToldDrawing): Promise<TilesByRole> {
  const drawn = 'offsets' in told ? told : await readDrawing(told);
  const places = mercatorPlaces(drawn);
  return new Map(rolesOf(drawn.assignment).map((role) => [layerIdOf(drawn, role), new LayerTiles(drawn, role, places)]));
}

/** What the worker that draws layers does: cuts the layers in use into tiles as they are asked for. */
export class TileService {
  /** Layers of which no tile was asked for yet. */
  readonly #waiting = new Map<string, ToldDrawing>();
  /** Of the other layers, with the layers of the data set that each makes. */
  readonly #ready = new Map<string, { readonly layers: readonly LayerId[]; readonly tiles: Promise<TilesByRole> }>();

  /** The reply to a request; null for one that asks nothing. A layer whose file is gone has no tiles. */
  async serve(request: TileRequest): Promise<TileReply | null> {
    if (request.kind === 'tile') {
      const { number, layer, address } = request;
      const tiles = await this.#layer(layer)?.catch(() => null);
      return { number, tile: tiles?.get(layer)?.tile(address) ?? null };
    }
    for (const drawn of request.added) this.#waiting.set(drawn.id, drawn);
    for (const known of [this.#waiting, this.#ready]) for (const id of known.keys()) if (!request.ids.includes(id)) known.delete(id);
    return null;
  }

  /** The tiles of a layer, made ready, with those of its other roles, when the first is asked for. */
  #layer(id: LayerId): Promise<TilesByRole> | null {
    for (const { layers, tiles } of this.#ready.values()) if (layers.includes(id)) return tiles;
    const told = [...this.#waiting.values()].find((one) => layerIdsOf(one).includes(id));
    if (!told) return null;
    // Its coordinates in degrees are not needed any more.
    this.#waiting.delete(told.id);
    const tiles = tilesOf(told);
    this.#ready.set(told.id, { layers: layerIdsOf(told), tiles });
    return tiles;
  }
}
