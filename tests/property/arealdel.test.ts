import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifier, type MeasureId } from '../../src/core/domain/identifiers';
import { PROTECTION_CODES, type Measure } from '../../src/core/domain/measure';
import { areaDwellings } from '../../src/core/domain/developmentArea';
import type { Scenario } from '../../src/core/domain/scenario';
import { arealdelGeojson } from '../../src/core/exchange/arealdel/arealdelGeojson';
import { ARRANGEMENTS, arealdelFileSchema } from '../../src/core/exchange/arealdel/arealdelSchema';
import { ATTRIBUTE_NAMINGS } from '../../src/core/exchange/arealdel/attributeNames';
import { planDraft } from '../../src/core/exchange/arealdel/planDraft';
import type { ExportedScenario } from '../../src/core/exchange/exportedScenario';
import { readGeojsonExport } from '../../src/core/exchange/readGeojsonExport';
import { csvText } from '../../src/core/exchange/tables/csv';
import { landAccountTable } from '../../src/core/exchange/tables/landAccountTable';
import { verifyExport } from '../../src/core/exchange/verification';
import { roundOutline } from '../../src/core/geometry/coordinates';
import { LAND_CLASS_NAMES } from '../../src/core/scoring/explanation';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../support/placeBuilder';

const evaluator = createEvaluator(
  new PlaceBuilder()
    .withPolygons('farmland', [rectangle(500, 500, 800, 800)])
    .withPolygons('green', [rectangle(1500, 0, 600, 900)])
    .withPolygons('builtUp', [rectangle(0, 0, 1200, 1200)])
    .withStation('stasjon', 500, 500)
    .build(),
);

const square = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 6 }))
  // As files carry it, and as every outline of a scenario is.
  .map(([x, y, size]) => roundOutline(rectangle(x * 100, y * 100, size * 50, size * 50)));

const name = fc.string({ unit: fc.constantFrom('a', 'Æ', 'ø', '"', "'", ';', '=', '<', '\n', '\\', '😀'), maxLength: 8 });

const areasArbitrary = fc.array(
  fc.record({ outline: square, dwellings: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 400, noNaN: true })), isDrawn: fc.boolean(), name, note: name }),
  { maxLength: 6 },
);

const measuresArbitrary = fc.array(
  fc.record({ outline: square, counted: fc.boolean(), code: fc.option(fc.constantFrom(...PROTECTION_CODES)), name }),
  { maxLength: 4 },
);

const scenarioArbitrary: fc.Arbitrary<Scenario> = fc.record({ areas: areasArbitrary, measures: measuresArbitrary }).map(({ areas, measures }) => {
  const scenario = scenarioOf(
    areas.map(({ outline, dwellings, isDrawn, ...rest }, index) =>
      developmentArea(`felt-${index}`, outline, dwellings, { ...rest, origin: isDrawn ? 'drawn' : 'default', developableShare: 0.4 }),
    ),
  );
  const entries = measures.map(({ code, ...rest }, index): Measure => {
    const fields = { ...rest, id: identifier<MeasureId>(`tiltak-${index}`), note: '' };
    return code === null ? { kind: 'addedGreen', ...fields } : { kind: 'protection', code, ...fields };
  });
  return { ...scenario, measures: new Map(entries.map((measure) => [measure.id, measure])) };
});

function exportedOf(scenario: Scenario): ExportedScenario {
  return { scenario, ...evaluator.evaluate(scenario), dataset: evaluator.dataset, walkingNetwork: null };
}

const VARIANTS = ARRANGEMENTS.flatMap((arrangement) => ATTRIBUTE_NAMINGS.map((naming) => ({ arrangement, naming })));

describe('any scenario as an arealdel', () => {
  it('is taken by the schema, and is the same bytes again, whatever order it came together in', () => {
    fc.assert(
      fc.property(scenarioArbitrary, fc.constantFrom(...VARIANTS), (scenario, options) => {
        const text = arealdelGeojson(exportedOf(scenario), options);
        expect(arealdelFileSchema.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
        const shuffled: Scenario = {
          ...scenario,
          areas: new Map([...scenario.areas].toReversed()),
          measures: new Map([...scenario.measures].toReversed()),
        };
        expect(arealdelGeojson(exportedOf(shuffled), options)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every dwelling, and every object has an identity of its own', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const { objects } = planDraft(exportedOf(scenario));
        expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
        const written = objects.reduce((sum, { attributes }) => sum + Number(attributes['smaby_boliger'] ?? 0), 0);
        const given = [...scenario.areas.values()].reduce((sum, area) => sum + areaDwellings(area), 0);
        expect(Math.abs(written - given)).toBeLessThanOrEqual(1e-5 * Math.max(1, given));
      }),
      { numRuns: 60 },
    );
  });

  it('takes of each class what the model says is taken', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const exported = exportedOf(scenario);
        const { rows } = landAccountTable(exported);
        for (const { landClass, takenDaa } of exported.evaluation.landAccount.rows) {
          if (landClass === 'builtUp') continue;
          const lost = rows.filter((row) => row[2] === LAND_CLASS_NAMES[landClass]).reduce((sum, row) => sum - Number(row.at(-1)), 0);
          expect(Math.abs(lost - takenDaa)).toBeLessThan(0.05);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing in all in the land account', () => {
    fc.assert(
      fc.property(scenarioArbitrary, (scenario) => {
        const change = landAccountTable(exportedOf(scenario)).rows.reduce((sum, row) => sum + Number(row.at(-1)), 0);
        // Rows of less than a square metre are left out.
        expect(Math.abs(change)).toBeLessThan(0.05);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any scenario that is exported and read again', () => {
  it('verifies, and does not when a number of it is told otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(scenarioArbitrary, fc.constantFrom(...VARIANTS), async (scenario, options) => {
        const text = arealdelGeojson(exportedOf(scenario), options);
        const verify = async (content: string): Promise<readonly string[]> => {
          const contents = readGeojsonExport('fil', content);
          if (contents.kind === 'invalid') return contents.problems;
          const verified = await verifyExport('fil', contents.value, { ...evaluator, walkingNetwork: null });
          return verified.kind === 'unreadable' ? verified.problems : verified.differences;
        };
        expect(await verify(text)).toEqual([]);
        const told = text.replace(/"lastYear": 2035/u, '"lastYear": 2034');
        expect(told).not.toBe(text);
        expect(await verify(told)).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('CSV', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), fc.constant(null));

  /** Reads semicolon-separated text by the plain rules of RFC 4180. */
  function parse(text: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]];
    let field = '';
    let isQuoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at]!;
      if (isQuoted) {
        if (character !== '"') field += character;
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else isQuoted = false;
      } else if (character === '"') isQuoted = true;
      else if (character === ';') {
        rows.at(-1)!.push(field);
        field = '';
      } else if (character === '\r' && text[at + 1] === '\n') {
        rows.at(-1)!.push(field);
        field = '';
        rows.push([]);
        at += 1;
      } else field += character;
    }
    return rows.slice(0, -1);
  }

  it('gives back every cell, and no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), (rows) => {
        const columns = ['A', 'B', 'C'].map((column) => ({ name: column, unit: '', decimals: null }));
        const text = csvText({ id: 't', title: 't', notes: [], columns, rows });
        expect(text.startsWith('\uFEFF')).toBe(true);
        const read = parse(text.slice(1));
        expect(read).toHaveLength(rows.length + 1);
        for (const [index, row] of rows.entries()) {
          for (const [column, value] of row.entries()) {
            const found = read[index + 1]![column]!;
            const isSame =
              typeof value === 'number'
                ? Math.abs(Number(found.replace(',', '.')) - value) < 1e-5
                : found === (/^[=+\-@\t\r]/u.test(value ?? '') ? `'${value}` : (value ?? ''));
            expect([value, found, isSame]).toEqual([value, found, true]);
          }
        }
      }),
    );
  });
});
