import { createContext, use, type ReactNode } from 'react';
import type { Dataset } from '../core/domain/dataset';
import type { LayerId, ScenarioId } from '../core/domain/identifiers';
import type { ExportFormatId } from '../core/exchange/exportFiles';
import type { Paper } from '../core/exchange/report/reportStyle';
import type { LonLat, LonLatMultiPolygon } from '../core/geometry/shapes';
import type { Scenario } from '../core/domain/scenario';
import type { SavedView } from '../state/persistence/savedViews';
import type { Target } from '../state/target';

/** A place that the map can be moved to. */
export type Place =
  | Exclude<Target, { readonly kind: 'layerFeature' | 'piece' }>
  | { readonly kind: 'outline'; readonly outline: LonLatMultiPolygon };

/** What the page can ask of the map. */
export interface MapCommands {
  readonly zoomTo: (place: Place) => void;
  /** Where the user has moved the map to; null as long as it shows the opening view. */
  readonly camera: () => Pick<SavedView, 'centre' | 'zoom'> | null;
  readonly showCamera: (camera: Pick<SavedView, 'centre' | 'zoom'>) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly resetView: () => void;
}

/** What opening a file came to. */
export type OpenedFile =
  | { readonly kind: 'opened' }
  /** A scenario of the same identifier is there already: the user has to choose. */
  | {
      readonly kind: 'asks';
      readonly name: string;
      readonly replace: () => Promise<void>;
      readonly separate: () => Promise<void>;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** What the page can take in and hand out. Every `save` rejects with a Norwegian message when it cannot. */
export interface FileCommands {
  readonly saveScenario: () => Promise<void>;
  /** The file of a scenario of the library, open or not. */
  readonly saveScenarioOf: (id: ScenarioId) => Promise<void>;
  /** The open scenario in a format; `paper` is what a report is laid out for. */
  readonly saveAs: (format: ExportFormatId, paper: Paper) => Promise<void>;
  /** The report of scenarios of the list side by side. */
  readonly saveComparison: (ids: readonly ScenarioId[], paper: Paper) => Promise<void>;
  /** The map of the open scenario as a picture for print. */
  readonly saveMapSheetPicture: (paper: Paper) => Promise<void>;
  readonly saveMapImage: () => Promise<void>;
  /** Opens a scenario file, or has the user asked what a file of map data is. */
  readonly open: (files: readonly File[]) => Promise<OpenedFile>;
}

/** What a page's address carries: a scenario to be asked about, or why it carries none, in Norwegian. */
export type SharedScenario =
  | {
      readonly kind: 'scenario';
      readonly name: string;
      readonly note: string;
      readonly open: () => Promise<void>;
      /** Null where there is nothing to replace. */
      readonly replace: (() => Promise<void>) | null;
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Scenarios as addresses. */
export interface LinkCommands {
  readonly link: (scenario: Scenario) => string;
  /** Null where the address's fragment is about something else. */
  readonly read: (fragment: string) => SharedScenario | null;
}

/** A group of map layers as the page lists it. */
export interface LayerGroupDescription {
  readonly id: string;
  readonly title: string;
  readonly layers: readonly LayerId[];
  readonly legend: ReactNode;
}

/**
 * What a hand can be asked to draw on the map: parks, protections, outlines of towns, places of stations. Each call puts an end to
 * what was being drawn, and gives null where the user leaves it (Escape) or takes something else in hand. Vertices are drawn to
 * the edges of areas and layers. What comes back is as the hand drew it: pass an outline through `readStroke`
 * (core/operations/outlines) to have it mended, cut at the municipality's border and rounded as files are. While it goes on,
 * `stores.drawing` has the task, the shape as it is, and the ground under it (`useDrawing`).
 */
export interface DrawingCommands {
  /** A new outline, vertex by vertex when left out. */
  readonly drawOutline: (by?: 'polygon' | 'rectangle' | 'freehand') => Promise<LonLatMultiPolygon | null>;
  /** The outline as the user leaves it with Enter or "Ferdig"; null where nothing is changed. */
  readonly editOutline: (outline: LonLatMultiPolygon) => Promise<LonLatMultiPolygon | null>;
  readonly placePoint: () => Promise<LonLat | null>;
}

export interface Services {
  readonly map: MapCommands;
  readonly drawing: DrawingCommands;
  readonly files: FileCommands;
  readonly links: LinkCommands;
  /** What the colours of the difference between two scenarios say. */
  readonly differenceLegend: ReactNode;
  /** The same list for the same data set. */
  readonly layerGroupsOf: (dataset: Dataset) => readonly LayerGroupDescription[];
}

/** Hands the page what the rest of the program can do for it. */
export const ServicesContext = createContext<Services | null>(null);

/** The services of the page. Throws outside a `ServicesContext`. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (!services) throw new Error('useServices was called outside ServicesContext.');
  return services;
}

/** What the map can be asked. */
export function useMapCommands(): MapCommands {
  return useServices().map;
}
