export const TYPOLOGY_IDS = ['bykvartal', 'blokk', 'rekkehus', 'småhus'] as const;

export type TypologyId = (typeof TYPOLOGY_IDS)[number];

/** Parts of a built-up plot by surface, summing to 1. */
export interface SurfaceShares {
  readonly sealed: number;
  readonly greenRoof: number;
  readonly permeable: number;
  readonly plantedDeck: number;
  readonly naturalGround: number;
}

export type Surface = keyof SurfaceShares;

/** A way of building homes: its density, household size and surfaces. Assumptions, see the method's parameters. */
export interface Typology {
  readonly id: TypologyId;
  readonly dwellingsPerDaa: number;
  readonly personsPerDwelling: number;
  /** Norwegian land-use purpose code (arealformål). */
  readonly arealformål: '1110' | '1130';
  readonly surfaces: SurfaceShares;
}
