import type { Surface, Typology, TypologyId } from '../domain/typology';

/**
 * Raised whenever the same scenario on the same data would get other numbers. Version 2: B5 no longer takes away the
 * green inside every development area, only inside those that are mostly rebuilt (`REBUILT_SHARE`); areas of
 * transformation cover whole towns, and taking them away left the towns without a park. B5 measures distance on the
 * lattice, so that it follows the pointer, and as the straight line on a walking network too: green is entered over its
 * edge in many places, not only where mapped ways meet it. Version 3: measures count. Stations that a scenario moves, adds
 * or gives other departures, green that it adds and ground that it protects were read but left out of every number.
 */
export const METHOD_VERSION = 3;

/** The top of every score; 0 is the bottom. */
export const HIGHEST_SCORE = 100;

/** Walked length over straight line (method §3). Where each figure comes from is told in `figures.ts`. */
export const DETOUR_FACTOR = 1.3;

/** A point farther than this from every link of the walking network is taken as without one (method §3). */
export const FARTHEST_FROM_NETWORK_METRES = 300;

/** Transport for London, PTAL: 4.8 km/h. */
export const WALKING_METRES_PER_MINUTE = 80;

/** Half an hour: the mean wait is `30/f` with `f` departures an hour, and `30/minutes` is a departure frequency (PTAL). */
export const HALF_HOUR_MINUTES = 30;

/** Transport for London, PTAL: mean extra wait for rail. */
export const RAIL_RELIABILITY_MINUTES = 0.75;

/** What the lines of a mode other than its best count for in the accessibility index (PTAL). */
export const OTHER_LINES_SHARE = 0.5;

/** Transport for London, PTAL: the farthest rail station that counts, 12 minutes' walk. */
export const ACCESSIBILITY_REACH_METRES = 960;

/** Upper ends of the accessibility bands 1a to 6a (PTAL); 0 is band 0, more than the last is 6b. */
export const ACCESSIBILITY_BAND_LIMITS = [2.5, 5, 10, 15, 20, 25, 40] as const;

/** Walks that T1 counts, metres. */
export const NEAR_STATION_METRES = 500;
export const WALKABLE_STATION_METRES = 1000;

/** Score T: full points to this door-to-departure time, halved for every further half-life. */
export const FULL_SCORE_MINUTES = 5;
export const SCORE_HALF_LIFE_MINUTES = 10;

/** Spacing of the lattice that stands for where homes are, EPSG:25832. */
export const LATTICE_METRES = 25;

/** Radius of a default town outline before the detour factor. */
export const TOWN_WALK_METRES = 1000;

export const SQUARE_METRES_PER_DAA = 1000;

/** A smaller overlap with something to be spared comes from rounded coordinates along shared edges, not from a plan. */
export const CONFLICT_MINIMUM_SQUARE_METRES = 10;

/** Green taken per dwelling that scores 0 in B2: blokk built wholly on green. */
export const GREEN_TAKEN_WORST_SQUARE_METRES = 100;

/** Loss of connectivity that scores 0 in B3. */
export const CONNECTIVITY_LOSS_WORST = 0.05;
export const CONNECTIVITY_HALF_DISTANCE_METRES = 250;
export const CONNECTIVITY_REACH_METRES = 1000;
export const GREEN_NODE_MINIMUM_DAA = 5;
export const MARKA_NODE_DAA = 200;

/** Land taken inside the water belts per dwelling that scores 0 in B4. */
export const WATER_BELT_TAKEN_WORST_SQUARE_METRES = 100;

/** B5: small green and large green, with the walk to each. */
export const NEARBY_GREEN = [
  { minimumDaa: 5, walkMetres: 200 },
  { minimumDaa: 200, walkMetres: 500 },
] as const;

/** Added run-off per dwelling that scores 0 in B6. */
export const RUNOFF_WORST_SQUARE_METRES = 40;

/** An area with dwellings of which more than this share is built anew is no longer green for those who live near (B5). */
export const REBUILT_SHARE = 0.5;

/** The norm that a blue-green factor is usually held against. */
export const USUAL_BLUE_GREEN_FACTOR = 0.7;

/** Coarsest stated accuracy at which a part is not called coarse (B1, B2, B4, B6) or missing (B3, B5). */
export const COARSEST_GOOD_ACCURACY_METRES = 50;

export const BLUE_GREEN_WEIGHT: Readonly<Record<Surface, number>> = {
  sealed: 0,
  greenRoof: 0.2,
  permeable: 0.3,
  plantedDeck: 0.6,
  naturalGround: 1,
};

export const RUNOFF_COEFFICIENT: Readonly<Record<Surface, number>> = {
  sealed: 0.9,
  greenRoof: 0.6,
  permeable: 0.6,
  plantedDeck: 0.4,
  naturalGround: 0.1,
};

/** Run-off coefficient of the ground before building. */
export const RUNOFF_BEFORE = { builtUp: 0.5, farmland: 0.2, green: 0.1, marka: 0.1, other: 0.3 } as const;

/** Typologies. Assumption, all of it (method §2). */
export const TYPOLOGIES: Readonly<Record<TypologyId, Typology>> = {
  bykvartal: {
    id: 'bykvartal',
    dwellingsPerDaa: 16,
    personsPerDwelling: 1.9,
    arealformål: '1130',
    surfaces: { sealed: 0.35, greenRoof: 0.2, permeable: 0.15, plantedDeck: 0.15, naturalGround: 0.15 },
  },
  blokk: {
    id: 'blokk',
    dwellingsPerDaa: 10,
    personsPerDwelling: 2,
    arealformål: '1110',
    surfaces: { sealed: 0.3, greenRoof: 0.1, permeable: 0.15, plantedDeck: 0.1, naturalGround: 0.35 },
  },
  rekkehus: {
    id: 'rekkehus',
    dwellingsPerDaa: 4,
    personsPerDwelling: 2.6,
    arealformål: '1110',
    surfaces: { sealed: 0.35, greenRoof: 0, permeable: 0.15, plantedDeck: 0, naturalGround: 0.5 },
  },
  småhus: {
    id: 'småhus',
    dwellingsPerDaa: 1.5,
    personsPerDwelling: 3,
    arealformål: '1110',
    surfaces: { sealed: 0.25, greenRoof: 0, permeable: 0.1, plantedDeck: 0, naturalGround: 0.65 },
  },
};

/** How growth outside the towns is built when it has no area of its own. */
export const OUTSIDE_TYPOLOGY: TypologyId = 'rekkehus';

/** What the draws of the uncertainty (method §7) vary between, uniformly: the detour factor, and factors on the others. */
export const DRAWN_DETOUR_FACTOR = [1.16, 1.74] as const;
export const DRAWN_DEPARTURES_FACTOR = [0.75, 1.25] as const;
export const DRAWN_DENSITY_FACTOR = [0.8, 1.2] as const;

/** Ends of the range that is told for each score, as parts of the draws. */
export const TOLD_RANGE = [0.05, 0.95] as const;

/** Lattice points that may stand for an area in the draws, and the most that this may move T. */
export const DRAWN_POINTS_PER_AREA = 9;
export const DRAWN_POINTS_ERROR = 0.2;
