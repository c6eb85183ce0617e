import type { DevelopmentArea } from '../../core/domain/developmentArea';
import { identifier, type AreaId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { HistoryEntry } from '../../core/operations/history';
import type { Moment, ScenarioChanges } from '../../core/operations/moment';
import { packAreas, unpackAreas, type PackedAreas } from './packedAreas';
import type { StoredEntry, StoredGround, StoredMoment, StoredScenario } from './storedShapes';

/**
 * Numbers the grounds of areas, so that an outline is stored once however many moments mention it,
 * and is one and the same object again when it is read: measurements are kept by its identity.
 */
export class GroundPool {
  readonly #numbers = new Map<string, number>();
  readonly #outlineNumbers = new WeakMap<LonLatMultiPolygon, number>();
  readonly #grounds: StoredGround[] = [];
  #outlines = 0;

  /** `known` are the grounds already stored, by number. */
  constructor(known: readonly StoredGround[] = []) {
    for (const ground of known) {
      this.#numbers.set(this.#key(ground), this.#grounds.length);
      this.#grounds.push(ground);
    }
  }

  get size(): number {
    return this.#grounds.length;
  }

  /** The ground of a number. Throws where there is none. */
  at(number: number): StoredGround {
    const ground = this.#grounds[number];
    if (!ground) throw new Error(`feltets areal nr. ${number} mangler`);
    return ground;
  }

  /** The number of an area's ground, a new one if it has not been seen. */
  numberOf(area: DevelopmentArea): number {
    const { id: _id, dwellingsByPeriod: _dwellings, ...rest } = area;
    const key = this.#key(rest);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#grounds.length;
    this.#numbers.set(key, number);
    this.#grounds.push(rest as StoredGround);
    return number;
  }

  #key(ground: Omit<DevelopmentArea, 'id' | 'dwellingsByPeriod'>): string {
    const { outline, ...rest } = ground;
    let outlineNumber = this.#outlineNumbers.get(outline);
    if (outlineNumber === undefined) {
      outlineNumber = this.#outlines;
      this.#outlines += 1;
      this.#outlineNumbers.set(outline, outlineNumber);
    }
    return JSON.stringify([
      outlineNumber,
      rest.name,
      rest.origin,
      rest.town,
      rest.typology,
      rest.developableShare,
      rest.setByHand,
      rest.phase,
      rest.note,
    ]);
  }
}

/** Areas in columns; null where an area is taken out. */
function packed(areas: Iterable<readonly [AreaId, DevelopmentArea | null]>, pool: GroundPool): PackedAreas {
  return packAreas(Array.from(areas, ([id, area]) => (area ? [id, pool.numberOf(area), area.dwellingsByPeriod] : [id, null, []])));
}

function unpackArea(id: string, ground: number, dwellingsByPeriod: readonly number[], pool: GroundPool): DevelopmentArea {
  return { id: identifier<AreaId>(id), ...pool.at(ground), dwellingsByPeriod };
}

/** Throws where areas lie on grounds that are not there. */
function checkGrounds({ grounds }: PackedAreas, pool: GroundPool): void {
  for (const ground of grounds) if (ground !== -1) pool.at(ground);
}

/** A scenario as it is stored. */
export function packScenario(scenario: Scenario, pool: GroundPool): StoredScenario {
  return { ...scenario, areas: packed(scenario.areas, pool) } as StoredScenario;
}

/** A stored scenario as it was. Throws where a ground is missing. */
export function unpackScenario(stored: StoredScenario, pool: GroundPool): Scenario {
  const areas = new Map<AreaId, DevelopmentArea>();
  for (const [id, ground, dwellings] of unpackAreas(stored.areas)) {
    if (ground !== null) areas.set(identifier<AreaId>(id), unpackArea(id, ground, dwellings, pool));
  }
  return { ...stored, areas };
}

function packMoment(moment: Moment, pool: GroundPool): StoredMoment {
  const { name, note, programme, projects, measures, areas } = moment.changes;
  return {
    note: moment.note,
    ...(name === undefined ? {} : { name }),
    ...(note === undefined ? {} : { scenarioNote: note }),
    ...(programme ? { programme } : {}),
    ...(projects ? { projects } : {}),
    ...(measures ? { measures } : {}),
    ...(areas ? { areas: packed(areas, pool) } : {}),
  } as StoredMoment;
}

function changesOf({ name, scenarioNote, programme, projects, measures, areas }: StoredMoment, pool: GroundPool): ScenarioChanges {
  return {
    ...(name === undefined ? {} : { name }),
    ...(scenarioNote === undefined ? {} : { note: scenarioNote }),
    ...(programme ? { programme } : {}),
    ...(projects ? { projects } : {}),
    ...(measures ? { measures } : {}),
    ...(areas
      ? {
          areas: new Map(
            unpackAreas(areas).map(([id, ground, dwellings]) => [
              identifier<AreaId>(id),
              ground === null ? null : unpackArea(id, ground, dwellings, pool),
            ]),
          ),
        }
      : {}),
  };
}

/** A stored moment: all of it is checked at once, and its areas are made when somebody goes there. */
function unpackMoment(stored: StoredMoment, pool: GroundPool): Moment {
  if (stored.areas) checkGrounds(stored.areas, pool);
  let changes: ScenarioChanges | null = null;
  return {
    note: stored.note,
    get changes() {
      changes ??= changesOf(stored, pool);
      return changes;
    },
  };
}

/** A step of a history as it is stored. */
export function packEntry(entry: HistoryEntry, pool: GroundPool): StoredEntry {
  return { forward: packMoment(entry.forward, pool), reverse: packMoment(entry.reverse, pool) };
}

/** A stored step as it was. Throws where a ground is missing. */
export function unpackEntry(stored: StoredEntry, pool: GroundPool): HistoryEntry {
  return { forward: unpackMoment(stored.forward, pool), reverse: unpackMoment(stored.reverse, pool) };
}
