import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WalkingLines } from '../core/network/walkingLines';
import type { NetworkSummary } from '../core/network/walkingNetwork';
import { STATE_WORDS } from './words';

/** Walks along lines from now on, or along none. Rejects with an error in Norwegian when it cannot. */
export type Walk = (lines: WalkingLines | null) => Promise<NetworkSummary | null>;

/** A network that walks are measured along. */
export interface LoadedNetwork {
  /** Of the file it was read from. */
  readonly name: string;
  readonly summary: NetworkSummary;
  /** Norwegian: what was left out and why. */
  readonly notes: readonly string[];
}

export interface WalkingNetworkState {
  /** Null: straight line × detour factor. */
  readonly network: LoadedNetwork | null;
  /** Name of the file that is being read. */
  readonly reading: string | null;
  /** Why the latest file was not taken, in Norwegian. */
  readonly problem: string | null;
}

/** What is needed of a file. */
export type NetworkFile = Pick<File, 'name' | 'size' | 'text' | 'arrayBuffer'>;

export interface WalkingNetworkStore extends Pick<StoreApi<WalkingNetworkState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Takes a network file in; one that cannot be read changes nothing, and `problem` says why. */
  readonly load: (file: NetworkFile) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** No municipality's network comes near this; browsers cannot hold the text of much larger files. */
const LARGEST_FILE_BYTES = 400_000_000;

async function linesOf(file: NetworkFile): Promise<WalkingLines> {
  if (file.size > LARGEST_FILE_BYTES) throw new Error(STATE_WORDS.networkTooLarge(file.name));
  const isBinary = file.name.toLowerCase().endsWith('.pbf');
  const [{ readLines }, content] = await Promise.all([
    import('../core/network/readLines'),
    isBinary ? file.arrayBuffer().then((buffer) => new Uint8Array(buffer)) : file.text(),
  ]);
  return readLines(file.name, content);
}

/** Where the network is kept from one visit to the next; `LayerStorage` is one. */
export interface KeepsNetwork {
  network(): Promise<{ readonly name: string; readonly lines: WalkingLines } | null>;
  keepNetwork(network: { readonly name: string; readonly lines: WalkingLines } | null): Promise<void>;
}

/**
 * The network that walks are measured along; the one from the last visit to begin with.
 * @param onWalk called whenever the engine walks another way, so that the numbers are asked for again
 * @param storage null where the browser keeps nothing
 */
export function createWalkingNetworkStore(walk: Walk, onWalk: () => void, storage: KeepsNetwork | null = null): WalkingNetworkStore {
  const store = createStore<WalkingNetworkState>(() => ({ network: null, reading: null, problem: null }));
  let inUse: WalkingLines | null = null;
  /** The latest thing asked for; what was asked before it no longer counts. */
  let latest = 0;

  async function walkAlong(lines: WalkingLines | null, name: string): Promise<void> {
    let summary: NetworkSummary | null;
    try {
      summary = await walk(lines);
    } catch (problem) {
      // The engine may have kept what it could not use.
      await walk(inUse);
      throw problem;
    }
    inUse = lines;
    store.setState({ network: lines && summary ? { name, summary, notes: lines.notes } : null });
    onWalk();
  }

  async function attempt(name: string | null, linesToUse: () => Promise<WalkingLines | null>, isNew: boolean): Promise<void> {
    latest += 1;
    const turn = latest;
    store.setState({ reading: name, problem: null });
    try {
      const lines = await linesToUse();
      if (turn !== latest) return;
      await walkAlong(lines, name ?? '');
      if (isNew) await storage?.keepNetwork(lines && { name: name ?? '', lines });
    } catch (problem) {
      if (turn === latest) store.setState({ problem: problem instanceof Error ? problem.message : String(problem) });
    } finally {
      if (turn === latest) store.setState({ reading: null });
    }
  }

  async function restore(): Promise<void> {
    const kept = await storage?.network();
    if (kept && latest === 0) await attempt(kept.name, () => Promise.resolve(kept.lines), false);
  }

  // What cannot be fetched is left alone: the straight line stands, as the panel says.
  restore().catch(() => undefined);

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    load: (file) => attempt(file.name, () => linesOf(file), true),
    remove: () => attempt(null, () => Promise.resolve(null), true),
  };
}
