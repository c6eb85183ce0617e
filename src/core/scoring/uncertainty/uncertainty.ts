import { isInService } from '../../domain/station';
import { toPlanarPoint } from '../../geometry/projection';
import type { LonLatMultiPolygon } from '../../geometry/shapes';
import { TOLD_RANGE } from '../../method/parameters';
import type { Assessment } from '../assessment';
import { PART_IDS } from '../evaluation';
import { distancesToGreen } from '../nearbyGreen';
import type { AreaPlacement } from '../placement';
import { canServe } from '../service';
import { DrawSource } from './draws';
import { DrawnScenario, type DrawnScores } from './drawnScenario';
import { drawnPlace, meanScore, sampleByWeight, samplePoints, type DrawnPlace, type DrawnStation } from './places';
import { GENERATOR_NAME } from './random';

/** Points that stand for the homes spread outside the towns. */
const SPREAD_POINTS = 400;

/** What the draws say of one score. */
export interface ScoreRange {
  readonly median: number;
  /** 5 % and 95 % of the draws lie below. */
  readonly low: number;
  readonly high: number;
}

/** What the draws say of two scenarios, by their positions. */
export interface PairComparison {
  readonly first: number;
  readonly second: number;
  /** Share of the draws in which the first has the higher score; null where either has none. */
  readonly transit: number | null;
  readonly blueGreen: number | null;
}

/** What the draws say of the parts of the blue-green score of two scenarios, by their positions. */
export interface PartComparison {
  readonly first: number;
  readonly second: number;
  /** Share of the draws in which the first has the higher score of each part, in the order of `PART_IDS`; null where either has none. */
  readonly shares: readonly (number | null)[];
}

export interface UncertaintyResult {
  readonly generator: string;
  readonly seed: number;
  readonly draws: number;
  /** In the order of the scenarios; null where there is no score. */
  readonly scenarios: readonly { readonly transit: ScoreRange | null; readonly blueGreen: ScoreRange | null }[];
  readonly pairs: readonly PairComparison[];
  /** The same pairs. */
  readonly parts: readonly PartComparison[];
}

/** Whether the draws tell two scenarios apart: one is higher in more than 95 % of them. Otherwise they "skiller ikke". */
export function areToldApart(shareFirstHigher: number): boolean {
  return shareFirstHigher < TOLD_RANGE[0] || shareFirstHigher > TOLD_RANGE[1];
}

/** Where growth spread outside the towns is taken to be, for scenarios with the same towns and stations. */
interface SpreadPlace {
  readonly service: string;
  readonly outlines: readonly LonLatMultiPolygon[];
  readonly points: Float64Array;
  readonly place: number;
}

/** Draws for several scenarios on the same data set, made a few at a time so that they can be stopped (method §7). */
export class UncertaintyRun {
  private readonly seed: number;
  private readonly source: DrawSource;
  private readonly places: DrawnPlace[] = [];
  private readonly spreads: SpreadPlace[] = [];
  private readonly scenarios: readonly DrawnScenario[];
  private readonly transit: number[][];
  private readonly blueGreen: number[][];
  /** By scenario and part. */
  private readonly parts: number[][][];
  private placeScores = new Float64Array(0);

  /** @throws RangeError when the assessments are of different data sets. */
  constructor(assessments: readonly Assessment[], seed: number) {
    const [first] = assessments;
    if (assessments.some(({ baseline }) => baseline !== first?.baseline)) {
      throw new RangeError('Scenarios are drawn together on one data set');
    }
    this.seed = seed;
    this.source = new DrawSource(
      first?.baseline.dataset.stations ?? [],
      assessments.flatMap(({ effects }) => effects.stations),
      seed,
    );
    const placeIndexes = new Map<string, Map<LonLatMultiPolygon, number>>();
    this.scenarios = assessments.map((assessment) => this.prepare(assessment, placeIndexes));
    this.placeScores = new Float64Array(this.places.length);
    this.transit = assessments.map(() => []);
    this.blueGreen = assessments.map(() => []);
    this.parts = assessments.map(() => PART_IDS.map(() => []));
  }

  /** Draws made so far. */
  get draws(): number {
    return this.transit[0]?.length ?? 0;
  }

  /** Makes `count` more draws. */
  advance(count: number): void {
    const scores: DrawnScores = { transit: Number.NaN, blueGreen: Number.NaN };
    for (let step = 0; step < count; step += 1) {
      const draw = this.source.next();
      for (let index = 0; index < this.places.length; index += 1) {
        this.placeScores[index] = meanScore(this.places[index]!, draw);
      }
      this.scenarios.forEach((scenario, index) => {
        scenario.score(draw, this.placeScores, scores);
        this.transit[index]!.push(scores.transit);
        this.blueGreen[index]!.push(scores.blueGreen);
        this.parts[index]!.forEach((drawn, part) => drawn.push(scenario.partScores[part]!));
      });
    }
  }

  /** What the draws so far say. */
  result(): UncertaintyResult {
    const pairs: PairComparison[] = [];
    const parts: PartComparison[] = [];
    for (let first = 0; first < this.scenarios.length; first += 1) {
      for (let second = first + 1; second < this.scenarios.length; second += 1) {
        pairs.push({
          first,
          second,
          transit: shareHigher(this.transit[first]!, this.transit[second]!),
          blueGreen: shareHigher(this.blueGreen[first]!, this.blueGreen[second]!),
        });
        parts.push({ first, second, shares: PART_IDS.map((_, part) => shareHigher(this.parts[first]![part]!, this.parts[second]![part]!)) });
      }
    }
    return {
      generator: GENERATOR_NAME,
      seed: this.seed,
      draws: this.draws,
      scenarios: this.scenarios.map((_, index) => ({
        transit: scoreRange(this.transit[index]!),
        blueGreen: scoreRange(this.blueGreen[index]!),
      })),
      pairs,
      parts,
    };
  }

  private drawnStations({ scenario, effects }: Assessment): readonly DrawnStation[] {
    const { lastYear } = scenario.programme;
    return effects.stations.flatMap((station) => {
      if (!canServe(station) || !isInService(station, lastYear, scenario.projects)) return [];
      const { accuracyMetres, departuresPerHour } = station;
      return [{ index: this.source.indexOf(station), ...toPlanarPoint(station.position), accuracyMetres, departuresPerHour }];
    });
  }

  private prepare(
    assessment: Assessment,
    placeIndexes: Map<string, Map<LonLatMultiPolygon, number>>,
  ): DrawnScenario {
    const { baseline, service, effects } = assessment;
    const stations = this.drawnStations(assessment);
    let byOutline = placeIndexes.get(service.key);
    if (!byOutline) {
      byOutline = new Map();
      placeIndexes.set(service.key, byOutline);
    }
    const known = byOutline;
    const placeOf = ({ measured }: AreaPlacement): number => {
      let index = known.get(measured.outline);
      if (index === undefined) {
        index = this.places.push(drawnPlace(samplePoints(measured.ground.homes), stations)) - 1;
        known.set(measured.outline, index);
      }
      return index;
    };
    const green = assessment.green.nearby;
    const outlines = effects.townOutlines;
    let spread = this.spreads.find((other) => other.service === service.key && other.outlines === outlines);
    if (!spread) {
      const outside = baseline.outside?.of(outlines).residents;
      const points = outside ? sampleByWeight(outside.points, outside.weights, SPREAD_POINTS) : new Float64Array(0);
      spread = { service: service.key, outlines, points, place: this.places.push(drawnPlace(points, stations)) - 1 };
      this.spreads.push(spread);
    }
    return new DrawnScenario(
      assessment,
      placeOf,
      ({ measured }) => (green ? distancesToGreen(green, samplePoints(measured.ground.homes)) : []),
      spread.place,
      green ? distancesToGreen(green, spread.points) : [],
    );
  }
}

function scoreRange(scores: readonly number[]): ScoreRange | null {
  if (scores.length === 0 || scores.some((score) => !Number.isFinite(score))) return null;
  const sorted = Float64Array.from(scores).sort();
  return { median: quantile(sorted, 0.5), low: quantile(sorted, TOLD_RANGE[0]), high: quantile(sorted, TOLD_RANGE[1]) };
}

/** Quantile of sorted numbers, linear between the two around it. */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const position = part * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below);
}

function shareHigher(first: readonly number[], second: readonly number[]): number | null {
  if (first.length === 0) return null;
  let higher = 0;
  for (let index = 0; index < first.length; index += 1) {
    const difference = first[index]! - second[index]!;
    if (Number.isNaN(difference)) return null;
    if (difference > 0) higher += 1;
    else if (difference === 0) higher += 0.5;
  }
  return higher / first.length;
}
