import { afterEach, describe, expect, it } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { NO_PLAN_DETAILS } from '../core/exchange/arealdel/planDetails';
import { exportFiles, reportFile, type ExportFormatId, type ExportSettings } from '../core/exchange/exportFiles';
import { networkIdentity } from '../core/exchange/networkIdentity';
import { toLonLat } from '../core/geometry/projection';
import { readGeoJsonLines } from '../core/network/readGeoJsonLines';
import { createWalkingNetwork } from '../core/network/walkingNetwork';
import { createEvaluator } from '../core/scoring/evaluator';
import { createEngineClient, type EngineClient } from './client';
import type { ExportOrder } from './export/writeExport';

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
  .withStation('stasjon', 500, 500)
  .build();

const near = scenarioOf([developmentArea('nær', rectangle(450, 450, 100, 100), 50)]);
const far = scenarioOf([developmentArea('fjern', rectangle(2000, 300, 200, 100), 50)]);

const settings: ExportSettings = { paper: 'A4', date: 'i dag', plan: NO_PLAN_DETAILS, draws: { draws: 100, seed: 3 }, rasters: [] };
const ground = { walkingNetwork: null, loadSqlite: () => Promise.reject(new Error('Not asked for')) };
const order = (format: ExportFormatId): ExportOrder => ({ format, settings, network: null });

let client: EngineClient | null = null;

function start(): EngineClient {
  client = createEngineClient(dataset, new EngineOnChannel().openLine);
  return client;
}

afterEach(() => client?.close());

describe('files from the engine', () => {
  it.each(['scenario', 'arealdel', 'arealdelPlanar', 'areas', 'workbook', 'tables', 'mapSheet'] as const)('%s is what the core writes', async (format) => {
    const written = await start().export([near], order(format));
    expect(written).toEqual(await exportFiles(format, createEvaluator(dataset).assess(near), ground, settings));
  });

  it('one report of several, while draws for the page go on', async () => {
    const engine = start();
    const draws = engine.draw(far, { draws: 300, seed: 1 }, () => undefined);
    const evaluator = createEvaluator(dataset);
    expect(await engine.export([near, far], order('report'))).toEqual([await reportFile([evaluator.assess(near), evaluator.assess(far)], ground, settings)]);
    expect(await draws).toBe(true);
  });

  it('along the network in use, which is named by its lines', async () => {
    const positions = [0, 1500].map((x) => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + 500 }));
    const lines = readGeoJsonLines(
      { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: positions } }] },
      'veier',
    );
    const engine = start();
    await engine.walk(lines);
    const walkingNetwork = networkIdentity('veier.geojson', lines);
    const assessment = createEvaluator(dataset, { walkingNetwork: createWalkingNetwork(lines) }).assess(near);
    const [written] = await engine.export([near], { ...order('areas'), network: 'veier.geojson' });
    expect([written]).toEqual(await exportFiles('areas', assessment, { ...ground, walkingNetwork }, settings));
    expect(written?.content).toContain(`"walkingNetworkHash": "${walkingNetwork.hash}"`);
    expect(networkIdentity('andre', lines).hash).toBe(walkingNetwork.hash);
    const moved = { ...lines, positions: lines.positions.map((degree) => degree + 1e-7) };
    expect(networkIdentity('veier.geojson', moved).hash).not.toBe(walkingNetwork.hash);
  });

  it('that cannot be written are told of in Norwegian, and the engine goes on', async () => {
    const engine = start();
    await expect(engine.export([], order('areas'))).rejects.toThrow(/Filen kunne ikke lages \(.*Arbeidet ditt er urørt/u);
    expect((await engine.evaluate(near)).evaluation).toEqual(createEvaluator(dataset).evaluate(near).evaluation);
  });
});
