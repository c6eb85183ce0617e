import { afterEach, describe, expect, it } from 'vitest';
import { EngineOnChannel } from '../../tests/support/engineOnChannel';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../../tests/support/placeBuilder';
import { toLonLat } from '../core/geometry/projection';
import { readGeoJsonLines } from '../core/network/readGeoJsonLines';
import { createWalkingNetwork } from '../core/network/walkingNetwork';
import { createEvaluator } from '../core/scoring/evaluator';
import { explain } from '../core/scoring/explain';
import { UncertaintyRun } from '../core/scoring/uncertainty/uncertainty';
import { createEngineClient, type Drawn, type EngineClient } from './client';

const dataset = new PlaceBuilder()
  .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
  .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
  .withPolygons('green', [rectangle(3000, 0, 1000, 1000)])
  .withStation('stasjon', 500, 500)
  .build();

const near = scenarioOf([developmentArea('nær', rectangle(450, 450, 100, 100), 50)]);
const far = scenarioOf([developmentArea('fjern', rectangle(2000, 300, 200, 100), 50)]);

let client: EngineClient | null = null;

function start(): EngineClient {
  client = createEngineClient(dataset, new EngineOnChannel().openLine);
  return client;
}

afterEach(() => client?.close());

describe('what the engine is asked besides evaluating', () => {
  it('explains a number as the model does', async () => {
    expect(await start().explain(far, 'B1', null)).toEqual(explain(createEvaluator(dataset).assess(far), 'B1'));
  });

  it('measures the ground under a stroke while draws go on', async () => {
    const engine = start();
    const draws = engine.draw(near, { draws: 300, seed: 1 }, () => undefined);
    const survey = await engine.survey(rectangle(1900, -100, 200, 200));
    expect(survey.areaDaa).toBeCloseTo(40, 3);
    expect(survey.groundDaa.farmland).toBeCloseTo(10, 3);
    expect(survey.groundDaa.builtUp).toBeCloseTo(10, 3);
    expect(survey.conflictsDaa.farmland).toBeCloseTo(10, 3);
    expect(survey.outsideMunicipalityDaa).toBeCloseTo(20, 3);
    expect(await draws).toBe(true);
  });

  it('tells ranges after every hundred draws, the same as without a worker', async () => {
    const heard: Drawn[] = [];
    expect(await start().draw(near, { draws: 250, seed: 4 }, (drawn) => heard.push(drawn))).toBe(true);
    expect(heard.map(({ uncertainty, isLast }) => [uncertainty.draws, isLast])).toEqual([
      [100, false],
      [200, false],
      [250, true],
    ]);
    const run = new UncertaintyRun([createEvaluator(dataset).assess(near)], 4);
    run.advance(250);
    expect(heard.at(-1)?.uncertainty).toEqual(run.result());
  });

  it('gives draws up for a newer evaluation, which is answered at once', async () => {
    const engine = start();
    let heard = 0;
    const draws = engine.draw(near, { draws: 1_000_000, seed: 1 }, () => {
      heard += 1;
    });
    const { evaluation } = await engine.evaluate(far);
    expect(evaluation).toEqual(createEvaluator(dataset).evaluate(far).evaluation);
    expect(await draws).toBe(false);
    expect(heard).toBeLessThan(50);
  });

  it('keeps drawing while a number is explained', async () => {
    const engine = start();
    const heard: number[] = [];
    const draws = engine.draw(near, { draws: 300, seed: 1 }, ({ uncertainty }) => heard.push(uncertainty.draws));
    await engine.explain(near, 'T', null);
    expect(await draws).toBe(true);
    expect(heard).toEqual([100, 200, 300]);
  });

  it('ranks several scenarios on common draws', async () => {
    const heard: Drawn[] = [];
    await start().rank([near, far], { draws: 100, seed: 1 }, (drawn) => heard.push(drawn));
    const [last] = heard;
    expect(last?.evaluations).toEqual([near, far].map((scenario) => createEvaluator(dataset).evaluate(scenario).evaluation));
    expect(last?.uncertainty.pairs).toEqual([{ first: 0, second: 1, transit: 1, blueGreen: 1 }]);
  });

  it('walks along a network from when it is given to when it is taken away', async () => {
    const engine = start();
    const at = (x: number, y: number) => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });
    const lines = readGeoJsonLines(
      {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [at(400, 400), at(400, 500), at(500, 500)] } },
        ],
      },
      'veger.geojson',
    );
    const before = await engine.evaluate(near);
    expect(await engine.walk(lines)).toMatchObject({ links: 1 });
    const along = await engine.evaluate(near);
    const direct = createEvaluator(dataset, { walkingNetwork: createWalkingNetwork(lines) }).evaluate(near);
    expect(along.evaluation).toEqual(direct.evaluation);
    expect(along.evaluation.transit.meanWalkMinutes).not.toBe(before.evaluation.transit.meanWalkMinutes);
    expect(await engine.walk(null)).toBeNull();
    expect((await engine.evaluate(near)).evaluation).toEqual(before.evaluation);
  });
});
