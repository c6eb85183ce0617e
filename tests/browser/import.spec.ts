import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { patchworkGeojson } from '../support/landPatchwork';
import { droppedFixture, droppedText } from '../support/importFiles';
import { tiffBytes } from '../support/tiffBuilder';
import { startBrowser, type StartedBrowser } from './browser';
import { ImportingPlanner } from './importingPlanner';

let browser: StartedBrowser;
let planner: ImportingPlanner | null = null;

/** A land resource map of the whole municipality, coarser than a real one so that software rendering keeps up. */
const LAND = patchworkGeojson({
  minX: 576_000,
  minY: 6_633_000,
  maxX: 595_000,
  maxY: 6_657_000,
  columns: 40,
  rows: 40,
  sideVertices: 4,
  system: 'EPSG:25832',
});

beforeAll(async () => {
  browser = await startBrowser();
});

afterEach(async () => {
  await planner?.leave();
  planner = null;
});

afterAll(() => browser.close());

describe('a planner’s own data', () => {
  it('is recognised, changes B, makes its parts scored, survives a reload, and can be taken away', async () => {
    planner = await ImportingPlanner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const before = await planner.scores();
    expect(await planner.unscoredParts()).toBe(2);
    await planner.drop('ar5.geojson', LAND);
    const question = await planner.question();
    expect(question).toContain('1\u00a0600 flater');
    expect(question).toContain('EUREF89 UTM sone 32 (EPSG:25832), står i filen');
    expect(question).toContain('AR5-koder');
    await planner.takeIn();
    const after = await planner.scoresAfter(before);
    expect(after.blueGreen).not.toBe(before.blueGreen);
    expect(await planner.unscoredParts()).toBe(0);
    expect(await planner.ownLayers()).toEqual(['AR5']);
    await planner.reload();
    expect(await planner.scores()).toEqual(after);
    expect(await planner.ownLayers()).toEqual(['AR5']);
    await planner.forget('AR5');
    expect(await planner.scoresAfter(after)).toEqual(before);
    expect(planner.problems).toEqual([]);
  });

  it('is read from a GeoPackage and, by GDAL, from GML and a packed geodatabase', async () => {
    planner = await ImportingPlanner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    for (const file of ['patches.gpkg', 'patches.gml', 'patches-geodatabase.zip']) {
      await planner.dropFixture(droppedFixture(file));
      const question = await planner.question();
      expect(question).toContain('4 flater, 100 daa');
      expect(question).toContain('AR5-koder');
      await planner.giveUp();
    }
    expect(planner.requests.every((request) => request.startsWith(inject('address')))).toBe(true);
    expect(planner.problems).toEqual([]);
  });

  it('as a raster, placed by the world file beside it, is drawn, told of in every area, and there again after a reload', async () => {
    planner = await ImportingPlanner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const before = await planner.scores();
    const raster = tiffBytes({
      columns: 190,
      rows: 240,
      tile: 64,
      deflate: true,
      valueAt: (column) => (column < 100 ? 30 : 11),
    });
    await planner.dropFixture({ name: 'arealtyper.tif', bytes: raster }, droppedText('arealtyper.tfw', '100\n0\n0\n-100\n576050\n6656950\n'));
    const question = await planner.question();
    expect(question).toContain('190 × 240 celler på 100 m');
    expect(question).toContain('EUREF89 UTM sone 32 (EPSG:25832)');
    expect(question).not.toContain('står i filen');
    await planner.takeIn();
    expect(await planner.ownLayers()).toEqual(['arealtyper']);
    const table = await planner.rasterTable('arealtyper');
    expect(table[0]).toContain('bebygd (11)');
    expect(table[1]).toMatch(/^Alle felt med boliger/u);
    expect(table.length).toBeGreaterThan(20);
    const sheet = (await planner.exports.saveAs('Kartblad som tegning')).content.toString('utf8');
    expect(sheet).toMatch(/<image id="raster-0"[^>]* href="data:image\/png;base64,[A-Za-z\d+/=]{1000,}"\/>/u);
    expect(sheet).toContain('arealtyper: bebygd (11)');
    expect(await planner.scores()).toEqual(before);
    await planner.reload();
    expect(await planner.ownLayers()).toEqual(['arealtyper']);
    expect(planner.problems).toEqual([]);
  });

  it('that cannot be read leaves everything as it was, and says why', async () => {
    planner = await ImportingPlanner.arrive(browser, inject('address'), { pixelRatio: 0.5 });
    const before = await planner.scores();
    await planner.drop('avkuttet.geojson', LAND.slice(0, 5000));
    expect(await planner.refusal()).toContain('ikke gyldig JSON');
    expect(await planner.scores()).toEqual(before);
    expect(planner.problems).toEqual([]);
  });
});
