/** Worked examples of score q: a place with one station. The scoring is tested against them. */
export const SCORE_EXAMPLES = [
  { distanceMetres: 400, departuresPerHour: 8, departureMinutes: 9.5, score: 0.732 },
  { distanceMetres: 1000, departuresPerHour: 4, departureMinutes: 20.75, score: 0.336 },
  { distanceMetres: 100, departuresPerHour: 30, departureMinutes: 3, score: 1 },
] as const;

/** A worked example of the accessibility index: one train line. */
export const INDEX_EXAMPLE = {
  distanceMetres: 400,
  departuresPerHour: 8,
  minutes: 9.5,
  index: 3.158,
  band: '1b',
} as const;
