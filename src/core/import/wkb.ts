import type { ShapeKind, ShapesBuilder } from './packedShapes';

/** Bytes that are not a geometry we can take; the message is Norwegian and tells why. */
export class BrokenGeometry extends Error {
  override readonly name = 'BrokenGeometry';
}

const DEEPEST = 8;
const EWKB_Z = 0x80000000;
const EWKB_M = 0x40000000;
const EWKB_SRID = 0x20000000;

/** Reads well-known binary (OGC 06-103r4; with ISO or EWKB marks for height) straight into shapes. */
class WkbReader {
  readonly #view: DataView;
  readonly #shapes: ShapesBuilder;
  #at: number;
  #isLittle = true;

  constructor(bytes: Uint8Array, start: number, shapes: ShapesBuilder) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#shapes = shapes;
    this.#at = start;
  }

  geometry(row: number, depth = 0): void {
    const { kind, width } = this.#header();
    switch (kind) {
      case 1:
        this.#positions(1, width);
        this.#end('point', row);
        break;
      case 2:
        this.#positions(this.#count(), width);
        this.#end('line', row);
        break;
      case 3:
        this.#polygon(width);
        this.#end('polygon', row);
        break;
      case 4:
      case 5:
      case 6:
        this.#many(kind, row);
        break;
      case 7: {
        if (depth > DEEPEST) throw new BrokenGeometry('geometrien er for dypt nøstet');
        const parts = this.#count();
        for (let part = 0; part < parts; part += 1) this.geometry(row, depth + 1);
        break;
      }
      default:
        throw new BrokenGeometry(kind >= 8 && kind <= 17 ? 'har buer eller terreng, som ikke støttes' : 'har en geometri som ikke kan leses');
    }
  }

  #many(kind: 4 | 5 | 6, row: number): void {
    const parts = this.#count();
    for (let part = 0; part < parts; part += 1) {
      const inner = this.#header();
      if (inner.kind !== kind - 3) throw new BrokenGeometry('har en geometri som ikke kan leses');
      if (inner.kind === 3) this.#polygon(inner.width);
      else {
        this.#positions(inner.kind === 1 ? 1 : this.#count(), inner.width);
        this.#shapes.endPart();
      }
    }
    this.#end(kind === 4 ? 'point' : kind === 5 ? 'line' : 'polygon', row);
  }

  #end(kind: ShapeKind, row: number): void {
    this.#shapes.endShape(kind, row);
  }

  #header(): { readonly kind: number; readonly width: number } {
    const order = this.#view.getUint8(this.#at);
    if (order > 1) throw new BrokenGeometry('har en geometri som ikke kan leses');
    this.#isLittle = order === 1;
    const type = this.#view.getUint32(this.#at + 1, this.#isLittle);
    this.#at += 5;
    if ((type & EWKB_SRID) !== 0) this.#at += 4;
    const iso = type & 0x0fffffff;
    const hasZ = (type & EWKB_Z) !== 0 || (iso >= 1000 && iso < 2000) || iso >= 3000;
    const hasM = (type & EWKB_M) !== 0 || iso >= 2000;
    return { kind: iso % 1000, width: 8 * (2 + Number(hasZ) + Number(hasM)) };
  }

  /** A count of things that the rest of the bytes has room for. */
  #count(): number {
    const count = this.#view.getUint32(this.#at, this.#isLittle);
    this.#at += 4;
    if (count > this.#view.byteLength - this.#at) throw new BrokenGeometry('geometrien er avkuttet');
    return count;
  }

  #positions(count: number, width: number): void {
    for (let position = 0; position < count; position += 1) {
      const x = this.#view.getFloat64(this.#at, this.#isLittle);
      const y = this.#view.getFloat64(this.#at + 8, this.#isLittle);
      this.#at += width;
      this.#shapes.addVertex(x, y);
    }
  }

  #polygon(width: number): void {
    const rings = this.#count();
    for (let ring = 0; ring < rings; ring += 1) {
      this.#positions(this.#count(), width);
      this.#shapes.endRing();
    }
    this.#shapes.endPart();
  }
}

/**
 * Adds the geometry that begins at `start` as one or more shapes of a row. Throws BrokenGeometry with why it cannot be;
 * what was begun must then be given up.
 */
export function addWkb(bytes: Uint8Array, start: number, shapes: ShapesBuilder, row: number): void {
  try {
    new WkbReader(bytes, start, shapes).geometry(row);
  } catch (problem) {
    // What the bytes promise and do not hold, the view refuses.
    if (problem instanceof RangeError) throw new BrokenGeometry('geometrien er avkuttet');
    throw problem;
  }
}
