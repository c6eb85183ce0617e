import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import type { LonLat } from '../geometry/shapes';
import { CONFLICT_MINIMUM_SQUARE_METRES, SQUARE_METRES_PER_DAA } from '../method/parameters';
import { CONFLICT_KINDS } from './areaGround';
import type { Conflict, ConflictKind } from './evaluation';
import type { MeasuredArea } from './measuredArea';
import type { Placement } from './placement';

const SEVERITY: Readonly<Record<ConflictKind, Conflict['severity']>> = {
  marka: 'forbidden',
  sea: 'forbidden',
  farmland: 'warning',
  shoreBelt: 'warning',
  watercourseBelt: 'warning',
};

const ROLES: Readonly<Record<ConflictKind, LayerRole>> = {
  marka: 'marka',
  sea: 'land',
  farmland: 'farmland',
  shoreBelt: 'land',
  watercourseBelt: 'water',
};

/** Areas with dwellings that meet something to be spared, forbidden ones first, then the largest. */
export function conflictsOf(
  placement: Placement,
  dataset: Pick<Dataset, 'layers'>,
  positionOf: (area: MeasuredArea, kind: ConflictKind) => LonLat | null,
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const { measured, given } of placement.areas) {
    if (given <= 0) continue;
    for (const kind of CONFLICT_KINDS) {
      const area = measured.ground.conflicts[kind];
      if (area < CONFLICT_MINIMUM_SQUARE_METRES) continue;
      const position = positionOf(measured, kind);
      if (!position) continue;
      conflicts.push({
        kind,
        severity: SEVERITY[kind],
        area: measured.area.id,
        areaDaa: area / SQUARE_METRES_PER_DAA,
        position,
        layers: layersOf(dataset, ROLES[kind]).map(({ description }) => description.id),
      });
    }
  }
  return conflicts.sort(
    (a, b) => Number(b.severity === 'forbidden') - Number(a.severity === 'forbidden') || b.areaDaa - a.areaDaa,
  );
}
