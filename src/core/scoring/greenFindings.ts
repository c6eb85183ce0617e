import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { AreasGround, NearGreen } from './areasGround';
import type { Baseline } from './baseline';
import type { GreenFindings, PartValue } from './blueGreen';
import { connectivityLoss, type ConnectivityNetwork } from './connectivity';
import { GreenLeft } from './greenLeft';
import type { MeasuredArea } from './measuredArea';
import type { MeasureEffects } from './measureEffects';
import type { NearbyGreen } from './nearbyGreen';
import type { Placement } from './placement';

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
  private readonly left = new WeakMap<NearbyGreen, GreenLeft>();

  constructor(baseline: Baseline) {
    this.baseline = baseline;
  }

  /** The green structure with what a scenario adds to it, and without what it rebuilds of the areas that are given dwellings. */
  greenOf(areas: readonly MeasuredArea[], given: Float64Array, { addedGreen }: MeasureEffects): ScenarioGreen {
    const whole = addedGreen ? addedGreen.nearbyGreen : this.baseline.nearbyGreen;
    return {
      connectivity: addedGreen ? addedGreen.connectivity : this.baseline.connectivity,
      nearby: whole && this.leftOf(whole).under(areas, given),
    };
  }

  /** What B3 and B5 say of a placement on the areas' ground. */
  assess(green: ScenarioGreen, { townOutlines }: MeasureEffects, ground: AreasGround, placement: Placement): GreenFindings {
    return { B3: this.connectivity(green, ground, placement), B5: this.nearbyGreen(green, townOutlines, ground, placement) };
  }

  private leftOf(whole: NearbyGreen): GreenLeft {
    let left = this.left.get(whole);
    if (!left) {
      left = new GreenLeft(whole);
      this.left.set(whole, left);
    }
    return left;
  }

  private connectivity({ connectivity: network }: ScenarioGreen, ground: AreasGround, placement: Placement): PartValue | null {
    const { connectivity: today } = this.baseline;
    if (!network || !today) return null;
    const squaredAfter = ground.greenTaking(network).squaredAreaAfter(placement.columns.shareTaken);
    return connectivityLoss(squaredAfter, today.squaredArea);
  }

  private nearbyGreen(
    { nearby: green }: ScenarioGreen,
    townOutlines: readonly LonLatMultiPolygon[],
    ground: AreasGround,
    placement: Placement,
  ): PartValue | null {
    const { placed } = placement.dwellings;
    if (!green || placed <= 0) return null;
    const near = ground.nearGreen(green);
    let small = 0;
    let large = 0;
    const { placed: placedByArea } = placement.columns;
    for (let position = 0; position < placedByArea.length; position += 1) {
      const dwellings = placedByArea[position]!;
      if (dwellings <= 0) continue;
      const shares = near.at(position);
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

  private spreadNearGreen(green: NearbyGreen, outlines: readonly LonLatMultiPolygon[]): NearGreen {
    return this.baseline.outside?.of(outlines).onLattice.sharesNear(green) ?? [0, 0];
  }
}
