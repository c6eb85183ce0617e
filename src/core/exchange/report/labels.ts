import { coordinate, escaped } from './text';

/** A name that wants a place on the map. */
export interface Label {
  readonly text: string;
  /** The point it names, millimetres from the frame's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Another point it may stand at, where it finds no place at the first. */
  readonly otherwise?: { readonly x: number; readonly y: number };
  /** How far from the point it must stand. */
  readonly clear: number;
  /** Where it would rather stand. */
  readonly place: 'beside' | 'above';
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Mean width of a letter in parts of the size. */
const LETTER = 0.56;

/** Millimetres to the frame. */
const EDGE = 1.2;

const ANCHORS = [
  { x: 1, y: 0.32, anchor: 'start' },
  { x: -1, y: 0.32, anchor: 'end' },
  { x: 0, y: 1, anchor: 'middle' },
  { x: 0, y: -1, anchor: 'middle' },
] as const;

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function boxAt(
  { text, clear, size }: Label,
  { x, y }: { readonly x: number; readonly y: number },
  place: (typeof ANCHORS)[number],
  frameWidth: number,
): Box & { readonly baseX: number; readonly baseY: number } {
  const width = text.length * size * LETTER;
  // Above and below a point near the side, the name is moved in so far that it is seen whole.
  const furthest = frameWidth - EDGE - width / 2;
  const baseX = place.x === 0 ? Math.min(Math.max(x, EDGE + width / 2), Math.max(furthest, EDGE + width / 2)) : x + place.x * clear;
  const baseY = place.x === 0 ? y + (place.y < 0 ? -clear : clear + size * 0.8) : y + place.y * size;
  const left = place.anchor === 'start' ? baseX : place.anchor === 'end' ? baseX - width : baseX - width / 2;
  return { baseX, baseY, left, right: left + width, top: baseY - size * 0.85, bottom: baseY + size * 0.25 };
}

/**
 * Names as SVG, the first in the list first: each beside its point where it meets no other name and lies inside the
 * frame. One that finds no place is left out.
 */
export function labelsSvg(labels: readonly Label[], width: number, height: number, halo: string): string {
  const taken: Box[] = [];
  return labels
    .map((label) => {
      const anchors = label.place === 'above' ? ANCHORS.toReversed() : ANCHORS;
      const places = [label, ...(label.otherwise ? [label.otherwise] : [])].flatMap((point) => anchors.map((place) => ({ point, place })));
      for (const { point, place } of places) {
        const box = boxAt(label, point, place, width);
        const isInside = box.left > 1 && box.top > 1 && box.right < width - 1 && box.bottom < height - 1;
        if (!isInside || taken.some((other) => meet(box, other))) continue;
        taken.push(box);
        return `<text x="${coordinate(box.baseX)}" y="${coordinate(box.baseY)}" text-anchor="${place.anchor}" font-size="${label.size}" font-weight="${label.weight}" fill="${label.colour}" stroke="${halo}" stroke-width="${coordinate(label.size * 0.28)}" stroke-linejoin="round" paint-order="stroke">${escaped(label.text)}</text>`;
      }
      return '';
    })
    .join('');
}
