import type { AreaId, LayerId, TownId } from '../domain/identifiers';
import type { MethodFigure, Standing } from '../method/figure';
import { figuresOf, type FigureName } from '../method/figures';
import { INDICATOR_IDS, type Direction, type IndicatorId } from '../method/indicators';
import type { MethodPageId } from '../method/page';
import { LAND_CLASSES, type ConflictKind, type LandClass } from './evaluation';

/** Conflicts of one kind. */
export type ConflictId = `${ConflictKind}Conflict`;

/** What can be explained: the indicators, the classes of the land account, and the kinds of conflict. */
export type ExplainedId = IndicatorId | LandClass | ConflictId;

export const CONFLICT_NAMES: Readonly<Record<ConflictKind, string>> = {
  marka: 'Marka',
  sea: 'Sjø',
  farmland: 'Dyrka mark',
  shoreBelt: 'Strandsonen',
  watercourseBelt: 'Belte langs vassdrag',
  natureReserve: 'Naturvernområde',
  flood: 'Flomsone',
  quickClay: 'Kvikkleiresone',
  noise: 'Støysone',
  valuableNature: 'Verdifull natur',
  protection: 'Vern i planen',
};

const KINDS = Object.keys(CONFLICT_NAMES) as readonly ConflictKind[];

/** The id by which conflicts of a kind are explained. */
export function conflictId(kind: ConflictKind): ConflictId {
  return `${kind}Conflict`;
}

/** The kind of conflict that an id explains; null for other ids. */
export function explainedConflict(id: ExplainedId): ConflictKind | null {
  return KINDS.find((kind) => conflictId(kind) === id) ?? null;
}

export const EXPLAINED_IDS: readonly ExplainedId[] = [...INDICATOR_IDS, ...LAND_CLASSES, ...KINDS.map(conflictId)];

export const LAND_CLASS_NAMES: Readonly<Record<LandClass, string>> = {
  sea: 'Sjø',
  lake: 'Innsjø',
  farmland: 'Dyrka mark',
  marka: 'Marka',
  green: 'Annet grønt',
  builtUp: 'Bebygd',
  other: 'Annet land',
};

/** What a row of an explanation is about; areas and towns can be shown on the map. */
export type RowSubject =
  | { readonly kind: 'area'; readonly area: AreaId }
  | { readonly kind: 'town'; readonly town: TownId }
  /** Areas outside the towns. */
  | { readonly kind: 'outside' }
  /** Growth outside the towns that has no area. */
  | { readonly kind: 'spread' }
  /** Dwellings without a place: of a town's quota, or of the growth outside. */
  | { readonly kind: 'unplaced'; readonly town: TownId | null }
  | { readonly kind: 'indicator'; readonly indicator: IndicatorId }
  | { readonly kind: 'band'; readonly band: string };

/** One of the numbers that are explained. */
export interface ExplainedNumber {
  readonly id: string;
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly direction: Direction | null;
}

export interface ExplanationColumn {
  readonly name: string;
  readonly unit: string;
  /** The explained number that this column sums to, by its id. */
  readonly gives: string | null;
}

export interface ExplanationRow {
  readonly subject: RowSubject;
  readonly name: string;
  /** One for each column; null where the column says nothing of it. */
  readonly values: readonly (number | null)[];
}

/** Where a number comes from, largest contribution first. */
export interface ExplanationTable {
  readonly title: string;
  readonly columns: readonly ExplanationColumn[];
  readonly rows: readonly ExplanationRow[];
  /** One for each column: the sum, or the mean by dwellings; null where neither makes sense. */
  readonly totals: readonly (number | null)[];
}

/** A symbol or figure of the formula with its value. */
export interface ExplanationTerm {
  readonly symbol: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** How a published figure is known; null for what was computed of the scenario. */
  readonly standing: Standing | null;
  readonly source: string;
}

/** A number led back to the ground it stands on. Plain data, so that it can cross to another thread or a file. */
export interface Explanation {
  readonly id: ExplainedId;
  readonly title: string;
  /** Norwegian: the moment it speaks of; left out for all of the programme. */
  readonly moment?: string;
  readonly page: MethodPageId;
  readonly numbers: readonly ExplainedNumber[];
  /** Norwegian: why a number is missing or coarse; null when it is good. */
  readonly caution: string | null;
  readonly formula: readonly string[];
  /** The formula with the values in; empty when there is no number. */
  readonly filledIn: readonly string[];
  readonly terms: readonly ExplanationTerm[];
  readonly tables: readonly ExplanationTable[];
  /** Layers it was computed from; source, date and accuracy stand in the catalogue. */
  readonly layers: readonly LayerId[];
  /** Norwegian: what to know of those layers, such as polygons that had to be mended; left out when there is nothing. */
  readonly layerNotes?: readonly string[];
}

/** A published figure as a term of a formula. */
export function figureTerm(symbol: string, name: FigureName, position = 0): ExplanationTerm {
  const figure = figuresOf(name)[position];
  if (!figure) throw new RangeError(`No figure ${position} of ${name}`);
  return termOfFigure(symbol, figure);
}

/** A figure, such as one of the place's own, as a term of a formula. */
export function termOfFigure(symbol: string, figure: MethodFigure): ExplanationTerm {
  return { symbol, ...figure };
}

/** A value computed of the scenario as a term of a formula. */
export function computedTerm(symbol: string, name: string, value: number, unit: string, source: string): ExplanationTerm {
  return { symbol, name, value, unit, standing: null, source };
}
