import type { LatticeFrame } from '../geometry/latticeFrame';
import { CELL_BITS, WalkToGreen, type NearbyGreen } from './nearbyGreen';
import { once } from './once';
import type { Residents } from './residents';

/** For each size of `NEARBY_GREEN` something of the residents who have such green within its walk. */
type NearGreen = readonly [small: number, large: number];

/** Residents by the lattice cell they live in, to tell how many of them have green nearby (method §5 B5). */
export class ResidentsOnLattice {
  /** Of each cell, how many live there. */
  private readonly weights: Float64Array;
  private readonly total: number;
  private readonly sharesByGreen = new WeakMap<NearbyGreen, NearGreen>();
  /** How many it is of green with none taken: of what is taken from it only the cells near that are looked at. */
  private readonly sumsByWholeGreen = new WeakMap<NearbyGreen, NearGreen>();

  /** @param frame that of the green; who lives outside it has none nearby. */
  constructor(frame: LatticeFrame, { points, weights, total }: Residents) {
    this.weights = new Float64Array(frame.cellCount);
    this.total = total;
    const cells = frame.cellsOf(points);
    for (let resident = 0; resident < cells.length; resident += 1) {
      const cell = cells[resident]!;
      if (cell >= 0) this.weights[cell]! += weights[resident]!;
    }
  }

  /** Shares of them with green of each size within its walk; 0 when nobody lives here. */
  sharesNear(green: NearbyGreen): NearGreen {
    return once(this.sharesByGreen, green, () => {
      const whole = green.before ?? green;
      const sums = once(this.sumsByWholeGreen, whole, () => this.sumsNearWhole(whole));
      const [small, large] = this.lostNear(green);
      return [this.share(sums[0] - small), this.share(sums[1] - large)];
    });
  }

  private share(sum: number): number {
    // What is added up in another order may be a last digit off.
    return this.total > 0 ? Math.min(Math.max(sum / this.total, 0), 1) : 0;
  }

  private sumsNearWhole({ cellBits }: NearbyGreen): NearGreen {
    const { weights } = this;
    const [smallBit, largeBit] = CELL_BITS.reaches;
    let small = 0;
    let large = 0;
    for (let cell = 0; cell < weights.length; cell += 1) {
      const weight = weights[cell]!;
      if (weight === 0) continue;
      const bits = cellBits[cell]!;
      if ((bits & smallBit) !== 0) small += weight;
      if ((bits & largeBit) !== 0) large += weight;
    }
    return [small, large];
  }

  /** Those who had green within its walk and have none since some is taken. */
  private lostNear(green: NearbyGreen): NearGreen {
    const { weights } = this;
    const { cellBits, nearTaken } = green;
    const [smallBit, largeBit] = CELL_BITS.reaches;
    const smallWalk = new WalkToGreen(green, 0);
    const largeWalk = new WalkToGreen(green, 1);
    let small = 0;
    let large = 0;
    for (let index = 0; index < nearTaken.length; index += 1) {
      const cell = nearTaken[index]!;
      const weight = weights[cell]!;
      if (weight === 0) continue;
      const bits = cellBits[cell]!;
      if ((bits & smallBit) !== 0 && !smallWalk.reaches(cell)) small += weight;
      if ((bits & largeBit) !== 0 && !largeWalk.reaches(cell)) large += weight;
    }
    return [small, large];
  }
}
