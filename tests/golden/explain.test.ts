import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { explainedId } from '../../src/commandline/explain';
import { METHOD_PAGE_IDS } from '../../src/core/method/page';
import { EXPLAINED_IDS } from '../../src/core/scoring/explanation';
import { printingRun, type Run } from '../support/commandRun';

const HIGH = join('scenarios', 'hoy-825.json');

function run(...args: readonly string[]): Run {
  const { result, ...rest } = printingRun(...args);
  return { ...rest, result: result.replaceAll('\u00A0', ' ') };
}

const numbers = z.array(z.looseObject({ id: z.string(), value: z.number().nullable() }));
const explained = z.looseObject({
  scenario: z.literal('hoy-825'),
  numbers,
  tables: z.array(z.looseObject({ columns: z.array(z.looseObject({ gives: z.string().nullable() })), totals: z.array(z.number().nullable()) })),
  layers: z.array(z.looseObject({ id: z.string(), source: z.string(), date: z.string(), accuracyMetres: z.number().nullable() })),
});

describe('explain on the command line', () => {
  it('prints the formula with the values in, the areas and the layers', () => {
    const { code, result, message } = run('explain', HIGH, 'B4');
    expect([code, message]).toEqual([0, '']);
    expect(result).toContain('w = 55 810 / 8 250 = 6,76 m²/bolig');
    expect(result).toContain('B4 = 100 · (1 − 6,76 / 100) = 93,2');
    expect(result).toMatch(/Sandvika\s+320 747\s+31 965\s+3,87/u);
    expect(result).toMatch(/Sum\s+420 091\s+55 810\s+6,76/u);
    expect(result).toContain('Belte langs Lysakerelva');
    expect(result).toContain('Kartverket');
    expect(result).toContain('Grove data: kartet har 500 m nøyaktighet');
  });

  it('says why there is no number', () => {
    const { code, result } = run('explain', HIGH, 'b3');
    expect(code).toBe(0);
    expect(result).toContain('Mangler datagrunnlag');
  });

  it('gives the same numbers as score, as data', () => {
    const score = z
      .looseObject({ transit: z.looseObject({ score: z.number() }), blueGreen: z.looseObject({ score: z.number() }) })
      .parse(JSON.parse(run('score', HIGH, '--json').result));
    const told = (word: string) => explained.parse(JSON.parse(run('explain', HIGH, word, '--json').result));
    const transit = told('T');
    expect(transit.numbers).toMatchObject([{ id: 'T', value: score.transit.score }]);
    expect(transit.layers.length).toBeGreaterThan(2);
    for (const { columns, totals } of transit.tables) {
      expect(totals[columns.findIndex(({ gives }) => gives === 'T')]).toBeCloseTo(score.transit.score, 9);
    }
    expect(told('B').numbers).toMatchObject([{ id: 'B', value: score.blueGreen.score }]);
  });

  it('knows land classes by their Norwegian names', () => {
    expect(explainedId('dyrka-mark')).toBe('farmland');
    expect(explainedId('SJØ')).toBe('sea');
    expect(explainedId('builtUp')).toBe('builtUp');
    for (const id of EXPLAINED_IDS) expect(explainedId(id)).toBe(id);
    expect(run('explain', HIGH, 'bebygd').result).toContain('Spredt utenfor småbyene');
  });

  it('tells of words it does not know', () => {
    expect(run('explain', HIGH, 'B9')).toMatchObject({ code: 2, result: '' });
    expect(run('explain', HIGH, 'B9').message).toMatch(/Ukjent tall: B9.*T1.*dyrka-mark/u);
    expect(run('explain', HIGH).message).toContain('én scenariofil og ett tall');
    expect(run('explain', 'finnes-ikke.json', 'T').message).toContain('finnes ikke');
  });
});

describe('method on the command line', () => {
  it('lists the pages, prints one, prints all', () => {
    const list = run('method');
    expect(list.code).toBe(0);
    for (const id of METHOD_PAGE_IDS) expect(list.result).toMatch(new RegExp(`^ {2}${id} `, 'mu'));
    const page = run('method', 'b4').result;
    expect(page).toMatch(/^# B4 · Vannbelter\n/u);
    expect(page).toContain('30 m fra Lysakerelva, Lomma, Isielva, Sandvikselva og Øverlandselva');
    const whole = run('method', 'alt').result;
    expect(whole).toContain(page);
    expect(whole.match(/^# /gmu)).toHaveLength(METHOD_PAGE_IDS.length);
  });

  it('tells of pages there are not', () => {
    expect(run('method', 'T9')).toMatchObject({ code: 2, result: '' });
    expect(run('method', 'T9').message).toContain('Ukjent side: T9');
  });
});

describe('explain at other moments', () => {
  const told = (word: string, ...options: readonly string[]) => explained.parse(JSON.parse(run('explain', HIGH, word, '--json', ...options).result)).numbers;
  const score = z
    .looseObject({ today: z.looseObject({ score: z.number() }), periods: z.array(z.looseObject({ transit: z.looseObject({ score: z.number() }) })) })
    .parse(JSON.parse(run('score', HIGH, '--json').result));

  it('tells today and the end of every period as score does', () => {
    expect(told('T', '--year', 'i-dag')).toMatchObject([{ value: score.today.score }]);
    expect(told('T', '--year', '2030')).toMatchObject([{ value: score.periods[0]!.transit.score }]);
    expect(told('T', '--year', '2035')).toEqual(told('T'));
    expect(run('explain', HIGH, 'T', '--year', '2030').result).toContain('T · Kollektivnærhet · til og med 2030');
  });

  it('tells the ground of a conflict', () => {
    const { result } = run('explain', HIGH, 'konflikt-strandsonen');
    expect(result).toContain('Konflikt: strandsonen');
    expect(result).toContain('Belte langs sjøen');
  });

  it.each([
    [['--year', '1999'], '2030, 2035'],
    [['--year', 'snart'], '--year'],
    [['--network', 'finnes-ikke.geojson'], 'finnes-ikke.geojson'],
    [['--network', 'finnes-ikke.osm.pbf'], 'finnes-ikke.osm.pbf'],
    [['--network', HIGH], 'GeoJSON'],
  ])('refuses %j and says what to do', (options, text) => {
    const { code, result, message } = run('explain', HIGH, 'T', ...options);
    expect([code, result]).toEqual([2, '']);
    expect(message).toContain(text);
  });
});

describe('a walking network on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gangnett-'));
  const file = join(folder, 'gangnett.geojson');

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is walked along by score, compare and explain alike', () => {
    // A road round the middle of the place: walks to it and from it are longer than straight.
    const coordinates = [[10.45, 59.87], [10.6, 59.87], [10.6, 59.94], [10.45, 59.94], [10.45, 59.87]];
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }] }));
    const shape = z.looseObject({ transit: z.looseObject({ meanWalkMinutes: z.number() }), notes: z.array(z.string()) });
    const straight = shape.parse(JSON.parse(run('score', HIGH, '--json').result));
    const along = shape.parse(JSON.parse(run('score', HIGH, '--json', '--network', file).result));
    expect(along.transit.meanWalkMinutes).toBeGreaterThan(straight.transit.meanWalkMinutes);
    const told = explained.parse(JSON.parse(run('explain', HIGH, 'T2', '--json', '--network', file).result));
    expect(told.numbers).toMatchObject([{ value: along.transit.meanWalkMinutes }]);
    expect(run('compare', HIGH, '--network', file).code).toBe(0);
    expect(run('method', '--network', file).code).toBe(2);
  });
});
