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

/**
 * The network that walks are measured along, for as long as the page is open.
 * @param onWalk called whenever the engine walks another way, so that the numbers are asked for again
 */
export function createWalkingNetworkStore(walk: Walk, onWalk: () => void): WalkingNetworkStore {
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

  async function attempt(name: string | null, linesToUse: () => Promise<WalkingLines | null>): Promise<void> {
    latest += 1;
    const turn = latest;
    store.setState({ reading: name, problem: null });
    try {
      const lines = await linesToUse();
      if (turn === latest) await walkAlong(lines, name ?? '');
    } catch (problem) {
      if (turn === latest) store.setState({ problem: problem instanceof Error ? problem.message : String(problem) });
    } finally {
      if (turn === latest) store.setState({ reading: null });
    }
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    load: (file) => attempt(file.name, () => linesOf(file)),
    remove: () => attempt(null, async () => null),
  };
}
