import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StationArrays } from './nearStations';
import type { ServiceSet, ServiceStation } from './service';
import { meanTravel, TravelSum } from './travel';
import { detourDistances } from './walks';

const metres = fc.integer({ min: -6000, max: 6000 });

const serviceArbitrary = fc
  .array(fc.record({ x: metres, y: metres, waitMinutes: fc.integer({ min: 1, max: 40 }), line: fc.nat(3) }), { maxLength: 12 })
  .map((stations): ServiceSet => {
    const modeOf = (line: number) => (line % 2 === 0 ? 'train' : 'metro');
    return {
      key: '',
      stations: stations.map((station): ServiceStation => ({ ...station, key: '', mode: modeOf(station.line) })),
      lineModes: [0, 1, 2, 3].map(modeOf),
    };
  });

describe('stations that tell', () => {
  it('give the same transit proximity as all stations, to the last bit', () => {
    const points = fc
      .tuple(metres, metres, fc.integer({ min: 1, max: 3000 }), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 1, maxLength: 240 }))
      .map(([x, y, side, parts]) => Float64Array.from(parts.flatMap(([east, north]) => [x + side * east, y + side * north])));
    fc.assert(
      fc.property(serviceArbitrary, points, (service, homes) => {
        const straight = detourDistances(service);
        expect(meanTravel(homes, service)).toEqual(meanTravel(homes, service, (x, y, distances) => straight(x, y, distances)));
        const weights = Float64Array.from({ length: homes.length / 2 }, (_, index) => index % 3);
        const [together, oneByOne] = [new TravelSum(service), new TravelSum(service)];
        together.addAll(homes, weights);
        weights.forEach((weight, index) => oneByOne.add(homes[2 * index]!, homes[2 * index + 1]!, weight));
        expect(together.mean()).toEqual(oneByOne.mean());
      }),
    );
  });

  it('are few where others are far, slow and out of reach', () => {
    const at = (x: number, waitMinutes: number): ServiceStation => ({ key: '', x, y: 0, waitMinutes, mode: 'train', line: 0 });
    const service: ServiceSet = { key: '', stations: [at(0, 5), at(900, 5), at(2000, 5), at(2000, 1), at(1500, 9)], lineModes: ['train'] };
    const near = new StationArrays(service.stations.length);
    const told = (maxX: number): readonly number[] => {
      near.take(service, { minX: 0, minY: -10, maxX, maxY: 10 }, 1.3);
      return [...near.xs.subarray(0, near.count)];
    };
    expect(told(10)).toEqual([0]);
    expect(told(200)).toEqual([0, 900]);
    expect(told(1800)).toEqual([0, 900, 2000, 2000, 1500]);
  });
});
