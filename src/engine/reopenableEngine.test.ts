import { describe, expect, it } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { droppedFixture, importedLayers, NEAR } from '../../tests/support/importFiles';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { fingerprintOf } from '../core/import/fingerprint';
import { withTakenLayers } from '../core/import/importedDataset';
import { recogniseRole } from '../core/import/recogniseRole';
import type { TakenLayer } from '../core/import/takenLayer';
import type { WalkingLines } from '../core/network/walkingLines';
import { createEvaluator } from '../core/scoring/evaluator';
import { createEngineClient } from './client';
import { createReopenableEngine, type ReopenableEngine } from './reopenableEngine';

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

function started(): { readonly engine: ReopenableEngine; readonly channel: EngineOnChannel } {
  const channel = new EngineOnChannel();
  return { engine: createReopenableEngine((taken) => createEngineClient(dataset, channel.openLine, taken)), channel };
}

describe('an engine that is opened anew', () => {
  it('measures on the layers that it was given, and on the embedded ones again when they are gone', async () => {
    const { engine, channel } = started();
    const own = await ownFarmland();
    const embedded = createEvaluator(dataset).evaluate(scenario).evaluation;
    const other = createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation;
    expect(other.blueGreen).not.toEqual(embedded.blueGreen);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.reopen([own]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(other);
    engine.reopen([]);
    expect((await engine.evaluate(scenario)).evaluation).toEqual(embedded);
    engine.close();
    expect(channel.linesClosed).toBe(channel.linesOpened);
  });

  it('answers what was asked before by the new layers', async () => {
    const { engine } = started();
    const own = await ownFarmland();
    const under = engine.evaluate(scenario);
    engine.reopen([own]);
    expect((await under).evaluation).toEqual(createEvaluator(withTakenLayers(dataset, [own])).evaluate(scenario).evaluation);
    engine.close();
  });

  it('walks along the network that it was given before', async () => {
    const { engine, channel } = started();
    const lines: WalkingLines = { positions: Float64Array.of(10.5, 59.9, 10.51, 59.9), lineStarts: Uint32Array.of(0, 2), nodeIds: null, notes: [] };
    await engine.walk(lines);
    engine.reopen([]);
    await engine.evaluate(scenario);
    const walks = channel.requests.filter(({ kind }) => kind === 'walk');
    expect(walks).toHaveLength(2);
    expect(channel.requests.findIndex((request) => request === walks[1])).toBeLessThan(channel.requests.findLastIndex(({ kind }) => kind === 'evaluate'));
    engine.close();
  });

  it('passes on what the engine of the moment cannot do', async () => {
    const { engine } = started();
    const impossible = { ...scenario, programme: { ...scenario.programme, lastYear: 2025 } };
    await expect(engine.evaluate(impossible)).rejects.toThrow('Tallene kunne ikke beregnes');
    engine.close();
  });
});
