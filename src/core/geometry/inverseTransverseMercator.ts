import { FALSE_EASTING_METRES, N, RECTIFYING_METRES, addSines } from './krugerSeries';

/*
 * From a UTM zone back to degrees by Krüger's series to the sixth order in the third flattening. Sources: Karney, Transverse
 * Mercator with an accuracy of a few nanometers, Journal of Geodesy 85 (2011), equations 11, 15 and 36; the latitude of a
 * conformal latitude by the series of Engsager and Poder, A highly accurate world wide algorithm for the transverse Mercator
 * mapping (almost), ICC 2007.
 */

const DEGREES = 180 / Math.PI;

/** β₁ … β₆. */
const SERIES = [
  N / 2 - (2 * N ** 2) / 3 + (37 * N ** 3) / 96 - N ** 4 / 360 - (81 * N ** 5) / 512 + (96_199 * N ** 6) / 604_800,
  N ** 2 / 48 + N ** 3 / 15 - (437 * N ** 4) / 1440 + (46 * N ** 5) / 105 - (1_118_711 * N ** 6) / 3_870_720,
  (17 * N ** 3) / 480 - (37 * N ** 4) / 840 - (209 * N ** 5) / 4480 + (5569 * N ** 6) / 90_720,
  (4397 * N ** 4) / 161_280 - (11 * N ** 5) / 504 - (830_251 * N ** 6) / 7_257_600,
  (4583 * N ** 5) / 161_280 - (108_847 * N ** 6) / 3_991_680,
  (20_648_693 * N ** 6) / 638_668_800,
] as const;

/** From conformal to geographic latitude, by sines of even multiples. */
const LATITUDE_SERIES = [
  2 * N - (2 * N ** 2) / 3 - 2 * N ** 3 + (116 * N ** 4) / 45 + (26 * N ** 5) / 45 - (2854 * N ** 6) / 675,
  (7 * N ** 2) / 3 - (8 * N ** 3) / 5 - (227 * N ** 4) / 45 + (2704 * N ** 5) / 315 + (2323 * N ** 6) / 945,
  (56 * N ** 3) / 15 - (136 * N ** 4) / 35 - (1262 * N ** 5) / 105 + (73_814 * N ** 6) / 2835,
  (4279 * N ** 4) / 630 - (332 * N ** 5) / 35 - (399_572 * N ** 6) / 14_175,
  (4174 * N ** 5) / 315 - (144_838 * N ** 6) / 6237,
  (601_676 * N ** 6) / 22_275,
] as const;

/** Written over by each position: no object to any of them. */
const sum = new Float64Array(2);

/** How far from the zone's middle the series is used, metres: some twenty degrees in the north. */
const REACH_METRES = 1_000_000;
const MOST_NORTHING_METRES = 9_900_000;

/** Whether a position is near enough to its zone for `unprojectTransverse`. */
export function isWithinSeries(x: number, y: number): boolean {
  return Math.abs(x - FALSE_EASTING_METRES) <= REACH_METRES && Math.abs(y) <= MOST_NORTHING_METRES;
}

/**
 * The longitude and latitude of a position in the UTM zone with a central meridian, on GRS80. Only for what `isWithinSeries`.
 *
 * @param degrees takes longitude and latitude at `index` and after it.
 */
export function unprojectTransverse(x: number, y: number, meridian: number, degrees: Float64Array, index: number): void {
  const xi = y / RECTIFYING_METRES;
  const eta = (x - FALSE_EASTING_METRES) / RECTIFYING_METRES;
  const [sine2, cosine2] = [Math.sin(2 * xi), Math.cos(2 * xi)];
  const [sinh2, cosh2] = [Math.sinh(2 * eta), Math.cosh(2 * eta)];
  sum.fill(0);
  addSines(SERIES, sine2, cosine2, sinh2, cosh2, sum);
  const up = xi - sum[0]!;
  const across = Math.sinh(eta - sum[1]!);
  const along = Math.cos(up);
  const tangent = Math.sin(up) / Math.sqrt(across * across + along * along);
  const conformal = Math.atan(tangent);
  const squared = 1 + tangent * tangent;
  const cosine = (1 - tangent * tangent) / squared;
  let latitudeSum = 0;
  let before = 0;
  for (let order = LATITUDE_SERIES.length - 1; order >= 0; order -= 1) {
    const next = 2 * cosine * latitudeSum - before + LATITUDE_SERIES[order]!;
    before = latitudeSum;
    latitudeSum = next;
  }
  degrees[index] = meridian + Math.atan2(across, along) * DEGREES;
  degrees[index + 1] = (conformal + (latitudeSum * 2 * tangent) / squared) * DEGREES;
}
