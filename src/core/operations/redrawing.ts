import { capacityOn } from '../allocation/capacity';
import { sameNumbers } from '../allocation/defaultFill';
import { splitOverPeriods } from '../allocation/periodSplit';
import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import { outsideQuota } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import type { AreaFactsTable } from '../scoring/evaluation';
import { NOT_MEASURED, refilled } from './filling';
import type { Changes } from './moment';
import { changed, refused, type Completion, type OperationContext, type OperationOutcome } from './outcome';

type AreaChanges = Changes<AreaId, DevelopmentArea>;

/** The areas after changes to them. */
export function withChanges(areas: Scenario['areas'], changes: AreaChanges): Map<AreaId, DevelopmentArea> {
  const next = new Map(areas);
  for (const [id, area] of changes) {
    if (area) next.set(id, area);
    else next.delete(id);
  }
  return next;
}

/** What is measured of areas that lie as they lay. */
function factsThatHold(context: OperationContext, before: Scenario['areas'], changes: AreaChanges): AreaFactsTable {
  const facts = new Map(context.facts);
  for (const [id, area] of changes) if (area?.outline !== before.get(id)?.outline) facts.delete(id);
  return facts;
}

/**
 * Gives areas outside the towns as many dwellings as they hold of what growth outside the towns is left. Those set by hand
 * keep theirs.
 * @returns null when one of them has not been measured
 */
function filledOutside(
  areas: ReadonlyMap<AreaId, DevelopmentArea>,
  scenario: Pick<Scenario, 'programme'>,
  facts: AreaFactsTable,
  drawn: ReadonlySet<AreaId>,
): ReadonlyMap<AreaId, DevelopmentArea> | null {
  const filled = new Map<AreaId, DevelopmentArea>();
  const outside = [...areas.values()].filter(({ town }) => town === null);
  const isFilled = ({ id, setByHand }: DevelopmentArea): boolean => drawn.has(id) && !setByHand;
  let left = outsideQuota(scenario.programme);
  for (const area of outside) if (!isFilled(area)) left -= areaDwellings(area);
  for (const area of outside.filter(isFilled)) {
    const measured = facts.get(area.id);
    if (!measured) return null;
    const dwellings = Math.max(0, Math.min(left, capacityOn(measured.landDaa, area)));
    left -= dwellings;
    const dwellingsByPeriod = splitOverPeriods(scenario.programme, dwellings, area.phase);
    if (!sameNumbers(dwellingsByPeriod, area.dwellingsByPeriod)) filled.set(area.id, { ...area, dwellingsByPeriod });
  }
  return filled;
}

/** The areas that differ from `before` when towns and what is drawn outside them are filled; null while not all is measured. */
function filledAnew(
  before: Scenario,
  areas: Scenario['areas'],
  context: OperationContext,
  towns: ReadonlySet<TownId>,
  drawn: ReadonlySet<AreaId>,
): AreaChanges | null {
  const outside = filledOutside(areas, before, context.facts, drawn);
  const next = { ...before, areas: outside ? withChanges(areas, outside) : areas };
  return outside && refilled(before, next, context, towns);
}

/**
 * The change of areas' ground as an outcome: the towns that are touched are filled anew, and drawn areas outside the towns take
 * of what growth there is left. Where outlines are new, that waits for their measuring, as the completion of the same step.
 * @param changes areas put in or taken out
 * @param drawn those of them that the hand itself has drawn or changed
 */
export function redrawn(
  scenario: Scenario,
  context: OperationContext,
  changes: AreaChanges,
  drawn: Iterable<AreaId>,
  note: string,
): OperationOutcome {
  const towns = new Set<TownId>();
  for (const [id, area] of changes) {
    for (const town of [area?.town, scenario.areas.get(id)?.town]) if (town) towns.add(town);
  }
  const hand = new Set(drawn);
  const areas = withChanges(scenario.areas, changes);
  const facts = factsThatHold(context, scenario.areas, changes);
  const filled = filledAnew(scenario, areas, { ...context, facts }, towns, hand);
  if (filled) {
    const removed = [...changes].filter(([, area]) => area === null);
    return changed(note, { areas: new Map([...removed, ...filled]) });
  }
  const completion: Completion = (later, measured) => {
    const rest = filledAnew(later, later.areas, measured, towns, hand);
    return rest ? changed(note, { areas: rest }) : refused(NOT_MEASURED);
  };
  const outcome = changed(note, { areas: changes });
  return outcome.kind === 'moment' ? { ...outcome, completion } : outcome;
}
