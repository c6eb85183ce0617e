import type { DevelopmentArea } from '../domain/developmentArea';
import { TYPOLOGIES } from '../method/parameters';

/**
 * Dwellings an area holds (method §2): land area · developable share · density of its typology.
 * @param landDaa its land area, dekar
 */
export function capacityOn(landDaa: number, area: Pick<DevelopmentArea, 'developableShare' | 'typology'>): number {
  return landDaa * area.developableShare * TYPOLOGIES[area.typology].dwellingsPerDaa;
}
