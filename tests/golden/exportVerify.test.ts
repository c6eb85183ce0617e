import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPlace } from '../../src/commandline/readPlace';
import { verifyFile } from '../../src/commandline/verifyCommand';
import { textInPng, withPrintResolution } from '../../src/core/exchange/mapSheet/pngChunks';
import { proofInSheet } from '../../src/core/exchange/mapSheet/readMapSheet';
import { createEvaluator, type Evaluator } from '../../src/core/scoring/evaluator';
import { toolRun } from '../support/commandRun';

const SCENARIO = join('scenarios', 'spredt.json');
const FILES = [
  'spredt.gpkg',
  'spredt.json',
  'spredt.xlsx',
  'spredt_arealdel.geojson',
  'spredt_arealdel_25832.geojson',
  'spredt_arealdel_sosinavn.geojson',
  'spredt_arealregnskap.csv',
  'spredt_bevis.json',
  'spredt_kilder.csv',
  'spredt_kart.png',
  'spredt_kart.svg',
  'spredt_konflikter.csv',
  'spredt_perioder.csv',
  'spredt_poeng.csv',
  'spredt_rapport.html',
  'spredt_smabyer.csv',
  'spredt_tiltak.csv',
  'spredt_utbyggingsfelt.csv',
  'spredt_utbyggingsfelt.geojson',
] as const;
/** Dots cost time, and say no more here when they are many. */
const FEW_DOTS = ['--dpi', '72'] as const;
const PROVEN = FILES.filter((file) => file !== 'spredt.json');

let top: string;
let folder: string;
let evaluator: Evaluator;

/** What differs in a file, line by line; empty for nothing. Why it could not be read stands after «kan ikke leses: ». */
async function found(file: string): Promise<string> {
  const verified = await verifyFile(file, { ...evaluator, walkingNetwork: null });
  return verified.kind === 'scored' ? verified.differences.join('\n') : `kan ikke leses: ${verified.problems.join('\n')}`;
}

function copyOf(file: string, change: (content: string) => string): string {
  const path = join(mkdtempSync(join(top, 'kopi-')), file);
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return path;
}

beforeAll(async () => {
  top = mkdtempSync(join(tmpdir(), 'smabymodellen-eksport-'));
  folder = join(top, 'ut');
  const { code, message } = await toolRun('export', SCENARIO, '--out', folder, ...FEW_DOTS);
  expect([code, message]).toEqual([0, '']);
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  evaluator = createEvaluator(place.value);
}, 120_000);

afterAll(() => rmSync(top, { recursive: true }));

describe('export', () => {
  it('writes every format, and a list of what it wrote', () => {
    expect(readdirSync(folder).toSorted()).toEqual([...FILES, 'smabymodellen-eksport.json'].toSorted());
  });

  it('gives the same bytes again, to another folder and over its own files', async () => {
    const other = join(top, 'igjen');
    expect((await toolRun('export', SCENARIO, '--out', other, ...FEW_DOTS)).code).toBe(0);
    for (const file of FILES) expect(Buffer.compare(readFileSync(join(folder, file)), readFileSync(join(other, file)))).toBe(0);
    const again = await toolRun('export', SCENARIO, '--out', other, ...FEW_DOTS);
    expect([again.code, again.message]).toEqual([0, '']);
    expect(again.result.trim().split('\n')).toHaveLength(FILES.length);
  });

  it('writes nothing over what it did not write, or what was changed since', async () => {
    const foreign = join(top, 'fremmed');
    cpSync(folder, foreign, { recursive: true });
    rmSync(join(foreign, 'smabymodellen-eksport.json'));
    const refused = await toolRun('export', SCENARIO, '--out', foreign, ...FEW_DOTS);
    expect(refused.code).toBe(2);
    expect(refused.message).toContain('finnes fra før og er ikke skrevet av export');

    const changed = join(top, 'endret');
    cpSync(folder, changed, { recursive: true });
    writeFileSync(join(changed, 'spredt_poeng.csv'), 'mitt');
    rmSync(join(changed, 'spredt.gpkg'));
    const stopped = await toolRun('export', SCENARIO, '--out', changed, ...FEW_DOTS);
    expect([stopped.code, stopped.result]).toEqual([2, '']);
    expect(stopped.message).toMatch(/spredt_poeng\.csv er endret siden export skrev den/u);
    expect(readFileSync(join(changed, 'spredt_poeng.csv'), 'utf8')).toBe('mitt');
    expect(readdirSync(changed)).not.toContain('spredt.gpkg');
  });

  it('says what is missing of its arguments, and what cannot be read', async () => {
    const occupied = join(top, 'fil');
    writeFileSync(occupied, '');
    const refusals: readonly (readonly [string, readonly string[]])[] = [
      ['--out MAPPE', ['export', SCENARIO]],
      ['--dpi trenger et heltall fra 72 til 600', ['export', SCENARIO, '--out', join(top, 'x'), '--dpi', '12']],
      ['tar bare én fil', ['export']],
      ['finnes ikke', ['export', 'finnes-ikke.json', '--out', join(top, 'x')]],
      ['kan ikke skrives til', ['export', SCENARIO, '--out', occupied, '--draws', '100', ...FEW_DOTS]],
    ];
    for (const [reason, args] of refusals) {
      const { code, message } = await toolRun(...args);
      expect([code, message]).toEqual([2, expect.stringContaining(reason)]);
    }
  });
});

describe('verify on the command line', () => {
  it('says that a file is as the model gives it', async () => {
    const { code, result, message } = await toolRun('verify', join(folder, 'spredt.gpkg'));
    expect([code, message]).toEqual([0, '']);
    expect(result).toContain('Stemmer. Spredt vekst: kollektivnærhet 49,6, blågrønt grep 59,8');
  });

  it('ends with 1 when a score is told otherwise', async () => {
    const told = copyOf('spredt_arealdel.geojson', (text) => text.replace(/"score": 49\.\d+/u, '"score": 90'));
    const { code, result } = await toolRun('verify', told);
    expect(code).toBe(1);
    expect(result).toMatch(/Stemmer ikke.*transit\.score: filen har 90, modellen gir 49,55/su);
  });

  it('ends with 2 when a file is none of ours', async () => {
    const { code, result, message } = await toolRun('verify', SCENARIO);
    expect([code, result]).toEqual([2, '']);
    expect(message).toContain('er en scenariofil');
  });

  it('draws the ranges of a report again, and says which are told otherwise', async () => {
    const told = copyOf('spredt_rapport.html', (text) => text.replace(/(&quot;low&quot;:)(\d+)/u, '$190'));
    const { code, result } = await toolRun('verify', told);
    expect(code).toBe(1);
    expect(result).toMatch(/Spennet, ranges\.0\.transit\.low: filen har 90[,\d]*, modellen gir \d/u);
    const seeded = copyOf('spredt_rapport.html', (text) => text.replace('&quot;seed&quot;:1,', '&quot;seed&quot;:2,'));
    expect((await toolRun('verify', seeded)).result).toContain('Spennet, ranges.0.transit');
  });

  it('tells ranges in tables, workbook and GeoPackage, draws them again, and says which are told otherwise', async () => {
    const table = readFileSync(join(folder, 'spredt_poeng.csv'), 'utf8');
    expect(table).toContain('Poeng;Spenn fra;Spenn til;');
    const [, low = '', high = ''] = /^T;[^;]*;[^;]*;[^;]*;[\d,]+;([\d,]+);([\d,]+);/mu.exec(table) ?? [];
    const [from, to] = [low, high].map((text) => Number(text.replace(',', '.')));
    // The report draws the same.
    const report = readFileSync(join(folder, 'spredt_rapport.html'), 'utf8');
    const told = Number(/&quot;ranges&quot;:\{&quot;transit&quot;:\{&quot;median&quot;:[\d.]+,&quot;low&quot;:([\d.]+)/u.exec(report)?.[1]);
    expect(from).toBeCloseTo(told, 3);
    expect(to).toBeGreaterThan(49.6);
    for (const file of ['spredt_poeng.csv', 'spredt.xlsx', 'spredt.gpkg']) expect(await found(join(folder, file))).toBe('');
    const proof = copyOf('spredt_bevis.json', (text) => text.replace(/("drawn": \{[^}]*?"low": )[\d.]+/u, '$190'));
    const { code, result } = await toolRun('verify', proof);
    expect(code).toBe(1);
    expect(result).toMatch(/Spennet, (?:transit|blueGreen)\.low: filen har 90, modellen gir \d/u);
  });

  it.each(['spredt_arealdel.geojson', 'spredt_arealdel_25832.geojson', 'spredt_arealdel_sosinavn.geojson', 'spredt_utbyggingsfelt.geojson'])(
    'tells the ranges of the scores in %s, the same as the table, and draws them again',
    async (file) => {
      const { smabymodellen } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { smabymodellen: Record<string, unknown> };
      const { drawn } = JSON.parse(readFileSync(join(folder, 'spredt_bevis.json'), 'utf8')) as { drawn: unknown };
      expect(drawn).toMatchObject({ draws: 1000, seed: 1, transit: { low: expect.any(Number) as number }, blueGreen: { high: expect.any(Number) as number } });
      expect(smabymodellen['drawn']).toEqual(drawn);
      expect(JSON.stringify(smabymodellen)).toContain('Spennet går fra 5- til 95-prosentilen av 1000 trekninger med frø 1');
      const widened = copyOf(file, (text) => text.replace(/("transit": \{[^}]*"high": )[\d.]+/u, '$199'));
      expect(await found(widened)).toMatch(/^Spennet, transit\.high: filen har 99, modellen gir \d/u);
      const seeded = copyOf(file, (text) => text.replace(/("drawn": \{[^]*?"seed": )1\b/u, '$12'));
      expect(await found(seeded)).toMatch(/^Spennet, (?:transit|blueGreen)\./u);
    },
  );

  it('carries what the plan is called, and verifies with it', async () => {
    const named = join(top, 'navngitt');
    const options = ['--plan-id', 'KP 2026', '--plan-name', 'Arealdel 2026', '--plan-date', '2026-11-22'];
    expect((await toolRun('export', SCENARIO, '--out', named, '--draws', '100', ...FEW_DOTS, ...options)).code).toBe(0);
    expect(readFileSync(join(named, 'spredt_arealdel.geojson'), 'utf8')).toContain('"planidentifikasjon": "KP 2026"');
    for (const file of ['spredt_arealdel_25832.geojson', 'spredt.gpkg']) expect(await found(join(named, file))).toBe('');
    const refused = await toolRun('export', SCENARIO, '--out', join(top, 'y'), '--plan-id', 'x'.repeat(17));
    expect([refused.code, refused.message]).toEqual([2, expect.stringContaining('kan ha 16 tegn. Denne har 17')]);
  });

  it('walks along a network where it is given one, and asks for the same', async () => {
    const along = join(top, 'langs');
    const network = (name: string, east: number): string => {
      const path = join(top, name);
      const lines = [59.88, 59.9, 59.92].map((north) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[10.45, north], [east, north]] } }));
      lines.push({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[10.5, 59.88], [10.5, 59.9], [10.5, 59.92]] } });
      writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features: lines }));
      return path;
    };
    const one = network('gangveier.geojson', 10.6);
    expect((await toolRun('export', SCENARIO, '--out', along, '--network', one, '--draws', '100', ...FEW_DOTS)).message).not.toContain('Ukjent');
    const file = join(along, 'spredt_arealdel.geojson');
    expect(readFileSync(file, 'utf8')).toMatch(/"walkingNetwork": "gangveier\.geojson",\s*"walkingNetworkHash": "[0-9a-f-]{33,}"/u);
    const same = await toolRun('verify', file, '--network', one);
    expect([same.code, same.message]).toEqual([0, '']);
    for (const format of ['spredt_rapport.html', 'spredt.gpkg', 'spredt.xlsx']) {
      expect((await toolRun('verify', join(along, format), '--network', one)).code).toBe(0);
    }
    const without = await toolRun('verify', file);
    expect([without.code, without.result.includes('Oppgi det samme gangnettet med --network FIL')]).toEqual([1, true]);
    const other = await toolRun('verify', file, '--network', network('andre.geojson', 10.61));
    expect([other.code, other.result.includes('«andre.geojson» er et annet gangnett')]).toEqual([1, true]);
  });

  it('says that the ground is another', async () => {
    const geodata = join(top, 'geodata');
    cpSync('geodata', geodata, { recursive: true });
    const stations = join(geodata, 'stations-national.csv');
    writeFileSync(stations, readFileSync(stations, 'utf8').replace(/\n(?=[^\n]*\n$)/u, '\n\n'));
    const { code, result } = await toolRun('verify', join(folder, 'spredt_bevis.json'), '--geodata', geodata);
    expect([code, result.includes('Datagrunnlaget: filen er regnet på')]).toEqual([1, true]);
  });
});

describe('verifying a file', () => {
  it.each(PROVEN)('finds nothing in %s', async (file) => {
    expect(await found(join(folder, file))).toBe('');
  });

  it('finds a programme that does not give those scores', async () => {
    const moved = copyOf('spredt_bevis.json', (text) => text.replace('"dwellingsPerYear": 825', '"dwellingsPerYear": 824'));
    expect(await found(moved)).toMatch(/Tallene dwellings\.programme: filen har 8\s250, modellen gir 8\s240/u);
  });

  it('finds another method', async () => {
    const older = copyOf('spredt_bevis.json', (text) => text.replace(/"methodVersion": \d+/u, '"methodVersion": 1'));
    expect(await found(older)).toContain('Metoden: filen er regnet med versjon 1');
  });

  it('finds objects that are changed, gone or new', async () => {
    const renamed = copyOf('spredt_arealdel.geojson', (text) => text.replace('"områdenavn": "Lommedalen"', '"områdenavn": "Annet"'));
    expect(await found(renamed)).toContain('filen har "Annet", modellen gir "Lommedalen"');
    interface Collection {
      features: { id: string }[];
    }
    const gone = copyOf('spredt_utbyggingsfelt.geojson', (text) => {
      const file = JSON.parse(text) as Collection;
      return JSON.stringify({ ...file, features: [...file.features.slice(1), { ...file.features[0], id: 'ny' }] });
    });
    expect(await found(gone)).toMatch(/mangler i filen.*ny er lagt til etter eksporten/su);
  });

  it('takes a GeoJSON that was only laid out otherwise', async () => {
    expect(await found(copyOf('spredt_arealdel_25832.geojson', (text) => JSON.stringify(JSON.parse(text))))).toBe('');
  });

  it('finds a changed row of a GeoPackage, and lets layers of others be', async () => {
    const { Database } = await initSqlJs();
    const after = (sql: string): Promise<string> => {
      const database = new Database(readFileSync(join(folder, 'spredt.gpkg')));
      database.run(sql);
      const path = join(mkdtempSync(join(top, 'kopi-')), 'a.gpkg');
      writeFileSync(path, database.export());
      return found(path);
    };
    expect(await after('CREATE TABLE mine (x)')).toBe('');
    expect(await after(`UPDATE kp_arealformalomrade SET "arealformål" = '5100' WHERE fid = 1`)).toContain('Laget kp_arealformalomrade, 0.arealformål: filen har "5100"');
    expect(await after('DELETE FROM utbyggingsfelt WHERE fid = 3')).toContain('Laget utbyggingsfelt');
    expect(await after('DROP TABLE kp_omrade')).toContain('kp_omrade mangler');
    expect(await after('DROP TABLE om_eksporten')).toContain('bærer ikke det som trengs');
  });

  it('finds a changed drawing of a map sheet, and scores what a picture of it carries', async () => {
    const changed = copyOf('spredt_kart.svg', (text) => text.replace('>Sandvika<', '>Sandbukta<'));
    expect(await found(changed)).toContain('er endret etter at den ble laget');
    const svg = readFileSync(join(folder, 'spredt_kart.svg'), 'utf8');
    const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==', 'base64');
    expect(textInPng(readFileSync(join(folder, 'spredt_kart.png')))).toBe(proofInSheet(svg));
    const verified = await toolRun('verify', join(folder, 'spredt_kart.png'));
    expect([verified.code, verified.result.includes('Bildepunktene er ikke kontrollert')]).toEqual([0, true]);
    const picture = join(top, 'kart.png');
    writeFileSync(picture, withPrintResolution(dot, 300, proofInSheet(svg)!.replace('"lastYear":2035', '"lastYear":2034')));
    expect((await toolRun('verify', picture)).code).toBe(1);
    writeFileSync(picture, dot);
    expect(await found(picture)).toContain('bærer ikke det som trengs');
  });

  it('finds a changed cell of a workbook', async () => {
    const path = join(mkdtempSync(join(top, 'kopi-')), 'a.xlsx');
    const parts = unzipSync(readFileSync(join(folder, 'spredt.xlsx')));
    const sheet = 'xl/worksheets/sheet1.xml';
    const before = strFromU8(parts[sheet]!);
    parts[sheet] = strToU8(before.replace(/<v>49\.\d+<\/v>/u, '<v>94</v>'));
    expect(strFromU8(parts[sheet])).not.toBe(before);
    writeFileSync(path, zipSync(parts));
    expect(await found(path)).toContain('sheet1.xml er endret etter eksporten');
  });

  it('finds a changed CSV, and asks for the proof where it is missing', async () => {
    const path = copyOf('spredt_poeng.csv', (text) => text.replace(/49,55\d+/u, '94,5'));
    expect(await found(path)).toContain('spredt_bevis.json');
    cpSync(join(folder, 'spredt_bevis.json'), path.replace('_poeng.csv', '_bevis.json'));
    expect(await found(path)).toContain('er endret etter eksporten');
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"type":"FeatureCollection","fea'],
    ['foreign GeoJSON', '{"type":"FeatureCollection","features":[]}'],
    ['half a database', 'SQLite format 3\0\u0010'],
    ['half a workbook', 'PK\u0003\u0004xx'],
    ['a proof without a scenario', '{"format":"smabymodellen-bevis"}'],
  ])('refuses a file that is %s, in words', async (_, content) => {
    const path = join(mkdtempSync(join(top, 'feil-')), 'fil.geojson');
    writeFileSync(path, content);
    const problems = await found(path);
    expect(problems.startsWith('kan ikke leses: ')).toBe(true);
    expect(problems).toContain(path);
    expect(problems).not.toMatch(/\n\s+at |Error|undefined/u);
  });
});
