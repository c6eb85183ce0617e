import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../../tests/support/placeBuilder';
import type { Scenario } from '../../domain/scenario';
import type { Checked } from '../../geodata/problems';
import { createEvaluator } from '../../scoring/evaluator';
import { NO_PLAN_DETAILS } from '../arealdel/planDetails';
import { exportFiles, reportFile, type ExportSettings } from '../exportFiles';
import { readMapSheet } from '../mapSheet/readMapSheet';
import { readScenarioFile, writeScenarioFile } from '../scenarioFile';
import { verifyExport, type ExportContents, type Verification } from '../verification';
import { withRasterPictures, type MapRaster, type RasterPlace } from './mapRaster';
import { rasterLegend } from './rasterLegend';
import { readReport } from './readReport';

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withStation('stasjon', 500, 500)
  .build();
const evaluator = createEvaluator(dataset);

/** As a file keeps it, whose coordinates end somewhere. */
function kept(scenario: Scenario): Scenario {
  const reading = readScenarioFile(writeScenarioFile(scenario, dataset), 'scenario.json', dataset);
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.scenario;
}

const near = kept(scenarioOf([developmentArea('nær', rectangle(450, 450, 100, 100), 50)]));
const far = kept(scenarioOf([developmentArea('fjern', rectangle(1500, 300, 200, 100), 50)]));

const HEIGHTS: MapRaster = {
  id: 'raster-1',
  title: 'Høyde <over> havet',
  attribution: '© "Kartverket"',
  date: '2025',
  opacity: 0.6,
  reading: { kind: 'values', classes: [], unit: 'm', low: 0, high: 240.4 },
};
const KINDS: MapRaster = {
  ...HEIGHTS,
  id: 'raster-2',
  title: 'AR5',
  reading: { kind: 'classes', classes: [{ value: 0, name: 'ikke kartlagt', colour: null }, { value: 21, name: 'fulldyrka', colour: '#e0c075' }], unit: '', low: 0, high: 21 },
};

const settings = (...rasters: readonly MapRaster[]): ExportSettings => ({ paper: 'A4', date: 'i dag', plan: NO_PLAN_DETAILS, draws: { draws: 100, seed: 3 }, rasters });
const ground = { walkingNetwork: null, loadSqlite: () => Promise.reject(new Error('Not asked for')) };

async function sheet(...rasters: readonly MapRaster[]): Promise<string> {
  const [file] = await exportFiles('mapSheet', evaluator.assess(near), ground, settings(...rasters));
  return String(file?.content);
}

/** Fills in pictures that say what they are of, and tells what was asked for. */
async function filled(document: string): Promise<{ readonly document: string; readonly asked: readonly RasterPlace[] }> {
  const asked: RasterPlace[] = [];
  const text = await withRasterPictures(document, (place) => {
    asked.push(place);
    return Promise.resolve(`data:image/png;base64,${btoa(place.raster)}`);
  });
  return { document: text, asked };
}

function verified(name: string, read: Checked<ExportContents>): Promise<Verification> {
  if (read.kind === 'invalid') throw new Error(read.problems.join('\n'));
  return verifyExport(name, read.value, { dataset, assess: (scenario) => evaluator.assess(scenario), walkingNetwork: null });
}

describe('rasters on a map sheet', () => {
  it('have a place each with the ground and the dots that their picture is to have, in the order they lie', async () => {
    const svg = await sheet(HEIGHTS, KINDS);
    const { document, asked } = await filled(svg);
    expect(asked.map(({ raster }) => raster)).toEqual(['raster-1', 'raster-2']);
    const [{ bounds, wide, high } = { bounds: null, wide: 0, high: 0 }] = asked;
    const scale = Number(/1 : ([\d\u00A0]+) på A4/u.exec(svg)?.[1]?.replaceAll('\u00A0', ''));
    const millimetres = Number(/<image id="raster-0" width="([\d.]+)"/u.exec(svg)?.[1]);
    expect(((bounds?.maxX ?? 0) - (bounds?.minX ?? 0)) / (millimetres / 1000)).toBeCloseTo(scale, 3);
    expect(wide / (millimetres / 25.4)).toBeCloseTo(200, 0);
    expect(((bounds?.maxX ?? 0) - (bounds?.minX ?? 0)) / wide / (((bounds?.maxY ?? 0) - (bounds?.minY ?? 0)) / high)).toBeCloseTo(1, 2);
    expect([...document.matchAll(/opacity="0\.6"[^>]* href="data:image\/png;base64,([^"]+)"/gu)].map(([, text = '']) => atob(text))).toEqual(['raster-1', 'raster-2']);
    expect(document.indexOf('<use href="#raster-0"/><use href="#raster-1"/>')).toBeGreaterThan(0);
  });

  it('are in the legend and among the sources, as text', async () => {
    const svg = await sheet(HEIGHTS, KINDS);
    expect(svg).toContain('Høyde &lt;over&gt; havet, 0–240 m');
    expect(svg).toContain('AR5: fulldyrka');
    expect(svg).not.toContain('ikke kartlagt</text>');
    expect(svg.replaceAll(/<\/text><text[^>]*>/gu, ' ')).toContain('Høyde &lt;over&gt; havet: © &quot;Kartverket&quot; (2025), raster som ikke teller i tallene');
  });

  it('leave a sheet without them as it was', async () => {
    const svg = await sheet();
    expect(svg).not.toMatch(/raster|<image|<use/u);
    expect((await filled(svg)).document).toBe(svg);
  });

  it('are told of as unchecked by a verification that finds every other change', async () => {
    const { document } = await filled(await sheet(HEIGHTS));
    const good = await verified('kart.svg', readMapSheet('kart.svg', document));
    expect(good).toMatchObject({ kind: 'scored', differences: [], unchecked: expect.stringContaining('Bildene av raster er ikke kontrollert') as string });
    for (const [from, to] of [['opacity="0.6"', 'opacity="0.9"'], ['<use href="#raster-0"/>', ''], ['0–240 m<', '0–90 m<']] as const) {
      expect(document).toContain(from);
      const changed = await verified('kart.svg', readMapSheet('kart.svg', document.replaceAll(from, to)));
      expect(changed).toMatchObject({ differences: [expect.stringContaining('tegningen') as string] });
    }
  });
});

describe('rasters in a report', () => {
  it('are drawn once for all its maps, and only then may a report show pictures', async () => {
    const assessments = [near, far].map((one) => evaluator.assess(one));
    const plain = String((await reportFile(assessments, ground, settings())).content);
    expect(plain).not.toMatch(/raster|img-src/u);
    const { document, asked } = await filled(String((await reportFile(assessments, ground, settings(KINDS))).content));
    expect(asked).toHaveLength(1);
    expect(document.match(/<use href="#raster-0"\/>/gu)).toHaveLength(2);
    expect(document).toContain("style-src 'unsafe-inline'; img-src data:");
    expect(await verified('rapport.html', readReport('rapport.html', document))).toMatchObject({ differences: [], unchecked: expect.stringContaining('raster') as string });
    const one = await filled(String((await reportFile(assessments.slice(0, 1), ground, settings(KINDS))).content));
    expect(one.asked).toHaveLength(1);
    expect(one.document.match(/<use href="#raster-0"\/>/gu)).toHaveLength(1);
  });
});

describe('the legend of a raster', () => {
  it('counts the classes that it has no room for, and keeps names short', () => {
    const classes = Array.from({ length: 30 }, (_, value) => ({ value, name: `klasse med et langt navn nummer ${value}`, colour: '#808080' }));
    const entries = rasterLegend({ ...KINDS, title: 'Et raster med et altfor langt navn', reading: { ...KINDS.reading, classes } });
    expect(entries).toHaveLength(13);
    expect(entries.at(-1)?.name).toBe('Et raster med et altf…: 18 klasser til');
    expect(Math.max(...entries.slice(0, -1).map(({ name }) => name.length))).toBeLessThanOrEqual(34);
  });

  it('gives a picture its name, and numbers the decimals that tell them apart', () => {
    expect(rasterLegend({ ...KINDS, title: 'Flyfoto', reading: { ...KINDS.reading, kind: 'picture' } }).map(({ name }) => name)).toEqual(['Flyfoto']);
    expect(rasterLegend({ ...HEIGHTS, title: 'Støy', reading: { ...HEIGHTS.reading, unit: '', low: 0.25, high: 0.75 } })[0]?.name).toBe('Støy, 0,25–0,75');
  });
});
