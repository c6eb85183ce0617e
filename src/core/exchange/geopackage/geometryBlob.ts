import type { PlanarMultiPolygon, PlanarPoint, PlanarPolygon, PlanarRing } from '../../geometry/shapes';

const POINT = 1;
const POINT_BYTES = 21;
const HEADER_BYTES = 8 + 4 * 8;
const POLYGON = 3;
const MULTI_POLYGON = 6;
/** Little-endian, with an envelope of x and y. */
const FLAGS = 0b0000_0011;

function ringBytes(ring: PlanarRing): number {
  return 4 + (ring.length + 2) * 8;
}

function polygonBytes(polygon: PlanarPolygon): number {
  return 9 + polygon.reduce((sum, ring) => sum + ringBytes(ring), 0);
}

class Writer {
  readonly bytes: Uint8Array;
  private readonly view: DataView;
  private at = 0;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
    this.view = new DataView(this.bytes.buffer);
  }

  byte(value: number): void {
    this.view.setUint8(this.at, value);
    this.at += 1;
  }

  whole(value: number): void {
    this.view.setInt32(this.at, value, true);
    this.at += 4;
  }

  double(value: number): void {
    this.view.setFloat64(this.at, value, true);
    this.at += 8;
  }

  header(srsId: number, envelope: readonly number[]): void {
    this.byte(0x47);
    this.byte(0x50);
    this.byte(0);
    this.byte(FLAGS);
    this.whole(srsId);
    for (const value of envelope) this.double(value);
  }

  polygon(polygon: PlanarPolygon): void {
    this.byte(1);
    this.whole(POLYGON);
    this.whole(polygon.length);
    for (const ring of polygon) {
      this.whole(ring.length / 2 + 1);
      for (const value of ring) this.double(value);
      this.double(ring[0] ?? Number.NaN);
      this.double(ring[1] ?? Number.NaN);
    }
  }
}

function envelopeOf(polygons: PlanarMultiPolygon): readonly [minX: number, maxX: number, minY: number, maxY: number] {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const ring of polygons.flat()) {
    for (let index = 0; index + 1 < ring.length; index += 2) {
      const [x = 0, y = 0] = ring.subarray(index, index + 2);
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
  }
  return [minX, maxX, minY, maxY];
}

/** What kind of geometry a layer holds: every object of it is written as that kind. */
export type SurfaceKind = 'POLYGON' | 'MULTIPOLYGON';

export type GeometryKind = SurfaceKind | 'POINT';

/**
 * Polygons as a GeoPackage geometry: header with envelope, then well-known binary.
 * Source: OGC 12-128r18, 2.1.3.
 *
 * @throws RangeError when a POLYGON is asked of anything but one polygon
 */
export function geometryBlob(polygons: PlanarMultiPolygon, kind: SurfaceKind, srsId: number): Uint8Array {
  const [only] = polygons;
  if (kind === 'POLYGON' && (!only || polygons.length > 1)) throw new RangeError('A POLYGON is one polygon');
  const body = polygons.reduce((sum, polygon) => sum + polygonBytes(polygon), kind === 'POLYGON' ? 0 : 9);
  const writer = new Writer(HEADER_BYTES + body);
  writer.header(srsId, envelopeOf(polygons));
  if (kind === 'MULTIPOLYGON') {
    writer.byte(1);
    writer.whole(MULTI_POLYGON);
    writer.whole(polygons.length);
  }
  for (const polygon of polygons) writer.polygon(polygon);
  return writer.bytes;
}

/** A point as a GeoPackage geometry. */
export function pointBlob({ x, y }: PlanarPoint, srsId: number): Uint8Array {
  const writer = new Writer(HEADER_BYTES + POINT_BYTES);
  writer.header(srsId, [x, x, y, y]);
  writer.byte(1);
  writer.whole(POINT);
  writer.double(x);
  writer.double(y);
  return writer.bytes;
}
