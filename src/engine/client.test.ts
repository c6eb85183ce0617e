import { afterEach, describe, expect, it } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import type { Scenario } from '../core/domain/scenario';
import { createEvaluator } from '../core/scoring/evaluator';
import { createEngineClient, type EngineClient } from './client';

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withStation('stasjon', 500, 500)
  .build();

const north = developmentArea('nord', rectangle(450, 450, 100, 100), 50);
const south = developmentArea('sør', rectangle(700, 300, 200, 100), 30);
const scenario = scenarioOf([north, south]);
const withDwellings = (dwellings: number): Scenario => ({
  ...scenario,
  areas: new Map(scenario.areas).set(north.id, { ...scenario.areas.get(north.id)!, dwellingsByPeriod: [dwellings, 1] }),
});
/** A programme without a single year cannot be evaluated. */
const impossible: Scenario = { ...scenario, programme: { ...scenario.programme, lastYear: 2025 } };

let client: EngineClient | null = null;

function start(engine: EngineOnChannel): EngineClient {
  client = createEngineClient(dataset, engine.openLine);
  return client;
}

afterEach(() => client?.close());

describe('engine client', () => {
  it('answers with what the evaluator says, facts included', async () => {
    const { evaluate } = start(new EngineOnChannel());
    const direct = createEvaluator(dataset);
    for (const asked of [scenario, withDwellings(12), withDwellings(99)]) {
      expect(await evaluate(asked)).toEqual(direct.evaluate(asked));
    }
  });

  it('answers several questions at once in their order', async () => {
    const { evaluate } = start(new EngineOnChannel());
    const dwellings = [5, 10, 15, 20];
    const answers = await Promise.all(dwellings.map((count) => evaluate(withDwellings(count))));
    const expected = dwellings.map((count) => createEvaluator(dataset).evaluate(withDwellings(count)).evaluation);
    expect(answers.map((answer) => answer.evaluation)).toEqual(expected);
  });

  it('sends only numbers when only dwellings change', async () => {
    const engine = new EngineOnChannel();
    const { evaluate } = start(engine);
    await evaluate(scenario);
    await evaluate(withDwellings(12));
    const last = engine.requests.at(-1);
    expect(last).toMatchObject({
      kind: 'evaluate',
      difference: { fields: {}, areas: [], order: null, dwellings: { periods: 2 }, measures: [], removedMeasures: [] },
    });
    expect(last?.kind === 'evaluate' && last.difference.newOutlines.size).toBe(0);
    expect(last?.kind === 'evaluate' && [...(last.difference.dwellings?.positions ?? [])]).toEqual([[...scenario.areas.keys()].indexOf(north.id)]);
    expect(last?.kind === 'evaluate' && [...(last.difference.dwellings?.dwellings ?? [])]).toEqual([12, 1]);
  });

  it('tells the user in Norwegian when it cannot, and goes on with the next question', async () => {
    const { evaluate } = start(new EngineOnChannel());
    await evaluate(scenario);
    await expect(evaluate(impossible)).rejects.toThrow(/Tallene kunne ikke beregnes .*Angre endringen/u);
    expect(await evaluate(withDwellings(7))).toEqual(createEvaluator(dataset).evaluate(withDwellings(7)));
  });

  it('says why when the data set cannot be used at all', async () => {
    const engine = new EngineOnChannel();
    client = createEngineClient({ ...dataset, layers: [] }, engine.openLine);
    await expect(client.evaluate(scenario)).rejects.toThrow(/Tallene kunne ikke beregnes/u);
  });

  it('leaves no question unanswered when the engine breaks down, and starts it again', async () => {
    const engine = new EngineOnChannel();
    const { evaluate } = start(engine);
    const pending = evaluate(scenario);
    engine.breakDown('tomt for minne');
    await expect(pending).rejects.toThrow(/tomt for minne/u);
    expect(engine.linesClosed).toBe(1);
    expect(await evaluate(withDwellings(7))).toEqual(createEvaluator(dataset).evaluate(withDwellings(7)));
    expect(engine.linesOpened).toBe(2);
  });

  it('rejects what is unanswered when it is closed', async () => {
    const { evaluate, close } = start(new EngineOnChannel());
    const pending = evaluate(scenario);
    close();
    await expect(pending).rejects.toThrow(/avsluttet/u);
  });
});
