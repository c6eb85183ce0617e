import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFill } from '../../src/core/allocation/defaultFill';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type AreaId, type MeasureId, type TownId } from '../../src/core/domain/identifiers';
import { areaDwellings } from '../../src/core/domain/developmentArea';
import { periodsOf } from '../../src/core/domain/programme';
import type { Scenario } from '../../src/core/domain/scenario';
import { TYPOLOGY_IDS } from '../../src/core/domain/typology';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import {
  releaseArea,
  setAreaDevelopableShare,
  setAreaDwellings,
  setAreaPhase,
  setAreaTypology,
} from '../../src/core/operations/areaOperations';
import { addGreen, addProtection, addStation, editMeasure, removeMeasure, replaceTownOutline } from '../../src/core/operations/measureOperations';
import { PROTECTION_CODES } from '../../src/core/domain/measure';
import { EMPTY_HISTORY, record, recordContinuing, redo, travel, undo, type Tracked } from '../../src/core/operations/history';
import { applyMoment, squashMoments, type Moment } from '../../src/core/operations/moment';
import type { OperationContext, OperationOutcome } from '../../src/core/operations/outcome';
import {
  refillTowns,
  setDwellingsPerYear,
  setProgrammeYears,
  setTownShare,
  setTownsShare,
  toggleTownLock,
} from '../../src/core/operations/programmeOperations';
import { renameScenario, setProjectSwitch, setScenarioNote } from '../../src/core/operations/scenarioOperations';
import { PROJECT, situationArbitrary, SQUARE, TOWNS } from './scenarioArbitraries';
import { townOutline } from '../support/townOutline';

type Step = (scenario: Scenario, context: OperationContext) => OperationOutcome;

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const townArbitrary = fc.constantFrom(...TOWNS);
/** Any area of the scenario, and now and then one it does not have. */
const pick = (scenario: Scenario, index: number): AreaId =>
  [...scenario.areas.keys()][index] ?? identifier<AreaId>('finnes-ikke');

const placeMoment = (town: TownId, outline: LonLatMultiPolygon | null): Moment => ({
  note: 'omriss',
  changes: { measures: outline ? townOutline(town, outline) : new Map([[identifier<MeasureId>(`omriss-${town}`), null]]) },
});

const areaMoment = (id: AreaId, area: DevelopmentArea | null): Moment => ({
  note: 'felt',
  changes: { areas: new Map([[id, area]]) },
});

/** Any measure of the scenario, and now and then one it does not have. */
const anyMeasure = (scenario: Scenario, index: number): MeasureId =>
  [...scenario.measures.keys()][index] ?? identifier<MeasureId>('finnes-ikke');

/** Every operation with any arguments, and bare moments that add and remove entries. */
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(townArbitrary, unit).map(([town, share]): Step => (s, c) => setTownShare(s, c, town, share)),
  unit.map((share): Step => (s, c) => setTownsShare(s, c, share)),
  fc.double({ min: 0, max: 2000, noNaN: true }).map((rate): Step => (s, c) => setDwellingsPerYear(s, c, rate)),
  fc
    .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: -1, max: 30 }))
    .map(([first, more]): Step => (s, c) => setProgrammeYears(s, c, first, first + more)),
  townArbitrary.map((town): Step => (s, c) => toggleTownLock(s, c, town)),
  fc.boolean().map((on): Step => (s, c) => setProjectSwitch(s, c, PROJECT, on)),
  fc.tuple(fc.nat(25), fc.double({ min: 0, max: 900, noNaN: true })).map(
    ([index, dwellings]): Step => (s, c) => setAreaDwellings(s, c, pick(s, index), dwellings),
  ),
  fc.nat(25).map((index): Step => (s, c) => releaseArea(s, c, pick(s, index))),
  fc.tuple(fc.nat(25), fc.constantFrom(...TYPOLOGY_IDS)).map(
    ([index, typology]): Step => (s, c) => setAreaTypology(s, c, pick(s, index), typology),
  ),
  fc.tuple(fc.nat(25), unit).map(
    ([index, share]): Step => (s, c) => setAreaDevelopableShare(s, c, pick(s, index), share),
  ),
  fc.subarray([...TOWNS]).map((towns): Step => (s, c) => refillTowns(s, c, towns)),
  fc.string().map((name): Step => (s) => renameScenario(s, name)),
  fc.string().map((note): Step => (s) => setScenarioNote(s, note)),
  fc.tuple(townArbitrary, fc.boolean()).map(
    ([town, put]): Step => () => ({ kind: 'moment', moment: placeMoment(town, put ? SQUARE : null) }),
  ),
  fc.nat(25).map((index): Step => (s) => ({ kind: 'moment', moment: areaMoment(pick(s, index), null) })),
  fc.tuple(fc.nat(25), fc.option(fc.nat(3))).map(([index, phase]): Step => (s, c) => setAreaPhase(s, c, pick(s, index), phase)),
  fc.constant<Step>((s) => addGreen(s, SQUARE)),
  fc.constantFrom(...PROTECTION_CODES).map((code): Step => (s) => addProtection(s, SQUARE, code)),
  fc.double({ min: -1, max: 130, noNaN: true }).map(
    (departuresPerHour): Step => (s) => addStation(s, { mode: 'metro', line: 'Linje', position: [10.5, 59.9], departuresPerHour }),
  ),
  townArbitrary.map((town): Step => (s, c) => replaceTownOutline(s, c, town, SQUARE)),
  fc.tuple(fc.nat(4), fc.boolean()).map(([index, counted]): Step => (s) => editMeasure(s, anyMeasure(s, index), { counted })),
  fc.nat(4).map((index): Step => (s) => removeMeasure(s, anyMeasure(s, index))),
);

const stepsArbitrary = fc.array(stepArbitrary, { maxLength: 15 });

function run(start: Tracked, steps: readonly Step[], context: OperationContext, put = record): Tracked {
  let tracked = start;
  for (const step of steps) {
    const outcome = step(tracked.scenario, context);
    if (outcome.kind === 'moment') tracked = put(tracked, outcome.moment);
  }
  return tracked;
}

const fresh = (scenario: Scenario): Tracked => ({ scenario, history: EMPTY_HISTORY });

describe('history', () => {
  it('gives back every earlier scenario when operations are undone, and every later one when they are redone', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        const seen = [scenario];
        let tracked = fresh(scenario);
        for (const step of steps) {
          const before = tracked.history.past.length;
          tracked = run(tracked, [step], context);
          if (tracked.history.past.length > before) seen.push(tracked.scenario);
        }
        for (const expected of seen.toReversed()) {
          expect(tracked.scenario).toEqual(expected);
          tracked = undo(tracked);
        }
        expect(tracked.scenario).toEqual(scenario);
        for (const expected of seen) {
          expect(tracked.scenario).toEqual(expected);
          tracked = redo(tracked);
        }
      }),
    );
  });

  it('makes one step of a gesture: the same scenario, and one undo takes it all back', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        const stepwise = run(fresh(scenario), steps, context);
        const gesture = run(fresh(scenario), steps, context, recordContinuing);
        expect(gesture.scenario).toEqual(stepwise.scenario);
        expect(gesture.history.past.length).toBe(Math.min(1, stepwise.history.past.length));
        const back = undo(gesture);
        expect(back.scenario).toEqual(scenario);
        expect(redo(back).scenario).toEqual(stepwise.scenario);
      }),
    );
  });

  it('travels as far as there are steps, as undoing and redoing one by one', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, fc.integer({ min: -20, max: 0 }), fc.nat(20), ({ scenario, context }, steps, back, on) => {
        const end = run(fresh(scenario), steps, context);
        const length = end.history.past.length;
        const reached = travel(end, back);
        expect(reached.history.past).toHaveLength(Math.max(0, length + back));
        const again = travel(reached, on);
        expect(again.history.past).toHaveLength(Math.min(length, reached.history.past.length + on));
        expect(travel(again, length).scenario).toEqual(end.scenario);
      }),
    );
  });

  it('forgets what could be redone once something new is done', () => {
    fc.assert(
      fc.property(situationArbitrary, fc.string({ minLength: 1 }), ({ scenario }, name) => {
        const renamed = record(fresh(scenario), { note: 'navn', changes: { name } });
        const noted = record(undo(renamed), { note: 'merknad', changes: { note: 'ny' } });
        expect(redo(noted)).toBe(noted);
        expect(undo(fresh(scenario)).scenario).toBe(scenario);
      }),
    );
  });
});

describe('moments', () => {
  it('squashed have the effect of one after the other', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        const { history } = run(fresh(scenario), steps, context);
        const moments = history.past.map((entry) => entry.forward);
        const [first, ...rest] = moments;
        fc.pre(first !== undefined);
        const squashed = rest.reduce(squashMoments, first ?? { note: '', changes: {} });
        const last = moments.reduce((current, moment) => applyMoment(current, moment).scenario, scenario);
        expect(applyMoment(scenario, squashed).scenario).toEqual(last);
      }),
    );
  });

  it('leave the scenario they are applied to as it was', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        const copy = structuredClone(scenario);
        run(fresh(scenario), steps, context);
        expect(scenario).toEqual(copy);
      }),
    );
  });
});

describe('operations', () => {
  it('keep a scenario sound: shares sum to 1, dwellings are numbers from 0 in every period, years in order', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        const { programme, areas } = run(fresh(scenario), steps, context).scenario;
        expect([...programme.shareByTown.values()].reduce((sum, share) => sum + share, 0)).toBe(1);
        expect(programme.firstYear).toBeLessThanOrEqual(programme.lastYear);
        for (const area of areas.values()) {
          expect(area.dwellingsByPeriod).toHaveLength(periodsOf(programme).length);
          for (const dwellings of area.dwellingsByPeriod) expect(dwellings >= 0 && Number.isFinite(dwellings)).toBe(true);
          expect(area.developableShare > 0 && area.developableShare <= 1).toBe(true);
        }
      }),
    );
  });

  it('put only areas that really change into the moment, and always change something', () => {
    fc.assert(
      fc.property(situationArbitrary, stepsArbitrary, ({ scenario, context }, steps) => {
        let current = scenario;
        for (const step of steps) {
          const outcome = step(current, context);
          if (outcome.kind !== 'moment' || ['omriss', 'felt'].includes(outcome.moment.note)) continue;
          const { moment } = outcome;
          expect(moment.note).not.toBe('');
          for (const [id, area] of moment.changes.areas ?? []) expect(area).not.toEqual(current.areas.get(id));
          const next = applyMoment(current, moment).scenario;
          expect(next).not.toEqual(current);
          current = next;
        }
      }),
    );
  });

  it('leave the towns filled when the programme or an area changes', () => {
    const filling = fc.oneof(
      fc.tuple(townArbitrary, unit).map(([town, share]): Step => (s, c) => setTownShare(s, c, town, share)),
      unit.map((share): Step => (s, c) => setTownsShare(s, c, share)),
      fc.integer({ min: 0, max: 2000 }).map((rate): Step => (s, c) => setDwellingsPerYear(s, c, rate)),
      fc.integer({ min: 1, max: 30 }).map((years): Step => (s, c) => setProgrammeYears(s, c, 2026, 2025 + years)),
      fc.tuple(fc.nat(25), fc.nat(900)).map(([i, n]): Step => (s, c) => setAreaDwellings(s, c, pick(s, i), n)),
      fc.nat(25).map((index): Step => (s, c) => releaseArea(s, c, pick(s, index))),
      fc.tuple(fc.nat(25), fc.constantFrom(...TYPOLOGY_IDS)).map(
        ([index, typology]): Step => (s, c) => setAreaTypology(s, c, pick(s, index), typology),
      ),
    );
    fc.assert(
      fc.property(situationArbitrary, fc.array(filling, { maxLength: 8 }), ({ scenario, context }, steps) => {
        const start = run(fresh(scenario), [(s, c) => refillTowns(s, c)], context);
        const end = run(start, steps, context).scenario;
        for (const [id, dwellings] of defaultFill(end, context.facts)) {
          const actual = end.areas.get(id)?.dwellingsByPeriod ?? [];
          for (const [index, expected] of dwellings.entries()) expect(actual[index]).toBeCloseTo(expected, 6);
        }
      }),
    );
  });

  it('keep what is set by hand when the years change', () => {
    fc.assert(
      fc.property(situationArbitrary, fc.integer({ min: 1, max: 40 }), ({ scenario, context }, years) => {
        const moved = run(fresh(scenario), [(s, c) => setProgrammeYears(s, c, 2026, 2025 + years)], context).scenario;
        const kept = [...scenario.areas.values()].filter((area) => area.setByHand || area.town === null);
        for (const area of kept) {
          const after = moved.areas.get(area.id)?.dwellingsByPeriod ?? [];
          expect(areaDwellings({ dwellingsByPeriod: after })).toBeCloseTo(areaDwellings(area), 6);
        }
      }),
    );
  });
});
