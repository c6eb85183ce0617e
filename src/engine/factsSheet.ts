import type { AreaId } from '../core/domain/identifiers';
import { LAND_CLASSES, type AreaFacts, type AreaFactsTable, type LandClass } from '../core/scoring/evaluation';

/** Facts of areas as one array that can be transferred: a row of `COLUMNS` figures for each area, in the order of `ids`. */
export interface FactsSheet {
  readonly ids: readonly AreaId[];
  readonly rows: Float64Array<ArrayBuffer>;
}

/** Land, capacity and departure time, then the ground by class. */
const COLUMNS = 3 + LAND_CLASSES.length;

/** Packs a table of facts. */
export function packFacts(facts: AreaFactsTable): FactsSheet {
  const rows = new Float64Array(facts.size * COLUMNS);
  let offset = 0;
  for (const { landDaa, capacity, meanDepartureMinutes, groundDaa } of facts.values()) {
    rows.set([landDaa, capacity, meanDepartureMinutes], offset);
    LAND_CLASSES.forEach((landClass, index) => {
      rows[offset + 3 + index] = groundDaa[landClass];
    });
    offset += COLUMNS;
  }
  return { ids: [...facts.keys()], rows };
}

/** Unpacks what `packFacts` made. */
export function unpackFacts({ ids, rows }: FactsSheet): AreaFactsTable {
  return new Map(ids.map((id, index) => [id, factsOfRow(rows.subarray(index * COLUMNS, (index + 1) * COLUMNS))]));
}

function factsOfRow(row: Float64Array): AreaFacts {
  const [landDaa = 0, capacity = 0, meanDepartureMinutes = Infinity] = row;
  const groundDaa = Object.fromEntries(LAND_CLASSES.map((landClass, index) => [landClass, row[3 + index] ?? 0]));
  return { landDaa, capacity, meanDepartureMinutes, groundDaa: groundDaa as Record<LandClass, number> };
}
