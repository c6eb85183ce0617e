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
import { growthExponent, measure, once, rowsOf, type Case, type Row } from './measure';
import { networkCases } from './networkCases';
import { machine, table } from './report';
import { sketchCases } from './sketchCases';
import { syntheticNetwork } from './syntheticNetwork';
import { syntheticPlace, VERTICES_OF_POLYGON } from './syntheticPlace';

/*
 * What `npm run bench` measures. Everything is seeded, so that two runs do the same work. Prints the tables and writes
 * them to tests/benchmark/RESULTS.md. Parameters: the repository's folder, the bundle that measures memory, and then
 * parts of names of rows, of which one must occur in what is to be measured: with any, nothing is written.
 */

const [repository = process.cwd(), memoryBundle = '', ...wanted] = process.argv.slice(2);

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

/** Tells a part of the report, as far as any of its rows is wanted, and returns those. */
function section(title: string, cases: readonly Case[]): readonly Row[] {
  const chosen = wanted.length > 0 ? cases.filter(({ name }) => wanted.some((part) => name.includes(part))) : cases;
  if (chosen.length === 0) return [];
  const rows = rowsOf(chosen);
  tell(`${title}\n${table(rows)}\n`);
  return rows;
}

function growthCases(): readonly Case[] {
  return SIZES.map((size) => {
    const place = once(() => syntheticPlace(size).dataset);
    return {
      name: `Baseline of ${size} polygons of ${VERTICES_OF_POLYGON} vertices`,
      target: null,
      time: () => measure({ runs: size > POLYGONS ? 2 : 3, warmUps: 1 }, place, (dataset) => buildBaseline(dataset)),
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

/** Told by which of the others the overlay was timed, and how far behind they are. */
function compare(dataset: Dataset): void {
  const { rows, turfRatio, geosRatio } = compareOverlays(dataset);
  tell(`## Against others, in the same run\n\n${table(rows)}\n`);
  tell(`Turf takes ${turfRatio.toFixed(0)} × as long as we do (to reach: 50), GEOS ${geosRatio.toFixed(1)} × (to reach: 1).\n`);
}

function tellMemory(): void {
  const { heldMegabytes, residentMegabytes } = workerMemory();
  tell(
    `## Memory\n\nThe worker holds ${heldMegabytes.toFixed(0)} MB for the synthetic municipality with its network (to reach: ${MEMORY_LIMIT_MEGABYTES}); its whole process takes ${residentMegabytes.toFixed(0)} MB.`,
  );
}

tell('# Benchmark\n');
tell(`Written by \`npm run bench\`. ${machine()}.`);
tell('Engine and main-thread time; the drawing of the map is not in it. The ratio is the median over the target.');
tell(
  'Beside each run a fixed piece of arithmetic is timed, and runs in slow stretches of the machine are made again, up to 20 seconds for a row: “machine” tells how many times slower than at its fastest it was in the slowest run that counts.\n',
);

const shipped = shippedPlace();
const { name } = shipped.dataset.parameters.municipality;
const largest = shipped.scenarios.toSorted((a, b) => b.areas.size - a.areas.size)[0]!;
section('## The place as shipped\n', liveCases(name, shipped.dataset, largest, { baseline: BASELINE_SHIPPED }));
section('### What a hand that draws waits for\n', sketchCases(name, shipped.dataset, largest));
section('### Draws\n', drawCases(name, shipped.dataset, shipped.scenarios));

const synthetic = syntheticPlace(POLYGONS);
section(
  `## A synthetic municipality: ${synthetic.polygonCount} polygons, ${synthetic.vertexCount} vertices\n`,
  liveCases('Synthetic', synthetic.dataset, synthetic.scenario, { baseline: BASELINE_SYNTHETIC }),
);

const corner = toPlanarPoint(synthetic.dataset.layers[0]!.polygons[0]!.outline[0]![0]![0]!);
const lines = syntheticNetwork({ west: corner.x, south: corner.y, sideMetres: synthetic.sideMetres }, NETWORK_CROSSINGS);
const { network, cases } = networkCases(lines, synthetic.dataset.stations.map(({ position }) => toPlanarPoint(position)));
section('## With a walking network\n', [
  ...cases,
  ...liveCases('Synthetic on foot', synthetic.dataset, synthetic.scenario, { baseline: BASELINE_SYNTHETIC }, network),
]);

if (wanted.length === 0) compare(synthetic.dataset);

const grown = section('## Growth\n', growthCases());
if (grown.length === SIZES.length) {
  const exponent = growthExponent(grown.map(({ timing }, index) => ({ size: SIZES[index]!, cost: timing.minimum })));
  tell(`Cost grows as n^${exponent.toFixed(2)}; n log n over the same sizes is n^${LINEARITHMIC_EXPONENT.toFixed(2)}.\n`);
}

if (wanted.length === 0) {
  tellMemory();
  writeFileSync(join(repository, 'tests', 'benchmark', 'RESULTS.md'), `${parts.join('\n')}\n`);
}
