import { describe, expect, it } from 'vitest';
import { INDEX_EXAMPLE, SCORE_EXAMPLES } from '../method/examples';
import { WALKING_METRES_PER_MINUTE } from '../method/parameters';
import { ACCESSIBILITY_BANDS } from './evaluation';
import { waitMinutes, type ServiceSet } from './service';
import { accessibilityBand, departureScore, meanTravel } from './travel';
import { StraightWalks } from './walks';

describe('the worked examples that the method publishes', () => {
  it.each(SCORE_EXAMPLES)('$distanceMetres m and $departuresPerHour an hour score $score', (example) => {
    const minutes = example.distanceMetres / WALKING_METRES_PER_MINUTE + waitMinutes(example.departuresPerHour);
    expect(minutes).toBeCloseTo(example.departureMinutes, 12);
    expect(departureScore(minutes)).toBeCloseTo(example.score, 3);
  });

  it('hold for the accessibility index', () => {
    const { distanceMetres, departuresPerHour, index, band } = INDEX_EXAMPLE;
    const service: ServiceSet = {
      key: 'one',
      stations: [{ key: 'one', x: 0, y: 0, waitMinutes: waitMinutes(departuresPerHour), mode: 'train', line: 0 }],
      lineModes: ['train'],
    };
    const found = meanTravel(Float64Array.of(distanceMetres, 0), service, new StraightWalks(service, 1))!.accessibilityIndex;
    expect(distanceMetres / WALKING_METRES_PER_MINUTE + waitMinutes(departuresPerHour)).toBe(INDEX_EXAMPLE.minutes);
    expect(found).toBeCloseTo(index, 3);
    expect(ACCESSIBILITY_BANDS[accessibilityBand(found)]).toBe(band);
  });
});
