import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatticeFrame } from './latticeFrame';
import { OverlayTree } from './overlayTree';
import type { PlanarMultiPolygon } from './shapes';

const BOUNDS = { minX: 590_000, minY: 6_640_000, maxX: 591_000, maxY: 6_641_000 };

const whole = fc.integer({ min: -20, max: 90 }).map((tens) => 10 * tens);
const place = fc.oneof(whole, fc.double({ min: -100, max: 1100, noNaN: true }));
const triangle = fc.tuple(place, place, place, place, place, place).map((corners): PlanarMultiPolygon => {
  const ring = Float64Array.from(corners, (metre, index) => metre + (index % 2 === 0 ? BOUNDS.minX : BOUNDS.minY));
  return [[ring]];
});

describe('the layers that cover the cells of a frame', () => {
  it('are those at each middle, in every cell inside the bounds once, also where edges run through middles', () => {
    const layers = fc.array(fc.array(triangle, { maxLength: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(layers, fc.constantFrom(7, 20, 25, 40, 333), fc.integer({ min: -60, max: 60 }), (drawn, spacing, grow) => {
        const tree = new OverlayTree(BOUNDS, drawn.map((polygons) => ({ polygons })));
        const frame = new LatticeFrame({ minX: BOUNDS.minX - grow, minY: BOUNDS.minY - grow, maxX: BOUNDS.maxX + grow, maxY: BOUNDS.maxY + grow }, spacing);
        const masks = new Int32Array(frame.cellCount);
        const visits = new Int32Array(frame.cellCount);
        tree.visitMasks(frame, (mask, fromCell, toCell) => {
          expect(toCell).toBeGreaterThan(fromCell);
          masks.fill(mask, fromCell, toCell);
          for (let cell = fromCell; cell < toCell; cell += 1) visits[cell]! += 1;
        });
        const isInside = (x: number, y: number): boolean => x >= BOUNDS.minX && x < BOUNDS.maxX && y >= BOUNDS.minY && y < BOUNDS.maxY;
        const middles = new Float64Array(2 * frame.cellCount);
        frame.visitWindow(frame.whole, (cell) => {
          middles[2 * cell] = frame.middleOfColumn(cell % frame.columns);
          middles[2 * cell + 1] = frame.middleOfRow(Math.floor(cell / frame.columns));
        });
        expect([...frame.cellsOf(middles)]).toEqual(Array.from(masks.keys()));
        const expected = tree.masksAt(middles);
        expect([...visits]).toEqual(Array.from(visits, (_, cell) => Number(isInside(middles[2 * cell]!, middles[2 * cell + 1]!))));
        expect([...masks]).toEqual(Array.from(expected, (mask, cell) => (visits[cell] === 1 ? mask : 0)));
      }),
      { numRuns: 60 },
    );
  });

  it('counts the columns and rows before a place by where their middles lie', () => {
    const frame = new LatticeFrame({ minX: 100, minY: -50, maxX: 200, maxY: 50 }, 25);
    expect([-1e9, 112.5, 112.6, 137.5, 187.5, 187.6, 1e9].map((x) => frame.columnsWestOf(x))).toEqual([0, 0, 1, 1, 3, 4, 4]);
    expect([-1e9, -37.5, -37.4, 37.5, 37.6, 1e9].map((y) => frame.rowsSouthOf(y))).toEqual([0, 0, 1, 3, 4, 4]);
  });
});
