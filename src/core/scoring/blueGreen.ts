import { TYPOLOGY_IDS, type Surface, type Typology, type TypologyId } from '../domain/typology';
import {
  BLUE_GREEN_WEIGHT,
  GREEN_TAKEN_WORST_SQUARE_METRES,
  OUTSIDE_TYPOLOGY,
  RUNOFF_BEFORE,
  RUNOFF_COEFFICIENT,
  RUNOFF_WORST_SQUARE_METRES,
  SQUARE_METRES_PER_DAA,
  TYPOLOGIES,
  WATER_BELT_TAKEN_WORST_SQUARE_METRES,
} from '../method/parameters';
import type { AreaGround } from './areaGround';
import { PART_IDS, type BlueGreenResult, type LandAccount, type PartId, type PartResult } from './evaluation';
import { spreadTaken, takenDaa } from './landAccount';
import type { PartGround } from './partStatus';
import type { AreaPlacement, Placement } from './placement';

/** Relative weights of the parts in the composite. They belong to the project, never to a scenario. */
export type PartWeights = Readonly<Record<PartId, number>>;

export const EQUAL_WEIGHTS: PartWeights = { B1: 1, B2: 1, B3: 1, B4: 1, B5: 1, B6: 1 };

/** A part's quantity in its own unit, and the score it gives. */
export interface PartValue {
  readonly value: number;
  readonly score: number;
}

/** Mean of a coefficient over a typology's surfaces, by their shares. */
export function surfaceMean(typology: Typology, coefficient: Readonly<Record<Surface, number>>): number {
  const surfaces = Object.entries(typology.surfaces) as [Surface, number][];
  return surfaces.reduce((sum, [surface, share]) => sum + share * coefficient[surface], 0);
}

function byTypology(coefficient: Readonly<Record<Surface, number>>): Readonly<Record<TypologyId, number>> {
  return Object.fromEntries(
    TYPOLOGY_IDS.map((id) => [id, surfaceMean(TYPOLOGIES[id], coefficient)]),
  ) as Record<TypologyId, number>;
}

const RUNOFF_OF_TYPOLOGY = byTypology(RUNOFF_COEFFICIENT);

/** Expected blue-green factor by typology. */
export const BLUE_GREEN_OF_TYPOLOGY = byTypology(BLUE_GREEN_WEIGHT);

const BUILDABLE_CLASSES = Object.keys(RUNOFF_BEFORE) as readonly (keyof typeof RUNOFF_BEFORE)[];

/** B1: farmland taken, daa, against the pace that scores 0 over the same years. */
export function farmlandPart(takenFarmlandDaa: number, paceDaaPerYear: number, years: number): PartValue {
  return { value: takenFarmlandDaa, score: 100 * (1 - Math.min(1, takenFarmlandDaa / (paceDaaPerYear * years))) };
}

/** B2: green and Marka taken per placed dwelling, m². */
export function greenPart(takenSquareMetres: number, placed: number): PartValue {
  const value = takenSquareMetres / placed;
  return { value, score: 100 * Math.max(0, 1 - value / GREEN_TAKEN_WORST_SQUARE_METRES) };
}

/** B4: land taken inside the water belts per placed dwelling, m². */
export function waterPart(takenSquareMetres: number, placed: number): PartValue {
  const value = takenSquareMetres / placed;
  return { value, score: 100 * Math.max(0, 1 - value / WATER_BELT_TAKEN_WORST_SQUARE_METRES) };
}

/** B6: added run-off per placed dwelling, m² reduced area; negative when the new ground sheds less. */
export function stormwaterPart(addedSquareMetres: number, placed: number): PartValue {
  const value = addedSquareMetres / placed;
  return { value, score: 100 * Math.min(1, Math.max(0, 1 - value / RUNOFF_WORST_SQUARE_METRES)) };
}

/** Sum over the areas of a column times another. */
function sumOfProducts(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let position = 0; position < one.length; position += 1) sum += one[position]! * other[position]!;
  return sum;
}

/** Land taken inside the belts, m². */
function waterBeltTaken({ columns }: Placement): number {
  return sumOfProducts(columns.areas.waterBelt, columns.shareTaken);
}

/** Σ (φ after − φ before) · ground if all of an area's land were taken, m². */
export function runoffOfFullArea(typology: TypologyId, { byClass }: Pick<AreaGround, 'byClass'>): number {
  const after = RUNOFF_OF_TYPOLOGY[typology];
  return BUILDABLE_CLASSES.reduce((sum, landClass) => sum + byClass[landClass] * (after - RUNOFF_BEFORE[landClass]), 0);
}

/** Σ (φ after − φ before) · land taken of one area, m². */
export function runoffOfArea({ measured, shareTaken }: AreaPlacement): number {
  return measured.runoffWhenFull * shareTaken;
}

/** Σ (φ after − φ before) · land taken of dwellings spread outside the towns, m². */
export function runoffOfSpread(spread: number): number {
  return spreadTaken(spread) * (RUNOFF_OF_TYPOLOGY[OUTSIDE_TYPOLOGY] - RUNOFF_BEFORE.builtUp);
}

function addedRunoff({ columns, spread }: Placement): number {
  return runoffOfSpread(spread) + sumOfProducts(columns.areas.runoffWhenFull, columns.shareTaken);
}

/** Expected blue-green factor: mean over placed dwellings of their typology's; null without dwellings. */
function meanBlueGreenFactor({ columns, spread, dwellings: { placed } }: Placement): number | null {
  if (placed <= 0) return null;
  const inAreas = sumOfProducts(columns.areas.blueGreenFactor, columns.placed);
  return (spread * BLUE_GREEN_OF_TYPOLOGY[OUTSIDE_TYPOLOGY] + inAreas) / placed;
}

/** What the parts that look at the green as a whole found; null where they were not computed. */
export interface GreenFindings {
  readonly B3: PartValue | null;
  readonly B5: PartValue | null;
}

/** The blue-green score and its parts (method §5). Parts without data are left out and the weights rescaled. */
export function blueGreenOf(
  placement: Placement,
  account: LandAccount,
  grounds: Readonly<Record<PartId, PartGround>>,
  weights: PartWeights,
  farmlandPaceDaaPerYear: number,
  findings: GreenFindings,
): BlueGreenResult {
  const { placed } = placement.dwellings;
  const compute: Readonly<Record<PartId, () => PartValue | null>> = {
    B1: () => farmlandPart(takenDaa(account, 'farmland'), farmlandPaceDaaPerYear, placement.years),
    B2: () =>
      greenPart((takenDaa(account, 'green') + takenDaa(account, 'marka')) * SQUARE_METRES_PER_DAA, placed),
    B3: () => findings.B3,
    B4: () => waterPart(waterBeltTaken(placement), placed),
    B5: () => findings.B5,
    B6: () => stormwaterPart(addedRunoff(placement), placed),
  };
  const values = PART_IDS.map((id) => {
    const ground = grounds[id];
    const value = placed > 0 && ground.status.kind !== 'missing' ? compute[id]() : null;
    return { id, ground, value };
  });
  const scoredWeight = values.reduce((sum, { id, value }) => (value ? sum + weights[id] : sum), 0);
  const parts = values.map(
    ({ id, ground, value }): PartResult => ({
      id,
      status: placed > 0 || ground.status.kind === 'missing' ? ground.status : { kind: 'noDwellings' },
      score: value ? value.score : null,
      value: value ? value.value : null,
      weight: value && scoredWeight > 0 ? weights[id] / scoredWeight : 0,
      layers: ground.layers,
    }),
  );
  return {
    score: scoredWeight > 0 ? parts.reduce((sum, part) => sum + part.weight * (part.score ?? 0), 0) : null,
    parts,
    blueGreenFactor: meanBlueGreenFactor(placement),
  };
}
