import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { IndexList, NumberList } from './growingLists';
import { MOST_OBJECTS, MOST_VERTICES, refuseTooMany } from './limits';

export const SHAPE_KINDS = ['polygon', 'line', 'point'] as const;

export type ShapeKind = (typeof SHAPE_KINDS)[number];

/**
 * Shapes as flat arrays, which pass between threads and into the browser's store at the cost of copying memory.
 * A shape is one or more parts; a polygon's part is its exterior ring and then its holes; a line's part is one path;
 * a point shape is one part of one path of one or more positions. Rings are closed: their first vertex is repeated.
 * Each `…Starts` has one number more than there are things: where the next would begin.
 */
export interface PackedShapes {
  /** `x0, y0, x1, y1, …` of all paths after each other. */
  readonly coordinates: Float64Array<ArrayBuffer>;
  /** First vertex of each path. */
  readonly pathStarts: Uint32Array<ArrayBuffer>;
  /** First path of each part. */
  readonly partStarts: Uint32Array<ArrayBuffer>;
  /** First part of each shape. */
  readonly shapeStarts: Uint32Array<ArrayBuffer>;
  /** Index in `SHAPE_KINDS` of each shape. */
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** Row of attributes of each shape. */
  readonly rows: Uint32Array<ArrayBuffer>;
}

/** Number of shapes. */
export function shapeCount(shapes: Pick<PackedShapes, 'kinds'>): number {
  return shapes.kinds.length;
}

/** What a shape is. */
export function kindAt(shapes: Pick<PackedShapes, 'kinds'>, shape: number): ShapeKind {
  return SHAPE_KINDS[shapes.kinds[shape] ?? 0] ?? 'polygon';
}

/** Vertices of a path: first, and one past the last. */
export function pathRange(shapes: Pick<PackedShapes, 'pathStarts'>, path: number): readonly [first: number, end: number] {
  return [shapes.pathStarts[path] ?? 0, shapes.pathStarts[path + 1] ?? 0];
}

/** Paths of a part: first, and one past the last. */
export function partRange(shapes: Pick<PackedShapes, 'partStarts'>, part: number): readonly [first: number, end: number] {
  return [shapes.partStarts[part] ?? 0, shapes.partStarts[part + 1] ?? 0];
}

/** Parts of a shape: first, and one past the last. */
export function shapeRange(shapes: Pick<PackedShapes, 'shapeStarts'>, shape: number): readonly [first: number, end: number] {
  return [shapes.shapeStarts[shape] ?? 0, shapes.shapeStarts[shape + 1] ?? 0];
}

/** Vertices of a whole shape: first, and one past the last. */
export function vertexRange(shapes: Omit<PackedShapes, 'coordinates'>, shape: number): readonly [first: number, end: number] {
  const [firstPart, endPart] = shapeRange(shapes, shape);
  const firstPath = shapes.partStarts[firstPart] ?? 0;
  const endPath = shapes.partStarts[endPart] ?? 0;
  return [shapes.pathStarts[firstPath] ?? 0, shapes.pathStarts[endPath] ?? 0];
}

/** Positions of one path. */
export function positionsOf({ coordinates, pathStarts }: PackedShapes, path: number): LonLat[] {
  const end = pathStarts[path + 1] ?? 0;
  const positions: LonLat[] = [];
  for (let vertex = pathStarts[path] ?? 0; vertex < end; vertex += 1) {
    positions.push([coordinates[2 * vertex]!, coordinates[2 * vertex + 1]!]);
  }
  return positions;
}

/** The outline of a polygon shape. */
export function outlineOf(shapes: PackedShapes, shape: number): LonLatMultiPolygon {
  const [firstPart, endPart] = shapeRange(shapes, shape);
  return Array.from({ length: endPart - firstPart }, (_, part) => {
    const [firstPath, endPath] = partRange(shapes, firstPart + part);
    return Array.from({ length: endPath - firstPath }, (_ring, ring) => positionsOf(shapes, firstPath + ring));
  });
}

/** Gathers shapes vertex by vertex. Throws ImportProblem when there are more than fit. */
export class ShapesBuilder {
  readonly #coordinates = new NumberList();
  readonly #pathStarts = new IndexList();
  readonly #partStarts = new IndexList();
  readonly #shapeStarts = new IndexList();
  readonly #kinds: number[] = [];
  readonly #rows = new IndexList();

  constructor() {
    this.#pathStarts.push(0);
    this.#partStarts.push(0);
    this.#shapeStarts.push(0);
  }

  get shapeCount(): number {
    return this.#kinds.length;
  }

  /** Vertices of the path under way. */
  get pathLength(): number {
    return this.#coordinates.length / 2 - this.#lastOf(this.#pathStarts);
  }

  addVertex(x: number, y: number): void {
    this.#coordinates.push(x);
    this.#coordinates.push(y);
  }

  /** Ends the path under way; nothing happens where it has no vertices. */
  endPath(): void {
    const vertices = this.#coordinates.length / 2;
    if (vertices === this.#lastOf(this.#pathStarts)) return;
    refuseTooMany(vertices, MOST_VERTICES, 'punkter');
    this.#pathStarts.push(vertices);
  }

  /** Ends the path under way and repeats its first vertex where it does not end there. */
  endRing(): void {
    const first = 2 * this.#lastOf(this.#pathStarts);
    const end = this.#coordinates.length;
    if (end - first >= 4) {
      const x = this.#coordinates.at(first);
      const y = this.#coordinates.at(first + 1);
      if (x !== this.#coordinates.at(end - 2) || y !== this.#coordinates.at(end - 1)) this.addVertex(x, y);
    }
    this.endPath();
  }

  /** Ends the part under way; nothing happens where it has no paths. */
  endPart(): void {
    this.endPath();
    const paths = this.#pathStarts.length - 1;
    if (paths > this.#lastOf(this.#partStarts)) this.#partStarts.push(paths);
  }

  /** Ends the shape under way; nothing happens where it has no parts. */
  endShape(kind: ShapeKind, row: number): void {
    this.endPart();
    const parts = this.#partStarts.length - 1;
    if (parts === this.#lastOf(this.#shapeStarts)) return;
    this.#shapeStarts.push(parts);
    this.#kinds.push(SHAPE_KINDS.indexOf(kind));
    this.#rows.push(row);
    refuseTooMany(this.#kinds.length, MOST_OBJECTS, 'objekter');
  }

  /** Takes back everything since the last whole shape. */
  giveUpShape(): void {
    this.#partStarts.cutTo(this.#lastOf(this.#shapeStarts) + 1);
    this.#pathStarts.cutTo(this.#lastOf(this.#partStarts) + 1);
    this.#coordinates.cutTo(2 * this.#lastOf(this.#pathStarts));
  }

  finish(): PackedShapes {
    this.giveUpShape();
    return {
      coordinates: this.#coordinates.taken(),
      pathStarts: this.#pathStarts.taken(),
      partStarts: this.#partStarts.taken(),
      shapeStarts: this.#shapeStarts.taken(),
      kinds: Uint8Array.from(this.#kinds),
      rows: this.#rows.taken(),
    };
  }

  #lastOf(starts: IndexList): number {
    return starts.at(starts.length - 1);
  }
}
