import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { AreaMeasurements } from './areaMeasurements';
import type { Baseline } from './baseline';
import type { GreenFindings, PartValue } from './blueGreen';
import { connectivityPart, type ConnectivityNetwork } from './connectivity';
import { GreenLeft } from './greenLeft';
import type { MeasuredArea } from './measuredArea';
import type { MeasureEffects } from './measureEffects';
import { shareNearGreen, type NearbyGreen } from './nearbyGreen';
import type { Placement } from './placement';
import type { Residents } from './residents';
import { outsideTowns } from './spread';

/** Residents outside the towns' outlines, and how many of them have green nearby. */
interface SpreadHomes {
  readonly outlines: readonly LonLatMultiPolygon[];
  readonly residents: Residents;
  readonly shares: WeakMap<NearbyGreen, readonly [small: number, large: number]>;
}

/** The green structure as a scenario finds it: with what it adds, before it builds. */
export interface ScenarioGreen {
  /** Null when B3 is not scored. */
  readonly connectivity: ConnectivityNetwork | null;
  /** What is left for those who live near when it has built; null when B5 is not scored. */
  readonly nearby: NearbyGreen | null;
}

/** Finds what B3 and B5 say; keeps the green that is left as long as the same ground is built on. */
export class GreenAssessor {
  private readonly baseline: Baseline;
  private readonly measurements: AreaMeasurements;
  private readonly left = new WeakMap<NearbyGreen, GreenLeft>();
  private spread: SpreadHomes | null = null;

  constructor(baseline: Baseline, measurements: AreaMeasurements) {
    this.baseline = baseline;
    this.measurements = measurements;
  }

  /** The green structure with what a scenario adds to it, and without what it rebuilds. */
  greenOf(areas: readonly MeasuredArea[], { addedGreen }: MeasureEffects): ScenarioGreen {
    const whole = addedGreen ? addedGreen.nearbyGreen : this.baseline.nearbyGreen;
    return {
      connectivity: addedGreen ? addedGreen.connectivity : this.baseline.connectivity,
      nearby: whole && this.leftOf(whole).under(areas),
    };
  }

  /** What B3 and B5 say of a placement. */
  assess(green: ScenarioGreen, { townOutlines }: MeasureEffects, placement: Placement): GreenFindings {
    return { B3: this.connectivity(green, placement), B5: this.nearbyGreen(green, townOutlines, placement) };
  }

  private leftOf(whole: NearbyGreen): GreenLeft {
    let left = this.left.get(whole);
    if (!left) {
      left = new GreenLeft(whole);
      this.left.set(whole, left);
    }
    return left;
  }

  private connectivity({ connectivity: network }: ScenarioGreen, placement: Placement): PartValue | null {
    const { connectivity: today } = this.baseline;
    if (!network || !today) return null;
    const taken = new Map<number, number>();
    const take = (node: number, squareMetres: number): void => {
      taken.set(node, (taken.get(node) ?? 0) + squareMetres);
    };
    for (const { measured, shareTaken: share } of placement.areas) {
      if (share === 0) continue;
      for (const [node, green] of measured.ground.greenByNode) take(node, green * share);
      if (network.markaNode >= 0 && measured.ground.byClass.marka > 0) {
        take(network.markaNode, measured.ground.byClass.marka * share);
      }
    }
    return connectivityPart(network, taken, today);
  }

  private nearbyGreen(
    { nearby: green }: ScenarioGreen,
    townOutlines: readonly LonLatMultiPolygon[],
    placement: Placement,
  ): PartValue | null {
    const { placed } = placement.dwellings;
    if (!green || placed <= 0) return null;
    let small = 0;
    let large = 0;
    for (const { measured, placed: dwellings } of placement.areas) {
      if (dwellings <= 0) continue;
      const shares = this.measurements.nearGreen(measured, green);
      small += dwellings * shares[0];
      large += dwellings * shares[1];
    }
    if (placement.spread > 0) {
      const shares = this.spreadNearGreen(green, townOutlines);
      small += placement.spread * shares[0];
      large += placement.spread * shares[1];
    }
    const value = (small + large) / placed / 2;
    return { value, score: 100 * value };
  }

  private spreadNearGreen(green: NearbyGreen, outlines: readonly LonLatMultiPolygon[]): readonly [number, number] {
    const { residents } = this.baseline;
    if (!residents) return [0, 0];
    if (this.spread?.outlines !== outlines) {
      this.spread = { outlines, residents: outsideTowns(residents, outlines), shares: new WeakMap() };
    }
    const { points, weights } = this.spread.residents;
    let shares = this.spread.shares.get(green);
    if (!shares) {
      shares = shareNearGreen(green, points, weights);
      this.spread.shares.set(green, shares);
    }
    return shares;
  }
}
