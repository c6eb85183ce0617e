/** What a scenario may hold. Wide enough for any plan, narrow enough to catch slips of the hand and broken files. */
export const LIMITS = {
  firstYear: 1900,
  lastYear: 2200,
  dwellingsPerYear: 100_000,
  /** Dwellings of one area in the whole programme. */
  areaDwellings: 1_000_000,
  /** Departures of one station per hour and direction. */
  departuresPerHour: 120,
  nameCharacters: 120,
  noteCharacters: 4000,
} as const;
