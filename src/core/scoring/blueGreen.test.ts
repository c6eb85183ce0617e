import { describe, expect, it } from 'vitest';
import { BLUE_GREEN_WEIGHT, RUNOFF_COEFFICIENT, TYPOLOGIES } from '../method/parameters';
import { farmlandPart, greenPart, stormwaterPart, surfaceMean, waterPart } from './blueGreen';

describe('the parts by themselves', () => {
  it('B1 falls in a straight line to 0 at the pace, and no farther', () => {
    expect(farmlandPart(0, 16, 10)).toEqual({ value: 0, score: 100 });
    expect(farmlandPart(40, 16, 10)).toEqual({ value: 40, score: 75 });
    expect(farmlandPart(160, 16, 10)).toEqual({ value: 160, score: 0 });
    expect(farmlandPart(500, 16, 10)).toEqual({ value: 500, score: 0 });
  });

  it('B2 and B4 count m² per dwelling, 0 from a hundred', () => {
    for (const part of [greenPart, waterPart]) {
      expect(part(0, 50)).toEqual({ value: 0, score: 100 });
      expect(part(1000, 50)).toEqual({ value: 20, score: 80 });
      expect(part(5000, 50)).toEqual({ value: 100, score: 0 });
      expect(part(9000, 50)).toEqual({ value: 180, score: 0 });
    }
  });

  it('B6 gives no more than 100 where the new ground sheds less', () => {
    expect(stormwaterPart(1000, 50)).toEqual({ value: 20, score: 50 });
    expect(stormwaterPart(2000, 50)).toEqual({ value: 40, score: 0 });
    expect(stormwaterPart(4000, 50)).toEqual({ value: 80, score: 0 });
    expect(stormwaterPart(-1000, 50)).toEqual({ value: -20, score: 100 });
  });

  it('a typology’s surfaces weigh by their shares', () => {
    expect(surfaceMean(TYPOLOGIES.blokk, RUNOFF_COEFFICIENT)).toBeCloseTo(0.3 * 0.9 + 0.1 * 0.6 + 0.15 * 0.6 + 0.1 * 0.4 + 0.35 * 0.1, 12);
    expect(surfaceMean(TYPOLOGIES.småhus, BLUE_GREEN_WEIGHT)).toBeCloseTo(0.1 * 0.3 + 0.65, 12);
  });
});
