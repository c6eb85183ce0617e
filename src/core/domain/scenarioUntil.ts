import type { DevelopmentArea } from './developmentArea';
import type { AreaId } from './identifiers';
import { periodsOf } from './programme';
import type { Scenario } from './scenario';

const cut = new WeakMap<Scenario, Map<number, Scenario>>();

/**
 * The scenario as if its programme ended with the last of its periods that is over by `year`, or with its first where none is:
 * scored, it gives that period's numbers (method §4). The same object for the same scenario and period; the scenario itself
 * where its programme is over by then.
 */
export function scenarioUntil(scenario: Scenario, year: number): Scenario {
  const periods = periodsOf(scenario.programme);
  const count = Math.max(1, periods.filter(({ lastYear }) => lastYear <= year).length);
  if (count >= periods.length) return scenario;
  const known = cut.get(scenario) ?? new Map<number, Scenario>();
  cut.set(scenario, known);
  const until = known.get(count) ?? withPeriods(scenario, count, periods[count - 1]?.lastYear ?? year);
  known.set(count, until);
  return until;
}

function withPeriods(scenario: Scenario, count: number, lastYear: number): Scenario {
  const areas = new Map<AreaId, DevelopmentArea>();
  for (const [id, area] of scenario.areas) {
    const phase = area.phase !== null && area.phase >= count ? null : area.phase;
    areas.set(id, { ...area, phase, dwellingsByPeriod: area.dwellingsByPeriod.slice(0, count) });
  }
  return { ...scenario, programme: { ...scenario.programme, lastYear }, areas };
}
