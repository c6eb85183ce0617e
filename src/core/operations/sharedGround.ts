import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import { multiPolygonArea } from '../geometry/area';
import { intersection } from '../geometry/booleans';
import { boxesMeet, lonLatBox } from '../geometry/lonLatBox';
import { toPlanarMultiPolygon } from '../geometry/projection';
import { CONFLICT_MINIMUM_SQUARE_METRES } from '../method/parameters';
import { refused, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { losers } from './outlines';
import { redrawn } from './redrawing';
import { areasText, UNKNOWN_AREA } from './wording';

/** Ground that lies under two areas, and so is counted twice. */
export interface SharedGround {
  readonly area: DevelopmentArea;
  readonly other: DevelopmentArea;
  readonly squareMetres: number;
}

/** What an area shares with any of others, however many times they are asked of; less than rounding gives is left out. */
export function groundSharedBy(area: DevelopmentArea, others: Iterable<DevelopmentArea>): readonly SharedGround[] {
  const box = lonLatBox(area.outline);
  const shared: SharedGround[] = [];
  for (const other of others) {
    if (other.id === area.id || !boxesMeet(lonLatBox(other.outline), box)) continue;
    const squareMetres = multiPolygonArea(intersection(toPlanarMultiPolygon(area.outline), toPlanarMultiPolygon(other.outline)));
    if (squareMetres >= CONFLICT_MINIMUM_SQUARE_METRES) shared.push({ area, other, squareMetres });
  }
  return shared;
}

/**
 * The pairs of areas that share ground. No hand that draws makes any (method §2), but a file from elsewhere may.
 * @param apart areas that are known to share nothing with each other, such as the place's own
 */
export function sharedGround(areas: Scenario['areas'], apart: ReadonlySet<AreaId>): readonly SharedGround[] {
  const kept = [...areas.values()].filter(({ id }) => apart.has(id));
  const others = [...areas.values()].filter(({ id }) => !apart.has(id));
  return others.flatMap((area, index) => groundSharedBy(area, [...kept, ...others.slice(index + 1)]));
}

/** Gives an area all the ground under it: others that lie there lose what they share, or go where nothing of size is left. */
export function claimGround(scenario: Scenario, context: OperationContext, id: AreaId): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  const lost = losers(scenario.areas, new Set([id]), area.outline);
  return lost.size === 0 ? UNCHANGED : redrawn(scenario, context, lost, [], `${area.name} tar grunn fra ${areasText(lost.size)}`);
}
