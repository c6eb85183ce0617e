import type { ExpressionSpecification } from 'maplibre-gl';

/** A colour ramp: colours at values in ascending order, linear in between. */
export type Ramp = readonly (readonly [value: number, colour: string])[];

/** Dwellings per daa of land, light magenta to deep purple. The steps double, as densities are read. */
export const DENSITY_RAMP: Ramp = [
  [0, '#fdeef6'],
  [0.5, '#f6c6df'],
  [1, '#ea97c6'],
  [2, '#d163ac'],
  [4, '#a83a93'],
  [8, '#751d74'],
  [16, '#430a4c'],
];

/** Difference in dwellings per daa, purple for fewer, orange for more, paper for none. Safe for colour blindness. */
export const DIFFERENCE_RAMP: Ramp = [
  [-4, '#542788'],
  [-2, '#8073ac'],
  [-1, '#b2abd2'],
  [-0.25, '#e3dff0'],
  [0, '#f8f5ee'],
  [0.25, '#fbe3c4'],
  [1, '#fdb863'],
  [2, '#e08214'],
  [4, '#b35806'],
];

/** MapLibre expression that gives the ramp's colour for a numeric expression. */
export function rampExpression(ramp: Ramp, value: ExpressionSpecification): ExpressionSpecification {
  const stops: (number | string)[] = ramp.flatMap(([at, colour]) => [at, colour]);
  return ['interpolate', ['linear'], value, ...stops] as unknown as ExpressionSpecification;
}

function channels(colour: string): readonly [number, number, number] {
  const packed = Number.parseInt(colour.slice(1), 16);
  return [(packed >> 16) & 255, (packed >> 8) & 255, packed & 255];
}

/** The ramp's colour at `value` as `#rrggbb`; the end colours outside its range. */
export function rampColour(ramp: Ramp, value: number): string {
  const upper = ramp.findIndex(([at]) => at >= value);
  const first = ramp[0];
  const last = ramp[ramp.length - 1];
  if (first === undefined || last === undefined) throw new RangeError('A ramp needs at least one stop.');
  if (upper === 0) return first[1];
  if (upper < 0) return last[1];
  const [lowValue, lowColour] = ramp[upper - 1] ?? first;
  const [highValue, highColour] = ramp[upper] ?? last;
  const part = (value - lowValue) / (highValue - lowValue);
  const low = channels(lowColour);
  const high = channels(highColour);
  const mixed = low.map((channel, index) => Math.round(channel + ((high[index] ?? channel) - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
