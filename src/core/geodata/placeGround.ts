import type { LayerRole } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import type { AreaId } from '../domain/identifiers';
import type { Town } from '../domain/town';
import { multiPolygonBounds } from '../geometry/area';
import { difference, intersection, union } from '../geometry/booleans';
import { expandBounds } from '../geometry/bounds';
import { boxesMeet, lonLatBox, type LonLatBox } from '../geometry/lonLatBox';
import { toLonLat, toPlanarMultiPolygon } from '../geometry/projection';
import { clipPolygons } from '../geometry/ringSplitting';
import type { LonLatMultiPolygon, PlanarBounds, PlanarMultiPolygon } from '../geometry/shapes';

/** Ground that is cut away where an area is clipped, beside the sea and the scenario's own protections. */
const SPARED_ROLES: readonly LayerRole[] = ['marka', 'farmland', 'water'];

const MARGIN_METRES = 1;

/** The rectangle of degrees around a rectangle of the plane. */
function boxAround({ minX, minY, maxX, maxY }: PlanarBounds): LonLatBox {
  const corners = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ] as const;
  return lonLatBox([[corners.map(([x, y]) => toLonLat({ x, y }))]]);
}

/**
 * What a place says of where areas may be drawn: its border, its towns and the ground to be spared. Layers are looked up by
 * where they lie, so that only what is near an outline is ever projected.
 */
export class PlaceGround {
  readonly towns: readonly Town[];
  private readonly defaultAreas: ReadonlySet<AreaId>;
  private readonly municipality: readonly LonLatMultiPolygon[];
  private readonly land: readonly LonLatMultiPolygon[];
  private readonly spared: readonly LonLatMultiPolygon[];

  constructor(dataset: Pick<Dataset, 'layers' | 'towns' | 'defaultAreas'>) {
    const outlinesOf = (role: LayerRole): readonly LonLatMultiPolygon[] =>
      layersOf(dataset, role).flatMap(({ polygons }) => polygons.map(({ outline }) => outline));
    this.towns = dataset.towns;
    this.defaultAreas = new Set(dataset.defaultAreas.map(({ id }) => id));
    this.municipality = outlinesOf('municipality');
    this.land = outlinesOf('land');
    this.spared = SPARED_ROLES.flatMap(outlinesOf);
  }

  /** Whether the place has a default area of this identifier, in the scenario at hand or not. */
  isDefaultArea(id: AreaId): boolean {
    return this.defaultAreas.has(id);
  }

  /** The part inside the municipality; all of it where the data set has no border. */
  insideMunicipality(polygons: PlanarMultiPolygon): PlanarMultiPolygon {
    return this.municipality.length === 0 ? polygons : intersection(polygons, near(this.municipality, polygons));
  }

  /** The part on land that is neither lake, Marka, farmland nor any of `protections`. */
  unspared(polygons: PlanarMultiPolygon, protections: readonly LonLatMultiPolygon[]): PlanarMultiPolygon {
    const onLand = this.land.length === 0 ? polygons : intersection(polygons, near(this.land, polygons));
    return difference(onLand, near([...this.spared, ...protections], onLand));
  }
}

/** The outlines that lie near polygons, as one ground, cut to a rectangle around them. */
function near(outlines: readonly LonLatMultiPolygon[], polygons: PlanarMultiPolygon): PlanarMultiPolygon {
  const extent = multiPolygonBounds(polygons);
  if (!extent) return [];
  const bounds = expandBounds(extent, MARGIN_METRES);
  const box = boxAround(bounds);
  const found = outlines.filter((outline) => boxesMeet(lonLatBox(outline), box));
  return union(...found.map((outline) => clipPolygons(toPlanarMultiPolygon(outline), bounds)));
}
