import { coordinate } from './text';

/** A swatch with what it means. */
export interface LegendEntry {
  readonly name: string;
  /** SVG in a box of 8 × 4 mm. */
  readonly swatch: string;
}

/** A swatch of one fill. */
export const box = (fill: string, rest = ''): string => `<rect x="0.3" y="0.4" width="7.4" height="3.2" fill="${fill}" ${rest}/>`;

/** A swatch of colours beside each other. */
export function ramp(colours: readonly string[]): string {
  const step = 7.4 / colours.length;
  return colours.map((colour, index) => `<rect x="${coordinate(0.3 + index * step)}" y="0.4" width="${coordinate(step + 0.05)}" height="3.2" fill="${colour}"/>`).join('');
}
