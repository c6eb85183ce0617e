import { layersOf, type Dataset, type FeatureProperties, type Layer, type PopulationCell } from '../domain/dataset';
import { multiPolygonArea } from '../geometry/area';
import { intersection, union } from '../geometry/booleans';
import { statisticsGridToPlanar, toPlanarMultiPolygon } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { cellCorner } from '../geodata/tables';

/** Side of the cells that a 250 metre identifier names. */
const CELL_METRES = 250;
const CELL_PATTERN = /^2\d{13}$/u;
const ID_NAMES = ['ssbid250m', 'ssbid', 'ssbid0250m'] as const;
const RESIDENT_NAMES = ['pop_tot', 'poptot', 'befolkning', 'residents', 'bosatte'] as const;

function valueOf(properties: FeatureProperties, names: readonly string[]): FeatureProperties[string] {
  for (const [name, value] of Object.entries(properties)) {
    if (names.includes(name.toLowerCase())) return value;
  }
  return null;
}

function cellOutline({ eastMetres, northMetres, sizeMetres }: PopulationCell): PlanarMultiPolygon {
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;
  const ring = corners.flatMap(([east, north]) => {
    const corner = statisticsGridToPlanar({ x: eastMetres + east * sizeMetres, y: northMetres + north * sizeMetres });
    return [corner.x, corner.y];
  });
  return [[Float64Array.from(ring)]];
}

/**
 * Residents by cell from a layer of the national statistics grid: each cell's residents times the part of it that lies
 * in the municipality, as the embedded table has them. Objects without a cell identifier or residents are passed over.
 */
export function importedPopulation(layer: Layer, dataset: Pick<Dataset, 'layers'>): readonly PopulationCell[] {
  const municipality = union(
    ...layersOf(dataset, 'municipality').flatMap((own) => own.polygons.map(({ outline }) => toPlanarMultiPolygon(outline))),
  );
  const shareInside = (cell: PopulationCell): number => {
    if (municipality.length === 0) return 1;
    const outline = cellOutline(cell);
    return multiPolygonArea(intersection(outline, municipality)) / multiPolygonArea(outline);
  };
  const seen = new Set<string>();
  return [...layer.polygons, ...layer.points].flatMap(({ properties }) => {
    const id = String(valueOf(properties, ID_NAMES) ?? '');
    const residents = Number(valueOf(properties, RESIDENT_NAMES) ?? 0);
    if (!CELL_PATTERN.test(id) || seen.has(id) || !(residents > 0)) return [];
    seen.add(id);
    const cell = { ...cellCorner(Number(id)), sizeMetres: CELL_METRES, residents };
    const inside = residents * shareInside(cell);
    return inside > 0 ? [{ ...cell, residents: inside }] : [];
  });
}
