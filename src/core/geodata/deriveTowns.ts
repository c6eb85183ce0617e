import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import type { StationId, TownId } from '../domain/identifiers';
import type { Station } from '../domain/station';
import { intersection, union } from '../geometry/booleans';
import { discRing, nearerPart } from '../geometry/convex';
import { toPlanarMultiPolygon, toPlanarPoint } from '../geometry/projection';
import type { PlanarMultiPolygon, PlanarPoint } from '../geometry/shapes';
import { DETOUR_FACTOR, TOWN_WALK_METRES } from '../method/parameters';
import { invalid, valid, type Checked } from './problems';

/** What default towns and areas are derived from. */
export type DerivationGround = Pick<Dataset, 'layers' | 'parameters' | 'stations'>;

/** A town's outline in EPSG:25832. */
export interface DerivedTown {
  readonly id: TownId;
  readonly outline: PlanarMultiPolygon;
}

/** Corners of the polygon that stands for a disc; the method names them so that outlines come out alike. */
const DISC_CORNERS = 256;

/** All polygons of the layers in a role, merged. */
export function mergedPolygons(ground: Pick<Dataset, 'layers'>, role: LayerRole): PlanarMultiPolygon {
  return union(
    ...layersOf(ground, role).flatMap((layer) => layer.polygons.map((feature) => toPlanarMultiPolygon(feature.outline))),
  );
}

/**
 * Default outline of each town (method §2): discs of a kilometre's walk around its anchors, cut by the perpendicular
 * bisectors to other towns' anchors, on land and inside the municipality. Fails, in Norwegian, when an anchor or a
 * layer is missing.
 */
export function deriveTowns(ground: DerivationGround): Checked<readonly DerivedTown[]> {
  const municipality = mergedPolygons(ground, 'municipality');
  const land = mergedPolygons(ground, 'land');
  if (municipality.length === 0 || land.length === 0) {
    return invalid('Småbyene kan ikke beregnes: lagene for kommunegrense og land må finnes.');
  }
  const buildable = intersection(land, municipality);
  const stations = new Map<StationId, Station>(ground.stations.map((station) => [station.id, station]));
  const anchors: { readonly town: TownId; readonly point: PlanarPoint }[] = [];
  for (const town of ground.parameters.towns) {
    for (const anchor of town.anchors) {
      const station = stations.get(anchor);
      if (station === undefined) {
        return invalid(
          `Småbyene kan ikke beregnes: stasjonen «${anchor}», som ${town.name} er knyttet til, finnes ikke.`,
        );
      }
      anchors.push({ town: town.id, point: toPlanarPoint(station.position) });
    }
  }
  const radius = TOWN_WALK_METRES / DETOUR_FACTOR;
  return valid(
    ground.parameters.towns.map(({ id }) => {
      const own = anchors.filter((anchor) => anchor.town === id);
      const others = anchors.filter((anchor) => anchor.town !== id);
      const parts = own.map(({ point }): PlanarMultiPolygon => [
        [others.reduce((ring, other) => nearerPart(ring, point, other.point), discRing(point, radius, DISC_CORNERS))],
      ]);
      return { id, outline: intersection(union(...parts), buildable) };
    }),
  );
}
