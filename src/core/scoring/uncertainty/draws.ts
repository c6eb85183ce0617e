import type { Station } from '../../domain/station';
import { TYPOLOGY_IDS } from '../../domain/typology';
import { toPlanarPoint } from '../../geometry/projection';
import {
  DRAWN_DENSITY_FACTOR,
  DRAWN_DEPARTURES_FACTOR,
  DRAWN_DETOUR_FACTOR,
} from '../../method/parameters';
import { PART_IDS } from '../evaluation';
import { waitMinutes } from '../service';
import { seededRandom, type Random } from './random';

/** One common draw for all scenarios (method §7). */
export interface Draw {
  detourFactor: number;
  /** Per station of the data set, metres. */
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
  private readonly positions: readonly { readonly x: number; readonly y: number }[];
  private readonly stations: readonly Station[];
  private readonly lines: readonly string[];
  private readonly lineOf: readonly number[];

  constructor(stations: readonly Station[], seed: number) {
    this.random = seededRandom(seed);
    this.stations = stations;
    this.positions = stations.map(({ position }) => toPlanarPoint(position));
    this.lines = [...new Set(stations.map(lineKey))];
    this.lineOf = stations.map((station) => this.lines.indexOf(lineKey(station)));
    this.draw = {
      detourFactor: 1,
      stationX: new Float64Array(stations.length),
      stationY: new Float64Array(stations.length),
      waitMinutes: new Float64Array(stations.length),
      densityFactors: new Float64Array(TYPOLOGY_IDS.length),
      weights: new Float64Array(PART_IDS.length),
    };
  }

  next(): Draw {
    const { draw, random } = this;
    const between = ([low, high]: readonly [number, number]): number => low + (high - low) * random();
    draw.detourFactor = between(DRAWN_DETOUR_FACTOR);
    const departureFactors = this.lines.map(() => between(DRAWN_DEPARTURES_FACTOR));
    for (let index = 0; index < this.stations.length; index += 1) {
      const station = this.stations[index]!;
      const radius = station.accuracyMetres * Math.sqrt(random());
      const angle = 2 * Math.PI * random();
      draw.stationX[index] = this.positions[index]!.x + radius * Math.cos(angle);
      draw.stationY[index] = this.positions[index]!.y + radius * Math.sin(angle);
      const departures = station.departuresPerHour * departureFactors[this.lineOf[index]!]!;
      draw.waitMinutes[index] = waitMinutes(departures);
    }
    for (let index = 0; index < draw.densityFactors.length; index += 1) {
      draw.densityFactors[index] = between(DRAWN_DENSITY_FACTOR);
    }
    fillSimplex(draw.weights, random);
    return draw;
  }
}

/** Exponential numbers: divided by their sum they are uniform on the simplex. */
export function fillSimplex(weights: Float64Array, random: Random): void {
  for (let index = 0; index < weights.length; index += 1) weights[index] = -Math.log(1 - random());
}

function lineKey({ mode, line }: Station): string {
  return `${mode} ${line}`;
}
