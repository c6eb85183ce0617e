import { describe, expect, it } from 'vitest';
import { PlaceBuilder, ORIGIN } from '../../../tests/support/placeBuilder';
import { identifier, type ProjectId } from '../domain/identifiers';
import type { Station } from '../domain/station';
import { ServiceBook, serviceSet, waitMinutes } from './service';

const project = identifier<ProjectId>('bane');
const { stations } = new PlaceBuilder()
  .withStation('a', 100, 200, { line: 'L1', departuresPerHour: 4 })
  .withStation('b', 300, 400, { line: 'L1', mode: 'metro', departuresPerHour: 8 })
  .withStation('c', 500, 600, { line: 'L1', departuresPerHour: 2 })
  .withStation('stille', 0, 0, { departuresPerHour: 0 })
  .withStation('ny', 700, 800, { line: 'F', mode: 'metro', status: { kind: 'underConstruction', project, openingYear: 2029 } })
  .build();

describe('the stations in service', () => {
  it('have their place, wait and line, a line for each mode', () => {
    const service = serviceSet(stations, 2028, new Map());
    expect(service.stations.map(({ mode, line, waitMinutes: wait }) => [mode, line, wait])).toEqual([
      ['train', 0, 8.25],
      ['metro', 1, 4.5],
      ['train', 0, 15.75],
    ]);
    expect(service.lineModes).toEqual(['train', 'metro']);
    expect(service.stations[1]!.x).toBeCloseTo(ORIGIN.x + 300, 3);
    expect(service.stations[1]!.y).toBeCloseTo(ORIGIN.y + 400, 3);
  });

  it('have a key that tells them apart', () => {
    const key = (year: number | 'today', counted: boolean): string => serviceSet(stations, year, new Map([[project, counted]])).key;
    expect(key('today', true)).toBe(key(2028, true));
    expect(key(2029, true)).not.toBe(key(2028, true));
    expect(key(2029, false)).toBe(key(2028, true));
    expect(key(2028, true).split('|').map((station) => station.split(' ')[0])).toEqual(['a', 'b', 'c']);
  });

  it('have another key when one of them stands elsewhere, runs more often, or runs on another line', () => {
    const [first] = stations;
    const keyOf = (change: Partial<Station>): string => serviceSet([{ ...first!, ...change }], 2028, new Map()).key;
    const keys = [{}, { position: [10, 59] }, { departuresPerHour: 5 }, { line: 'L2' }, { mode: 'metro' }].map((change) => keyOf(change as Partial<Station>));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keyOf({ name: 'omdøpt', source: 'annen' })).toBe(keys[0]);
  });

  it('are the same object as long as the same ones run', () => {
    const book = new ServiceBook();
    const switches = new Map([[project, true]]);
    const before = book.serviceIn(stations, 2026, switches);
    expect(book.serviceIn(stations, 2028, new Map())).toBe(before);
    expect(book.serviceIn([...stations], 2026, switches)).toBe(before);
    const after = book.serviceIn(stations, 2029, switches);
    expect(after).not.toBe(before);
    expect(book.serviceIn([...stations], 2026, switches)).toBe(before);
    expect(book.serviceIn([...stations], 2029, switches)).toBe(after);
  });

  it('are waited for half a headway and a margin', () => {
    expect(waitMinutes(4)).toBe(8.25);
    expect(waitMinutes(30)).toBe(1.75);
  });
});
