import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import type { LonLat } from '../geometry/shapes';
import { CONFLICT_MINIMUM_SQUARE_METRES, SQUARE_METRES_PER_DAA } from '../method/parameters';
import type { Conflict, ConflictKind, GroundConflictKind } from './evaluation';
import { CONFLICT_KINDS } from './groundTraits';
import type { MeasuredArea } from './measuredArea';
import type { Placement } from './placement';

const SEVERITY: Readonly<Record<ConflictKind, Conflict['severity']>> = {
  marka: 'forbidden',
  sea: 'forbidden',
  farmland: 'warning',
  shoreBelt: 'warning',
  watercourseBelt: 'warning',
  natureReserve: 'forbidden',
  flood: 'warning',
  quickClay: 'warning',
  noise: 'warning',
  valuableNature: 'warning',
  protection: 'warning',
};

/** The layers' role that shows what is spared. */
export const CONFLICT_ROLES: Readonly<Record<GroundConflictKind, LayerRole>> = {
  marka: 'marka',
  sea: 'land',
  farmland: 'farmland',
  shoreBelt: 'land',
  watercourseBelt: 'water',
  natureReserve: 'natureReserve',
  flood: 'flood',
  quickClay: 'quickClay',
  noise: 'noise',
  valuableNature: 'valuableNature',
};

/** Areas with dwellings that meet something to be spared, forbidden ones first, then the largest. */
export function conflictsOf(
  placement: Placement,
  dataset: Pick<Dataset, 'layers'>,
  positionOf: (area: MeasuredArea, kind: ConflictKind) => LonLat | null,
): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  const layersByKind = CONFLICT_KINDS.map((kind) => [kind, layersOf(dataset, CONFLICT_ROLES[kind]).map(({ description }) => description.id)] as const);
  for (const { measured, given } of placement.areas) {
    if (given <= 0) continue;
    for (const [kind, layers] of layersByKind) {
      const area = measured.ground.conflicts[kind];
      if (area >= CONFLICT_MINIMUM_SQUARE_METRES) add(measured, kind, area, layers);
    }
    if (measured.protectedSquareMetres > 0) add(measured, 'protection', measured.protectedSquareMetres, []);
  }
  return conflicts.sort(
    (a, b) => Number(b.severity === 'forbidden') - Number(a.severity === 'forbidden') || b.areaDaa - a.areaDaa,
  );

  function add(measured: MeasuredArea, kind: ConflictKind, squareMetres: number, layers: Conflict['layers']): void {
    const position = positionOf(measured, kind);
    if (!position) return;
    const areaDaa = squareMetres / SQUARE_METRES_PER_DAA;
    conflicts.push({ kind, severity: SEVERITY[kind], area: measured.area.id, areaDaa, position, layers });
  }
}
