import type { LayerId, StationId, TownId } from './identifiers';
import type { RailProject } from './station';
import type { TypologyId } from './typology';

/** A figure with where it comes from. */
export interface SourcedFigure {
  readonly value: number;
  readonly source: string;
  readonly assumption: boolean;
}

/** A named rate of growth from the municipality's plans. */
export interface GrowthAlternative {
  readonly id: string;
  /** Norwegian name. */
  readonly name: string;
  readonly dwellingsPerYear: number;
}

/** A town as the place's parameters define it; its outline is derived. */
export interface TownDefinition {
  readonly id: TownId;
  readonly name: string;
  readonly anchors: readonly StationId[];
  /** Developable share of its default areas. */
  readonly developableShare: number;
  /** Its usual part of what goes to the towns. */
  readonly share: number;
}

/** Widths of the belts along water, on land. */
export interface WaterBelts {
  readonly seaMetres: number;
  readonly namedWatercourseMetres: number;
  readonly namedWatercourses: readonly string[];
  readonly otherWaterMetres: number;
}

/** Constants and assumptions that hold for one place. */
export interface PlaceParameters {
  readonly municipality: { readonly number: string; readonly name: string };
  /** Longitude and latitude of the opening view's south-west and north-east corners. */
  readonly openingView: { readonly southWest: readonly [number, number]; readonly northEast: readonly [number, number] };
  readonly growthAlternatives: { readonly source: string; readonly alternatives: readonly GrowthAlternative[] };
  /** `source` also covers the towns' usual shares. */
  readonly usualProgramme: {
    readonly firstYear: number;
    readonly lastYear: number;
    readonly townsShare: number;
    readonly source: string;
  };
  readonly towns: readonly TownDefinition[];
  readonly projects: readonly RailProject[];
  readonly waterBelts: WaterBelts & { readonly source: string };
  /** Pace of farmland loss that scores 0 in B1, daa a year. */
  readonly farmlandLossDaaPerYear: SourcedFigure;
  readonly defaultAreas: {
    readonly gridMetres: number;
    readonly minimumDaa: number;
    readonly typology: TypologyId;
    readonly source: string;
  };
  /** People of working age (20–66) per person of 67 or older, by year. */
  readonly ageSupportRatio: { readonly source: string; readonly years: readonly { readonly year: number; readonly ratio: number }[] };
  /** Layers that are switched off when the map opens. */
  readonly hiddenLayers: readonly LayerId[];
}
