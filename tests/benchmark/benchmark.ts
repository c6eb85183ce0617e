import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFolder } from '../../src/commandline/readFolder';
import { readPlace } from '../../src/commandline/readPlace';
import type { Dataset } from '../../src/core/domain/dataset';
import type { Scenario } from '../../src/core/domain/scenario';
import { readScenarioFile } from '../../src/core/exchange/scenarioFile';
import { toPlanarPoint } from '../../src/core/geometry/projection';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { compareOverlays } from './comparison';
import { drawCases } from './drawCases';
import { liveCases } from './liveCases';
import { growthExponent, measure, type Row } from './measure';
import { networkCases } from './networkCases';
import { machine, table } from './report';
import { sketchCases } from './sketchCases';
import { syntheticNetwork } from './syntheticNetwork';
import { syntheticPlace } from './syntheticPlace';

/*
 * What `npm run bench` measures. Everything is seeded, so that two runs do the same work. Prints the tables and writes
 * them to tests/benchmark/RESULTS.md. Parameters: the repository's folder, and the bundle that measures memory.
 */

const [repository = process.cwd(), memoryBundle = ''] = process.argv.slice(2);

const POLYGONS = 8000;
/** Crossings of the made-up street grid before some streets are left out, which leaves about 60 000. */
const NETWORK_CROSSINGS = 67_000;
const SIZES = [2000, 4000, 8000, 16_000, 32_000] as const;
const MEMORY_LIMIT_MEGABYTES = 400;
const BASELINE_SHIPPED = 300;
const BASELINE_SYNTHETIC = 1500;
/** Slope of n log n between the smallest and the largest size. */
const LINEARITHMIC_EXPONENT = growthExponent(SIZES.map((size) => ({ size, cost: size * Math.log(size) })));

const parts: string[] = [];

function tell(text: string): void {
  parts.push(text);
  console.log(text);
}

function shippedPlace(): { readonly dataset: Dataset; readonly scenarios: readonly Scenario[] } {
  const place = readPlace(join(repository, 'geodata'));
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  const scenarios = [...readFolder(join(repository, 'scenarios'))]
    .filter(([file]) => /^[^/\\]+\.json$/u.test(file))
    .map(([file, text]) => {
      const reading = readScenarioFile(text, file, place.value);
      if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
      return reading.scenario;
    });
  return { dataset: place.value, scenarios };
}

function growth(): readonly Row[] {
  return SIZES.map((size) => {
    const { dataset, vertexCount } = syntheticPlace(size);
    return {
      name: `Baseline of ${size} polygons, ${vertexCount} vertices`,
      target: null,
      timing: measure({ runs: size > POLYGONS ? 2 : 3, warmUps: 1 }, () => null, () => buildBaseline(dataset)),
    };
  });
}

const memoryReport = z.object({ heldMegabytes: z.number(), residentMegabytes: z.number() });

function workerMemory(): z.infer<typeof memoryReport> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', memoryBundle, String(POLYGONS), String(NETWORK_CROSSINGS)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return memoryReport.parse(JSON.parse(stdout));
}

tell('# Benchmark\n');
tell(`Written by \`npm run bench\`. ${machine()}.`);
tell('Engine and main-thread time; the drawing of the map is not in it. The ratio is the median over the target.\n');

tell('## The place as shipped\n');
const shipped = shippedPlace();
const { name } = shipped.dataset.parameters.municipality;
const largest = shipped.scenarios.toSorted((a, b) => b.areas.size - a.areas.size)[0]!;
tell(table(liveCases(name, shipped.dataset, largest, { baseline: BASELINE_SHIPPED })));
tell('');
tell(table(sketchCases(name, shipped.dataset, largest)));
tell('');
tell(table(drawCases(name, shipped.dataset, shipped.scenarios)));

const synthetic = syntheticPlace(POLYGONS);
tell(`\n## A synthetic municipality: ${synthetic.polygonCount} polygons, ${synthetic.vertexCount} vertices\n`);
tell(table(liveCases('Synthetic', synthetic.dataset, synthetic.scenario, { baseline: BASELINE_SYNTHETIC })));

tell('\n## With a walking network\n');
const corner = toPlanarPoint(synthetic.dataset.layers[0]!.polygons[0]!.outline[0]![0]![0]!);
const lines = syntheticNetwork({ west: corner.x, south: corner.y, sideMetres: synthetic.sideMetres }, NETWORK_CROSSINGS);
const { network, rows } = networkCases(lines, synthetic.dataset.stations.map(({ position }) => toPlanarPoint(position)));
const onFoot = liveCases('Synthetic on foot', synthetic.dataset, synthetic.scenario, { baseline: BASELINE_SYNTHETIC }, network);
tell(table([...rows, ...onFoot]));

tell('\n## Against others, in the same run\n');
const comparison = compareOverlays(synthetic.dataset);
tell(table(comparison.rows));
tell(
  `\nTurf takes ${comparison.turfRatio.toFixed(0)} × as long as we do (to reach: 50), GEOS ${comparison.geosRatio.toFixed(1)} × (to reach: 1).`,
);

tell('\n## Growth\n');
const grown = growth();
tell(table(grown));
const exponent = growthExponent(grown.map(({ timing }, index) => ({ size: SIZES[index]!, cost: timing.minimum })));
tell(`\nCost grows as n^${exponent.toFixed(2)}; n log n over the same sizes is n^${LINEARITHMIC_EXPONENT.toFixed(2)}.`);

tell('\n## Memory\n');
const { heldMegabytes, residentMegabytes } = workerMemory();
tell(
  `The worker holds ${heldMegabytes.toFixed(0)} MB for the synthetic municipality with its network (to reach: ${MEMORY_LIMIT_MEGABYTES}); its whole process takes ${residentMegabytes.toFixed(0)} MB.`,
);

writeFileSync(join(repository, 'tests', 'benchmark', 'RESULTS.md'), `${parts.join('\n')}\n`);
