import { createStore, type StoreApi } from 'zustand/vanilla';
import { z } from 'zod';
import type { ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { NO_PLAN_DETAILS, planDetailProblems, type PlanDetails } from '../core/exchange/arealdel/planDetails';
import type { ExportedFile, ExportFormatId } from '../core/exchange/exportFiles';
import { withRasterPictures } from '../core/exchange/report/mapRaster';
import type { Paper } from '../core/exchange/report/reportStyle';
import type { ExportOrder } from '../engine/export/writeExport';
import { RANGE_ORDER } from './rangesStore';
import type { RasterStore } from './rasterStore';
import { rastersToDraw } from './rastersToDraw';
import type { WalkingNetworkStore } from './walkingNetworkStore';

/** Writes scenarios as files. Rejects in Norwegian when it cannot. */
export type WriteFiles = (scenarios: readonly Scenario[], order: ExportOrder) => Promise<readonly ExportedFile[]>;

export interface ExportState {
  /** What the municipality itself calls the plan, as it was last given. */
  readonly plan: PlanDetails;
}

/** Where what was given last is kept from one visit to the next. */
export interface KeepsPlan {
  readonly read: () => Promise<unknown>;
  readonly keep: (plan: PlanDetails) => Promise<void>;
}

/** Scenarios as files, written beside the page. */
export interface ExportStore extends Pick<StoreApi<ExportState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Remembers what the plan is called. Details with problems are not kept, and not written to any file. */
  readonly call: (plan: PlanDetails) => void;
  /** @param date the day as a report tells it */
  readonly write: (scenarios: readonly Scenario[], format: ExportFormatId, paper: Paper, date: string) => Promise<readonly ExportedFile[]>;
  /** A scenario of the list as it stands; null when it cannot be read. */
  readonly scenario: (id: ScenarioId) => Promise<Scenario | null>;
}

const text = z.string().nullable();
const planSchema = z.object({ planIdentification: text, name: text, date: text });

/** @param scenario a scenario of the list as it stands */
export function createExportStore(
  write: WriteFiles,
  scenario: ExportStore['scenario'],
  network: Pick<WalkingNetworkStore, 'getState'>,
  rasters: Pick<RasterStore, 'getState' | 'picture'>,
  kept: KeepsPlan,
): ExportStore {
  const store = createStore<ExportState>(() => ({ plan: NO_PLAN_DETAILS }));
  let isGiven = false;

  kept.read().then(
    (value) => {
      const parsed = planSchema.safeParse(value);
      if (!isGiven && parsed.success && isSound(parsed.data)) store.setState({ plan: parsed.data });
    },
    // Nothing kept is as good as nothing given.
    () => undefined,
  );

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    call(plan) {
      if (!isSound(plan)) return;
      isGiven = true;
      store.setState({ plan });
      kept.keep(plan).catch(() => undefined);
    },
    async write(scenarios, format, paper, date) {
      const files = await write(scenarios, {
        format,
        settings: { paper, date, plan: store.getState().plan, draws: RANGE_ORDER, rasters: rastersToDraw(rasters.getState()) },
        network: network.getState().network?.name ?? null,
      });
      return Promise.all(files.map(async (file) => (typeof file.content === 'string' ? { ...file, content: await withRasterPictures(file.content, rasters.picture) } : file)));
    },
    scenario,
  };
}

function isSound(plan: PlanDetails): boolean {
  return Object.keys(planDetailProblems(plan)).length === 0;
}
