import type { FeatureProperties } from '../core/domain/dataset';
import type { AreaId, LayerId, MeasureId, StationId, TownId } from '../core/domain/identifiers';
import type { OnlineServiceId } from '../core/domain/onlineService';
import type { Scenario } from '../core/domain/scenario';
import type { LonLat, LonLatMultiPolygon } from '../core/geometry/shapes';
import type { AreaFactsTable, Conflict, Evaluation } from '../core/scoring/evaluation';
import type { MapDrawing } from './drawing/mapDrawing';
import type { LayerGroupId } from './layerGroups';
import type { DrawRasterTile, RasterOnMap } from './rasterLayers';
import type { DrawLayerTile } from './ownTiles';
import type { MapStyle } from './style';

/** A point of the map's container in CSS pixels from its upper left corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** One thing that lies where the pointer is. */
export type MapTarget =
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'town'; readonly town: TownId }
  | { readonly kind: 'station'; readonly station: StationId }
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** Ground of two scenarios that are compared, by its identifier among their pieces. */
  | { readonly kind: 'piece'; readonly piece: string }
  | {
      readonly kind: 'layerFeature';
      readonly layer: LayerId;
      readonly geometry: 'polygon' | 'line' | 'point';
      /** Place in the layer's list of that geometry. */
      readonly index: number;
      readonly properties: FeatureProperties;
    };

/** Where the user pointed, and what lies beneath the target, nearest to the eye first. */
export interface TargetPlace {
  readonly point: ScreenPoint;
  readonly position: LonLat;
  readonly beneath: readonly MapTarget[];
  /** The user wants it beside what is chosen already: Shift was held. */
  readonly adds: boolean;
}

/** What the map tells its surroundings. */
export interface MapHandlers {
  readonly onHover: (target: MapTarget | null, point: ScreenPoint) => void;
  /** `null` when the click met nothing. Enter on the focused map counts as a click at its middle. */
  readonly onClick: (target: MapTarget | null, place: TargetPlace) => void;
  /** Shift and a drag drew a box around these areas. */
  readonly onBox: (areas: ReadonlySet<AreaId>) => void;
  /** The first picture is drawn. */
  readonly onReady: () => void;
  /** Norwegian text for the user. */
  readonly onError: (message: string) => void;
  /** A tile of one of the user's own layers is wanted. */
  readonly onLayerTile: DrawLayerTile;
  /** A tile of one of the user's rasters is wanted. */
  readonly onRasterTile: DrawRasterTile;
}

export interface LayerSetting {
  readonly visible: boolean;
  /** 0–1, multiplied with the layer's own. */
  readonly opacity: number;
}

export type LayerSettings = ReadonlyMap<LayerGroupId, LayerSetting>;

/** A place the map can move to. */
export type MapPlace =
  | { readonly kind: 'position'; readonly position: LonLat }
  | { readonly kind: 'outline'; readonly outline: LonLatMultiPolygon }
  | { readonly kind: 'town'; readonly town: TownId }
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'station'; readonly station: StationId }
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

/** Where the map looks. */
export interface MapCamera {
  readonly centre: LonLat;
  readonly zoom: number;
}

/** Ground by how many dwellings per daa one scenario has more on it than another. */
export interface DifferencePiece {
  readonly id: string;
  readonly outline: LonLatMultiPolygon;
  readonly difference: number;
}

/** CSS pixels of the container that panels cover. */
export interface MapPadding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface MapImageOptions {
  readonly title?: string;
  readonly subtitle?: string;
  /** Lines under the picture; the sources with dates of the data set when left out. */
  readonly attributionLines?: readonly string[];
  /** Whether the legend of the visible groups is drawn; true when left out. */
  readonly legend?: boolean;
}

/** A second map that looks where the first one looks. */
export type CompanionMap = Pick<MapView, 'showScenario' | 'showLayers' | 'showRasters' | 'setPadding' | 'resize' | 'destroy'>;

/** The map as its surroundings drive it. Calls before the style has loaded take effect when it has. */
export interface MapView {
  /**
   * Draws the scenario: areas by dwellings per daa, town outlines, forbidden and over-full areas marked, stations of projects
   * that are left out greyed. With `periods`, dwellings of the first so many periods and rail as it is in the last of their years;
   * without, all dwellings and rail as it is today.
   */
  readonly showScenario: (
    scenario: Scenario,
    evaluation: Evaluation | null,
    facts: AreaFactsTable | null,
    periods?: number,
  ) => void;
  /** Draws what sets two scenarios apart in place of how densely areas are built; null takes it away. */
  readonly showDifference: (pieces: readonly DifferencePiece[] | null) => void;
  readonly showLayers: (settings: LayerSettings) => void;
  /** Shows map pictures of these official services, and asks no others for any. */
  readonly showOnlineServices: (services: ReadonlySet<OnlineServiceId>) => void;
  readonly select: (areas: ReadonlySet<AreaId>) => void;
  readonly highlightTown: (town: TownId | null) => void;
  /** Marks conflicts with symbols; the focused one is lit up together with the layers it meets. */
  readonly showConflicts: (conflicts: readonly Conflict[], focused: Conflict | null) => void;
  readonly zoomTo: (place: MapPlace) => void;
  /** Draws another data set in its style in place of the one before; what a scenario shows has to be shown anew. */
  readonly useStyle: (style: MapStyle) => void;
  /** Shows these rasters of the user's own, the last uppermost. */
  readonly showRasters: (rasters: readonly RasterOnMap[]) => void;
  /** Where the user has moved the map to; null as long as it shows the opening view. */
  readonly camera: () => MapCamera | null;
  /** Moves the map to where it has been. */
  readonly showCamera: (camera: MapCamera) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly resetView: () => void;
  /** What covers the map's edges. The ground stays where it is as far as it is in sight; `anew` fits the opening view instead. */
  readonly setPadding: (padding: MapPadding, anew?: boolean) => void;
  /** Widens the opening view so that these are in sight, for as long as the user has not moved the map; none narrows it again. */
  readonly keepInSight: (outlines: readonly LonLatMultiPolygon[]) => void;
  /** Opens a second map in `container` that moves with this one and this one with it. */
  readonly openCompanion: (container: HTMLElement) => Promise<CompanionMap>;
  readonly drawing: MapDrawing;
  /** The map with title, legend, scale bar, north arrow and sources as a PNG. Rejects with a Norwegian message. */
  readonly toPng: (options?: MapImageOptions) => Promise<Blob>;
  readonly resize: () => void;
  readonly destroy: () => void;
}
