import type { RasterKind } from './rasterLayer';

/** Shares of a cell below this are rounding, not ground. */
const LEAST_SHARE = 1e-9;

/** A raster may have many classes by mistake: those beyond are counted together. */
const MOST_CLASSES = 1000;

/** What a raster says of the ground inside an outline, or of several outlines together. */
export interface RasterStatistics {
  /** Of the outline, daa. */
  readonly areaDaa: number;
  /** With a value in the raster, daa. */
  readonly coveredDaa: number;
  /** Area by class, daa, the largest first; empty for a raster of values. */
  readonly classes: readonly { readonly value: number; readonly areaDaa: number }[];
  /** Weighted by area; null where nothing is covered, and for a raster of classes. */
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** How many of the raster's own cells one counted cell stands for in each direction; 1 for all of them as they are. */
  readonly coarsening: number;
}

/** Counts the cells of a raster inside one outline, each by the exact share of it that lies inside. */
export class RasterTally {
  readonly #kind: RasterKind;
  readonly #noData: number | null;
  readonly #byClass = new Map<number, number>();
  #covered = 0;
  #sum = 0;
  #minimum = Infinity;
  #maximum = -Infinity;

  constructor(kind: RasterKind, noData: number | null) {
    this.#kind = kind;
    this.#noData = noData;
  }

  /** @param shares of each cell that lies inside, 0–1 @param values of the same cells */
  add(shares: Float64Array, values: ArrayLike<number>): void {
    for (let cell = 0; cell < shares.length; cell += 1) {
      const share = shares[cell]!;
      if (share < LEAST_SHARE) continue;
      const value = values[cell]!;
      if (!Number.isFinite(value) || value === this.#noData) continue;
      this.#covered += share;
      if (this.#kind === 'classes') {
        const key = this.#byClass.size < MOST_CLASSES || this.#byClass.has(value) ? value : Number.NaN;
        this.#byClass.set(key, (this.#byClass.get(key) ?? 0) + share);
        continue;
      }
      this.#sum += share * value;
      if (value < this.#minimum) this.#minimum = value;
      if (value > this.#maximum) this.#maximum = value;
    }
  }

  /**
   * What was counted, as ground.
   * @param areaDaa of the outline in the plane, which is what all areas of the model are measured in
   * @param areaCells of the outline in cells of the raster, also those outside it
   */
  finish(areaDaa: number, areaCells: number, coarsening: number): RasterStatistics {
    const daaPerCell = areaCells > 0 ? areaDaa / areaCells : 0;
    const hasValues = this.#kind === 'values' && this.#covered > 0;
    return {
      areaDaa,
      coveredDaa: this.#covered * daaPerCell,
      classes: sortedClasses(this.#byClass, daaPerCell),
      mean: hasValues ? this.#sum / this.#covered : null,
      minimum: hasValues ? this.#minimum : null,
      maximum: hasValues ? this.#maximum : null,
      coarsening,
    };
  }
}

function sortedClasses(byClass: ReadonlyMap<number, number>, factor: number): RasterStatistics['classes'] {
  return Array.from(byClass, ([value, amount]) => ({ value, areaDaa: amount * factor })).toSorted((one, other) => other.areaDaa - one.areaDaa);
}

function extreme(values: readonly (number | null)[], choose: (...numbers: number[]) => number): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : choose(...numbers);
}

/** Statistics of several outlines together; ground that two of them share is counted for each. */
export function summedStatistics(parts: readonly RasterStatistics[]): RasterStatistics {
  const byClass = new Map<number, number>();
  for (const { value, areaDaa } of parts.flatMap(({ classes }) => classes)) byClass.set(value, (byClass.get(value) ?? 0) + areaDaa);
  const measured = parts.filter(({ mean }) => mean !== null);
  const weight = measured.reduce((sum, { coveredDaa }) => sum + coveredDaa, 0);
  return {
    areaDaa: parts.reduce((sum, { areaDaa }) => sum + areaDaa, 0),
    coveredDaa: parts.reduce((sum, { coveredDaa }) => sum + coveredDaa, 0),
    classes: sortedClasses(byClass, 1),
    mean: weight > 0 ? measured.reduce((sum, { mean, coveredDaa }) => sum + (mean ?? 0) * coveredDaa, 0) / weight : null,
    minimum: extreme(parts.map(({ minimum }) => minimum), Math.min),
    maximum: extreme(parts.map(({ maximum }) => maximum), Math.max),
    coarsening: Math.max(1, ...parts.map(({ coarsening }) => coarsening)),
  };
}
