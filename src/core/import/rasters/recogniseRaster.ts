import { AR5_OTHER_CODES, LAND_TYPE_NAMES } from '../roleRules';
import { classColour } from './rasterColours';
import type { RasterFacts, RasterKind, RasterReading } from './rasterLayer';

/** What was met in a part of a raster. */
export interface RasterSample {
  /** How often each value was met; null where there are too many values to be classes. */
  readonly counts: ReadonlyMap<number, number> | null;
  readonly low: number;
  readonly high: number;
  /** Cells with a value. */
  readonly cells: number;
}

/** A suggestion for how a raster is to be read, and why, Norwegian. */
export interface RasterRecognition {
  readonly reading: RasterReading;
  readonly reason: string;
}

/** Whole numbers with more values than this are measured, not classes. */
const MOST_CLASSES = 64;

/** Values that are tallied before they are taken for measured ones. */
const MOST_DISTINCT = 1024;

/** Goes through cells of a raster and tells what values there are. */
export class RasterSampler {
  readonly #noData: number | null;
  #counts: Map<number, number> | null = new Map();
  #low = Infinity;
  #high = -Infinity;
  #cells = 0;

  constructor(noData: number | null) {
    this.#noData = noData;
  }

  add(values: ArrayLike<number>): void {
    for (let cell = 0; cell < values.length; cell += 1) {
      const value = values[cell]!;
      if (!Number.isFinite(value) || value === this.#noData) continue;
      this.#cells += 1;
      if (value < this.#low) this.#low = value;
      if (value > this.#high) this.#high = value;
      if (!this.#counts) continue;
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
      if (this.#counts.size > MOST_DISTINCT) this.#counts = null;
    }
  }

  finish(): RasterSample {
    return {
      counts: this.#counts,
      low: this.#cells > 0 ? this.#low : 0,
      high: this.#cells > 0 ? this.#high : 0,
      cells: this.#cells,
    };
  }
}

/** Units that names of files point to. */
const UNITS: readonly (readonly [pattern: RegExp, unit: string])[] = [
  [/st[øo]y|noise|lden|lday|lnight|desibel|_db/iu, 'dB'],
  [/dtm|dom_|høyde|hoyde|elevation|terreng|dem\b|_dem/iu, 'm'],
  [/temp/iu, '°C'],
  [/slope|helning|hellning/iu, '°'],
];

function isLandTypes(values: readonly number[]): boolean {
  const known = new Set([...Object.keys(LAND_TYPE_NAMES), ...AR5_OTHER_CODES]);
  return values.length >= 2 && values.filter((value) => value !== 0).every((value) => known.has(String(value)));
}

function nameOf(value: number, isLandType: boolean): string {
  const landType = isLandType ? LAND_TYPE_NAMES[String(value)] : undefined;
  return landType === undefined ? `klasse ${value}` : `${landType} (${value})`;
}

function kindOf({ isPicture, isWhole, colours }: RasterFacts, { counts, cells }: RasterSample): readonly [RasterKind, reason: string] {
  if (isPicture) return ['picture', 'filen har rødt, grønt og blått'];
  if (colours.size > 0) return ['classes', 'filen har en fargetabell'];
  if (cells === 0) return ['values', 'ingen celler med verdi ble sett'];
  const distinct = counts?.size ?? Infinity;
  const allWhole = counts !== null && [...counts.keys()].every(Number.isInteger);
  if (isWhole && distinct <= MOST_CLASSES) return ['classes', `heltall med ${distinct} ulike verdier`];
  if (allWhole && distinct <= 16) return ['classes', `bare ${distinct} ulike hele verdier`];
  return ['values', isWhole ? 'heltall med mange ulike verdier' : 'desimaltall'];
}

/** The classes that a sample holds, named and coloured. */
export function classesOf(facts: Pick<RasterFacts, 'colours'>, { counts }: RasterSample): RasterReading['classes'] {
  const values = [...(counts?.keys() ?? [])].toSorted((one, other) => one - other).slice(0, MOST_CLASSES);
  const landTypes = isLandTypes(values);
  // Nought among a few classes is "not here": drawn, it would hide the map.
  const hasNothing = !landTypes && facts.colours.size === 0 && values.includes(0);
  return values.map((value, index) => ({
    value,
    name: hasNothing && value === 0 ? 'ingen (0)' : nameOf(value, landTypes),
    colour: hasNothing && value === 0 ? null : (facts.colours.get(value) ?? classColour(value, index, landTypes)),
  }));
}

/** Tells classes from values, by the file's own word and by what a part of it holds. */
export function recogniseRaster(facts: RasterFacts, sample: RasterSample): RasterRecognition {
  const [kind, reason] = kindOf(facts, sample);
  const unit = facts.unit === '' ? (UNITS.find(([pattern]) => pattern.test(facts.name))?.[1] ?? '') : facts.unit;
  return {
    reading: { kind, classes: classesOf(facts, sample), unit, low: sample.low, high: sample.high },
    reason,
  };
}
