import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaFacts } from './evaluation';

/**
 * Placed dwellings per daa of an area's land: no more than it holds, and 0 while it is not measured or has no land.
 * @param periods how many of the programme's periods; all when left out
 */
export function areaDensity(
  area: Pick<DevelopmentArea, 'dwellingsByPeriod'>,
  facts: Pick<AreaFacts, 'landDaa' | 'capacity'> | undefined,
  periods?: number,
): number {
  if (facts === undefined || facts.landDaa <= 0) return 0;
  return Math.min(areaDwellings(area, periods), facts.capacity) / facts.landDaa;
}
