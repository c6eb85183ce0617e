import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AreaId, TownId } from '../core/domain/identifiers';
import type { OnlineServiceId } from '../core/domain/onlineService';
import type { MethodPageId } from '../core/method/page';
import type { Conflict } from '../core/scoring/evaluation';
import type { Target } from './target';

export interface LayerSetting {
  readonly visible: boolean;
  /** 0–1. */
  readonly opacity: number;
}

/** The surfaces over the map that fold. */
export type Surface = 'program' | 'result' | 'layers' | 'curves';

/** What was clicked, and what else lies there, nearest to the eye first. */
export interface PinnedTargets {
  readonly target: Target;
  readonly beneath: readonly Target[];
}

export type OpenDialog = 'compare' | 'export' | 'keys' | 'library' | 'link' | 'method' | 'multiples' | 'rename' | null;

/** How the page looks just now; nothing of it is work. */
export interface ViewState {
  readonly selectedArea: AreaId | null;
  /** Areas chosen beside that one, for what is done to several at once. */
  readonly alsoSelected: ReadonlySet<AreaId>;
  readonly hovered: Target | null;
  readonly pinned: PinnedTargets | null;
  readonly highlightedTown: TownId | null;
  readonly highlightedArea: AreaId | null;
  readonly focusedConflict: Conflict | null;
  /** Whether the map marks every conflict; those that forbid the plan are always marked. */
  readonly allConflicts: boolean;
  /** By layer group. */
  readonly layers: ReadonlyMap<string, LayerSetting>;
  /** Official services whose map pictures are shown; none until the user asks. Never kept from one visit to the next. */
  readonly onlineServices: ReadonlySet<OnlineServiceId>;
  readonly open: Readonly<Record<Surface, boolean>>;
  /** The surface shown where there is room for one only. */
  readonly sheet: Surface;
  readonly sheetOpen: boolean;
  /** How many of the programme's periods the page speaks of: 0 is today, null all of them. */
  readonly shownPeriods: number | null;
  /** Whether the page is shown to a room: the map and the scores alone. */
  readonly presenting: boolean;
  readonly dialog: OpenDialog;
  /** Whether the table of all areas is open. */
  readonly tableOpen: boolean;
  /** The page of the method that is open, or opens next. */
  readonly methodPage: MethodPageId;
}

export interface ViewStore extends Pick<StoreApi<ViewState>, 'getState' | 'getInitialState' | 'subscribe'> {
  readonly hover: (target: Target | null) => void;
  readonly pin: (pinned: PinnedTargets | null) => void;
  /** Chooses one area, or none, and lets go of the others. */
  readonly selectArea: (area: AreaId | null) => void;
  /** Chooses areas beside those that are chosen; one that is chosen already is let go of. */
  readonly selectAlso: (areas: Iterable<AreaId>) => void;
  readonly highlightTown: (town: TownId | null) => void;
  readonly highlightArea: (area: AreaId | null) => void;
  readonly focusConflict: (conflict: Conflict | null) => void;
  readonly showAllConflicts: (shown: boolean) => void;
  readonly setLayer: (group: string, setting: Partial<LayerSetting>) => void;
  readonly showOnlineService: (service: OnlineServiceId, shown: boolean) => void;
  readonly setOpen: (surface: Surface, open: boolean) => void;
  readonly showSheet: (surface: Surface) => void;
  readonly setSheetOpen: (open: boolean) => void;
  readonly showPeriods: (periods: number | null) => void;
  readonly present: (presenting: boolean) => void;
  readonly showDialog: (dialog: OpenDialog) => void;
  readonly setTableOpen: (open: boolean) => void;
  readonly showMethod: (page: MethodPageId) => void;
  /** Lets go of everything that belongs to one scenario. */
  readonly forgetScenario: () => void;
}

const SHOWN: LayerSetting = { visible: true, opacity: 1 };
const NO_AREAS: ReadonlySet<AreaId> = new Set();

/** All areas that are chosen, the one that the card tells of first. */
export function selectedAreas({ selectedArea, alsoSelected }: Pick<ViewState, 'selectedArea' | 'alsoSelected'>): readonly AreaId[] {
  return [...(selectedArea === null ? [] : [selectedArea]), ...alsoSelected];
}

/** @param layers the layer groups as they are when the map opens */
export function createViewStore(layers: ReadonlyMap<string, LayerSetting>): ViewStore {
  const store = createStore<ViewState>(() => ({
    selectedArea: null,
    alsoSelected: NO_AREAS,
    hovered: null,
    pinned: null,
    highlightedTown: null,
    highlightedArea: null,
    focusedConflict: null,
    allConflicts: false,
    layers,
    onlineServices: new Set(),
    open: { program: true, result: true, layers: false, curves: false },
    sheet: 'program',
    sheetOpen: true,
    shownPeriods: null,
    presenting: false,
    dialog: null,
    tableOpen: false,
    methodPage: 'T',
  }));
  const { getState, getInitialState, setState, subscribe } = store;
  return {
    getState,
    getInitialState,
    subscribe,
    hover(hovered) {
      if (hovered !== getState().hovered) setState({ hovered });
    },
    pin(pinned) {
      setState({ pinned });
    },
    selectArea(selectedArea) {
      setState({ selectedArea, alsoSelected: NO_AREAS });
    },
    selectAlso(areas) {
      const chosen = new Set(selectedAreas(getState()));
      for (const area of areas) if (!chosen.delete(area)) chosen.add(area);
      const [first = null, ...others] = chosen;
      setState({ selectedArea: first, alsoSelected: new Set(others) });
    },
    highlightTown(highlightedTown) {
      if (highlightedTown !== getState().highlightedTown) setState({ highlightedTown });
    },
    highlightArea(highlightedArea) {
      if (highlightedArea !== getState().highlightedArea) setState({ highlightedArea });
    },
    focusConflict(focusedConflict) {
      setState({ focusedConflict });
    },
    showAllConflicts(allConflicts) {
      setState({ allConflicts });
    },
    setLayer(group, setting) {
      const current = getState().layers;
      setState({ layers: new Map(current).set(group, { ...SHOWN, ...current.get(group), ...setting }) });
    },
    showOnlineService(service, shown) {
      const onlineServices = new Set(getState().onlineServices);
      if (shown) onlineServices.add(service);
      else onlineServices.delete(service);
      setState({ onlineServices });
    },
    setOpen(surface, open) {
      setState({ open: { ...getState().open, [surface]: open } });
    },
    showSheet(sheet) {
      setState({ sheet, sheetOpen: true });
    },
    setSheetOpen(sheetOpen) {
      setState({ sheetOpen });
    },
    showPeriods(shownPeriods) {
      if (shownPeriods !== getState().shownPeriods) setState({ shownPeriods });
    },
    present(presenting) {
      setState({ presenting });
    },
    showDialog(dialog) {
      setState({ dialog });
    },
    setTableOpen(tableOpen) {
      setState({ tableOpen });
    },
    showMethod(methodPage) {
      setState({ dialog: 'method', methodPage });
    },
    forgetScenario() {
      setState({
        selectedArea: null,
        alsoSelected: NO_AREAS,
        hovered: null,
        pinned: null,
        highlightedTown: null,
        highlightedArea: null,
        focusedConflict: null,
        shownPeriods: null,
      });
    },
  };
}
