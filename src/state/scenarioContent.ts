import type { Scenario } from '../core/domain/scenario';
import type { Changes, Moment } from '../core/operations/moment';

function difference<Key, Value>(from: ReadonlyMap<Key, Value>, to: ReadonlyMap<Key, Value>): Changes<Key, Value> {
  const changes = new Map<Key, Value | null>();
  for (const key of from.keys()) if (!to.has(key)) changes.set(key, null);
  for (const [key, value] of to) if (from.get(key) !== value) changes.set(key, value);
  return changes;
}

/** The moment that gives `scenario` the whole content of `other`, keeping its own identifier. */
export function replaceContent(scenario: Scenario, other: Scenario, note: string): Moment {
  return {
    note,
    changes: {
      name: other.name,
      note: other.note,
      programme: other.programme,
      projects: difference(scenario.projects, other.projects),
      measures: difference(scenario.measures, other.measures),
      areas: difference(scenario.areas, other.areas),
    },
  };
}
