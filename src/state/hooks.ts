import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { ComparisonState, ComparisonStore } from './comparisonStore';
import type { DifferenceState, DifferenceStore } from './differenceStore';
import type { DrawingState, DrawingStore } from './drawingStore';
import type { ExplanationState, ExplanationStore } from './explanationStore';
import type { ExportState, ExportStore } from './exportStore';
import type { FolderState, FolderStore } from './folderStore';
import type { ModelState, ModelStore } from './modelStore';
import type { NoticeState, NoticeStore } from './noticeStore';
import type { RasterState, RasterStore } from './rasterStore';
import type { RangesState, RangesStore } from './rangesStore';
import type { TakenLayersState, TakenLayersStore } from './takenLayersStore';
import type { ViewState, ViewStore } from './viewStore';
import type { WalkingNetworkState, WalkingNetworkStore } from './walkingNetworkStore';
import type { Workspace, WorkspaceState } from './workspace';

/** The stores of a running page. */
export interface Stores {
  readonly model: ModelStore;
  readonly view: ViewStore;
  readonly notices: NoticeStore;
  readonly workspace: Workspace;
  readonly explanation: ExplanationStore;
  readonly ranges: RangesStore;
  readonly walkingNetwork: WalkingNetworkStore;
  readonly comparison: ComparisonStore;
  readonly difference: DifferenceStore;
  readonly drawing: DrawingStore;
  readonly takenLayers: TakenLayersStore;
  readonly rasters: RasterStore;
  readonly folder: FolderStore;
  readonly exports: ExportStore;
}

/** Hands the stores to the components of the page. */
export const StoresContext = createContext<Stores | null>(null);

/** The stores of the page. Throws outside a `StoresContext`. */
export function useStores(): Stores {
  const stores = use(StoresContext);
  if (!stores) throw new Error('useStores was called outside StoresContext.');
  return stores;
}

/** A part of the folder that scenarios are kept in as files. */
export function useFolder<Part>(select: (state: FolderState) => Part): Part {
  return useStore(useStores().folder, select);
}

/** A part of the model's state; the component renders when that part is another. */
export function useModel<Part>(select: (state: ModelState) => Part): Part {
  return useStore(useStores().model, select);
}

/** A part of the view's state. */
export function useView<Part>(select: (state: ViewState) => Part): Part {
  return useStore(useStores().view, select);
}

/** A part of what is being drawn. */
export function useDrawing<Part>(select: (state: DrawingState) => Part): Part {
  return useStore(useStores().drawing, select);
}

/** A part of what the user is told. */
export function useNotices<Part>(select: (state: NoticeState) => Part): Part {
  return useStore(useStores().notices, select);
}

/** A part of the list of scenarios. */
export function useWorkspace<Part>(select: (state: WorkspaceState) => Part): Part {
  return useStore(useStores().workspace, select);
}

/** A part of the number that is explained. */
export function useExplanation<Part>(select: (state: ExplanationState) => Part): Part {
  return useStore(useStores().explanation, select);
}

/** A part of the comparison of all scenarios. */
export function useComparison<Part>(select: (state: ComparisonState) => Part): Part {
  return useStore(useStores().comparison, select);
}

/** A part of the comparison of two on the map. */
export function useDifference<Part>(select: (state: DifferenceState) => Part): Part {
  return useStore(useStores().difference, select);
}

/** A part of the ranges of the scores. */
export function useRanges<Part>(select: (state: RangesState) => Part): Part {
  return useStore(useStores().ranges, select);
}

/** A part of the network that walks are measured along. */
export function useWalkingNetwork<Part>(select: (state: WalkingNetworkState) => Part): Part {
  return useStore(useStores().walkingNetwork, select);
}

/** A part of what exports are made with. */
export function useExports<Part>(select: (state: ExportState) => Part): Part {
  return useStore(useStores().exports, select);
}

/** A part of the user's own layers. */
export function useTakenLayers<Part>(select: (state: TakenLayersState) => Part): Part {
  return useStore(useStores().takenLayers, select);
}

/** A part of the user's own rasters. */
export function useRasters<Part>(select: (state: RasterState) => Part): Part {
  return useStore(useStores().rasters, select);
}
