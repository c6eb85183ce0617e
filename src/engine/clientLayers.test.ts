import { describe, expect, it } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { droppedFixture, importedLayers, NEAR } from '../../tests/support/importFiles';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { fingerprintOf } from '../core/import/fingerprint';
import { withTakenLayers } from '../core/import/importedDataset';
import { recogniseRole } from '../core/import/recogniseRole';
import type { TakenLayer } from '../core/import/takenLayer';
import { createWalkingNetwork } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import { createEvaluator } from '../core/scoring/evaluator';
import { createEngineClient, type EngineClient } from './client';
import { layerFile, withFile } from './layerFile';
import type { MeasuringProgress } from './protocol';

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('farmland', [rectangle(0, 0, 900, 900)], 500)
  .withStation('stasjon', 500, 500)
  .build();
const scenario = scenarioOf([developmentArea('nord', rectangle(450, 450, 100, 100), 50)]);

async function ownFarmland(): Promise<TakenLayer> {
  const [layer] = await importedLayers([droppedFixture('patches.geojson')], { near: NEAR });
  if (!layer) throw new Error('The fixture holds no layer.');
  return {
    id: 'import-1',
    file: 'patches.geojson',
    layer,
    assignment: recogniseRole(layer).assignment,
    how: 'replace',
    about: { title: 'AR5', source: 's', date: 'd', licence: 'l', attribution: 'a', accuracyMetres: 2, accuracyNote: '' },
    takenAt: 1,
    fingerprint: fingerprintOf(layer),
  };
}

function started(taken: readonly TakenLayer[] = []): { readonly engine: EngineClient; readonly channel: EngineOnChannel } {
  const channel = new EngineOnChannel();
  return { engine: createEngineClient(dataset, channel.openLine, taken), channel };
}

const embedded = createEvaluator(dataset).evaluate(scenario).evaluation;

describe('an engine that layers are laid on', () => {
  it('measures on the layers that it was given, and on the embedded ones again when they are gone', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    const other = createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation;
    expect(other.blueGreen).not.toEqual(embedded.blueGreen);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.lay([own]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    engine.lay([]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.close();
    expect([channel.linesOpened, channel.linesClosed]).toEqual([1, 1]);
  });

  it('tells only what has changed, also where the ground was measured ahead, and sends a layer once', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    const other = createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation;
    await engine.evaluate(scenario);
    void engine.prepare([own]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.lay([own]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    const orders = channel.requests.flatMap((request) => (request.kind === 'lay' || request.kind === 'prepare' ? [request.layers] : []));
    expect(orders.map(({ ids, added }) => [ids, added.length])).toEqual([
      [['import-1'], 1],
      [['import-1'], 0],
    ]);
    expect(channel.requests.filter((request) => request.kind === 'evaluate' && request.difference.fromScratch)).toHaveLength(1);
    engine.close();
  });

  it('lays another ground than the one measured ahead, and forgets what was given up', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    const beside: TakenLayer = { ...own, id: 'import-2', how: 'add' };
    await engine.evaluate(scenario);
    void engine.prepare([own]);
    engine.lay([beside]);
    const expected = createEvaluator(withTakenLayers(dataset, [beside])).evaluate(scenario).evaluation;
    expect((await engine.evaluate(scenario)).evaluation).toEqual(expected);
    void engine.prepare([beside, own]);
    void engine.prepare([beside]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(expected);
    engine.lay([beside, own]);
    const both = createEvaluator(withTakenLayers(dataset, [beside, own])).evaluate(scenario).evaluation;
    expect((await engine.evaluate(scenario)).evaluation).toEqual(both);
    const last = channel.requests.findLast((request) => request.kind === 'lay');
    expect(last?.kind === 'lay' && last.layers.added.map(({ id }) => id)).toEqual(['import-1']);
    engine.close();
  });

  it('says when a ground is measured, and why one could not be', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    expect(await engine.prepare([own])).toBe(true);
    const isPrepared = engine.prepare([own, { ...own, id: 'import-2' }]);
    channel.breakDown('minnet er fullt');
    await expect(isPrepared).rejects.toThrow('minnet er fullt');
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.close();
  });

  it('tells step by step how far the measuring has come', async () => {
    const { engine } = started();
    await engine.evaluate(scenario);
    const told: MeasuringProgress[] = [];
    await engine.prepare([await ownFarmland()], (progress) => told.push(progress));
    const stages = told.map(({ stage }) => stage);
    expect(stages.filter((stage, index) => stage !== stages[index - 1])).toEqual(['green', 'water', 'overlay', 'residents', 'connectivity', 'scenario']);
    expect(told.findLast(({ stage }) => stage === 'overlay')?.done).toBe(1);
    engine.close();
  });

  it('reads a layer from its file, and answers in turn what was asked meanwhile', async () => {
    const own = await ownFarmland();
    const inFile: TakenLayer = { ...own, layer: withFile({ ...own.layer }, layerFile(own.layer, 0)) };
    const { engine, channel } = started([inFile]);
    const other = createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation;
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    engine.lay([]);
    const without = engine.evaluate(scenario);
    engine.lay([inFile]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    expect((await without).evaluation).toEqual(embedded);
    const told = channel.requests.flatMap((request) => (request.kind === 'open' || request.kind === 'lay' ? request.layers.added : []));
    expect(told.map(({ layer }) => layer instanceof Blob)).toEqual([true, true]);
    engine.close();
  });

  it('measures nothing with a layer whose file is broken, and says why', async () => {
    const own = await ownFarmland();
    const broken: TakenLayer = { ...own, layer: withFile({ ...own.layer }, new Blob(['{'])) };
    const { engine } = started();
    await expect(engine.prepare([broken])).rejects.toThrow('Tallene kunne ikke beregnes');
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.lay([broken]);
    await expect(engine.evaluate(scenario)).rejects.toThrow('Tallene kunne ikke beregnes');
    engine.lay([]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.close();
  });

  it('gives up what it prepares by starting anew, and answers what else was asked', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    await engine.evaluate(scenario);
    const isPrepared = engine.prepare([own]);
    const asked = engine.evaluate(scenario);
    engine.giveUpPreparing();
    expect(await isPrepared).toBe(false);
    expect((await asked).evaluation).toEqual(embedded);
    expect([channel.linesOpened, channel.linesClosed]).toEqual([2, 1]);
    // Nothing is under way now.
    engine.giveUpPreparing();
    expect(channel.linesOpened).toBe(2);
    engine.lay([own]);
    const other = createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation;
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    engine.close();
  });

  it('measures with its layers and along its network when it is started again', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    const lines: WalkingLines = { positions: Float64Array.of(10.5, 59.9, 10.51, 59.9), lineStarts: Uint32Array.of(0, 2), nodeIds: null, notes: [] };
    await engine.walk(lines);
    engine.lay([own]);
    const laid = (await engine.evaluate(scenario)).evaluation;
    channel.breakDown('borte');
    expect((await engine.evaluate(scenario)).evaluation).toEqual(laid);
    expect(channel.requests.findLast((request) => request.kind === 'open')).toMatchObject({ layers: { ids: ['import-1'], added: [{ id: 'import-1' }] } });
    expect(channel.requests.filter(({ kind }) => kind === 'walk')).toHaveLength(2);
    engine.close();
  });

  it('walks along the network also on ground that was measured ahead', async () => {
    const { engine } = started();
    const own = await ownFarmland();
    const lines: WalkingLines = { positions: Float64Array.of(10.5, 59.9, 10.51, 59.9), lineStarts: Uint32Array.of(0, 2), nodeIds: null, notes: [] };
    void engine.prepare([own]);
    await engine.walk(lines);
    engine.lay([own]);
    const walking = (await engine.evaluate(scenario)).evaluation;
    const expected = createEvaluator(withTakenLayers(dataset, [own]), { walkingNetwork: createWalkingNetwork(lines) }).evaluate(scenario).evaluation;
    expect(walking).toEqual(expected);
    engine.close();
  });
});
