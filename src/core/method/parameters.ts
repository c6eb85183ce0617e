import type { Surface, Typology, TypologyId } from '../domain/typology';

/** Raised whenever the same scenario on the same data would get other numbers. */
export const METHOD_VERSION = 1;

/** Walked length over straight line. Assumption, measured on the paths of Fornebu (method §3). */
export const DETOUR_FACTOR = 1.3;

/** A point farther than this from every link of the walking network is taken as without one (method §3). */
export const FARTHEST_FROM_NETWORK_METRES = 300;

/** Transport for London, PTAL: 4.8 km/h. */
export const WALKING_METRES_PER_MINUTE = 80;

/** Transport for London, PTAL: mean extra wait for rail. */
export const RAIL_RELIABILITY_MINUTES = 0.75;

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
