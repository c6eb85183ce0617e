import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadSheetDrawer } from '../../src/commandline/sheetDrawer';
import { sheetPicture } from '../../src/core/exchange/mapSheet/sheetPicture';
import { toolRun } from '../support/commandRun';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

/** The scenario that the page opens with, as its file is called. */
const FILE = 'hoy-825';
const NAME = 'Høy vekst';

/** Formats by their name in the dialog, and what follows the scenario's name in the file's. */
const FORMATS: readonly (readonly [format: string, suffix: string])[] = [
  ['Scenariofil', '.json'],
  ['Arealdel', '_arealdel.geojson'],
  ['Arealdel i meter', '_arealdel_25832.geojson'],
  ['Arealdel med SOSI-navn', '_arealdel_sosinavn.geojson'],
  ['GeoPackage', '.gpkg'],
  ['Utbyggingsfelt', '_utbyggingsfelt.geojson'],
  ['Regneark', '.xlsx'],
];

let browser: StartedBrowser;
let planner: Planner;
let folder: string;

const fromCommandLine = (suffix: string): Buffer => readFileSync(join(folder, `${FILE}${suffix}`));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smabymodellen-side-'));
  const written = await toolRun('export', join('scenarios', `${FILE}.json`), '--out', folder);
  expect([written.code, written.message]).toEqual([0, '']);
  browser = await startBrowser('without map');
  planner = await Planner.arrive(browser, inject('address'));
  await planner.openScenario(NAME);
});

afterAll(async () => {
  await planner.leave();
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** What of an export is other than the command line's, by what `verify` says of it. */
async function verified(suffix: string, content: Buffer): Promise<string> {
  const path = join(folder, `fra-siden${suffix}`);
  writeFileSync(path, content);
  const { code, result, message } = await toolRun('verify', path);
  return code === 0 ? '' : `${code}: ${result}${message}`;
}

describe('what the page hands out', () => {
  it.each(FORMATS)('%s is the same, byte for byte, as the command line writes', async (format, suffix) => {
    const { name, content } = await planner.exports.saveAs(format);
    expect(name).toBe(`høy-vekst${suffix}`);
    // As text first: what differs is then shown line by line.
    expect(content.toString('utf8')).toBe(fromCommandLine(suffix).toString('utf8'));
    expect(Buffer.compare(content, fromCommandLine(suffix))).toBe(0);
  });

  it('CSV comes as a zip of the same tables', async () => {
    const { name, content } = await planner.exports.saveAs('Tabeller');
    expect(name).toBe('høy-vekst_tabeller.zip');
    const files = Object.entries(unzipSync(content));
    expect(files.length).toBeGreaterThan(5);
    for (const [file, bytes] of files) {
      expect(Buffer.from(bytes).toString('utf8')).toBe(fromCommandLine(file.replace('høy-vekst', '')).toString('utf8'));
    }
  });

  it('a report has the ranges of the command line, and can be scored again', async () => {
    const { name, content } = await planner.exports.saveAs('Rapport');
    expect(name).toBe('høy-vekst_rapport.html');
    expect(await verified('_rapport.html', content)).toBe('');
    const day = /Småbymodellen · ([^<]+)</u.exec(content.toString('utf8'))?.[1] ?? '';
    expect(day).toMatch(/^\d{1,2}\. \p{L}+ \d{4}$/u);
    const out = join(folder, 'samme.html');
    await toolRun('report', join('scenarios', `${FILE}.json`), '--out', out, '--date', day);
    expect(readFileSync(out, 'utf8')).toBe(content.toString('utf8'));
  });

  it('draws a map sheet as the command line does, and as a picture for print', async () => {
    const drawing = await planner.exports.saveAs('Kartblad som tegning');
    expect(drawing.name).toBe('høy-vekst_kart.svg');
    // Drawn anew by the command line, byte for byte.
    expect(await verified('_kart.svg', drawing.content)).toBe('');
    const { name, content } = await planner.exports.saveAs('Kartblad');
    expect(name).toBe('høy-vekst_kart_a4.png');
    expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([3508, 2480]);
    // The same drawing, drawn here by what the command line draws it with.
    expect(Buffer.compare(content, sheetPicture(drawing.content.toString('utf8'), 300, await loadSheetDrawer()))).toBe(0);
    expect(await verified('_kart.png', content)).toBe('');
  });

  it('sets scenarios side by side as the command line does', async () => {
    await planner.exports.openExports();
    for (const scenario of ['Lav vekst', 'Moderat vekst', 'Det grønne Bærum 2050']) await planner.exports.choose(scenario, false);
    await planner.exports.choose('Fornebu først', false);
    await planner.exports.choose('Spredt vekst', false);
    expect(await planner.exports.canSave('Sammenligning')).toBe(false);
    await planner.exports.choose('Spredt vekst', true);
    await planner.exports.choose('Moderat vekst', true);
    const { name, content } = await planner.exports.saveOpen('Sammenligning');
    expect(name).toBe('sammenligning_rapport.html');
    expect(content.toString('utf8').match(/aria-label="Kart over [^"]+"/gu)).toEqual(['Høy vekst', 'Moderat vekst', 'Spredt vekst'].map((one) => `aria-label="Kart over ${one}"`));
    // Scored, drawn from the same seed and written anew by the command line, byte for byte.
    expect(await verified('_sammenligning.html', content)).toBe('');
  });

  it('takes what the municipality calls the plan, and says what is wrong with it', async () => {
    await planner.exports.openExports();
    await planner.exports.callPlan('Planidentifikasjon', 'KP 2026-2040 utkast');
    expect(await planner.exports.planProblem()).toContain('kan ha 16 tegn. Denne har 19');
    expect(await planner.exports.canSave('Arealdel')).toBe(false);
    await planner.exports.callPlan('Planidentifikasjon', 'KP 2026 utkast');
    await planner.exports.callPlan('Plannavn', 'Kommuneplanens arealdel');
    expect(await planner.exports.planProblem()).toBe('');
    const { content } = await planner.exports.saveOpen('Arealdel');
    expect(content.toString('utf8')).toContain('"planidentifikasjon": "KP 2026 utkast"');
    expect(content.toString('utf8')).toContain('"plannavn": "Kommuneplanens arealdel"');
    expect(await verified('_arealdel.geojson', content)).toBe('');
  });

  it('follows what the planner changes, and still verifies', async () => {
    await planner.openScenario('Spredt vekst');
    const { content } = await planner.exports.saveAs('Arealdel');
    expect(await verified('_arealdel.geojson', content)).toBe('');
    expect(content.toString('utf8')).toContain('"KpArealformålOmråde"');
    expect(planner.problems).toEqual([]);
  });
});
