import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../../tests/support/placeBuilder';
import type { MeasureId, StationId } from '../domain/identifiers';
import { identifier } from '../domain/identifiers';
import { replacedTownOutlines, stationsWith } from '../domain/measure';
import type { Scenario } from '../domain/scenario';
import type { Station } from '../domain/station';
import {
  addGreen,
  addProtection,
  addStation,
  changeStation,
  editMeasure,
  removeMeasure,
  replaceTownOutline,
} from './measureOperations';
import { applyMoment } from './moment';
import type { OperationOutcome } from './outcome';

const dataset = new PlaceBuilder().build();
const context = { dataset, facts: new Map() };
const empty = scenarioOf([]);
const park = rectangle(0, 0, 100, 100);
const station: Station = {
  id: identifier<StationId>('s'),
  name: 'Torget',
  mode: 'metro',
  line: 'Linje 3',
  status: { kind: 'inOperation' },
  position: [10.5, 59.9],
  accuracyMetres: 10,
  departuresPerHour: 4,
  source: 'prøve',
};

function after(scenario: Scenario, outcome: OperationOutcome): Scenario {
  if (outcome.kind !== 'moment') throw new Error(`${outcome.kind} instead of a moment`);
  const applied = applyMoment(scenario, outcome.moment);
  expect(applyMoment(applied.scenario, applied.reverse).scenario).toEqual(scenario);
  return applied.scenario;
}

const noteOf = (outcome: OperationOutcome): string => (outcome.kind === 'moment' ? outcome.moment.note : outcome.kind);

describe('measures', () => {
  it('are added with the first free number and name', () => {
    const one = after(empty, addGreen(empty, park));
    const two = after(one, addGreen(one, park));
    expect([...two.measures.values()].map(({ name }) => name)).toEqual(['Grøntområde 1', 'Grøntområde 2']);
    const without = after(two, removeMeasure(two, identifier<MeasureId>('grøntområde-1')));
    expect(noteOf(addGreen(without, park))).toBe('Nytt grøntområde: Grøntområde 1');
    expect(after(two, addProtection(two, park, '540')).measures.get(identifier('vern-1'))).toMatchObject({ code: '540', counted: true });
  });

  it('can be switched off and on, renamed and given another outline, each a step', () => {
    const id = identifier<MeasureId>('grøntområde-1');
    const one = after(empty, addGreen(empty, park));
    const off = after(one, editMeasure(one, id, { counted: false }));
    expect(off.measures.get(id)?.counted).toBe(false);
    expect(noteOf(editMeasure(off, id, { counted: true }))).toBe('Grøntområde 1 på');
    expect(noteOf(editMeasure(off, id, { counted: false }))).toBe('unchanged');
    expect(noteOf(editMeasure(one, id, { name: ' Byparken ' }))).toBe('Grøntområde 1 heter nå Byparken');
    const moved = rectangle(5, 5, 50, 50);
    expect(after(one, editMeasure(one, id, { outline: moved })).measures.get(id)).toMatchObject({ outline: moved });
    expect(noteOf(editMeasure(one, id, { name: ' ' }))).toBe('refused');
    expect(noteOf(editMeasure(one, id, { departuresPerHour: 8 }))).toBe('unchanged');
    expect(noteOf(editMeasure(one, identifier('finnes-ikke'), { name: 'x' }))).toBe('refused');
  });

  it('change a station’s departures and place, and let go of what is back as it was', () => {
    const more = after(empty, changeStation(empty, station, { position: null, departuresPerHour: 8 }));
    expect(stationsWith([station], more.measures)).toEqual([{ ...station, departuresPerHour: 8 }]);
    const moved = after(more, changeStation(more, station, { position: [10.6, 59.8], departuresPerHour: 8 }));
    expect(stationsWith([station], moved.measures)).toEqual([{ ...station, departuresPerHour: 8, position: [10.6, 59.8] }]);
    expect(moved.measures.size).toBe(1);
    const back = after(moved, changeStation(moved, station, { position: null, departuresPerHour: null }));
    expect(back.measures.size).toBe(0);
    expect(stationsWith([station], back.measures)).toEqual([station]);
    expect(noteOf(changeStation(empty, station, { position: null, departuresPerHour: 500 }))).toBe('refused');
    expect(noteOf(changeStation(more, station, { position: null, departuresPerHour: 8 }))).toBe('unchanged');
  });

  it('add stations that open with the programme, and leave them out when switched off', () => {
    const added = after(empty, addStation(empty, { mode: 'metro', line: 'Linje 3', position: [10.5, 59.9], departuresPerHour: 8 }));
    const [first, second] = stationsWith([station], added.measures);
    expect(first).toBe(station);
    expect(second).toMatchObject({ name: 'Ny stasjon 1', status: { kind: 'proposed', openingYear: 2026 } });
    const off = after(added, editMeasure(added, identifier('ny-stasjon-1'), { counted: false }));
    const stations = [station];
    expect(stationsWith(stations, off.measures)).toBe(stations);
    expect(noteOf(editMeasure(added, identifier('ny-stasjon-1'), { openingYear: 2030 }))).toBe('Ny stasjon 1 åpner i 2030');
    expect(noteOf(editMeasure(added, identifier('ny-stasjon-1'), { openingYear: 1000 }))).toBe('refused');
  });

  it('give a town one outline, however often it is drawn', () => {
    const one = after(empty, replaceTownOutline(empty, context, TOWN, park));
    const other = rectangle(0, 0, 10, 10);
    const two = after(one, replaceTownOutline(one, context, TOWN, other));
    expect(two.measures.size).toBe(1);
    expect(replacedTownOutlines(two.measures).get(TOWN)).toBe(other);
    expect(noteOf(replaceTownOutline(empty, context, identifier('ukjent'), park))).toBe('refused');
  });
});
