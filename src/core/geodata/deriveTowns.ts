import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import type { StationId, TownId } from '../domain/identifiers';
import type { Station } from '../domain/station';
import { intersection, union } from '../geometry/booleans';
import { toPlanarMultiPolygon, toPlanarPoint } from '../geometry/projection';
import type { PlanarMultiPolygon, PlanarPoint, PlanarRing } from '../geometry/shapes';
import { DETOUR_FACTOR, TOWN_WALK_METRES } from '../method/parameters';
import { invalid, valid, type Checked } from './problems';

/** What default towns and areas are derived from. */
export type DerivationGround = Pick<Dataset, 'layers' | 'parameters' | 'stations'>;

/** A town's outline in EPSG:25832. */
export interface DerivedTown {
  readonly id: TownId;
  readonly outline: PlanarMultiPolygon;
}

const DISC_CORNERS = 256;

/** All polygons of the layers in a role, merged. */
export function mergedPolygons(ground: Pick<Dataset, 'layers'>, role: LayerRole): PlanarMultiPolygon {
  return union(
    ...layersOf(ground, role).flatMap((layer) => layer.polygons.map((feature) => toPlanarMultiPolygon(feature.outline))),
  );
}

/** Ring of 256 corners on the circle, the first due east, counter-clockwise. */
function disc(centre: PlanarPoint, radiusMetres: number): PlanarRing {
  const ring = new Float64Array(2 * DISC_CORNERS);
  for (let corner = 0; corner < DISC_CORNERS; corner += 1) {
    const angle = (2 * Math.PI * corner) / DISC_CORNERS;
    ring[2 * corner] = centre.x + radiusMetres * Math.cos(angle);
    ring[2 * corner + 1] = centre.y + radiusMetres * Math.sin(angle);
  }
  return ring;
}

/** The part of a convex ring that lies nearer to `own` than to `other` (Sutherland–Hodgman on one half-plane). */
function nearerPart(ring: PlanarRing, own: PlanarPoint, other: PlanarPoint): PlanarRing {
  const normalX = other.x - own.x;
  const normalY = other.y - own.y;
  const middleX = (own.x + other.x) / 2;
  const middleY = (own.y + other.y) / 2;
  const side = (index: number): number => (ring[index]! - middleX) * normalX + (ring[index + 1]! - middleY) * normalY;
  const kept: number[] = [];
  for (let index = 0; index < ring.length; index += 2) {
    const next = (index + 2) % ring.length;
    const here = side(index);
    const there = side(next);
    if (here <= 0) kept.push(ring[index]!, ring[index + 1]!);
    if (here < 0 !== there < 0 && here !== 0 && there !== 0) {
      const part = here / (here - there);
      kept.push(ring[index]! + part * (ring[next]! - ring[index]!), ring[index + 1]! + part * (ring[next + 1]! - ring[index + 1]!));
    }
  }
  return Float64Array.from(kept);
}

/**
 * Default outline of each town (method §2): discs of a kilometre's walk around its anchors, cut by the perpendicular
 * bisectors to other towns' anchors, on land and inside the municipality. Fails, in Norwegian, when an anchor or a layer is missing.
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
      if (station === undefined) return invalid(`Småbyene kan ikke beregnes: stasjonen «${anchor}», som ${town.name} er knyttet til, finnes ikke.`);
      anchors.push({ town: town.id, point: toPlanarPoint(station.position) });
    }
  }
  const radius = TOWN_WALK_METRES / DETOUR_FACTOR;
  return valid(
    ground.parameters.towns.map(({ id }) => {
      const own = anchors.filter((anchor) => anchor.town === id);
      const others = anchors.filter((anchor) => anchor.town !== id);
      const parts = own.map(({ point }): PlanarMultiPolygon => [
        [others.reduce((ring, other) => nearerPart(ring, point, other.point), disc(point, radius))],
      ]);
      return { id, outline: intersection(union(...parts), buildable) };
    }),
  );
}
