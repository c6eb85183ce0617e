import { describe, expect, it } from 'vitest';
import { axisBounds, axisMarks, placeLabels, type Box } from './planeLayout';

const frame: Box = { left: 0, top: 0, width: 500, height: 300 };

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

function at(from: { x: number; y: number } | undefined, to: { readonly x: number; readonly y: number }, share: number): { x: number; y: number } {
  const { x, y } = from ?? to;
  return { x: x + (to.x - x) * share, y: y + (to.y - y) * share };
}

describe('axes', () => {
  it('reach from whole tens to whole tens, at least 30 apart and within 0–100', () => {
    expect(axisBounds([32.6, 71.7])).toEqual([30, 80]);
    expect(axisBounds([98, 99.9])).toEqual([70, 100]);
    expect(axisBounds([0, 2])).toEqual([0, 30]);
    expect(axisBounds([])).toEqual([0, 100]);
    expect(axisBounds([Number.NaN, 50])).toEqual([30, 60]);
  });

  it('are marked at every ten, or every twenty where they are long', () => {
    expect(axisMarks([30, 80])).toEqual([30, 40, 50, 60, 70, 80]);
    expect(axisMarks([10, 100])).toEqual([20, 40, 60, 80, 100]);
  });
});

describe('labels', () => {
  it('keep clear of each other and of the points, and inside the frame, where points crowd in a corner', () => {
    const points = ['Høy vekst', 'Moderat vekst', 'Lav vekst', 'Først ved banen', 'Grønt til 2050'].map((text, index) => ({
      x: 440 + index * 12,
      y: 10 + (index % 2) * 4,
      text,
    }));
    const labels = placeLabels(points, [], frame, 7, 16);
    labels.forEach(({ box }, index) => {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(500);
      expect(box.top).toBeGreaterThanOrEqual(0);
      for (const other of labels.slice(index + 1)) expect(meet(box, other.box)).toBe(false);
      for (const { x, y } of points) expect(meet(box, { left: x - 4, top: y - 4, width: 8, height: 8 })).toBe(false);
    });
  });

  it('are led to without a line through another label, another point or another line', () => {
    const points = ['Grønt til 2050', 'Høy vekst', 'Moderat vekst', 'Først ved banen', 'Lav vekst'].map((text, index) => ({
      x: [441, 457, 492, 500, 529][index] ?? 0,
      y: 12 + (index % 3),
      text,
    }));
    const range = { left: 290, top: 12, width: 180, height: 2 };
    const labels = placeLabels(points, [range], { ...frame, width: 640 }, 7, 16);
    const lines = labels.flatMap(({ leaderTo }, index) => (leaderTo ? [{ index, along: (share: number) => at(points[index], leaderTo, share) }] : []));
    expect(lines.length).toBeGreaterThan(0);
    for (const { index, along } of lines) {
      for (let share = 0.02; share < 0.97; share += 0.01) {
        const { x, y } = along(share);
        const spot = { left: x - 0.1, top: y - 0.1, width: 0.2, height: 0.2 };
        labels.forEach(({ box }, other) => expect(other !== index && meet(spot, box)).toBe(false));
        points.forEach((point, other) => expect(other !== index && Math.hypot(point.x - x, point.y - y) < 5).toBe(false));
      }
    }
  });

  it('stand right beside a lonely point, with no line to it', () => {
    expect(placeLabels([{ x: 100, y: 100, text: 'Plan' }], [], frame, 7, 16)[0]).toMatchObject({ leaderTo: null, box: { left: 109, top: 92 } });
  });

  it('leave lines free where there is room beside them', () => {
    const line = { left: 20, top: 99, width: 300, height: 2 };
    const [label] = placeLabels([{ x: 100, y: 100, text: 'Plan' }], [line], frame, 7, 16);
    expect(label && meet(label.box, line)).toBe(false);
  });
});
