import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DevelopmentArea } from '../../src/core/domain/developmentArea';
import { identifier, type ProjectId } from '../../src/core/domain/identifiers';
import type { Scenario } from '../../src/core/domain/scenario';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { AnswerReceiver } from '../../src/engine/answer';
import { scenarioDifference } from '../../src/engine/difference';
import { packFacts, unpackFacts } from '../../src/engine/factsSheet';
import { OutlineNumbers } from '../../src/engine/outlineNumbers';
import { ReceivedScenario } from '../../src/engine/receivedScenario';
import { Session } from '../../src/engine/session';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../support/placeBuilder';
import { townOutline } from '../support/townOutline';

const PROJECT = identifier<ProjectId>('bane');

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('farmland', [rectangle(1500, 0, 1000, 2000)])
  .withRiver('Storelva', [0, 1200, 4000, 1200])
  .withStation('stasjon', 500, 500)
  .withStation('ny', 3000, 3000, { status: { kind: 'underConstruction', project: PROJECT, openingYear: 2029 } })
  .withResidents(2500, 2500, 200)
  .build();

/** Outlines that edits choose from: the same objects come back, as after an undo. */
const OUTLINES = [
  rectangle(450, 450, 100, 100),
  rectangle(1900, 300, 300, 200),
  rectangle(100, 1150, 200, 150),
  rectangle(2800, 2800, 250, 250),
];

const IDS = ['a', 'b', 'c', 'd', 'e'] as const;

const place = fc.nat({ max: IDS.length - 1 });
const outline = fc.constantFrom(...OUTLINES);
const dwellings = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 3 });

type Edit = (scenario: Scenario) => Scenario;

/** Replaces one area of the scenario by what `change` makes of it; leaves the scenario when there is none. */
function editArea(index: number, change: (area: DevelopmentArea) => DevelopmentArea | null): Edit {
  return (scenario) => {
    const area = [...scenario.areas.values()][index % Math.max(1, scenario.areas.size)];
    if (!area) return scenario;
    const areas = new Map(scenario.areas);
    const changed = change(area);
    if (changed) areas.set(area.id, changed);
    else areas.delete(area.id);
    return { ...scenario, areas };
  };
}

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, dwellings).map(([index, dwellingsByPeriod]) => editArea(index, (area) => ({ ...area, dwellingsByPeriod }))),
  fc.tuple(place, outline).map(([index, changed]) => editArea(index, (area) => ({ ...area, outline: changed }))),
  fc.tuple(place, fc.boolean()).map(([index, inTown]) => editArea(index, (area) => ({ ...area, town: inTown ? TOWN : null }))),
  place.map((index) => editArea(index, () => null)),
  fc.tuple(fc.constantFrom(...IDS), outline, dwellings).map(([id, drawn, dwellingsByPeriod]): Edit => (scenario) => {
    const area = developmentArea(id, drawn, 0, { dwellingsByPeriod });
    return { ...scenario, areas: new Map(scenario.areas).set(area.id, area) };
  }),
  fc.boolean().map((kept): Edit => (scenario) => ({ ...scenario, projects: new Map([[PROJECT, kept]]) })),
  fc.option(outline).map((drawn): Edit => (scenario) => ({ ...scenario, measures: townOutline(TOWN, drawn) })),
  fc.record({ lastYear: fc.integer({ min: 2026, max: 2040 }), dwellingsPerYear: fc.nat({ max: 200 }) }).map(
    (changed): Edit => (scenario) => ({ ...scenario, programme: { ...scenario.programme, ...changed } }),
  ),
  fc.string().map((name): Edit => (scenario) => ({ ...scenario, name, note: `${name}.` })),
);

const runs = fc.array(edits, { minLength: 1, maxLength: 40 });

function scenariosOf(run: readonly Edit[]): readonly Scenario[] {
  const scenarios = [scenarioOf(IDS.slice(0, 3).map((id, index) => developmentArea(id, OUTLINES[index]!, 60)))];
  for (const edit of run) scenarios.push(edit(scenarios.at(-1)!));
  return scenarios;
}

describe('a scenario told by its differences', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const numbers = new OutlineNumbers();
        const received = new ReceivedScenario();
        let previous: Scenario | null = null;
        for (const scenario of scenariosOf(run)) {
          expect(received.receive(structuredClone(scenarioDifference(previous, scenario, numbers)))).toEqual(scenario);
          previous = scenario;
        }
      }),
    );
  });

  it('keeps one outline object there for each here, so that what is measured stays valid', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const numbers = new OutlineNumbers();
        const received = new ReceivedScenario();
        const there = new Map<unknown, unknown>();
        let previous: Scenario | null = null;
        for (const scenario of scenariosOf(run)) {
          const arrived = received.receive(structuredClone(scenarioDifference(previous, scenario, numbers)));
          for (const [id, area] of scenario.areas) {
            const outlineThere = arrived.areas.get(id)!.outline;
            expect(there.get(area.outline) ?? outlineThere).toBe(outlineThere);
            there.set(area.outline, outlineThere);
          }
          previous = scenario;
        }
        expect(new Set(there.values()).size).toBe(there.size);
      }),
    );
  });

  it('scores exactly as from scratch', () => {
    const direct = createEvaluator(dataset);
    fc.assert(
      fc.property(runs, (run) => {
        const numbers = new OutlineNumbers();
        const session = new Session(createEvaluator(dataset));
        const answers = new AnswerReceiver();
        let previous: Scenario | null = null;
        for (const scenario of scenariosOf(run)) {
          const sent = session.evaluate(structuredClone(scenarioDifference(previous, scenario, numbers)));
          const answer = answers.unpack(structuredClone(sent));
          expect(answer).toEqual(direct.evaluate(scenario));
          previous = scenario;
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a sheet of facts', () => {
  const figure = fc.oneof(fc.double({ noNaN: true }), fc.constant(Infinity));
  const facts = fc.record({
    landDaa: figure,
    capacity: figure,
    meanDepartureMinutes: figure,
    groundDaa: fc.record({
      sea: figure,
      lake: figure,
      farmland: figure,
      marka: figure,
      green: figure,
      builtUp: figure,
      other: figure,
    }),
  });

  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.array(facts, { minLength: 12, maxLength: 12 }), (ids, rows) => {
        const table = new Map(ids.map((id, index) => [identifier<DevelopmentArea['id']>(id), rows[index]!]));
        expect(unpackFacts(packFacts(table))).toEqual(table);
      }),
    );
  });
});
