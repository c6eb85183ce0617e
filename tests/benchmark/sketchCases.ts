import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { PlaceGround } from '../../src/core/geodata/placeGround';
import { multiPolygonCentroid } from '../../src/core/geometry/area';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon, PlanarPoint } from '../../src/core/geometry/shapes';
import { addArea, reshapeArea } from '../../src/core/operations/drawnAreas';
import { EMPTY_HISTORY, record, undo } from '../../src/core/operations/history';
import type { OperationContext } from '../../src/core/operations/outcome';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { surveyGround } from '../../src/core/scoring/survey';
import { measure, once, type Case } from './measure';

/** A frame: what the hand does is to be there when the next one is drawn. */
const INPUT_MILLISECONDS = 16;
const CORNERS = 12;

/** A stroke around a point, of another size for every run. */
function strokeAround({ x, y }: PlanarPoint, run: number): LonLatMultiPolygon {
  const ring = new Float64Array(2 * CORNERS);
  for (let corner = 0; corner < CORNERS; corner += 1) {
    const angle = (2 * Math.PI * corner) / CORNERS;
    const radius = 150 + (run % 50) + 40 * Math.sin(3 * angle);
    ring[2 * corner] = x + radius * Math.cos(angle);
    ring[2 * corner + 1] = y + radius * Math.sin(angle);
  }
  return toLonLatMultiPolygon([[ring]]);
}

/** What a hand that draws on a full scenario waits for: the ground under its stroke, and the change when it lets go. */
export function sketchCases(place: string, dataset: Dataset, scenario: Scenario): readonly Case[] {
  const baseline = once(() => buildBaseline(dataset));
  const ground = new PlaceGround(dataset);
  const context = once((): OperationContext => ({ dataset, facts: createEvaluator(dataset).evaluate(scenario).facts }));
  const [first] = scenario.areas.values();
  const middle = first && multiPolygonCentroid(toPlanarMultiPolygon(first.outline));
  if (!first || !middle) throw new Error('The scenario to draw on has no areas.');
  const row = (name: string, work: (stroke: LonLatMultiPolygon) => unknown): Case => ({
    name: `${place}: ${name}`,
    target: INPUT_MILLISECONDS,
    time: () => measure({ runs: 100, warmUps: 20 }, (run) => strokeAround(middle, run), work),
  });
  const drawn = (outline: LonLatMultiPolygon) =>
    addArea(scenario, context(), ground, { outline, typology: 'blokk', developableShare: 1 });
  return [
    row('stroke under way → its ground', (stroke) => structuredClone(surveyGround(baseline(), structuredClone(stroke)))),
    row(`area drawn over ${scenario.areas.size} areas → state`, drawn),
    row('vertex let go of → state', (stroke) => reshapeArea(scenario, context(), ground, first.id, stroke)),
    row('drawn area undone', (stroke) => {
      const outcome = drawn(stroke);
      if (outcome.kind !== 'moment') throw new Error('The stroke was not taken in.');
      return undo(record({ scenario, history: EMPTY_HISTORY }, outcome.moment));
    }),
  ];
}
