import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { TakenLayer } from '../../core/import/takenLayer';
import type { WalkingLines } from '../../core/network/walkingLines';
import type { TakenRaster } from '../rasterStore';
import { keptTakenLayer, readTakenLayer } from './keptLayers';
import { storedNetwork } from './storedLayers';
import { storedTakenRaster } from './storedRasters';

const DATABASE_VERSION = 2;
const NETWORK = 'walkingNetwork';

interface LayerDatabase extends DBSchema {
  layers: { key: string; value: unknown };
  network: { key: string; value: unknown };
  rasters: { key: string; value: unknown };
}

/** A walking network with the name of the file it was read from. */
export interface NamedNetwork {
  readonly name: string;
  readonly lines: WalkingLines;
}

/** The user's own layers and walking network in this browser, in IndexedDB; apart from the scenarios. */
export class LayerStorage {
  readonly #database: IDBPDatabase<LayerDatabase>;

  private constructor(database: IDBPDatabase<LayerDatabase>) {
    this.#database = database;
  }

  /** Opens the store, making it the first time. Rejects where the browser has none to give. */
  static async open(name = 'smabymodellen-layers'): Promise<LayerStorage> {
    const database = await openDB<LayerDatabase>(name, DATABASE_VERSION, {
      upgrade(made) {
        for (const store of ['layers', 'network', 'rasters'] as const) {
          if (!made.objectStoreNames.contains(store)) made.createObjectStore(store);
        }
      },
      blocking(_current, _blocked, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
    return new LayerStorage(database);
  }

  close(): void {
    this.#database.close();
  }

  /** The layers in the order they were taken in, and how many could not be read. */
  async layers(): Promise<{ readonly taken: readonly TakenLayer[]; readonly unreadable: number }> {
    const taken: TakenLayer[] = [];
    let unreadable = 0;
    for (const value of await this.#database.getAll('layers')) {
      const stored = await readTakenLayer(value);
      if (stored) taken.push(stored);
      else unreadable += 1;
    }
    taken.sort((one, other) => one.takenAt - other.takenAt);
    return { taken, unreadable };
  }

  /** Stores layers, all or none. */
  async add(taken: readonly TakenLayer[]): Promise<void> {
    const transaction = this.#database.transaction('layers', 'readwrite');
    await Promise.all([...taken.map((layer) => transaction.store.put(keptTakenLayer(layer), layer.id)), transaction.done]);
  }

  async remove(id: string): Promise<void> {
    await this.#database.delete('layers', id);
  }

  /** The rasters in the order they were taken in, and how many could not be read. */
  async rasters(): Promise<{ readonly taken: readonly TakenRaster[]; readonly unreadable: number }> {
    const stored = (await this.#database.getAll('rasters')).map(storedTakenRaster);
    const taken = stored.filter((raster) => raster !== null).toSorted((one, other) => one.takenAt - other.takenAt);
    return { taken, unreadable: stored.length - taken.length };
  }

  /** Keeps a raster with its file, in place of what has its identifier. */
  async keepRaster(raster: TakenRaster): Promise<void> {
    await this.#database.put('rasters', raster, raster.id);
  }

  async removeRaster(id: string): Promise<void> {
    await this.#database.delete('rasters', id);
  }

  /** The walking network; null without one that can be read. */
  async network(): Promise<NamedNetwork | null> {
    return storedNetwork(await this.#database.get('network', NETWORK));
  }

  /** Keeps a walking network in place of the one before; null forgets it. */
  async keepNetwork(network: NamedNetwork | null): Promise<void> {
    if (network) await this.#database.put('network', network, NETWORK);
    else await this.#database.delete('network', NETWORK);
  }
}
