import type { TownId } from '../domain/identifiers';
import { SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import { BLUE_GREEN_OF_TYPOLOGY } from './blueGreen';
import { LAND_CLASSES } from './evaluation';
import type { MeasuredArea } from './measuredArea';

/**
 * Figures of areas that do not depend on their dwellings, a column each in the order of the areas: while the pointer moves,
 * every sum runs over these and nothing else.
 */
export interface AreaColumns {
  readonly count: number;
  readonly capacity: Float64Array;
  readonly developableShare: Float64Array;
  /** Dwellings that would take all of the land at the typology's density. */
  readonly landCapacity: Float64Array;
  readonly personsPerDwelling: Float64Array;
  readonly blueGreenFactor: Float64Array;
  /** Position of its town, the number of towns for growth outside them. */
  readonly group: Uint16Array;
  /** Ground by class, m²: as many columns side by side as there are classes. */
  readonly ground: Float64Array;
  readonly landSquareMetres: Float64Array;
  readonly waterBelt: Float64Array;
  readonly runoffWhenFull: Float64Array;
  /** Part of the land that is built-up, 0–1. */
  readonly builtUpShare: Float64Array;
}

/** Lays the figures of areas out as columns. */
export function areaColumns(areas: readonly MeasuredArea[], townIds: readonly TownId[]): AreaColumns {
  const towns = new Map<TownId | null, number>(townIds.map((town, position) => [town, position]));
  const column = (figure: (area: MeasuredArea) => number): Float64Array => {
    const figures = new Float64Array(areas.length);
    for (let position = 0; position < areas.length; position += 1) figures[position] = figure(areas[position]!);
    return figures;
  };
  const ground = new Float64Array(areas.length * LAND_CLASSES.length);
  areas.forEach(({ ground: { byClass } }, position) => {
    LAND_CLASSES.forEach((landClass, index) => {
      ground[position * LAND_CLASSES.length + index] = byClass[landClass];
    });
  });
  return {
    count: areas.length,
    capacity: column(({ capacity }) => capacity),
    developableShare: column(({ area }) => area.developableShare),
    landCapacity: column(({ area, ground: { land } }) => TYPOLOGIES[area.typology].dwellingsPerDaa * (land / SQUARE_METRES_PER_DAA)),
    personsPerDwelling: column(({ area }) => TYPOLOGIES[area.typology].personsPerDwelling),
    blueGreenFactor: column(({ area }) => BLUE_GREEN_OF_TYPOLOGY[area.typology]),
    group: Uint16Array.from(areas, ({ area }) => towns.get(area.town) ?? townIds.length),
    ground,
    landSquareMetres: column((measured) => measured.ground.land),
    waterBelt: column((measured) => measured.ground.waterBelt),
    runoffWhenFull: column((measured) => measured.runoffWhenFull),
    builtUpShare: column(({ ground: { land, byClass } }) => (land > 0 ? byClass.builtUp / land : 0)),
  };
}
