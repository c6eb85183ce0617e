import { AttributeTableBuilder } from './attributeTable';
import { systemOf, type SystemId } from './coordinateSystem';
import { ImportProblem } from './importProblem';
import type { RawLayer } from './importedLayer';
import { ShapesBuilder } from './packedShapes';
import { sosiObjects, type SosiObject } from './sosiObjects';
import { sosiText } from './sosiText';
import { Tally } from './tally';

/** How positions of a file are scaled and moved, and what system they are in. */
interface Frame {
  readonly unit: number;
  readonly northOrigin: number;
  readonly eastOrigin: number;
  readonly declared: RawLayer['declared'];
}

const REASONS = {
  missingCurve: 'viser til en kurve som ikke er i filen',
  noReferences: 'flate uten grense',
  noPosition: 'har ingen koordinater',
  text: 'tekst på kartet',
} as const;

/** Objects that are shown on paper, or are about the file. */
const PASSED_OVER: ReadonlySet<string> = new Set(['HODE', 'SLUTT', 'DEF', 'OBJDEF']);
const LINES: ReadonlySet<string> = new Set(['KURVE', 'LINJE', 'BUEP', 'BUE', 'TRASE', 'KLOTOIDE', 'BEZIER']);
const POINTS: ReadonlySet<string> = new Set(['PUNKT', 'SYMBOL']);

/** Coordinate systems by SOSI's own number (SOSI part 1, KOORDSYS): EUREF89 UTM, NTM and degrees. */
function systemOfNumber(number: number): SystemId | null {
  if (number >= 21 && number <= 26) return `EPSG:${25831 + number - 21}`;
  if (number >= 105 && number <= 130) return `EPSG:${5000 + number}`;
  if (number === 84) return 'EPSG:4258';
  return number === 184 ? 'EPSG:4326' : null;
}

function frameOf(head: SosiObject | null): Frame {
  if (!head) throw new ImportProblem('SOSI-filen mangler hode (.HODE). Den kan være avkuttet. Hent eller eksporter den på nytt.');
  const { attributes } = head;
  const number = attributes.get('KOORDSYS');
  const [north = '0', east = '0'] = (attributes.get('ORIGO-NØ') ?? attributes.get('ORIGO-NO') ?? '0 0').split(/\s+/u);
  const unit = Number(attributes.get('ENHET') ?? '1');
  if (!(unit > 0)) throw new ImportProblem(`ENHET i SOSI-hodet er «${attributes.get('ENHET') ?? ''}», ikke et tall. Eksporter filen på nytt.`);
  const system = number === undefined ? null : systemOfNumber(Number(number));
  const known = system !== null && systemOf(system) !== null ? system : null;
  return {
    unit,
    northOrigin: Number(north),
    eastOrigin: Number(east),
    declared: number === undefined ? null : { system: known, text: `KOORDSYS ${number}` },
  };
}

/** East and north in the file's system, `x0, y0, …`. */
function placedPositions({ positions }: SosiObject, frame: Frame): Float64Array {
  const placed = new Float64Array(positions.length);
  for (let at = 0; at + 1 < positions.length; at += 2) {
    placed[at] = positions[at + 1]! * frame.unit + frame.eastOrigin;
    placed[at + 1] = positions[at]! * frame.unit + frame.northOrigin;
  }
  return placed;
}

/** Reads objects once curves are known. */
class SosiReader {
  readonly shapes = new ShapesBuilder();
  readonly attributes = new AttributeTableBuilder();
  readonly dropped = new Tally();
  objectCount = 0;
  readonly #curves: ReadonlyMap<number, Float64Array>;

  constructor(curves: ReadonlyMap<number, Float64Array>) {
    this.#curves = curves;
  }

  area(object: SosiObject): void {
    this.objectCount += 1;
    const tokens = object.references.match(/[()]|:-?\d+/gu) ?? [];
    if (tokens.length === 0) {
      this.dropped.add(REASONS.noReferences);
      return;
    }
    const before = this.shapes.shapeCount;
    let ring: number[] = [];
    const rings: number[][] = [];
    const endRing = (): void => {
      if (ring.length > 0) rings.push(ring);
      ring = [];
    };
    for (const token of tokens) {
      if (token === '(' || token === ')') endRing();
      else ring.push(Number(token.slice(1)));
    }
    endRing();
    for (const references of rings) {
      if (!references.every((reference) => this.#curves.has(Math.abs(reference)))) {
        this.shapes.giveUpShape();
        this.dropped.add(REASONS.missingCurve);
        return;
      }
      this.#ring(references);
    }
    this.shapes.endShape('polygon', this.attributes.rowCount);
    this.#describe(object, before);
  }

  path(object: SosiObject, kind: 'line' | 'point', positions: Float64Array): void {
    this.objectCount += 1;
    const before = this.shapes.shapeCount;
    for (let at = 0; at + 1 < positions.length; at += 2) this.shapes.addVertex(positions[at]!, positions[at + 1]!);
    this.shapes.endShape(kind, this.attributes.rowCount);
    this.#describe(object, before);
  }

  #describe({ attributes, kind }: SosiObject, before: number): void {
    if (this.shapes.shapeCount === before) this.dropped.add(REASONS.noPosition);
    else this.attributes.add([...attributes, ...(attributes.has('OBJTYPE') ? [] : [['OBJTYPE', kind] as const])]);
  }

  /** One ring out of curves, each run as its sign says, or as it meets the one before. */
  #ring(references: readonly number[]): void {
    let lastX = Number.NaN;
    let lastY = Number.NaN;
    references.forEach((reference, index) => {
      const curve = this.#curves.get(Math.abs(reference)) ?? new Float64Array();
      const last = curve.length - 2;
      const startsAt = (at: number): boolean => curve[at] === lastX && curve[at + 1] === lastY;
      const isStated = reference < 0;
      // A sign that leads nowhere is a slip of the pen where the other end fits.
      const isBackwards = index > 0 && !startsAt(isStated ? last : 0) && startsAt(isStated ? 0 : last) ? !isStated : isStated;
      for (let step = 0; step <= last; step += 2) {
        const at = isBackwards ? last - step : step;
        const x = curve[at]!;
        const y = curve[at + 1]!;
        if (x === lastX && y === lastY) continue;
        this.shapes.addVertex(x, y);
        lastX = x;
        lastY = y;
      }
    });
    this.shapes.endRing();
  }
}

/** Reads a SOSI file: areas out of the curves they refer to, curves that bound no area, and points. Throws ImportProblem. */
export function readSosi(bytes: Uint8Array, name: string): RawLayer {
  const text = sosiText(bytes);
  const curves = new Map<number, Float64Array>();
  const used = new Set<number>();
  let frame: Frame | null = null;
  let hasArcs = false;
  let isEnded = false;
  for (const object of sosiObjects(text)) {
    if (object.kind === 'HODE') frame ??= frameOf(object);
    else if (object.kind === 'SLUTT') isEnded = true;
    else if (LINES.has(object.kind)) {
      curves.set(object.number, placedPositions(object, (frame ??= frameOf(null))));
      hasArcs ||= object.kind !== 'KURVE' && object.kind !== 'LINJE';
    } else if (object.kind === 'FLATE') {
      for (const [, number] of object.references.matchAll(/:-?(\d+)/gu)) used.add(Number(number));
    }
  }
  const placing = frame ?? frameOf(null);
  const reader = new SosiReader(curves);
  for (const object of sosiObjects(text)) {
    if (PASSED_OVER.has(object.kind)) continue;
    if (object.kind === 'FLATE') reader.area(object);
    else if (LINES.has(object.kind)) {
      if (!used.has(object.number)) reader.path(object, 'line', curves.get(object.number) ?? new Float64Array());
    } else if (POINTS.has(object.kind)) reader.path(object, 'point', placedPositions(object, placing));
    else if (object.kind === 'TEKST') reader.dropped.add(REASONS.text);
  }
  return {
    name,
    format: 'sosi',
    shapes: reader.shapes.finish(),
    attributes: reader.attributes.finish(),
    declared: placing.declared,
    objectCount: reader.objectCount,
    dropped: reader.dropped.counted(),
    notes: [
      ...(hasArcs ? ['Buer er tegnet som rette linjer mellom punktene sine.'] : []),
      ...(isEnded ? [] : ['Filen mangler .SLUTT og kan være avkuttet. Se etter at alt er med.']),
    ],
  };
}
