/** A scale bar: a round length and how long it is drawn. */
export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
  /** Norwegian, such as "500 m" or "2 km". */
  readonly text: string;
}

const EQUATOR_METRES = 40_075_016.685_578_49;

/** Ground metres per CSS pixel of a Web Mercator map with tiles of 512 px. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that fits in `maximumPixels`. */
export function scaleBar(metresEachPixel: number, maximumPixels: number): ScaleBar {
  const most = metresEachPixel * maximumPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2] as const).map((step) => step * power).find((length) => length <= most) ?? power;
  const text = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return { metres, pixels: metres / metresEachPixel, text };
}
