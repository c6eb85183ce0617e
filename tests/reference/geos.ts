import initGeosJs from 'geos-wasm';
import type { PlanarLine, PlanarMultiPolygon, PlanarPoint, PlanarPolygon, PlanarRing } from '../../src/core/geometry/shapes';

/*
 * GEOS 3.13 as WebAssembly: the reference that our own geometry is held against. Coordinates are ours, EPSG:25832
 * metres; whoever makes a geometry frees it.
 */

const geos = await initGeosJs();
const allocate = (bytes: number): number => geos.Module['_malloc'](bytes);
const release = (address: number): void => geos.Module['_free'](address);

/** Segments per quarter circle of a buffer: chords within 0.03 ‰ of the radius of the arc. */
const QUADRANT_SEGMENTS = 100;

const POLYGON = 3;
const MULTI_POLYGON = 6;
const COLLECTIONS: ReadonlySet<number> = new Set([MULTI_POLYGON, 7]);

/** A geometry in GEOS' memory. */
export interface GeosGeometry {
  readonly pointer: number;
}

/** Runs an operation with geometries that are freed after it. */
export function using<Result>(geometries: readonly GeosGeometry[], operation: () => Result): Result {
  try {
    return operation();
  } finally {
    for (const { pointer } of geometries) geos.GEOSGeom_destroy(pointer);
  }
}

/** Copies numbers into GEOS' memory for the length of an operation. */
function withNumbers<Result>(numbers: Float64Array, operation: (address: number) => Result): Result {
  const address = allocate(Math.max(8, numbers.byteLength));
  try {
    geos.Module.HEAPF64.set(numbers, address / 8);
    return operation(address);
  } finally {
    release(address);
  }
}

function withPointers<Result>(pointers: readonly number[], operation: (address: number) => Result): Result {
  const address = allocate(Math.max(4, 4 * pointers.length));
  try {
    geos.Module.HEAPU32.set(pointers, address / 4);
    return operation(address);
  } finally {
    release(address);
  }
}

function sequenceOf(coordinates: Float64Array): number {
  return withNumbers(coordinates, (address) =>
    geos.GEOSCoordSeq_copyFromBuffer(address, coordinates.length / 2, 0, 0),
  );
}

function ringOf(ring: PlanarRing): number {
  const closed = new Float64Array(ring.length + 2);
  closed.set(ring);
  closed.set(ring.subarray(0, 2), ring.length);
  return geos.GEOSGeom_createLinearRing(sequenceOf(closed));
}

function polygonOf([exterior, ...holes]: PlanarPolygon): number {
  if (!exterior) return geos.GEOSGeom_createEmptyPolygon();
  return withPointers(holes.map(ringOf), (address) =>
    geos.GEOSGeom_createPolygon(ringOf(exterior), holes.length === 0 ? 0 : address, holes.length),
  );
}

function collect(pointers: readonly number[], type: number): GeosGeometry {
  return { pointer: withPointers(pointers, (address) => geos.GEOSGeom_createCollection(type, address, pointers.length)) };
}

/** A multipolygon as it is given, valid or not. Rings need three vertices. */
export function fromPolygons(polygons: PlanarMultiPolygon): GeosGeometry {
  return collect(polygons.map(polygonOf), MULTI_POLYGON);
}

/** A line of two vertices or more. */
export function fromLine(line: PlanarLine): GeosGeometry {
  return { pointer: geos.GEOSGeom_createLineString(sequenceOf(line)) };
}

function made(pointer: number, operation: string): GeosGeometry {
  if (pointer === 0) throw new Error(`GEOS ${operation} failed`);
  return { pointer };
}

export function intersectionOf(first: GeosGeometry, second: GeosGeometry): GeosGeometry {
  return made(geos.GEOSIntersection(first.pointer, second.pointer), 'intersection');
}

export function differenceOf(first: GeosGeometry, second: GeosGeometry): GeosGeometry {
  return made(geos.GEOSDifference(first.pointer, second.pointer), 'difference');
}

/** Union of all parts of a geometry. */
export function unionOf(geometry: GeosGeometry): GeosGeometry {
  return made(geos.GEOSUnaryUnion(geometry.pointer), 'union');
}

/** Ground within `metres`, with round corners and ends. */
export function bufferOf(geometry: GeosGeometry, metres: number): GeosGeometry {
  return made(geos.GEOSBuffer(geometry.pointer, metres, QUADRANT_SEGMENTS), 'buffer');
}

/** MakeValid by structure: shells first, holes then taken from them. */
export function madeValid(geometry: GeosGeometry): GeosGeometry {
  const parameters = geos.GEOSMakeValidParams_create();
  try {
    geos.GEOSMakeValidParams_setMethod(parameters, geos.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE);
    geos.GEOSMakeValidParams_setKeepCollapsed(parameters, 0);
    return made(geos.GEOSMakeValidWithParams(geometry.pointer, parameters), 'MakeValid');
  } finally {
    geos.GEOSMakeValidParams_destroy(parameters);
  }
}

export function isValid(geometry: GeosGeometry): boolean {
  return geos.GEOSisValid(geometry.pointer) === 1;
}

function measure(operation: string, call: (address: number) => number): number {
  return withNumbers(Float64Array.of(0), (address) => {
    if (call(address) !== 1) throw new Error(`GEOS ${operation} failed`);
    return geos.Module.getValue(address, 'double');
  });
}

/** Area, m². */
export function areaOf({ pointer }: GeosGeometry): number {
  return measure('area', (address) => geos.GEOSArea(pointer, address));
}

/** Length of lines, or of all rings, metres. */
export function lengthOf({ pointer }: GeosGeometry): number {
  return measure('length', (address) => geos.GEOSLength(pointer, address));
}

/** Least distance, metres; 0 where they meet. */
export function distanceOf(first: GeosGeometry, second: GeosGeometry): number {
  return measure('distance', (address) => geos.GEOSDistance(first.pointer, second.pointer, address));
}

/** Centroid by area. */
export function centroidOf({ pointer }: GeosGeometry): PlanarPoint {
  const centroid = made(geos.GEOSGetCentroid(pointer), 'centroid');
  return using([centroid], () => ({
    x: measure('x', (address) => geos.GEOSGeomGetX(centroid.pointer, address)),
    y: measure('y', (address) => geos.GEOSGeomGetY(centroid.pointer, address)),
  }));
}

function openRing(pointer: number): PlanarRing {
  const count = geos.GEOSGetNumCoordinates(pointer);
  const numbers = new Float64Array(2 * count);
  return withNumbers(numbers, (address) => {
    geos.GEOSCoordSeq_copyToBuffer(geos.GEOSGeom_getCoordSeq(pointer), address, 0, 0);
    return geos.Module.HEAPF64.slice(address / 8, address / 8 + numbers.length - 2);
  });
}

/** The polygons of a geometry, as open rings; lines and points of a collection are left out. */
export function toPolygons({ pointer }: GeosGeometry): PlanarMultiPolygon {
  if (geos.GEOSisEmpty(pointer) === 1) return [];
  if (geos.GEOSGeomTypeId(pointer) === POLYGON) {
    const holes = geos.GEOSGetNumInteriorRings(pointer);
    return [
      [
        openRing(geos.GEOSGetExteriorRing(pointer)),
        ...Array.from({ length: holes }, (_, index) => openRing(geos.GEOSGetInteriorRingN(pointer, index))),
      ],
    ];
  }
  if (!COLLECTIONS.has(geos.GEOSGeomTypeId(pointer))) return [];
  const parts = geos.GEOSGetNumGeometries(pointer);
  return Array.from({ length: parts }, (_, index) => toPolygons({ pointer: geos.GEOSGetGeometryN(pointer, index) })).flat();
}
