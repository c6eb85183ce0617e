import type { DevelopmentArea } from '../../core/domain/developmentArea';
import type { AreaId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { HistoryEntry } from '../../core/operations/history';
import type { Moment, ScenarioChanges } from '../../core/operations/moment';
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

function unpackArea(id: AreaId, ground: number, dwellingsByPeriod: readonly number[], pool: GroundPool): DevelopmentArea {
  return { id, ...pool.at(ground), dwellingsByPeriod };
}

/** A scenario as it is stored. */
export function packScenario(scenario: Scenario, pool: GroundPool): StoredScenario {
  return {
    ...scenario,
    areas: [...scenario.areas.values()].map((area) => [area.id, pool.numberOf(area), [...area.dwellingsByPeriod]]),
  } as StoredScenario;
}

/** A stored scenario as it was. Throws where a ground is missing. */
export function unpackScenario(stored: StoredScenario, pool: GroundPool): Scenario {
  return {
    ...stored,
    areas: new Map(stored.areas.map(([id, ground, dwellings]) => [id, unpackArea(id, ground, dwellings, pool)])),
  };
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
    ...(areas
      ? {
          areas: [...areas].map(([id, area]) =>
            area ? [id, pool.numberOf(area), [...area.dwellingsByPeriod]] : [id, null, []],
          ),
        }
      : {}),
  } as StoredMoment;
}

function unpackMoment(stored: StoredMoment, pool: GroundPool): Moment {
  const { note, name, scenarioNote, programme, projects, measures, areas } = stored;
  const changes: ScenarioChanges = {
    ...(name === undefined ? {} : { name }),
    ...(scenarioNote === undefined ? {} : { note: scenarioNote }),
    ...(programme ? { programme } : {}),
    ...(projects ? { projects } : {}),
    ...(measures ? { measures } : {}),
    ...(areas
      ? {
          areas: new Map(
            areas.map(([id, ground, dwellings]) => [id, ground === null ? null : unpackArea(id, ground, dwellings, pool)]),
          ),
        }
      : {}),
  };
  return { note, changes };
}

/** A step of a history as it is stored. */
export function packEntry(entry: HistoryEntry, pool: GroundPool): StoredEntry {
  return { forward: packMoment(entry.forward, pool), reverse: packMoment(entry.reverse, pool) };
}

/** A stored step as it was. Throws where a ground is missing. */
export function unpackEntry(stored: StoredEntry, pool: GroundPool): HistoryEntry {
  return { forward: unpackMoment(stored.forward, pool), reverse: unpackMoment(stored.reverse, pool) };
}
