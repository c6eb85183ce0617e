import fc from 'fast-check';
import type { PlanarMultiPolygon, PlanarPolygon, PlanarRing } from '../../src/core/geometry/shapes';

/** South-west corner of the ground that random polygons lie on, EPSG:25832. */
export const CORNER = { x: 580_000, y: 6_640_000 } as const;

/** Side of that ground, metres. */
export const SIDE = 2000;

/** Numbers with all their digits, so that no vertex lies on a grid of its own accord. */
const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** A ring of metres from the corner. */
export function ring(...points: readonly number[]): PlanarRing {
  return Float64Array.from(points, (value, index) => value + (index % 2 === 0 ? CORNER.x : CORNER.y));
}

/** A simple ring round a centre: random distances by angle, so that no two rays cross. */
function ringAround(x: number, y: number, distances: readonly number[], turn: number, clockwise = false): PlanarRing {
  const points = distances.map((distance, index) => {
    const angle = turn + ((clockwise ? -1 : 1) * 2 * Math.PI * index) / distances.length;
    return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
  });
  return ring(...points.flat());
}

interface Size {
  readonly leastRadius: number;
  readonly mostVertices: number;
}

function polygonOf({ leastRadius, mostVertices }: Size): fc.Arbitrary<PlanarPolygon> {
  return fc
    .record({
      x: unit,
      y: unit,
      turn: unit,
      radius: fc.double({ min: leastRadius, max: 500, noNaN: true }),
      distances: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: mostVertices }),
      holeDistances: fc.array(fc.double({ min: 0.2, max: 0.9, noNaN: true }), { minLength: 3, maxLength: 20 }),
      withHole: fc.boolean(),
    })
    .map(({ x, y, turn, radius, distances, holeDistances, withHole }) => {
      const centre = [x * SIDE, y * SIDE] as const;
      const exterior = ringAround(...centre, distances.map((distance) => distance * radius), turn);
      if (!withHole) return [exterior];
      // Inside the circle that the exterior's edges leave free: its nearest vertex times the cosine of half the widest angle.
      const free = 0.3 * radius * Math.cos(Math.PI / Math.max(3, distances.length));
      return [exterior, ringAround(...centre, holeDistances.map((distance) => distance * free), turn, true)];
    });
}

/** A valid polygon, now and then with a hole around its centre. */
export const validPolygon = polygonOf({ leastRadius: 20, mostVertices: 60 });

/**
 * A valid polygon that is broad beside the belts that are laid around it. Round a triangle with sides of 100 m a belt of 30 m lacks
 * 0.0102 % by the chords of its round corners: what they may lack has a test of its own.
 */
export const broadPolygon = polygonOf({ leastRadius: 350, mostVertices: 12 });

/** A valid multipolygon: parts side by side, each in a column of its own. */
export const validMultiPolygon: fc.Arbitrary<PlanarMultiPolygon> = fc
  .array(validPolygon, { minLength: 1, maxLength: 5 })
  .map((parts) =>
    parts.map((part, column) =>
      part.map((vertices) => vertices.map((value, index) => (index % 2 === 0 ? value + column * 2 * SIDE : value))),
    ),
  );

/**
 * A polyline that wanders on in long steps and turns of all kinds. Round a single step of 300 m a belt of 30 m lacks 0.0101 % by the
 * chords of its round ends: what they may lack has a test of its own.
 */
export const wanderingLine = fc
  .array(
    fc.record({
      metres: fc.double({ min: 400, max: 900, noNaN: true }),
      turn: fc.double({ min: -2, max: 2, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((steps) => {
    let [x, y, heading] = [0, 0, 0];
    const points = [x, y];
    for (const { metres, turn } of steps) {
      heading += turn;
      x += metres * Math.cos(heading);
      y += metres * Math.sin(heading);
      points.push(x, y);
    }
    return ring(...points);
  });
