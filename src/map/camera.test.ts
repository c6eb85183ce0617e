import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../tests/support/placeBuilder';
import { identifier } from '../core/domain/identifiers';
import { boundsOfPolygons, grownBounds, joinedBounds } from './bounds';
import { cameraTarget } from './camera';
import { townOutline } from '../../tests/support/townOutline';

const place = new PlaceBuilder().withStation('Torget', 500, 500).build();
const scenario = scenarioOf([developmentArea('a', rectangle(100, 100, 50, 50), 3)]);

describe('camera', () => {
  it('fits an area and a town, the scenario’s outline before the data set’s', () => {
    const area = cameraTarget({ kind: 'area', area: identifier('a') }, place, scenario);
    expect(area).toMatchObject({ kind: 'bounds', bounds: boundsOfPolygons(rectangle(100, 100, 50, 50)) });
    const town = cameraTarget({ kind: 'town', town: TOWN }, place, null);
    expect(town).toMatchObject({ bounds: boundsOfPolygons(place.towns[0]?.outline ?? []) });
    const moved = { ...scenario, measures: townOutline(TOWN, rectangle(0, 0, 10, 10)) };
    expect(cameraTarget({ kind: 'town', town: TOWN }, place, moved)).toMatchObject({ bounds: boundsOfPolygons(rectangle(0, 0, 10, 10)) });
  });

  it('stands over stations and conflicts', () => {
    expect(cameraTarget({ kind: 'station', station: identifier('Torget') }, place, null)).toMatchObject({
      kind: 'position',
      position: place.stations[0]?.position,
    });
  });

  it('stays where it is for what is not there', () => {
    expect(cameraTarget({ kind: 'area', area: identifier('gone') }, place, scenario)).toBeNull();
    expect(cameraTarget({ kind: 'station', station: identifier('gone') }, place, scenario)).toBeNull();
  });
});

describe('bounds', () => {
  it('join and grow', () => {
    const one = { west: 0, south: 0, east: 2, north: 4 };
    expect(joinedBounds(one, { west: 1, south: -1, east: 3, north: 2 })).toEqual({ west: 0, south: -1, east: 3, north: 4 });
    expect(joinedBounds(null, one)).toBe(one);
    expect(grownBounds(one, 0.5)).toEqual({ west: -1, south: -2, east: 3, north: 6 });
    expect(boundsOfPolygons([])).toBeNull();
  });
});
