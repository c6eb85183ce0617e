import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { Scenario } from '../domain/scenario';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { REBUILT_SHARE } from '../method/parameters';
import type { AreaMeasurements } from './areaMeasurements';
import type { Baseline } from './baseline';
import type { GreenFindings, PartValue } from './blueGreen';
import { connectivityPart } from './connectivity';
import { greenCells, nearbyGreenWithout, shareNearGreen, type NearbyGreen } from './nearbyGreen';
import type { Residents } from './residents';
import type { Placement } from './placement';
import { outsideTowns } from './spread';

/** Residents outside the towns' outlines, and how many of them have green nearby. */
interface SpreadHomes {
  readonly outlines: readonly LonLatMultiPolygon[];
  readonly residents: Residents;
  readonly shares: WeakMap<NearbyGreen, readonly [small: number, large: number]>;
}

/** Finds what B3 and B5 say; keeps the green that is left as long as the same ground is built on. */
export class GreenAssessor {
  private readonly baseline: Baseline;
  private readonly measurements: AreaMeasurements;
  private builtOutlines: readonly LonLatMultiPolygon[] = [];
  private green: NearbyGreen | null;
  private readonly cellsByOutline = new WeakMap<LonLatMultiPolygon, Int32Array>();
  private spread: SpreadHomes | null = null;

  constructor(baseline: Baseline, measurements: AreaMeasurements) {
    this.baseline = baseline;
    this.measurements = measurements;
    this.green = baseline.nearbyGreen;
  }

  assess(scenario: Scenario, outlines: readonly LonLatMultiPolygon[], placement: Placement): GreenFindings {
    return { B3: this.connectivity(placement), B5: this.nearbyGreen(scenario, outlines, placement) };
  }

  /** The green that a scenario leaves for those who live near; null when B5 is not scored. */
  greenLeft(scenario: Scenario): NearbyGreen | null {
    const { nearbyGreen } = this.baseline;
    const outlines = [...scenario.areas.values()].filter(isRebuilt).map(({ outline }) => outline);
    if (!nearbyGreen || sameItems(outlines, this.builtOutlines)) return this.green;
    const { frame } = nearbyGreen;
    const isTaken = new Uint8Array(frame.cellCount);
    const cellsOf = (outline: LonLatMultiPolygon): Int32Array => {
      let cells = this.cellsByOutline.get(outline);
      if (!cells) {
        cells = greenCells(nearbyGreen, toPlanarMultiPolygon(outline));
        this.cellsByOutline.set(outline, cells);
      }
      return cells;
    };
    for (const outline of outlines) for (const cell of cellsOf(outline)) isTaken[cell] = 1;
    const before = new Set(this.builtOutlines);
    const after = new Set(outlines);
    const changed = [...outlines.filter((outline) => !before.has(outline)), ...this.builtOutlines.filter((outline) => !after.has(outline))];
    this.green = nearbyGreenWithout(nearbyGreen, this.green ?? nearbyGreen, isTaken, changed.map(cellsOf));
    this.builtOutlines = outlines;
    return this.green;
  }

  private connectivity(placement: Placement): PartValue | null {
    const network = this.baseline.connectivity;
    if (!network) return null;
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
    return connectivityPart(network, taken);
  }

  private nearbyGreen(
    scenario: Scenario,
    outlines: readonly LonLatMultiPolygon[],
    placement: Placement,
  ): PartValue | null {
    const green = this.greenLeft(scenario);
    const { placed } = placement.dwellings;
    if (!green || placed <= 0) return null;
    let small = 0;
    let large = 0;
    for (const { area, placed: dwellings } of placement.areas) {
      if (dwellings <= 0) continue;
      const shares = this.measurements.nearGreen(area, green);
      small += dwellings * shares[0];
      large += dwellings * shares[1];
    }
    if (placement.spread > 0) {
      const shares = this.spreadNearGreen(green, outlines);
      small += placement.spread * shares[0];
      large += placement.spread * shares[1];
    }
    const value = (small + large) / placed / 2;
    return { value, score: 100 * value };
  }

  private spreadNearGreen(green: NearbyGreen, outlines: readonly LonLatMultiPolygon[]): readonly [number, number] {
    const { residents } = this.baseline;
    if (!residents) return [0, 0];
    if (!this.spread || !sameItems(this.spread.outlines, outlines)) {
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

function isRebuilt(area: DevelopmentArea): boolean {
  return area.developableShare > REBUILT_SHARE && areaDwellings(area) > 0;
}

/** Whether two lists hold the same objects in the same order. */
export function sameItems<Item>(first: readonly Item[], second: readonly Item[]): boolean {
  return first.length === second.length && first.every((item, index) => item === second[index]);
}
