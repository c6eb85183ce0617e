import type { ZoneRole } from '../domain/catalogue';
import type { AreaId, LayerId, TownId } from '../domain/identifiers';
import type { Period } from '../domain/programme';
import type { LonLat } from '../geometry/shapes';

/** Kinds of ground in the land account, in order of precedence. */
export const LAND_CLASSES = ['sea', 'lake', 'farmland', 'marka', 'green', 'builtUp', 'other'] as const;

export type LandClass = (typeof LAND_CLASSES)[number];

export const PART_IDS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6'] as const;

export type PartId = (typeof PART_IDS)[number];

/** Bands of the rail accessibility index, worst first. */
export const ACCESSIBILITY_BANDS = ['0', '1a', '1b', '2', '3', '4', '5', '6a', '6b'] as const;

/** Rail accessibility index (T3): the mean and the share of dwellings per band, in the order of `ACCESSIBILITY_BANDS`. */
export interface AccessibilityIndex {
  readonly mean: number;
  readonly bandShares: readonly number[];
}

/** Transit proximity of a set of homes. Null where there are no homes to speak of. */
export interface TransitResult {
  /** Score T, 0–100, higher is better. */
  readonly score: number | null;
  /** Homes it speaks of: dwellings of the programme, or residents for today. */
  readonly homes: number;
  readonly share500: number | null;
  readonly share1000: number | null;
  /** Mean walk to the nearest station in service, minutes; lower is better. */
  readonly meanWalkMinutes: number | null;
  readonly accessibilityIndex: AccessibilityIndex | null;
}

/** Whether a part of the blue-green score can be said, and how surely. */
export type PartStatus =
  | { readonly kind: 'good' }
  /** Scored, but on data coarser than the part asks for. */
  | { readonly kind: 'coarse'; readonly accuracyMetres: number }
  /** Not scored: the roles that are missing, or present but too coarse to mean anything. */
  | { readonly kind: 'missing'; readonly roles: readonly string[]; readonly reason: 'absent' | 'tooCoarse' }
  /** Not scored: no dwellings are placed. */
  | { readonly kind: 'noDwellings' };

/** One part of the blue-green score. */
export interface PartResult {
  readonly id: PartId;
  readonly status: PartStatus;
  /** 0–100, higher is better; null when not scored. */
  readonly score: number | null;
  /** The quantity behind the score in the part's own unit (see the published method); null when not scored. */
  readonly value: number | null;
  /** Weight in the composite after rescaling over the parts that are scored; 0 when not scored. */
  readonly weight: number;
  /** Layers it was computed from. */
  readonly layers: readonly LayerId[];
}

export interface BlueGreenResult {
  /** Score B, 0–100, higher is better: the weighted mean of the scored parts. */
  readonly score: number | null;
  readonly parts: readonly PartResult[];
  /** Expected blue-green factor, mean over placed dwellings. Shown beside the score, never part of it. */
  readonly blueGreenFactor: number | null;
}

/** Ground of one class under the areas with dwellings, and how much of it is taken. */
export interface LandAccountRow {
  readonly landClass: LandClass;
  readonly areaDaa: number;
  readonly takenDaa: number;
}

/** Built from the areas' exact overlay with the layers; `outsideSpreadDaa` is part of the built-up row's taken land. */
export interface LandAccount {
  readonly rows: readonly LandAccountRow[];
  readonly outsideSpreadDaa: number;
}

/** What the data set's ground says is to be spared. */
export type GroundConflictKind = 'marka' | 'sea' | 'farmland' | 'shoreBelt' | 'watercourseBelt' | ZoneRole;

/** `protection`: what the scenario itself protects. */
export type ConflictKind = GroundConflictKind | 'protection';

/** An area with dwellings that meets something to be spared. */
export interface Conflict {
  readonly kind: ConflictKind;
  /** Forbidden conflicts leave the scenario unranked ("ikke tillatt"). */
  readonly severity: 'forbidden' | 'warning';
  readonly area: AreaId;
  readonly areaDaa: number;
  readonly position: LonLat;
  readonly layers: readonly LayerId[];
}

/** What of the programme is placed. All in dwellings. */
export interface DwellingAccount {
  readonly programme: number;
  readonly placed: number;
  readonly unplaced: number;
  /** Dwellings given to areas beyond what they hold; part of `unplaced`. */
  readonly overCapacity: number;
}

export interface TownResult {
  readonly town: TownId;
  readonly quota: number;
  readonly placed: number;
  readonly overCapacity: number;
  readonly unplaced: number;
  readonly capacity: number;
  readonly persons: number;
  /** Mean t-score q of its placed dwellings times 100; null without dwellings. */
  readonly transitScore: number | null;
}

/** Growth outside the towns. */
export interface OutsideResult {
  readonly quota: number;
  /** Placed on areas of their own. */
  readonly inAreas: number;
  /** Spread as today's residents outside the towns. */
  readonly spread: number;
  readonly overCapacity: number;
  readonly unplaced: number;
  readonly persons: number;
  readonly transitScore: number | null;
}

/** The state at the end of a period, cumulative from the first year. */
export interface PeriodResult {
  readonly period: Period;
  readonly dwellings: DwellingAccount;
  readonly persons: number;
  readonly transit: TransitResult;
  readonly blueGreen: BlueGreenResult;
  readonly towns: readonly TownResult[];
  readonly outside: OutsideResult;
}

/** Every number the model gives of one scenario on one data set. */
export interface Evaluation {
  readonly methodVersion: number;
  readonly datasetHash: string;
  readonly dwellings: DwellingAccount;
  readonly persons: number;
  readonly transit: TransitResult;
  readonly today: TransitResult;
  readonly blueGreen: BlueGreenResult;
  readonly landAccount: LandAccount;
  readonly conflicts: readonly Conflict[];
  /** False when a conflict forbids the plan; it is then left out of rankings. */
  readonly permitted: boolean;
  readonly towns: readonly TownResult[];
  readonly outside: OutsideResult;
  readonly periods: readonly PeriodResult[];
  /** Parts of the placed dwellings, 0–1: in the towns, and on built-up land. */
  readonly shareInTowns: number | null;
  readonly shareOnBuiltUp: number | null;
  readonly dwellingsPerDaa: number | null;
  /** Notes on how a number should be read, in Norwegian. */
  readonly notes: readonly string[];
}

/** What is measured of one area's ground, independent of its dwellings except for `meanTravelMinutes`' stations. */
export interface AreaFacts {
  readonly landDaa: number;
  /** Dwellings it holds at its typology and developable share. */
  readonly capacity: number;
  /** Mean door-to-departure time t over its lattice with the stations of the last year, minutes. */
  readonly meanDepartureMinutes: number;
  /** Ground by class, daa. */
  readonly groundDaa: Readonly<Record<LandClass, number>>;
}

export type AreaFactsTable = ReadonlyMap<AreaId, AreaFacts>;
