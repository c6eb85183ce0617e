import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SystemId } from '../core/import/coordinateSystem';
import type { LonLatBox } from '../core/import/importedLayer';
import type { RasterLayer, RasterReading } from '../core/import/rasters/rasterLayer';
import type { RasterStatistics } from '../core/import/rasters/rasterStatistics';
import type { TileAddress } from '../core/import/rasters/webMercatorTile';
import type { LayerAbout } from '../core/import/takenLayer';
import type { RasterPlace } from '../core/exchange/report/mapRaster';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { RasterCandidate } from '../engine/raster/describeRaster';
import type { RasterClient } from '../engine/raster/rasterClient';
import type { NoticeStore } from './noticeStore';
import { STATE_WORDS } from './words';

/** A raster in use, with the file that its cells are read from. */
export interface TakenRaster extends RasterLayer {
  readonly blob: Blob;
}

/** A raster on its way in, or one in use that is looked at anew. */
export type RasterStep =
  | { readonly kind: 'reading'; readonly file: string }
  | {
      readonly kind: 'asking';
      readonly file: string;
      readonly candidate: RasterCandidate;
      /** The raster in use that is changed; null for a new one. */
      readonly before: TakenRaster | null;
      readonly isPlacing: boolean;
      readonly problem: string | null;
    }
  | { readonly kind: 'failed'; readonly problem: string };

export interface RasterState {
  /** In the order they were taken in. */
  readonly rasters: readonly TakenRaster[];
  /** How rasters are shown, by identifier; those not there as `RASTER_SHOWING` has it. */
  readonly shown: ReadonlyMap<string, RasterShowing>;
  /** Null when no raster is on its way in. */
  readonly step: RasterStep | null;
  /** The raster whose table of areas is open. */
  readonly table: string | null;
  /** Counts what was measured, so that whoever shows statistics looks again. */
  readonly measured: number;
}

export interface RasterShowing {
  readonly visible: boolean;
  readonly opacity: number;
}

/** How a raster is shown until the user says otherwise: the map's own ground shines through. */
export const RASTER_SHOWING: RasterShowing = { visible: true, opacity: 0.75 };

/** What a raster says of an outline; null while it is measured, a Norwegian text where it cannot be. */
export type MeasuredOutline = RasterStatistics | string | null;

export interface RasterStore extends Pick<StoreApi<RasterState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Reads what rasters are, one after the other, and asks. */
  readonly read: (files: readonly File[]) => void;
  /** Asks anew of a raster in use. */
  readonly edit: (id: string) => void;
  /** Places the raster that is asked about by another coordinate system. */
  readonly place: (chosen: SystemId) => void;
  readonly take: (reading: RasterReading, about: LayerAbout) => void;
  /** Gives up what is on its way in, or puts a message away. */
  readonly cancel: () => void;
  readonly remove: (id: string) => void;
  /** Opens the table of what a raster says of the areas; null closes it. */
  readonly openTable: (id: string | null) => void;
  readonly show: (id: string, change: Partial<RasterShowing>) => void;
  /** Pixels of a tile, red to alpha; null where there is nothing. */
  readonly tile: (id: string, address: TileAddress) => Promise<Uint8ClampedArray<ArrayBuffer> | null>;
  /** The picture of a raster for its place in a drawing, a `data:` address; null where there is nothing. Rejects in Norwegian. */
  readonly picture: (place: RasterPlace) => Promise<string | null>;
  /** What is known of an outline; what is not is measured, and `measured` tells when it is there. */
  readonly statistics: (id: string, outline: LonLatMultiPolygon) => MeasuredOutline;
}

/** Where rasters are kept; `LayerStorage` is one. */
export interface KeepsRasters {
  keepRaster(raster: TakenRaster): Promise<void>;
  removeRaster(id: string): Promise<void>;
}

export interface RasterSetting {
  readonly taken: readonly TakenRaster[];
  /** The municipality. */
  readonly near: () => LonLatBox;
  /** Null where the browser keeps nothing. */
  readonly storage: KeepsRasters | null;
  readonly notices: Pick<NoticeStore, 'tell'>;
  readonly openClient: () => Promise<RasterClient>;
}

const SUBJECT = 'egne raster';

function messageOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** The user's own rasters: how they come in, how they are shown, and what they say of outlines. */
export function createRasterStore(setting: RasterSetting): RasterStore {
  const { storage, notices } = setting;
  const store = createStore<RasterState>(() => ({ rasters: setting.taken, shown: new Map(), step: null, table: null, measured: 0 }));
  let opening: Promise<RasterClient> | null = null;
  /** The latest step; what comes of those before it no longer counts. */
  let latest = 0;
  let queue: readonly File[] = [];
  /** The file of the step under way. */
  let blob: Blob | null = null;
  const known = new Map<string, WeakMap<LonLatMultiPolygon, MeasuredOutline>>();

  async function open(): Promise<RasterClient> {
    const opened = await setting.openClient();
    await Promise.all(store.getState().rasters.map(({ id, blob: file, facts }) => opened.open(id, file, facts).catch(() => undefined)));
    return opened;
  }

  /** The worker with all rasters open in it; one that could not be started is tried again. */
  function client(): Promise<RasterClient> {
    opening ??= open().catch((problem: unknown) => {
      opening = null;
      throw problem;
    });
    return opening;
  }

  function askOf(file: Blob, name: string, before: TakenRaster | null): void {
    latest += 1;
    const turn = latest;
    blob = file;
    store.setState({ step: { kind: 'reading', file: name } });
    client()
      .then((opened) => opened.describe(file, name, setting.near(), before?.facts.system.basis === 'chosen' ? before.facts.system.id : null))
      .then(
        (candidate) => {
          if (turn === latest) store.setState({ step: { kind: 'asking', file: name, candidate, before, isPlacing: false, problem: null } });
        },
        (problem: unknown) => {
          if (turn === latest) store.setState({ step: { kind: 'failed', problem: messageOf(problem) } });
        },
      );
  }

  /** Ends the step under way; the next file in the queue is asked of. */
  function next(): void {
    latest += 1;
    blob = null;
    store.setState({ step: null });
    const [file, ...rest] = queue;
    queue = rest;
    if (file) askOf(file, file.name, null);
  }

  function takeIn(raster: TakenRaster): void {
    known.delete(raster.id);
    const { rasters } = store.getState();
    const isNew = !rasters.some(({ id }) => id === raster.id);
    client()
      .then((opened) => opened.open(raster.id, raster.blob, raster.facts))
      .then(
        () => store.setState({ rasters: isNew ? [...rasters, raster] : rasters.map((one) => (one.id === raster.id ? raster : one)) }),
        (problem: unknown) => notices.tell({ subject: SUBJECT, tone: 'problem', text: messageOf(problem) }),
      );
    storage?.keepRaster(raster).catch((problem: unknown) => {
      notices.tell({ subject: SUBJECT, tone: 'problem', text: STATE_WORDS.layersNotKept(messageOf(problem)) });
    });
  }

  async function measure(id: string, outline: LonLatMultiPolygon, table: WeakMap<LonLatMultiPolygon, MeasuredOutline>): Promise<void> {
    const raster = store.getState().rasters.find((one) => one.id === id);
    if (!raster || raster.reading.kind === 'picture') return;
    try {
      const opened = await client();
      table.set(outline, await opened.measure(id, raster.reading.kind, outline));
    } catch (problem) {
      table.set(outline, messageOf(problem));
    }
    store.setState(({ measured }) => ({ measured: measured + 1 }));
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    read(files) {
      queue = [...queue, ...files];
      if (store.getState().step === null) next();
    },
    edit(id) {
      const raster = store.getState().rasters.find((one) => one.id === id);
      if (raster) askOf(raster.blob, raster.file, raster);
    },
    place(chosen) {
      const { step } = store.getState();
      if (step?.kind !== 'asking' || !blob) return;
      const turn = latest;
      const file = blob;
      store.setState({ step: { ...step, isPlacing: true, problem: null } });
      client()
        .then((opened) => opened.describe(file, step.file, setting.near(), chosen))
        .then(
          (candidate) => {
            if (turn === latest) store.setState({ step: { ...step, candidate, isPlacing: false, problem: null } });
          },
          (problem: unknown) => {
            if (turn === latest) store.setState({ step: { ...step, isPlacing: false, problem: messageOf(problem) } });
          },
        );
    },
    take(reading, about) {
      const { step } = store.getState();
      if (step?.kind !== 'asking' || !blob) return;
      const now = Date.now();
      const id = step.before?.id ?? `raster-${now.toString(36)}`;
      takeIn({ id, file: step.file, facts: step.candidate.facts, reading, about, takenAt: step.before?.takenAt ?? now, blob });
      next();
    },
    cancel: next,
    remove(id) {
      known.delete(id);
      store.setState(({ rasters, table }) => ({
        rasters: rasters.filter((raster) => raster.id !== id),
        table: table === id ? null : table,
      }));
      opening?.then((opened) => opened.forget(id)).catch(() => undefined);
      storage?.removeRaster(id).catch((problem: unknown) => {
        notices.tell({ subject: SUBJECT, tone: 'problem', text: messageOf(problem) });
      });
    },
    openTable(id) {
      store.setState({ table: id });
    },
    show(id, change) {
      const { shown } = store.getState();
      store.setState({ shown: new Map(shown).set(id, { ...(shown.get(id) ?? RASTER_SHOWING), ...change }) });
    },
    async tile(id, address) {
      const raster = store.getState().rasters.find((one) => one.id === id);
      return raster ? (await client()).tile(id, raster.reading, address) : null;
    },
    async picture({ raster: id, ...order }) {
      const raster = store.getState().rasters.find((one) => one.id === id);
      return raster ? (await client()).picture(id, raster.reading, order) : null;
    },
    statistics(id, outline) {
      const table = known.get(id) ?? new WeakMap<LonLatMultiPolygon, MeasuredOutline>();
      known.set(id, table);
      const found = table.get(outline);
      if (found !== undefined) return found;
      table.set(outline, null);
      void measure(id, outline, table);
      return null;
    },
  };
}
