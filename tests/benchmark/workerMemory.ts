import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { toPlanarPoint } from '../../src/core/geometry/projection';
import { createWalkingNetwork } from '../../src/core/network/walkingNetwork';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { syntheticNetwork } from './syntheticNetwork';
import { syntheticPlace } from './syntheticPlace';

/*
 * A process of its own that holds what the worker holds for the synthetic municipality, and prints how much memory
 * that is: `{ heldMegabytes, residentMegabytes }`. Parameters: polygons and network nodes.
 */

const [polygons = 8000, nodes = 67_000] = process.argv.slice(2).map(Number);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const { dataset, scenario, sideMetres } = syntheticPlace(polygons);
const corner = toPlanarPoint(dataset.layers[0]!.polygons[0]!.outline[0]![0]![0]!);
const lines = syntheticNetwork({ west: corner.x, south: corner.y, sideMetres }, nodes);
const evaluator = createEvaluator(dataset, { walkingNetwork: createWalkingNetwork(lines) });
const { evaluation } = evaluator.evaluate(scenario);
if (evaluation.transit.score === null) throw new Error('The synthetic municipality gave no score.');
collectGarbage();
const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
console.log(JSON.stringify({ heldMegabytes: (heapUsed + arrayBuffers) / 2 ** 20, residentMegabytes: rss / 2 ** 20 }));
// Still held when it was measured.
evaluator.evaluate(scenario);
