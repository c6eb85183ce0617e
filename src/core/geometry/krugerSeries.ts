/*
 * What Krüger's series for transverse Mercator share, there and back. Source: Karney, Transverse Mercator with an accuracy of
 * a few nanometers, Journal of Geodesy 85 (2011), equations 11, 14 and 35.
 */

/** GRS80, the ellipsoid of EUREF89. */
const SEMI_MAJOR_METRES = 6_378_137;
export const FLATTENING = 1 / 298.257_222_101;

/** Of every UTM zone. */
const SCALE = 0.9996;
export const FALSE_EASTING_METRES = 500_000;

/** The third flattening. */
export const N = FLATTENING / (2 - FLATTENING);
/** Metres in a zone to a radian of rectifying latitude. */
export const RECTIFYING_METRES = (SCALE * SEMI_MAJOR_METRES * (1 + N ** 2 / 4 + N ** 4 / 64 + N ** 6 / 256)) / (1 + N);

/**
 * Adds Clenshaw's sum of cⱼ · sin(2jζ), j from 1, for a complex ζ = ξ + iη, given the sine and cosine of 2ξ and the hyperbolic ones of
 * 2η.
 *
 * @param sum is added to: its real and its imaginary part.
 */
export function addSines(
  coefficients: readonly number[],
  sine2: number,
  cosine2: number,
  sinh2: number,
  cosh2: number,
  sum: Float64Array,
): void {
  const real = 2 * cosine2 * cosh2;
  const imaginary = -2 * sine2 * sinh2;
  let sumReal = 0;
  let sumImaginary = 0;
  let beforeReal = 0;
  let beforeImaginary = 0;
  for (let order = coefficients.length - 1; order >= 0; order -= 1) {
    const nextReal = real * sumReal - imaginary * sumImaginary - beforeReal + coefficients[order]!;
    const nextImaginary = real * sumImaginary + imaginary * sumReal - beforeImaginary;
    beforeReal = sumReal;
    beforeImaginary = sumImaginary;
    sumReal = nextReal;
    sumImaginary = nextImaginary;
  }
  const sineReal = sine2 * cosh2;
  const sineImaginary = cosine2 * sinh2;
  sum[0] = sum[0]! + sumReal * sineReal - sumImaginary * sineImaginary;
  sum[1] = sum[1]! + sumReal * sineImaginary + sumImaginary * sineReal;
}
