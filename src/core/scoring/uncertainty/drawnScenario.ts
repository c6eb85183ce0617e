import { TYPOLOGY_IDS } from '../../domain/typology';
import {
  NEARBY_GREEN,
  OUTSIDE_TYPOLOGY,
  RUNOFF_BEFORE,
  RUNOFF_COEFFICIENT,
  SQUARE_METRES_PER_DAA,
  TYPOLOGIES,
} from '../../method/parameters';
import { farmlandPart, greenPart, stormwaterPart, surfaceMean, waterPart } from '../blueGreen';
import { connectivityPart } from '../connectivity';
import { PART_IDS, type PartId } from '../evaluation';
import type { Assessment } from '../assessment';
import type { AreaPlacement } from '../placement';
import type { Draw } from './draws';

const SPREAD_TYPOLOGY = TYPOLOGY_IDS.indexOf(OUTSIDE_TYPOLOGY);

/** Added run-off of a dwelling spread on built-up land at the typology's usual density, m². */
const SPREAD_RUNOFF_PER_DWELLING =
  (SQUARE_METRES_PER_DAA / TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa) *
  (surfaceMean(TYPOLOGIES[OUTSIDE_TYPOLOGY], RUNOFF_COEFFICIENT) - RUNOFF_BEFORE.builtUp);

/** What a draw needs of one area, as plain numbers. m² where it is ground. */
interface DrawnArea {
  readonly place: number;
  readonly typology: number;
  readonly given: number;
  readonly capacity: number;
  readonly land: number;
  readonly developableShare: number;
  readonly dwellingsPerSquareMetre: number;
  readonly farmland: number;
  readonly green: number;
  readonly waterBelt: number;
  /** Added run-off if all the land were taken. */
  readonly runoff: number;
  readonly nodes: readonly (readonly [node: number, squareMetres: number])[];
  readonly greenDistances: readonly Float64Array[];
}

/** Scores of one scenario in one draw. Parts that are not scored are NaN and carry no weight. */
export interface DrawnScores {
  transit: number;
  blueGreen: number;
}

/** A scenario made ready for many draws. */
export class DrawnScenario {
  private readonly areas: readonly DrawnArea[];
  private readonly assessment: Assessment;
  private readonly spreadPlace: number;
  private readonly spreadGreenDistances: readonly Float64Array[];
  private readonly isScored: readonly boolean[];
  /** Scores of the parts in the draw that was scored last, in the order of `PART_IDS`; NaN where a part is not scored. */
  readonly partScores = new Float64Array(PART_IDS.length);

  /**
   * @param placeOf index of an area's place among the common places.
   * @param greenDistancesOf straight distances of an area's sample points to green, empty when B5 is not scored.
   */
  constructor(
    assessment: Assessment,
    placeOf: (area: AreaPlacement) => number,
    greenDistancesOf: (area: AreaPlacement) => readonly Float64Array[],
    spreadPlace: number,
    spreadGreenDistances: readonly Float64Array[],
  ) {
    this.assessment = assessment;
    this.spreadPlace = spreadPlace;
    this.spreadGreenDistances = spreadGreenDistances;
    this.isScored = assessment.evaluation.blueGreen.parts.map((part) => part.score !== null);
    const markaNode = assessment.green.connectivity?.markaNode ?? -1;
    this.areas = assessment.placement.areas
      .filter(({ given }) => given > 0)
      .map((placement): DrawnArea => {
        const { area, measured, typology, given } = placement;
        const { byClass } = measured.ground;
        const after = surfaceMean(typology, RUNOFF_COEFFICIENT);
        const nodes = [...measured.ground.greenByNode];
        if (markaNode >= 0 && byClass.marka > 0) nodes.push([markaNode, byClass.marka]);
        return {
          place: placeOf(placement),
          typology: TYPOLOGY_IDS.indexOf(area.typology),
          given,
          capacity: measured.capacity,
          land: measured.ground.land,
          developableShare: area.developableShare,
          dwellingsPerSquareMetre: typology.dwellingsPerDaa / SQUARE_METRES_PER_DAA,
          farmland: byClass.farmland,
          green: byClass.green + byClass.marka,
          waterBelt: measured.ground.waterBelt,
          runoff: (Object.keys(RUNOFF_BEFORE) as (keyof typeof RUNOFF_BEFORE)[]).reduce(
            (sum, landClass) => sum + byClass[landClass] * (after - RUNOFF_BEFORE[landClass]),
            0,
          ),
          nodes,
          greenDistances: greenDistancesOf(placement),
        };
      });
  }

  /** Scores the scenario in a draw. `placeScores` holds the mean score q of every common place in it. */
  score(draw: Draw, placeScores: Float64Array, scores: DrawnScores): void {
    const { placement, baseline, green: structure } = this.assessment;
    const { spread, scored, years } = placement;
    let placedSum = spread;
    let transit = spread * placeScores[this.spreadPlace]!;
    let farmland = 0;
    let green = 0;
    let water = 0;
    let runoff = (spread * SPREAD_RUNOFF_PER_DWELLING) / draw.densityFactors[SPREAD_TYPOLOGY]!;
    let nearby = spread > 0 ? spread * nearShare(this.spreadGreenDistances, draw.detourFactor) : 0;
    const taken = new Map<number, number>();
    for (const area of this.areas) {
      const density = draw.densityFactors[area.typology]!;
      const placed = Math.min(area.given, area.capacity * density);
      if (placed <= 0) continue;
      placedSum += placed;
      transit += placed * placeScores[area.place]!;
      const share = Math.min(area.developableShare, placed / (area.dwellingsPerSquareMetre * density * area.land));
      farmland += area.farmland * share;
      green += area.green * share;
      water += area.waterBelt * share;
      runoff += area.runoff * share;
      for (const [node, squareMetres] of area.nodes) taken.set(node, (taken.get(node) ?? 0) + squareMetres * share);
      nearby += placed * nearShare(area.greenDistances, draw.detourFactor);
    }
    const pace = baseline.dataset.parameters.farmlandLossDaaPerYear.value;
    const partScore: Readonly<Record<PartId, () => number>> = {
      B1: () => farmlandPart(farmland / SQUARE_METRES_PER_DAA, pace, years).score,
      B2: () => greenPart(green, placedSum).score,
      B3: () =>
        structure.connectivity && baseline.connectivity
          ? (connectivityPart(structure.connectivity, taken, baseline.connectivity)?.score ?? 0)
          : 0,
      B4: () => waterPart(water, placedSum).score,
      B5: () => (100 * nearby) / placedSum,
      B6: () => stormwaterPart(runoff, placedSum).score,
    };
    scores.transit = scored > 0 ? (100 * transit) / scored : Number.NaN;
    PART_IDS.forEach((id, index) => {
      this.partScores[index] = this.isScored[index] ? partScore[id]() : Number.NaN;
    });
    scores.blueGreen = this.weigh(draw.weights, this.partScores);
  }

  /** Weighted mean of the scored parts; NaN when none is scored. */
  weigh(weights: Float64Array, partScores: Float64Array): number {
    let sum = 0;
    let weight = 0;
    for (let index = 0; index < partScores.length; index += 1) {
      if (!this.isScored[index]) continue;
      sum += weights[index]! * partScores[index]!;
      weight += weights[index]!;
    }
    return weight > 0 ? sum / weight : Number.NaN;
  }
}

/** Mean over the sizes of green of the share of points that reach it on foot. */
function nearShare(distancesBySize: readonly Float64Array[], detourFactor: number): number {
  let sum = 0;
  for (let size = 0; size < distancesBySize.length; size += 1) {
    const distances = distancesBySize[size]!;
    const reach = NEARBY_GREEN[size]!.walkMetres / detourFactor;
    let near = 0;
    for (let index = 0; index < distances.length; index += 1) if (distances[index]! <= reach) near += 1;
    sum += near / distances.length;
  }
  return sum / NEARBY_GREEN.length;
}
