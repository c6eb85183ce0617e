import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DefaultArea } from '../../src/core/domain/developmentArea';
import type { Scenario } from '../../src/core/domain/scenario';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';
import { roundOutline } from '../../src/core/geometry/coordinates';
import { printJson } from '../../src/core/exchange/printJson';
import { readScenarioFile, writeScenarioFile, type ScenarioPlace } from '../../src/core/exchange/scenarioFile';
import { PARAMETERS, situationArbitrary, SQUARE, TOWNS } from './scenarioArbitraries';
import { townOutline } from '../support/townOutline';

const FILE = 'prøve.json';
const OTHER_SQUARE: LonLatMultiPolygon = [[[[10.6, 59.8], [10.7, 59.8], [10.7, 59.9], [10.6, 59.9], [10.6, 59.8]]]];

interface Written {
  readonly scenario: Scenario;
  readonly place: ScenarioPlace;
}

/** A scenario and the place it was made on: its default areas, changed here and there, and some it has not touched. */
const writtenArbitrary: fc.Arbitrary<Written> = situationArbitrary.chain(({ scenario }) =>
  fc
    .record({
      untouched: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      changedGround: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      gone: fc.nat(3),
      outline: fc.boolean(),
      note: fc.string({ maxLength: 40 }),
    })
    .map(({ untouched, changedGround, gone, outline, note }) => {
      const originals: DefaultArea[] = [];
      const areas = new Map(scenario.areas);
      for (const [index, area] of [...scenario.areas.values()].entries()) {
        if (area.origin !== 'default') continue;
        const { id, name, typology, developableShare } = area;
        const town = area.town ?? TOWNS[0]!;
        originals.push({ id, name, typology, developableShare, town, outline: changedGround[index] ? OTHER_SQUARE : area.outline });
        if (untouched[index]) {
          const empty = area.dwellingsByPeriod.map(() => 0);
          areas.set(id, { ...area, town, dwellingsByPeriod: empty, setByHand: false, phase: null });
        }
      }
      for (const original of originals.slice(0, gone)) areas.delete(original.id);
      const measures = townOutline(TOWNS[1]!, outline ? SQUARE : null);
      return {
        scenario: { ...scenario, note, areas, measures },
        place: { hash: 'abc', parameters: PARAMETERS, defaultAreas: originals, stations: [] },
      };
    }),
);

describe('scenario file', () => {
  it('gives back the very scenario that was written', () => {
    fc.assert(
      fc.property(writtenArbitrary, ({ scenario, place }) => {
        const reading = readScenarioFile(writeScenarioFile(scenario, place), FILE, place);
        // The areas of these scenarios lie on the same ground, which is told.
        const notes: unknown = expect.not.arrayContaining([expect.not.stringContaining('samme grunn')]);
        expect(reading).toEqual({ kind: 'scenario', scenario, notes });
      }),
    );
  });

  it('keeps the outline objects of default ground, by which measurements are cached', () => {
    fc.assert(
      fc.property(writtenArbitrary, ({ scenario, place }) => {
        const reading = readScenarioFile(writeScenarioFile(scenario, place), FILE, place);
        const outlines = new Map(place.defaultAreas.map((area) => [area.id, area.outline]));
        const areas = reading.kind === 'scenario' ? [...reading.scenario.areas.values()] : [];
        expect(areas).toHaveLength(scenario.areas.size);
        const onDefault = areas.filter((area) => scenario.areas.get(area.id)?.outline === outlines.get(area.id));
        expect(onDefault.every((area) => area.outline === outlines.get(area.id))).toBe(true);
      }),
    );
  });

  it('is the same bytes for the same scenario, whatever order it came together in', () => {
    fc.assert(
      fc.property(writtenArbitrary, ({ scenario, place }) => {
        const text = writeScenarioFile(scenario, place);
        const shuffled: Scenario = {
          ...scenario,
          areas: new Map([...scenario.areas].toReversed()),
          programme: { ...scenario.programme, shareByTown: new Map([...scenario.programme.shareByTown].toReversed()) },
        };
        expect(writeScenarioFile(shuffled, place)).toBe(text);
        const reading = readScenarioFile(text, FILE, place);
        expect(reading.kind === 'scenario' && writeScenarioFile(reading.scenario, place)).toBe(text);
      }),
    );
  });
});

type Json = fc.JsonValue;

/** The places in a JSON value, each as the keys that lead there. */
function pathsOf(value: Json, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part as Json, [...path, key]))];
}

type Mutation =
  | { readonly kind: 'replace'; readonly value: Json }
  | { readonly kind: 'remove' }
  | { readonly kind: 'add'; readonly key: string; readonly value: Json };

function mutated(value: Json, path: readonly string[], mutation: Mutation): Json {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (mutation.kind === 'replace') return mutation.value;
    if (mutation.kind === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { ...value, [mutation.key]: mutation.value };
    }
    return value;
  }
  const entries: [string, Json][] = [];
  for (const [name, part] of Object.entries(value as Record<string, Json>)) {
    if (name !== key) entries.push([name, part]);
    else if (rest.length > 0 || mutation.kind !== 'remove') entries.push([name, mutated(part, rest, mutation)]);
  }
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const valueArbitrary: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<Json>(null, -1, 0, 0.5, 1.5, 1e308, '', 'default', true, [], {}, 2000, 'by-a', '__proto__'),
);

const mutationArbitrary: fc.Arbitrary<{ readonly at: number; readonly mutation: Mutation }> = fc.record({
  at: fc.nat(100_000),
  mutation: fc.oneof(
    valueArbitrary.map((value): Mutation => ({ kind: 'replace', value })),
    fc.constant<Mutation>({ kind: 'remove' }),
    fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'id')), valueArbitrary).map(
      ([key, value]): Mutation => ({ kind: 'add', key, value }),
    ),
  ),
});

/** Whether a reading is a whole scenario that can be written and read again, or reasons that name the file. */
function isSound(text: string, place: ScenarioPlace): boolean {
  const reading = readScenarioFile(text, FILE, place);
  if (reading.kind === 'failed') {
    return !('scenario' in reading) && reading.problems.length > 0 && reading.problems.every((problem) => problem.startsWith(`${FILE}: `) && problem.endsWith('.'));
  }
  const again = readScenarioFile(writeScenarioFile(reading.scenario, place), FILE, place);
  return again.kind === 'scenario' && writeScenarioFile(again.scenario, place) === writeScenarioFile(reading.scenario, place);
}

describe('broken scenario files', () => {
  const place: ScenarioPlace = { hash: 'abc', parameters: PARAMETERS, defaultAreas: [], stations: [] };

  it('any text at all gives reasons, never an error', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(isSound(text, place)).toBe(true);
      expect(readScenarioFile(text, FILE, place).kind).toBe('failed');
    }), { numRuns: 500 });
  });

  it('a valid file with a few things wrong gives reasons or a whole scenario, never an error', () => {
    fc.assert(
      fc.property(writtenArbitrary, fc.array(mutationArbitrary, { minLength: 1, maxLength: 3 }), ({ scenario, place: where }, mutations) => {
        let content = JSON.parse(writeScenarioFile(scenario, where)) as Json;
        for (const { at, mutation } of mutations) {
          const paths = pathsOf(content);
          content = mutated(content, paths[at % paths.length] ?? [], mutation);
        }
        expect(isSound(JSON.stringify(content), where)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('a file cut off anywhere is refused', () => {
    fc.assert(
      fc.property(writtenArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), ({ scenario, place: where }, part) => {
        const text = writeScenarioFile(scenario, where).trimEnd();
        const cut = text.slice(0, Math.floor(part * (text.length - 1)));
        expect(readScenarioFile(cut, FILE, where).kind).toBe('failed');
      }),
    );
  });
});

describe('what files are made of', () => {
  it('JSON in our layout is the JSON of the value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(printJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }));
  });

  it('rounding an outline twice is rounding it once', () => {
    const ring = fc
      .array(fc.tuple(fc.integer({ min: -180e11, max: 180e11 }), fc.integer({ min: -90e11, max: 90e11 })), { minLength: 3, maxLength: 8 })
      .map((positions) => positions.map(([longitude, latitude]): [number, number] => [longitude / 1e11, latitude / 1e11]))
      .map((positions) => [...positions, positions[0] ?? ([0, 0] as [number, number])]);
    fc.assert(
      fc.property(fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (outline) => {
        const once = roundOutline(outline);
        expect(roundOutline(once)).toEqual(once);
        expect(JSON.stringify(once)).not.toMatch(/\.\d{9}/u);
      }),
    );
  });
});
