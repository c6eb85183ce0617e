import type { ZoneRole } from '../../domain/catalogue';

/** Colours of the printed map: those of the page's map, so that the two are told as one. */
export const INK = {
  land: '#f8f5ee',
  builtUp: '#ece6db',
  builtUpEdge: '#ddd4c6',
  green: '#d9e4cb',
  addedGreen: '#a9d18e',
  marka: '#bfd3ae',
  markaEdge: '#79996c',
  markaHatch: '#94b386',
  farmland: '#f3e2b3',
  farmlandHatch: '#d6b86c',
  farmlandEdge: '#c3a252',
  water: '#d3e2ea',
  waterEdge: '#9dbdce',
  river: '#98b9cc',
  road: '#ffffff',
  roadCasing: '#d9d1c3',
  railway: '#45444c',
  boundary: '#8b7d86',
  veil: '#f3f1ee',
  ring: '#6d6673',
  station: '#2b2a33',
  text: '#2b2a33',
  textMuted: '#57525e',
  halo: '#fbf9f4',
  town: '#4b1a58',
  areaEdge: '#ffffff',
  forbidden: '#b3261e',
  flood: '#3f7fa8',
  quickClay: '#9a5b2e',
  noise: '#b08a1e',
  natureReserve: '#3f7a4c',
  planEdge: '#6b6470',
} as const;

/** Zones as they are drawn on the page. */
export const ZONE_INK = {
  natureReserve: INK.natureReserve,
  flood: INK.flood,
  quickClay: INK.quickClay,
  noise: INK.noise,
  valuableNature: INK.natureReserve,
} as const satisfies Readonly<Record<ZoneRole, string>>;

/** A metro line without number or name. */
export const METRO_INK = '#1b62a5';

const LINE_INK = ['#d2691e', '#1b62a5', '#00806e', '#8a5a2b', '#6b7a1f', '#a8323e'] as const;

/** Colour of the metro line at `index` in the order of names, as on the page's map. */
export function lineInk(index: number): string {
  return LINE_INK[index % LINE_INK.length] ?? METRO_INK;
}

/** Dwellings per daa, light magenta to deep purple, as on the page's map. */
export const DENSITY_INK: readonly (readonly [value: number, colour: string])[] = [
  [0, '#fdeef6'],
  [0.5, '#f6c6df'],
  [1, '#ea97c6'],
  [2, '#d163ac'],
  [4, '#a83a93'],
  [8, '#751d74'],
  [16, '#430a4c'],
];

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Colour of a density, linear between the steps. */
export function densityColour(dwellingsPerDaa: number): string {
  const upper = DENSITY_INK.findIndex(([at]) => at >= dwellingsPerDaa);
  const [high, low] = [DENSITY_INK.at(upper), DENSITY_INK.at(upper <= 0 ? upper : upper - 1)];
  if (!high || !low) return INK.land;
  const part = high[0] === low[0] ? 0 : (dwellingsPerDaa - low[0]) / (high[0] - low[0]);
  const [from, to] = [channels(low[1]), channels(high[1])];
  return `#${from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * part).toString(16).padStart(2, '0')).join('')}`;
}
