import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Dataset } from '../core/domain/dataset';
import type { LayerId } from '../core/domain/identifiers';
import { withTakenLayers } from '../core/import/importedDataset';
import type { Placing } from '../core/import/placeLayer';
import type { TileAddress } from '../core/import/rasters/webMercatorTile';
import type { TakenLayer } from '../core/import/takenLayer';
import type { Importer } from '../engine/import/importer';
import type { CandidateLayer, ImportProgress } from '../engine/import/protocol';
import type { MeasuringProgress } from '../engine/protocol';
import type { TileClient } from '../engine/tiles/tileClient';
import { decisionOf, vertexCount, type LayerChoice } from './layerChoice';
import type { NoticeStore } from './noticeStore';
import { placeBox } from './placeBox';
import { STATE_WORDS } from './words';

/** Files on their way in. */
export type ImportStep =
  | { readonly kind: 'reading'; readonly files: readonly string[]; readonly progress: ImportProgress | null }
  /** `isPlacing`: a layer is being placed by another coordinate system. */
  | {
      readonly kind: 'asking';
      readonly files: readonly File[];
      readonly layers: readonly CandidateLayer[];
      readonly isPlacing: boolean;
      readonly problem: string | null;
    }
  /** `isMeasuring`: nothing has changed yet, and all can still be given up. `progress` is null until the engine tells of it. */
  | { readonly kind: 'taking'; readonly isMeasuring: boolean; readonly progress: MeasuringProgress | null }
  | { readonly kind: 'failed'; readonly problem: string };

export interface TakenLayersState {
  /** In the order they were taken in. */
  readonly taken: readonly TakenLayer[];
  /** Null when no file is on its way in. */
  readonly step: ImportStep | null;
}

export interface TakenLayersStore extends Pick<StoreApi<TakenLayersState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Reads files, and asks what they are. */
  readonly read: (files: readonly File[]) => void;
  /** Places a layer that is asked about by another coordinate system. */
  readonly place: (index: number, chosen: Placing['chosen']) => void;
  /** Has the layers measured while they are asked about, since they are likely to be taken in so. */
  readonly prepare: (choices: readonly LayerChoice[]) => void;
  /** Takes the layers in: data set, engine, map and store follow. */
  readonly take: (choices: readonly LayerChoice[]) => void;
  /** Gives up what is on its way in, or puts a message away. */
  readonly cancel: () => void;
  /** Forgets a layer for good. */
  readonly remove: (id: string) => void;
  /** A vector tile of a layer of the data set; null where there is nothing. */
  readonly tile: (layer: LayerId, address: TileAddress) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** Where taken layers are kept; `LayerStorage` is one. */
export interface KeepsLayers {
  add(taken: readonly TakenLayer[]): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface TakenLayersSetting {
  /** The data set without any layer of the user's own. */
  readonly base: Dataset;
  /** What was taken in before. */
  readonly taken: readonly TakenLayer[];
  /** Null where the browser keeps nothing. */
  readonly storage: KeepsLayers | null;
  readonly notices: Pick<NoticeStore, 'tell'>;
  readonly openImporter: () => Promise<Importer>;
  /** Hears first of every change of the layers: measuring them takes longest. */
  readonly onLay: (taken: readonly TakenLayer[]) => void;
  /** Hears of layers that are likely to be laid next; of those in use when they are not. True when they are measured, false when that was given up. */
  readonly onPrepare: (taken: readonly TakenLayer[], onProgress?: (progress: MeasuringProgress) => void) => Promise<boolean>;
  /** Has the measuring of layers that are likely to be laid stopped at once. */
  readonly onGiveUp: () => void;
  /** Hears of every change of the layers when what draws them knows of it, with the data set they make. */
  readonly onChange: (dataset: Dataset) => void;
  /** Hears of rasters that were packed with the files. */
  readonly onRasters: (files: readonly File[]) => void;
  /** Starts what draws the layers for the map. */
  readonly openTiles: () => Promise<TileClient>;
}

const SUBJECT = 'egne kartdata';

/** Layers of more vertices than this are not measured ahead: the work would stand in the way of a second thought. */
const MOST_PREPARED_VERTICES = 1_500_000;

/** Layers of more vertices than this take a second or more to measure: they are taken in when that is done, and can be given up until then. */
const MOST_VERTICES_AT_ONCE = 200_000;

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** Waits until the browser has had time for what else it has to do. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** The user's own layers, and the step in which files become them. */
export function createTakenLayersStore(setting: TakenLayersSetting): TakenLayersStore {
  const { base, storage, notices } = setting;
  const store = createStore<TakenLayersState>(() => ({ taken: setting.taken, step: null }));
  /** The importer of the step under way. */
  let importer: Importer | null = null;
  /** The latest step; what comes of those before it no longer counts. */
  let latest = 0;
  let prepared: { readonly decision: string; readonly added: readonly TakenLayer[]; readonly isMeasured: Promise<boolean> } | null = null;

  function endStep(): void {
    latest += 1;
    importer?.close();
    importer = null;
    const { step, taken } = store.getState();
    if (step?.kind === 'taking' && step.isMeasuring) setting.onGiveUp();
    if (prepared) setting.onPrepare(taken).catch(() => undefined);
    prepared = null;
    store.setState({ step: null });
  }

  /** Has layers measured with those in use. */
  function prepareWith(decision: string, added: readonly TakenLayer[]): Promise<boolean> {
    const isMeasured = setting.onPrepare([...store.getState().taken, ...added], (progress) => {
      const { step } = store.getState();
      if (step?.kind === 'taking' && step.isMeasuring) store.setState({ step: { ...step, progress } });
    });
    // Who waits for it hears of what goes wrong.
    isMeasured.catch(() => undefined);
    prepared = { decision, added, isMeasured };
    return isMeasured;
  }

  async function readWith(files: readonly File[], isCurrent: () => boolean): Promise<void> {
    const opened = await setting.openImporter();
    if (!isCurrent()) {
      opened.close();
      return;
    }
    importer = opened;
    const names = files.map(({ name }) => name);
    const { layers, rasters } = await opened.read(files, placeBox(base), (progress) => {
      if (isCurrent()) store.setState({ step: { kind: 'reading', files: names, progress } });
    });
    if (!isCurrent()) return;
    if (layers.length === 0) endStep();
    else store.setState({ step: { kind: 'asking', files, layers, isPlacing: false, problem: null } });
    if (rasters.length > 0) setting.onRasters(rasters);
  }

  let tiles: Promise<TileClient> | null = null;

  /** What draws the layers, knowing those in use; one that could not be started is tried again. */
  function tileClient(): Promise<TileClient> {
    tiles ??= setting.openTiles().then((client) => {
      client.use(store.getState().taken);
      return client;
    });
    tiles.catch(() => {
      tiles = null;
    });
    return tiles;
  }

  /** What draws the layers knows of them before the map asks for them. */
  function holdTaken(taken: readonly TakenLayer[]): void {
    store.setState({ taken });
    tiles?.then((client) => client.use(taken)).catch(() => undefined);
  }

  function layersOf(choices: readonly LayerChoice[], files: readonly File[]): readonly TakenLayer[] {
    const now = Date.now();
    return choices.map(({ candidate, assignment, how, about }, index): TakenLayer => ({
      id: `import-${now.toString(36)}-${index}`,
      file: files.length === 1 ? (files[0]?.name ?? '') : candidate.layer.name,
      layer: candidate.layer,
      assignment,
      how,
      about,
      takenAt: now + index,
      fingerprint: candidate.fingerprint,
    }));
  }

  async function takeIn(choices: readonly LayerChoice[], files: readonly File[]): Promise<void> {
    // What the reader holds of the file would lie beside what is made of it now.
    importer?.close();
    importer = null;
    const decision = decisionOf(choices);
    const ahead = prepared?.decision === decision ? prepared : null;
    const added = ahead?.added ?? layersOf(choices, files);
    if (vertexCount(choices) > MOST_VERTICES_AT_ONCE) {
      const turn = latest;
      store.setState({ step: { kind: 'taking', isMeasuring: true, progress: null } });
      const isMeasured = await (ahead?.isMeasured ?? prepareWith(decision, added));
      if (!isMeasured || turn !== latest) return;
      store.setState({ step: { kind: 'taking', isMeasuring: false, progress: null } });
    }
    const taken = [...store.getState().taken, ...added];
    setting.onLay(taken);
    prepared = null;
    // What copies the layers to another thread is done in turns: the page breathes in between.
    await nextTask();
    holdTaken(taken);
    await nextTask();
    const dataset = withTakenLayers(base, taken);
    await nextTask();
    setting.onChange(dataset);
    await nextTask();
    endStep();
    await nextTask();
    try {
      await storage?.add(added);
    } catch (problem) {
      notices.tell({ subject: SUBJECT, tone: 'problem', text: STATE_WORDS.layersNotKept(messageOf(problem)) });
    }
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    read(files) {
      endStep();
      const turn = latest;
      const isCurrent = (): boolean => turn === latest;
      store.setState({ step: { kind: 'reading', files: files.map(({ name }) => name), progress: null } });
      readWith(files, isCurrent).catch((problem: unknown) => {
        if (isCurrent()) store.setState({ step: { kind: 'failed', problem: messageOf(problem) } });
      });
    },
    place(index, chosen) {
      const { step } = store.getState();
      if (step?.kind !== 'asking' || !importer) return;
      const turn = latest;
      store.setState({ step: { ...step, isPlacing: true, problem: null } });
      importer.place(index, chosen).then(
        (placed) => {
          if (turn !== latest) return;
          const layers = step.layers.map((layer, at) => (at === index ? placed : layer));
          store.setState({ step: { ...step, layers, isPlacing: false, problem: null } });
        },
        (problem: unknown) => {
          if (turn === latest) store.setState({ step: { ...step, isPlacing: false, problem: messageOf(problem) } });
        },
      );
    },
    prepare(choices) {
      const { step } = store.getState();
      if (step?.kind !== 'asking' || vertexCount(choices) > MOST_PREPARED_VERTICES) return;
      const decision = decisionOf(choices);
      if (prepared?.decision === decision) return;
      void prepareWith(decision, layersOf(choices, step.files));
    },
    take(choices) {
      const { step } = store.getState();
      if (step?.kind !== 'asking') return;
      const turn = latest;
      store.setState({ step: { kind: 'taking', isMeasuring: false, progress: null } });
      takeIn(choices, step.files).catch((problem: unknown) => {
        if (turn === latest) store.setState({ step: { kind: 'failed', problem: messageOf(problem) } });
      });
    },
    cancel: endStep,
    remove(id) {
      const { taken } = store.getState();
      const gone = taken.find((layer) => layer.id === id);
      if (!gone) return;
      const left = taken.filter((layer) => layer !== gone);
      setting.onLay(left);
      holdTaken(left);
      setting.onChange(withTakenLayers(base, left));
      storage?.remove(id).catch((problem: unknown) => {
        notices.tell({ subject: SUBJECT, tone: 'problem', text: messageOf(problem) });
      });
    },
    async tile(layer, address) {
      return (await tileClient()).tile(layer, address);
    },
  };
}
