import { FALSE_EASTING_METRES, FLATTENING, N, RECTIFYING_METRES, addSines } from './krugerSeries';

/*
 * Transverse Mercator by Krüger's series to the sixth order in the third flattening, good to far below a micrometre in
 * and around its zone. Source: Karney, Transverse Mercator with an accuracy of a few nanometers, Journal of Geodesy 85
 * (2011), equations 7–9, 14 and 35.
 */

const RADIANS = Math.PI / 180;

const SQUARED_ECCENTRICITY = FLATTENING * (2 - FLATTENING);

/** α₁ … α₆. */
const SERIES = [
  N / 2 - (2 * N ** 2) / 3 + (5 * N ** 3) / 16 + (41 * N ** 4) / 180 - (127 * N ** 5) / 288 + (7891 * N ** 6) / 37_800,
  (13 * N ** 2) / 48 - (3 * N ** 3) / 5 + (557 * N ** 4) / 1440 + (281 * N ** 5) / 630 - (1_983_433 * N ** 6) / 1_935_360,
  (61 * N ** 3) / 240 - (103 * N ** 4) / 140 + (15_061 * N ** 5) / 26_880 + (167_603 * N ** 6) / 181_440,
  (49_561 * N ** 4) / 161_280 - (179 * N ** 5) / 168 + (6_601_661 * N ** 6) / 7_257_600,
  (34_729 * N ** 5) / 80_640 - (3_418_889 * N ** 6) / 1_995_840,
  (212_378_941 * N ** 6) / 319_334_400,
] as const;

/** ξ and η of the position at hand: no object to any of them. */
const sum = new Float64Array(2);

/** How far from the central meridian the series is used, degrees. */
export const SERIES_REACH_DEGREES = 20;

/**
 * Projects a position within `SERIES_REACH_DEGREES` of the central meridian, and 89° of the equator, onto the UTM zone
 * with that meridian.
 *
 * @param planar takes x and y, metres, at `index` and after it.
 */
export function projectTransverse(longitude: number, latitude: number, meridian: number, planar: Float64Array, index: number): void {
  const sine = Math.sin(latitude * RADIANS);
  const cosine = Math.cos(latitude * RADIANS);
  const squared = SQUARED_ECCENTRICITY * sine * sine;
  // e · atanh(e · sin φ), and its hyperbolic sine, both by series: it is below 0.007.
  const shift =
    SQUARED_ECCENTRICITY * sine *
    (1 + squared * (1 / 3 + squared * (1 / 5 + squared * (1 / 7 + squared * (1 / 9 + squared * (1 / 11 + squared / 13))))));
  const sigma = shift * (1 + (shift * shift * (1 + (shift * shift) / 20)) / 6);
  // Tangent of the conformal latitude.
  const tangent = (sine * Math.sqrt(1 + sigma * sigma) - sigma) / cosine;
  const away = (longitude - meridian) * RADIANS;
  const across = Math.sin(away);
  const along = Math.cos(away);
  const radius = Math.sqrt(tangent * tangent + along * along);
  const hyperbolic = across / radius;
  const sine2 = (2 * tangent * along) / (radius * radius);
  const cosine2 = (along * along - tangent * tangent) / (radius * radius);
  const sinh2 = 2 * hyperbolic * Math.sqrt(1 + hyperbolic * hyperbolic);
  const cosh2 = 1 + 2 * hyperbolic * hyperbolic;
  sum[0] = Math.atan2(tangent, along);
  sum[1] = Math.asinh(hyperbolic);
  addSines(SERIES, sine2, cosine2, sinh2, cosh2, sum);
  planar[index] = FALSE_EASTING_METRES + RECTIFYING_METRES * sum[1];
  planar[index + 1] = RECTIFYING_METRES * sum[0];
}
