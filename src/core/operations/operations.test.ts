import { describe, expect, it } from 'vitest';
import { PARAMETERS, PROJECT, SQUARE, TOWNS } from '../../../tests/property/scenarioArbitraries';
import { areaDwellings, type DefaultArea } from '../domain/developmentArea';
import { identifier, type AreaId, type ProjectId, type ScenarioId, type TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { AreaFacts } from '../scoring/evaluation';
import { releaseArea, setAreaDevelopableShare, setAreaDwellings, setAreaTypology } from './areaOperations';
import { applyMoment } from './moment';
import { newScenario } from './newScenario';
import type { OperationContext, OperationOutcome } from './outcome';
import { refillTowns, setDwellingsPerYear, setProgrammeYears, setTownShare, setTownsShare, toggleTownLock } from './programmeOperations';
import { renameScenario, setProjectSwitch, setScenarioNote } from './scenarioOperations';

const town = TOWNS[0]!;
const other = TOWNS[1]!;
const near = identifier<AreaId>('nær');
const far = identifier<AreaId>('fjern');
const defaultAreas: readonly DefaultArea[] = [near, far].map((id) => ({
  id,
  name: id === near ? 'Nær' : 'Fjern',
  outline: SQUARE,
  typology: 'blokk',
  developableShare: 0.5,
  town,
}));
const facts = (minutes: number): AreaFacts => ({
  landDaa: 20,
  capacity: 100,
  meanDepartureMinutes: minutes,
  groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 20, other: 0 },
});
const context: OperationContext = {
  facts: new Map([[near, facts(5)], [far, facts(10)]]),
  dataset: { parameters: PARAMETERS },
};
const empty = newScenario(
  { parameters: PARAMETERS, defaultAreas },
  { id: identifier<ScenarioId>('ny'), name: 'Ny', programme: { dwellingsPerYear: 80 } },
);

function after(scenario: Scenario, outcome: OperationOutcome): Scenario {
  if (outcome.kind !== 'moment') throw new Error(JSON.stringify(outcome));
  return applyMoment(scenario, outcome.moment).scenario;
}

const containing = (part: string): unknown => expect.stringContaining(part);
const noteOf = (outcome: OperationOutcome): string => (outcome.kind === 'moment' ? outcome.moment.note : outcome.kind);
const dwellings = (scenario: Scenario): readonly (number | undefined)[] =>
  [near, far].map((id) => areaDwellings(scenario.areas.get(id) ?? { dwellingsByPeriod: [] }));

// 80 a year for ten years, 87.5 % in the towns, a fifth of it here: 140 dwellings, 100 of them near the station.
const filled = after(empty, refillTowns(empty, context));

describe('programme operations', () => {
  it('fill near the station first', () => {
    expect(dwellings(filled)).toEqual([100, 40]);
    expect(filled.areas.get(near)?.dwellingsByPeriod).toEqual([70, 30]);
  });

  it('give a town another share, make room among the others and fill anew', () => {
    const outcome = setTownShare(filled, context, town, 0.25);
    expect(noteOf(outcome)).toBe('By A til 25 %');
    const next = after(filled, outcome);
    expect(dwellings(next)).toEqual([100, 75]);
    expect(next.programme.shareByTown.get(other)).toBeCloseTo(0.1875, 12);
  });

  it('say it when the locked towns leave less than was asked for, and refuse when they leave no choice', () => {
    const locked = TOWNS.slice(1, 4).reduce((scenario, id) => after(scenario, toggleTownLock(scenario, context, id)), filled);
    expect(noteOf(setTownShare(locked, context, town, 0.9))).toBe('By A til 40 % – det de låste småbyene lar være igjen');
    const all = after(locked, toggleTownLock(locked, context, TOWNS[4]!));
    expect(setTownShare(all, context, town, 0.5)).toMatchObject({ kind: 'refused', reason: containing('Lås opp') });
    expect(setTownShare(locked, context, other, 0.5)).toMatchObject({ kind: 'refused', reason: containing('By B er låst') });
  });

  it('refuse what is no share, no year, no rate and no town of the place', () => {
    for (const share of [-0.1, 1.1, Number.NaN]) {
      expect(setTownShare(filled, context, town, share).kind).toBe('refused');
      expect(setTownsShare(filled, context, share).kind).toBe('refused');
    }
    for (const [firstYear, lastYear] of [[2030, 2029], [2026.5, 2030], [2026, 9999], [Number.NaN, 2030]] as const) {
      expect(setProgrammeYears(filled, context, firstYear, lastYear).kind).toBe('refused');
    }
    for (const rate of [-1, Infinity, 1e9]) expect(setDwellingsPerYear(filled, context, rate).kind).toBe('refused');
    expect(setTownShare(filled, context, identifier<TownId>('atlantis'), 0.5).kind).toBe('refused');
    expect(toggleTownLock(filled, context, identifier<TownId>('atlantis')).kind).toBe('refused');
  });

  it('change nothing where nothing is asked', () => {
    expect(setTownShare(filled, context, town, 0.2).kind).toBe('unchanged');
    expect(setTownsShare(filled, context, 0.875).kind).toBe('unchanged');
    expect(setDwellingsPerYear(filled, context, 80).kind).toBe('unchanged');
    expect(setProgrammeYears(filled, context, 2026, 2035).kind).toBe('unchanged');
    expect(refillTowns(filled, context).kind).toBe('unchanged');
  });

  it('pour over the new periods when the years change, and keep what is set by hand', () => {
    const pinned = after(filled, setAreaDwellings(filled, context, far, 90));
    const outcome = setProgrammeYears(pinned, context, 2026, 2040);
    expect(noteOf(outcome)).toBe('Programmet går fra 2026 til 2040');
    const next = after(pinned, outcome);
    expect(next.areas.get(far)?.dwellingsByPeriod).toEqual([30, 30, 30]);
    // 1200 · 0.875 · 0.2 = 210 in the town, 90 of them by hand: the near one is full.
    expect(dwellings(next)).toEqual([100, 90]);
  });

  it('wait until areas are measured', () => {
    const unmeasured = { ...context, facts: new Map<AreaId, AreaFacts>() };
    expect(setDwellingsPerYear(filled, unmeasured, 90)).toMatchObject({ kind: 'refused', reason: containing('målt') });
  });

  it('put the rate and the share of the towns in words', () => {
    expect(noteOf(setDwellingsPerYear(filled, context, 1))).toBe('1 bolig per år');
    expect(noteOf(setTownsShare(filled, context, 0.9))).toBe('90 % av veksten til småbyene');
    expect(noteOf(refillTowns(empty, context, [town]))).toBe('Fylte By A på nytt');
  });
});

describe('area operations', () => {
  it('set an area by hand, fill the rest of its town, and give it back', () => {
    const outcome = setAreaDwellings(filled, context, near, 30);
    expect(noteOf(outcome)).toBe('Nær: 30 boliger, satt for hånd');
    const pinned = after(filled, outcome);
    expect(pinned.areas.get(near)).toMatchObject({ setByHand: true, dwellingsByPeriod: [15, 15] });
    expect(dwellings(pinned)).toEqual([30, 100]);
    expect(setAreaDwellings(pinned, context, near, 30).kind).toBe('unchanged');
    expect(after(pinned, releaseArea(pinned, context, near))).toEqual(filled);
    expect(releaseArea(filled, context, near).kind).toBe('unchanged');
  });

  it('let an area hold more than its capacity when a hand says so', () => {
    expect(dwellings(after(filled, setAreaDwellings(filled, context, far, 130)))).toEqual([10, 130]);
  });

  it('follow the capacity of another housing type and another share', () => {
    expect(dwellings(after(filled, setAreaTypology(filled, context, near, 'rekkehus')))).toEqual([40, 100]);
    expect(dwellings(after(filled, setAreaDevelopableShare(filled, context, near, 0.25)))).toEqual([50, 90]);
  });

  it('refuse what no area can be, and areas that are gone', () => {
    for (const share of [0, -1, 1.5, Number.NaN]) expect(setAreaDevelopableShare(filled, context, near, share).kind).toBe('refused');
    for (const number of [-1, Number.NaN, Infinity]) expect(setAreaDwellings(filled, context, near, number).kind).toBe('refused');
    const gone = identifier<AreaId>('borte');
    for (const outcome of [
      setAreaDwellings(filled, context, gone, 1),
      releaseArea(filled, context, gone),
      setAreaTypology(filled, context, gone, 'blokk'),
      setAreaDevelopableShare(filled, context, gone, 0.5),
    ]) {
      expect(outcome.kind).toBe('refused');
    }
  });

  it('leave the towns alone when an area outside them changes', () => {
    const area = filled.areas.get(far);
    if (!area) throw new Error('no area');
    const outside = { ...filled, areas: new Map(filled.areas).set(far, { ...area, town: null }) };
    const outcome = setAreaDwellings(outside, context, far, 500);
    expect(outcome.kind === 'moment' && [...(outcome.moment.changes.areas?.keys() ?? [])]).toEqual([far]);
    expect(releaseArea(outside, context, far)).toMatchObject({ kind: 'refused', reason: containing('utenfor småbyene') });
  });
});

describe('scenario operations', () => {
  it('switch a rail project without moving a dwelling', () => {
    const outcome = setProjectSwitch(filled, context, PROJECT, false);
    expect(outcome).toEqual({ kind: 'moment', moment: { note: 'Nybanen av', changes: { projects: new Map([[PROJECT, false]]) } } });
    expect(setProjectSwitch(filled, context, PROJECT, true).kind).toBe('unchanged');
    expect(setProjectSwitch(filled, context, identifier<ProjectId>('ringbanen'), false).kind).toBe('refused');
  });

  it('rename and note', () => {
    expect(after(filled, renameScenario(filled, '  Grønt  ')).name).toBe('Grønt');
    expect(renameScenario(filled, ' ').kind).toBe('refused');
    expect(renameScenario(filled, 'x'.repeat(121)).kind).toBe('refused');
    expect(renameScenario(filled, 'Ny').kind).toBe('unchanged');
    expect(after(filled, setScenarioNote(filled, 'Til møtet')).note).toBe('Til møtet');
    expect(setScenarioNote(filled, '').kind).toBe('unchanged');
    expect(setScenarioNote(filled, 'x'.repeat(4001)).kind).toBe('refused');
  });
});
