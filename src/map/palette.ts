/** Colours of the map: a paper-like ground, and magenta to purple for development areas only. */
export const PALETTE = {
  land: '#f8f5ee',
  builtUp: '#ece6db',
  builtUpEdge: '#ddd4c6',
  green: '#d9e4cb',
  greenMark: '#b2c8a0',
  addedGreen: '#a9d18e',
  marka: '#bfd3ae',
  markaEdge: '#79996c',
  farmland: '#f3e2b3',
  farmlandHatch: '#d6b86c',
  farmlandEdge: '#c3a252',
  water: '#d3e2ea',
  waterEdge: '#9dbdce',
  waterText: '#41708f',
  road: '#ffffff',
  roadCasing: '#d9d1c3',
  railway: '#45444c',
  boundary: '#8b7d86',
  veil: '#f3f1ee',
  beyond: '#f5f3ee',
  ring: '#6d6673',
  ringFill: '#5b5470',
  station: '#2b2a33',
  stationOff: '#9b97a0',
  text: '#2b2a33',
  markaText: '#55774a',
  textMuted: '#57525e',
  halo: '#fbf9f4',
  town: '#4b1a58',
  selection: '#1a1022',
  areaEdge: '#ffffff',
  areaIdleEdge: '#c9a9cb',
  differenceEdge: '#4a4458',
  fewer: '#2d0b4e',
  markaHatch: '#94b386',
  river: '#98b9cc',
  forbidden: '#b3261e',
  warning: '#b25a00',
  overCapacity: '#2b0b36',
  note: '#74707a',
  hand: '#8a2a7d',
  paper: '#fffdfa',
  flood: '#3f7fa8',
  quickClay: '#9a5b2e',
  noise: '#b08a1e',
  natureReserve: '#3f7a4c',
  planEdge: '#6b6470',
} as const;

/** Line colours that leave out the hues of development areas, for lines that name none of their own. */
const LINE_COLOURS = ['#d2691e', '#1b62a5', '#00806e', '#8a5a2b', '#6b7a1f', '#a8323e'] as const;

/** Colour of the metro line at `index` in the order of names. */
export function lineColour(index: number): string {
  return LINE_COLOURS[index % LINE_COLOURS.length] ?? LINE_COLOURS[0];
}
