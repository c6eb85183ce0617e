import { defaultFill, filledAreas } from '../allocation/defaultFill';
import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { OperationContext } from './outcome';

export const NOT_MEASURED = 'Feltene er ikke målt ferdig ennå. Vent et øyeblikk og prøv igjen.';

/**
 * Fills towns anew after `scenario` has been changed, and gives the areas that differ from `before`.
 * @returns null when an area to be filled has not been measured
 */
export function refilled(
  before: Scenario,
  scenario: Scenario,
  context: OperationContext,
  towns: Iterable<TownId>,
): ReadonlyMap<AreaId, DevelopmentArea> | null {
  const filledTowns = new Set(towns);
  for (const area of scenario.areas.values()) {
    if (area.town !== null && filledTowns.has(area.town) && !area.setByHand && !context.facts.has(area.id)) return null;
  }
  const filled = filledAreas(scenario.areas, defaultFill(scenario, context.facts, filledTowns));
  const changes = new Map<AreaId, DevelopmentArea>();
  for (const [id, area] of scenario.areas) {
    const next = filled.get(id) ?? area;
    if (next !== before.areas.get(id)) changes.set(id, next);
  }
  return changes;
}
