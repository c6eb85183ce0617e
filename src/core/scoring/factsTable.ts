import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { AreaId } from '../domain/identifiers';
import type { AreasGround } from './areasGround';
import type { AreaFacts, AreaFactsTable } from './evaluation';
import type { MeasuredArea } from './measuredArea';
import type { ServiceSet } from './service';

/** Tells what is measured of each area; tables and their entries stay the same objects as long as they say the same. */
export class FactsBook {
  private ground: AreasGround | null = null;
  private service: ServiceSet | null = null;
  private table: AreaFactsTable = new Map();

  /** The facts of a scenario's areas with the stations of its last year. */
  tableOf(areas: readonly MeasuredArea[], ground: AreasGround, service: ServiceSet): AreaFactsTable {
    if (ground === this.ground && service === this.service) return this.table;
    const travels = ground.travels(service);
    const table = new Map<AreaId, AreaFacts>();
    let isNew = areas.length !== this.table.size;
    areas.forEach((measured, position) => {
      const { id } = measured.area;
      const before = this.table.get(id);
      const facts = factsOf(measured, travels.at(position)?.departureMinutes ?? Infinity, before);
      if (facts !== before) isNew = true;
      table.set(id, facts);
    });
    this.ground = ground;
    this.service = service;
    if (isNew) this.table = table;
    return this.table;
  }
}

function factsOf({ ground, capacity }: MeasuredArea, meanDepartureMinutes: number, before: AreaFacts | undefined): AreaFacts {
  if (
    before &&
    before.groundDaa === ground.groundDaa &&
    before.capacity === capacity &&
    before.meanDepartureMinutes === meanDepartureMinutes
  ) {
    return before;
  }
  return { landDaa: ground.land / SQUARE_METRES_PER_DAA, capacity, meanDepartureMinutes, groundDaa: ground.groundDaa };
}
