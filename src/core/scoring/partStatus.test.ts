import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../../tests/support/placeBuilder';
import { partGrounds } from './partStatus';

const here = [rectangle(0, 0, 100, 100)];

describe('what a data set lets each part say', () => {
  it('is nothing without the roles it needs', () => {
    const grounds = partGrounds(new PlaceBuilder().build());
    expect(grounds.B1.status).toEqual({ kind: 'missing', roles: ['farmland'], reason: 'absent' });
    expect(grounds.B2.status).toEqual({ kind: 'missing', roles: ['green'], reason: 'absent' });
    expect(grounds.B3.status).toEqual({ kind: 'missing', roles: ['green'], reason: 'absent' });
    expect(grounds.B4.status).toEqual({ kind: 'missing', roles: ['water'], reason: 'absent' });
    expect(grounds.B5.status).toEqual({ kind: 'missing', roles: ['green'], reason: 'absent' });
    expect(grounds.B6.status).toEqual({ kind: 'missing', roles: ['builtUp', 'green', 'farmland'], reason: 'absent' });
    expect(grounds.B1.layers).toEqual(['land-1']);
    expect(grounds.B4.layers).toEqual(['land-1']);
  });

  it('is good to 50 m and coarse beyond, by the coarsest layer it needs', () => {
    const of = (metres: number) =>
      partGrounds(new PlaceBuilder().withPolygons('farmland', here, 10).withPolygons('farmland', here, metres).build()).B1;
    expect(of(50).status).toEqual({ kind: 'good' });
    expect(of(51).status).toEqual({ kind: 'coarse', accuracyMetres: 51 });
    expect(of(51).layers).toEqual(['farmland-2', 'farmland-3', 'land-1']);
  });

  it('is nothing for B3 and B5 on coarse green, whatever else there is', () => {
    const grounds = partGrounds(new PlaceBuilder().withPolygons('green', here, 10).withPolygons('green', here, 51).build());
    expect(grounds.B2.status).toEqual({ kind: 'coarse', accuracyMetres: 51 });
    expect(grounds.B3.status).toEqual({ kind: 'missing', roles: ['green'], reason: 'tooCoarse' });
    expect(grounds.B5.status).toEqual({ kind: 'missing', roles: ['green'], reason: 'tooCoarse' });
    const fine = partGrounds(new PlaceBuilder().withPolygons('green', here, 50).withPolygons('marka', here, 900).build());
    expect(fine.B3.status).toEqual({ kind: 'good' });
    expect(fine.B5.layers).toEqual(['green-2', 'marka-3']);
  });

  it('names each part’s layers', () => {
    const dataset = new PlaceBuilder()
      .withPolygons('farmland', here).withPolygons('green', here).withPolygons('marka', here)
      .withPolygons('builtUp', here).withPolygons('water', here).build();
    const grounds = partGrounds(dataset);
    expect(grounds.B2.layers).toEqual(['green-3', 'marka-4', 'farmland-2', 'land-1']);
    expect(grounds.B4.layers).toEqual(['land-1', 'water-6']);
    expect(grounds.B6.layers).toEqual(['builtUp-5', 'green-3', 'farmland-2', 'marka-4', 'land-1']);
    expect(Object.values(grounds).map(({ status }) => status.kind)).toEqual(Array.from({ length: 6 }, () => 'good'));
  });
});
