import type { Station } from '../../domain/station';
import { TYPOLOGY_IDS } from '../../domain/typology';
import { toPlanarPoint } from '../../geometry/projection';
import {
  DRAWN_DENSITY_FACTOR,
  DRAWN_DEPARTURES_FACTOR,
  DRAWN_DETOUR_FACTOR,
} from '../../method/parameters';
import { PART_IDS } from '../evaluation';
import { lineKey, stationKey, waitMinutes } from '../service';
import { seededRandom, type Random } from './random';

/** One common draw for all scenarios (method §7). */
export interface Draw {
  detourFactor: number;
  /** Per station, metres: those of the data set first, then those that scenarios change or add. */
  readonly stationX: Float64Array;
  readonly stationY: Float64Array;
  /** Per station, minutes. */
  readonly waitMinutes: Float64Array;
  /** Per typology, in the order of `TYPOLOGY_IDS`. */
  readonly densityFactors: Float64Array;
  /** Per part, in the order of `PART_IDS`, not normalised: uniform on the simplex after dividing by their sum. */
  readonly weights: Float64Array;
}

/** Fills one draw after the other; the arrays are used again. */
export class DrawSource {
  readonly draw: Draw;
  private readonly random: Random;
  private readonly stations: readonly Station[];
  private readonly ownCount: number;
  private readonly indexByKey: ReadonlyMap<string, number>;
  private readonly positions: readonly { readonly x: number; readonly y: number }[];
  /** For each station the one of the data set whose draw it shares, -1 for none. */
  private readonly baseOf: readonly number[];
  private readonly lineOf: readonly number[];
  private readonly ownLines: number;
  private readonly addedLines: readonly Random[];
  private readonly departureFactors: Float64Array;
  private readonly offsetX: Float64Array;
  private readonly offsetY: Float64Array;

  /**
   * @param own the data set's stations. What is drawn for them does not depend on the others.
   * @param changed stations as scenarios change or add them: a changed one is off its place as its own in the data set is,
   * an added one is where the scenario says.
   */
  constructor(own: readonly Station[], changed: readonly Station[], seed: number) {
    const known = new Set(own.map(stationKey));
    const others = changed.filter((station) => {
      const key = stationKey(station);
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
    const stations = [...own, ...others];
    const lines = [...new Set(stations.map(lineKey))];
    this.ownLines = new Set(own.map(lineKey)).size;
    this.addedLines = lines.slice(this.ownLines).map((line) => seededRandom(seed ^ textHash(line)));
    this.departureFactors = new Float64Array(lines.length);
    this.random = seededRandom(seed);
    this.stations = stations;
    this.ownCount = own.length;
    this.indexByKey = new Map(stations.map((station, index) => [stationKey(station), index]));
    this.positions = stations.map(({ position }) => toPlanarPoint(position));
    this.baseOf = stations.map(({ id }) => own.findIndex((station) => station.id === id));
    this.lineOf = stations.map((station) => lines.indexOf(lineKey(station)));
    this.offsetX = new Float64Array(own.length);
    this.offsetY = new Float64Array(own.length);
    this.draw = {
      detourFactor: 1,
      stationX: new Float64Array(stations.length),
      stationY: new Float64Array(stations.length),
      waitMinutes: new Float64Array(stations.length),
      densityFactors: new Float64Array(TYPOLOGY_IDS.length),
      weights: new Float64Array(PART_IDS.length),
    };
  }

  /** Position of a station in the arrays of a draw; -1 for one that was not told of. */
  indexOf(station: Station): number {
    return this.indexByKey.get(stationKey(station)) ?? -1;
  }

  next(): Draw {
    const { draw, random, departureFactors, offsetX, offsetY } = this;
    const between = ([low, high]: readonly [number, number], source = random): number => low + (high - low) * source();
    draw.detourFactor = between(DRAWN_DETOUR_FACTOR);
    for (let line = 0; line < this.ownLines; line += 1) departureFactors[line] = between(DRAWN_DEPARTURES_FACTOR);
    this.addedLines.forEach((source, index) => {
      departureFactors[this.ownLines + index] = between(DRAWN_DEPARTURES_FACTOR, source);
    });
    for (let index = 0; index < this.stations.length; index += 1) {
      const station = this.stations[index]!;
      if (index < this.ownCount) {
        const radius = station.accuracyMetres * Math.sqrt(random());
        const angle = 2 * Math.PI * random();
        offsetX[index] = radius * Math.cos(angle);
        offsetY[index] = radius * Math.sin(angle);
      }
      const base = this.baseOf[index]!;
      draw.stationX[index] = this.positions[index]!.x + (base < 0 ? 0 : offsetX[base]!);
      draw.stationY[index] = this.positions[index]!.y + (base < 0 ? 0 : offsetY[base]!);
      draw.waitMinutes[index] = waitMinutes(station.departuresPerHour * departureFactors[this.lineOf[index]!]!);
    }
    for (let index = 0; index < draw.densityFactors.length; index += 1) {
      draw.densityFactors[index] = between(DRAWN_DENSITY_FACTOR);
    }
    fillSimplex(draw.weights, random);
    return draw;
  }
}

/** A whole number from a text, the same everywhere (FNV-1a), so that a line's draws do not depend on which others there are. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}

/** Exponential numbers: divided by their sum they are uniform on the simplex. */
export function fillSimplex(weights: Float64Array, random: Random): void {
  for (let index = 0; index < weights.length; index += 1) weights[index] = -Math.log(1 - random());
}
