/** Tags of an OpenStreetMap way, or properties of a line that carries the same keys. */
export type WayTags = Readonly<Record<string, string>>;

/** Why a line is left out of the walking network. */
export type NotWalkable = 'notAWay' | 'motorway' | 'notInUse' | 'area' | 'forbidden' | 'private';

/**
 * Kinds of way open to walkers unless their tags say otherwise. From the OpenStreetMap wiki, pages
 * "Key:highway" and "OSM tags for routing/Access restrictions" (defaults for `foot`), with three choices of ours:
 * cycleways and bridleways are open, as Norwegian ones are unless signed otherwise (the international default for
 * them is no), and `road`, a way of unknown class, is open.
 */
const OPEN_TO_WALKERS: ReadonlySet<string> = new Set([
  'footway',
  'path',
  'pedestrian',
  'steps',
  'corridor',
  'crossing',
  'living_street',
  'residential',
  'service',
  'unclassified',
  'road',
  'track',
  'tertiary',
  'tertiary_link',
  'secondary',
  'secondary_link',
  'primary',
  'primary_link',
  'cycleway',
  'bridleway',
]);

/** Never walked along, whatever else is tagged. Wiki "Tag:highway=motorway"; trunk is ours, to stay on the safe side. */
const MOTORWAYS: ReadonlySet<string> = new Set(['motorway', 'motorway_link', 'trunk', 'trunk_link']);

/** Wiki "Lifecycle prefix" and "Tag:highway=construction": planned, being built or gone. */
const NOT_IN_USE: ReadonlySet<string> = new Set([
  'construction',
  'proposed',
  'planned',
  'disused',
  'abandoned',
  'razed',
  'dismantled',
]);

/** Values of `foot` that open a way that `access` closes. Wiki "Key:foot", "Key:access". */
const FOOT_ALLOWED: ReadonlySet<string> = new Set(['yes', 'designated', 'official', 'permissive', 'destination']);

/** Values of `foot` that close a way. `use_sidepath`: the path beside it is mapped and must be used (wiki "Tag:foot=use_sidepath"). */
const FOOT_FORBIDDEN: ReadonlySet<string> = new Set(['no', 'use_sidepath', 'discouraged']);

/** Values of `access` and `foot` that keep the public out. Wiki "Key:access". */
const PRIVATE: ReadonlySet<string> = new Set(['private', 'no', 'permit', 'military', 'agricultural', 'forestry', 'delivery']);

/** Why an OpenStreetMap way may not be walked; null when it may. */
export function whyNotWalkable(tags: WayTags): NotWalkable | null {
  const { highway, area, motorroad, foot, access } = tags;
  if (highway === undefined) return 'notAWay';
  if (MOTORWAYS.has(highway) || motorroad === 'yes') return 'motorway';
  if (NOT_IN_USE.has(highway)) return 'notInUse';
  if (!OPEN_TO_WALKERS.has(highway)) return 'notAWay';
  if (area === 'yes') return 'area';
  if (foot !== undefined) {
    if (FOOT_FORBIDDEN.has(foot)) return 'forbidden';
    if (PRIVATE.has(foot)) return 'private';
    if (FOOT_ALLOWED.has(foot)) return null;
  }
  return access !== undefined && PRIVATE.has(access) ? 'private' : null;
}

/** Road register codes (NVDB Vegnett Pluss, `typeVeg`) of links that nobody walks: car and passenger ferries. */
const FERRIES: ReadonlySet<string> = new Set(['bilferje', 'passasjerferje']);

/** `motorvegtype` of roads closed to walkers: motorveg and motortrafikkveg. */
const REGISTERED_MOTORWAYS: ReadonlySet<string> = new Set(['motorveg', 'motortrafikkveg', 'klasse a', 'klasse b']);

/** `vegfase` of roads that are not open: under bygging, planlagt. V is in use. */
const UNOPENED_PHASES: ReadonlySet<string> = new Set(['a', 'p']);

/**
 * Why a line of a file that is not OpenStreetMap may not be walked; null when it may. Knows the road register's
 * attributes (Statens vegvesen and Kartverket, NVDB Vegnett Pluss) and OpenStreetMap tags carried along as
 * properties; a line that says nothing is open. A privately owned road (vegkategori P) is open to walkers.
 */
export function whyLineNotWalkable(properties: WayTags): NotWalkable | null {
  if (properties['highway'] !== undefined) return whyNotWalkable(properties);
  for (const [name, value] of Object.entries(properties)) {
    const key = name.toLowerCase();
    const code = value.toLowerCase();
    if (key === 'typeveg' && FERRIES.has(code)) return 'notAWay';
    if (key === 'motorvegtype' && REGISTERED_MOTORWAYS.has(code)) return 'motorway';
    if (key === 'vegfase' && UNOPENED_PHASES.has(code)) return 'notInUse';
  }
  const { foot, access } = properties;
  if (foot !== undefined && FOOT_ALLOWED.has(foot)) return null;
  if (foot !== undefined && FOOT_FORBIDDEN.has(foot)) return 'forbidden';
  return [foot, access].some((value) => value !== undefined && PRIVATE.has(value)) ? 'private' : null;
}

const WHY: Readonly<Record<Exclude<NotWalkable, 'notAWay'>, string>> = {
  motorway: 'motorvei eller hovedvei forbudt for gående',
  notInUse: 'planlagt, under bygging eller nedlagt',
  area: 'flate, ikke linje',
  forbidden: 'gangforbud',
  private: 'privat eller stengt',
};

/** Counts lines left out, and says so in Norwegian. */
export class LeftOut {
  readonly #counts = new Map<NotWalkable, number>();

  /** Counts a line. */
  add(reason: NotWalkable): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  /** One Norwegian note on the ways left out; none if there are none. What is no way at all is not mentioned. */
  notes(): string[] {
    const parts: string[] = [];
    for (const reason of ['motorway', 'private', 'forbidden', 'area', 'notInUse'] as const) {
      const count = this.#counts.get(reason) ?? 0;
      if (count > 0) parts.push(`${count} (${WHY[reason]})`);
    }
    return parts.length === 0 ? [] : [`Ikke med i gangnettet: ${parts.join(', ')}.`];
  }
}
