import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { startBrowser, startVisit, type StartedBrowser } from '../../browser/browser';
import { serveBuild } from '../../browser/servedBuild';
import { patchworkGeojson } from '../../support/landPatchwork';
import { writePatchworkGeopackage } from './largeGeopackage';

/*
 * What it takes to drop a large layer on the page, taken in a real browser:
 *
 *   npx tsx tests/benchmark/page/importing.ts ar5            14 400 polygons, GeoJSON
 *   npx tsx tests/benchmark/page/importing.ts large 500000   so many polygons within the municipality, GeoPackage
 *   npx tsx tests/benchmark/page/importing.ts region 500000  so many over a region ten times as wide and high, as it is handed out
 *
 * `untraced` leaves the trace out, which takes time of its own; `unmapped` the drawing of the map, which takes the processor from
 * all else where there is no graphics card.
 *
 * With `untraced` at the end the clock runs without the browser's tracing, which takes its share of a small machine.
 * Long tasks are told by the time that the main thread itself ran, so that a machine with other work does not count; wall times
 * are worth something on a quiet machine only.
 */

/** The municipality with some ground around it. */
const PLAN = { minX: 576_000, minY: 6_633_000, maxX: 595_000, maxY: 6_657_000 } as const;

/** How long what comes after the scores is watched: drawing, and keeping the layer. */
const AFTERWARDS_MILLISECONDS = 4000;

/** Ten times as wide and high: the municipality is a hundredth of it. */
const REGION = { minX: 490_500, minY: 6_525_000, maxX: 680_500, maxY: 6_765_000 } as const;

const CATEGORIES = ['__metadata', 'toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'];

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional(), data: z.looseObject({ functionName: z.string().optional(), url: z.string().optional() }).optional() }).optional(),
});
type TraceEvent = z.infer<typeof event>;

function milliseconds({ dur, tdur }: TraceEvent): number {
  return (tdur ?? dur) / 1000;
}

/** The longest tasks of the page's main thread, and what took most of each; then how long each kind of thread ran. */
function toldByTrace(trace: Buffer): string {
  const { traceEvents } = z.object({ traceEvents: z.array(event) }).parse(JSON.parse(trace.toString()));
  const names = new Map(traceEvents.filter(({ ph, name }) => ph === 'M' && name === 'thread_name').map(({ pid, tid, args }) => [`${pid} ${tid}`, args?.name ?? '']));
  const tasks = traceEvents.filter(({ ph, name }) => ph === 'X' && name === 'RunTask');
  const main = tasks.filter(({ pid, tid }) => names.get(`${pid} ${tid}`) === 'CrRendererMain');
  const longest = main.filter((task) => milliseconds(task) > 50).toSorted((one, other) => milliseconds(other) - milliseconds(one));
  const lines = longest.slice(0, 12).map((task) => {
    const inner = traceEvents
      .filter(({ ph, pid, tid, ts, name }) => ph === 'X' && pid === task.pid && tid === task.tid && name !== 'RunTask' && ts >= task.ts && ts < task.ts + task.dur)
      .toSorted((one, other) => milliseconds(other) - milliseconds(one))
      .slice(0, 4)
      .map((one) => `${one.name}${one.args?.data?.functionName ? ` ${one.args.data.functionName}` : ''} ${milliseconds(one).toFixed(0)}`);
    return `  ${milliseconds(task).toFixed(0)} ms: ${inner.join(', ')}`;
  });
  const byThread = new Map<string, number>();
  for (const task of tasks) {
    const name = names.get(`${task.pid} ${task.tid}`) ?? 'other';
    byThread.set(name, (byThread.get(name) ?? 0) + milliseconds(task));
  }
  const threads = [...byThread].filter(([, time]) => time > 20).map(([name, time]) => `${name} ${(time / 1000).toFixed(2)} s`);
  return [`${longest.length} tasks over 50 ms, ${longest.filter((task) => milliseconds(task) > 200).length} over 200 ms`, ...lines, `threads ran: ${threads.join(', ')}`].join('\n');
}

/** Megabytes that a file of the kernel tells of a process under a name; 0 where the system does not tell. */
function megabytes(process: number, file: string, name: string): number {
  const told = `/proc/${process}/${file}`;
  if (!existsSync(told)) return 0;
  return Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(readFileSync(told, 'utf8'))?.[1] ?? 0) / 1024);
}

/** Memory of the browser's processes, and of all of them together with what they share counted once. */
async function residentMegabytes(browser: StartedBrowser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const each = processInfo
    .filter(({ type }) => type === 'renderer' || type === 'GPU')
    .map(({ id, type }) => `${type} ${megabytes(id, 'status', 'VmRSS')} MB (most ${megabytes(id, 'status', 'VmHWM')})`);
  const together = processInfo.reduce((sum, { id }) => sum + megabytes(id, 'smaps_rollup', 'Pss'), 0);
  return `${each.join(', ')}, all ${together} MB`;
}

interface Wanted {
  readonly isTraced: boolean;
  readonly isMapped: boolean;
}

async function measure(file: string, { isTraced, isMapped }: Wanted): Promise<void> {
  const build = await serveBuild();
  const browser = await startBrowser(isMapped ? 'with map' : 'without map');
  try {
    const visit = await startVisit(browser, { address: build.address, pixelRatio: 0.5 });
    const { page } = visit;
    page.setDefaultTimeout(600_000);
    await page.goto('./');
    await page.locator(isMapped ? '[data-ready="true"]' : '[data-ready]').waitFor({ state: 'attached' });
    const score = page.getByTestId('blue-green-score');
    await score.waitFor();
    const before = await score.innerText();
    await page.getByRole('button', { name: 'Kartlag', exact: true }).click();
    const button = page.getByRole('button', { name: 'Ta inn' });
    const refusal = page.locator('.import-dialog').getByRole('alert');
    if (isTraced) await browser.startTracing(page, { categories: CATEGORIES });
    const told = async (): Promise<string> => [...(isTraced ? [toldByTrace(await browser.stopTracing())] : []), await residentMegabytes(browser)].join('\n');
    const dropped = performance.now();
    const since = (from: number): string => `${((performance.now() - from) / 1000).toFixed(2)} s`;
    await page.getByLabel('Last inn kartdata …').last().setInputFiles(file);
    await button.or(refusal).first().waitFor();
    console.log(`\nFrom drop to question: ${since(dropped)}`);
    if (!(await button.isVisible())) {
      console.log(`Refused: ${await refusal.first().innerText()}\n${await told()}`);
      return;
    }
    console.log(`then: ${await residentMegabytes(browser)}`);
    const clicked = performance.now();
    await button.click();
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('[data-testid="blue-green-score"]')?.innerText !== text, before, { timeout: 600_000 });
    console.log(`From «Ta inn» to new scores: ${since(clicked)}\nTogether: ${since(dropped)}`);
    console.log(`then: ${await residentMegabytes(browser)}`);
    await page.locator('.own-title').first().waitFor();
    await page.waitForTimeout(AFTERWARDS_MILLISECONDS);
    console.log(`\nIn all, with ${AFTERWARDS_MILLISECONDS / 1000} s after the scores: ${await told()}`);
    console.log(`blue-green score: ${before} → ${await score.innerText()}`);
    await page.screenshot({ path: path.join(tmpdir(), 'smabymodellen-import.png') });
    console.log(visit.problems.length === 0 ? 'no problems' : visit.problems.join('\n'));
  } finally {
    await browser.close();
    await build.close();
  }
}

const words = process.argv.slice(2);
const wanted: Wanted = { isTraced: !words.includes('untraced'), isMapped: !words.includes('unmapped') };
const [what = 'ar5', count = '500000'] = words.filter((word) => !/^un(?:traced|mapped)$/u.test(word));
const folder = mkdtempSync(path.join(tmpdir(), 'smabymodellen-import-'));
try {
  if (what === 'large' || what === 'region') {
    const file = path.join(folder, 'stor.gpkg');
    await writePatchworkGeopackage(file, Number(count), what === 'large' ? PLAN : REGION);
    await measure(file, wanted);
  } else {
    const file = path.join(folder, 'ar5.geojson');
    writeFileSync(file, patchworkGeojson({ ...PLAN, columns: 120, rows: 120, sideVertices: 10, system: 'EPSG:25832' }));
    await measure(file, wanted);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
