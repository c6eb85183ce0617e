import { describe, expect, it } from 'vitest';
import { StationsByNearness } from './nearStations';
import type { ServiceStation } from './service';

describe('stations by nearness', () => {
  const at = (x: number, waitMinutes: number): ServiceStation => ({ key: '', x, y: 0, waitMinutes, mode: 'train', line: x });
  const stations = [at(2000, 1), at(0, 5), at(900, 9), at(1500, 30)];

  it('come from the nearest to the farthest, from wherever they were ordered last', () => {
    const near = new StationsByNearness({ stations });
    const order = (minX: number, maxX: number): readonly number[] => {
      near.orderFrom({ minX, minY: -10, maxX, maxY: 10 }, 1);
      return [...near.lines];
    };
    expect(order(-100, -50)).toEqual([0, 900, 1500, 2000]);
    expect(order(1950, 2100)).toEqual([2000, 1500, 900, 0]);
    expect(order(1000, 1100)).toEqual([900, 1500, 2000, 0]);
  });

  it('tell the least that a walk may be, and the least time to a departure from there on', () => {
    const near = new StationsByNearness({ stations });
    near.orderFrom({ minX: -200, minY: 0, maxX: -100, maxY: 50 }, 1.3);
    [100, 1000, 1600, 2100].forEach((metres, index) => {
      expect(near.leastMetres[index]).toBeLessThan(1.3 * metres);
      expect(near.leastMetres[index]).toBeCloseTo(1.3 * metres, 1);
    });
    const minutes = [130 / 80 + 5, 1300 / 80 + 9, 2080 / 80 + 30, 2730 / 80 + 1];
    minutes.forEach((least, index) => expect(near.leastMinutes[index]).toBeCloseTo(least, 3));
    [minutes[0]!, minutes[1]!, minutes[3]!, minutes[3]!].forEach((least, index) => expect(near.leastMinutesFromHere[index]).toBeCloseTo(least, 3));
    near.orderFrom({ minX: 0, minY: 0, maxX: 0, maxY: 0 }, 1.3);
    expect(near.leastMetres[0]).toBe(0);
  });
});
