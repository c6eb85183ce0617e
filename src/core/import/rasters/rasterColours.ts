import type { RasterReading } from './rasterLayer';

/** Calm, apart also for the colour-blind (after Okabe and Ito, greyed), and none of them the map's own for areas. */
const CLASS_COLOURS = [
  '#8fb3cf',
  '#d9b56a',
  '#7fb59b',
  '#c98a6b',
  '#a9a4c9',
  '#c7cf8a',
  '#6f93a8',
  '#e0cfa0',
  '#94a58a',
  '#b7b2a8',
  '#5f8f86',
  '#d8a48f',
] as const;

/** Land types in the muted hues that the map has for the same ground. */
const LAND_TYPE_COLOURS: Readonly<Record<string, string>> = {
  '10': '#d8d2c6',
  '11': '#d8d2c6',
  '12': '#bdb6aa',
  '20': '#e0c075',
  '21': '#e0c075',
  '22': '#e8d398',
  '23': '#dfd8a3',
  '30': '#9fbf9a',
  '50': '#cfd6b4',
  '60': '#b9b38e',
  '70': '#eef2f5',
  '81': '#a9c7dc',
  '82': '#93b7d1',
  '99': '#e5e2da',
};

/** Values from low to high: straw over sage to a deep blue, evenly darker, so that grey print keeps the order. */
export const VALUE_COLOURS = ['#f3e9c9', '#cfd6a3', '#96bd9c', '#5b98a0', '#356b8e', '#23416b'] as const;

/** The colour of a class without one of its own, `#rrggbb`. */
export function classColour(value: number, index: number, isLandType: boolean): string {
  const own = isLandType ? LAND_TYPE_COLOURS[String(value)] : undefined;
  return own ?? CLASS_COLOURS[index % CLASS_COLOURS.length] ?? CLASS_COLOURS[0];
}

/** Steps that colours of values are drawn in: more than an eye tells apart. */
const STEPS = 256;

const TRANSPARENT = 0;

/** Colour as the bytes red, green, blue, alpha in a word of the machine's own (little-endian) order. */
function packed(colour: string): number {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

function mixed(from: string, to: string, part: number): string {
  const channel = (colour: string, shift: number): number => (Number.parseInt(colour.slice(1), 16) >> shift) & 0xff;
  const bytes = [16, 8, 0].map((shift) => Math.round(channel(from, shift) + (channel(to, shift) - channel(from, shift)) * part));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour at a part, 0–1, of the way from the lowest to the highest value. */
function valueColour(part: number): string {
  const place = Math.min(1, Math.max(0, part)) * (VALUE_COLOURS.length - 1);
  const step = Math.min(VALUE_COLOURS.length - 2, Math.floor(place));
  return mixed(VALUE_COLOURS[step] ?? VALUE_COLOURS[0], VALUE_COLOURS[step + 1] ?? VALUE_COLOURS[0], place - step);
}

/** Gives the packed colour of a cell's value; 0 for what is not drawn. */
export function painterOf(reading: RasterReading, noData: number | null): (value: number) => number {
  if (reading.kind === 'classes') {
    const colours = new Map(reading.classes.map(({ value, colour }) => [value, colour === null ? TRANSPARENT : packed(colour)]));
    const other = packed(CLASS_COLOURS[9]);
    return (value) => (Number.isFinite(value) && value !== noData ? (colours.get(value) ?? other) : TRANSPARENT);
  }
  const { low, high } = reading;
  const scale = high > low ? (STEPS - 1) / (high - low) : 0;
  const colours = Uint32Array.from({ length: STEPS }, (_, step) => packed(valueColour(step / (STEPS - 1))));
  return (value) => {
    if (!Number.isFinite(value) || value === noData) return TRANSPARENT;
    return colours[Math.min(STEPS - 1, Math.max(0, Math.round((value - low) * scale)))] ?? TRANSPARENT;
  };
}
