import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, MeasureId, ProjectId } from '../domain/identifiers';
import type { Measure } from '../domain/measure';
import type { Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';

/** Entries put into a keyed collection (a value) or taken out of it (null). */
export type Changes<Key, Value> = ReadonlyMap<Key, Value | null>;

/** What a moment changes. A field that is left out stays as it is. */
export interface ScenarioChanges {
  readonly name?: string;
  readonly note?: string;
  readonly programme?: Programme;
  readonly projects?: Changes<ProjectId, boolean>;
  readonly measures?: Changes<MeasureId, Measure>;
  readonly areas?: Changes<AreaId, DevelopmentArea>;
}

/** One step in a scenario's history: a Norwegian note for the user, and the changes. */
export interface Moment {
  readonly note: string;
  readonly changes: ScenarioChanges;
}

export interface AppliedMoment {
  readonly scenario: Scenario;
  /** Applied to `scenario`, it gives back the scenario before. */
  readonly reverse: Moment;
}

function applyChanges<Key, Value>(
  entries: ReadonlyMap<Key, Value>,
  changes: Changes<Key, Value>,
): { readonly entries: ReadonlyMap<Key, Value>; readonly reverse: Changes<Key, Value> } {
  const next = new Map(entries);
  const reverse = new Map<Key, Value | null>();
  for (const [key, value] of changes) {
    reverse.set(key, entries.get(key) ?? null);
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return { entries: next, reverse };
}

/** The only way a scenario changes. Pure: `scenario` itself stays as it was. */
export function applyMoment(scenario: Scenario, moment: Moment): AppliedMoment {
  const { name, note, programme, projects, measures, areas } = moment.changes;
  const appliedProjects = projects && applyChanges(scenario.projects, projects);
  const appliedMeasures = measures && applyChanges(scenario.measures, measures);
  const appliedAreas = areas && applyChanges(scenario.areas, areas);
  return {
    scenario: {
      ...scenario,
      name: name ?? scenario.name,
      note: note ?? scenario.note,
      programme: programme ?? scenario.programme,
      projects: appliedProjects?.entries ?? scenario.projects,
      measures: appliedMeasures?.entries ?? scenario.measures,
      areas: appliedAreas?.entries ?? scenario.areas,
    },
    reverse: {
      note: moment.note,
      changes: {
        ...(name === undefined ? {} : { name: scenario.name }),
        ...(note === undefined ? {} : { note: scenario.note }),
        ...(programme === undefined ? {} : { programme: scenario.programme }),
        ...(appliedProjects ? { projects: appliedProjects.reverse } : {}),
        ...(appliedMeasures ? { measures: appliedMeasures.reverse } : {}),
        ...(appliedAreas ? { areas: appliedAreas.reverse } : {}),
      },
    },
  };
}

function squashEntries<Key, Value>(
  first: Changes<Key, Value> | undefined,
  second: Changes<Key, Value> | undefined,
): Changes<Key, Value> | undefined {
  if (!first) return second;
  if (!second) return first;
  return new Map([...first, ...second]);
}

/** One moment with the effect of `first` followed by `second`; keeps the second's note. */
export function squashMoments(first: Moment, second: Moment): Moment {
  const projects = squashEntries(first.changes.projects, second.changes.projects);
  const measures = squashEntries(first.changes.measures, second.changes.measures);
  const areas = squashEntries(first.changes.areas, second.changes.areas);
  return {
    note: second.note,
    changes: {
      ...first.changes,
      ...second.changes,
      ...(projects ? { projects } : {}),
      ...(measures ? { measures } : {}),
      ...(areas ? { areas } : {}),
    },
  };
}
