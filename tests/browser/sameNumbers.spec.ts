import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { commandScript, readScript, REPOSITORY } from '../support/tool';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

const scenarioFile = z.object({ scenario: z.object({ name: z.string() }) });
const areasFile = z.object({ smabymodellen: z.object({ scores: z.unknown() }) });

const SCENARIOS = readdirSync(path.join(REPOSITORY, 'scenarios')).filter((file) => file.endsWith('.json'));

/** The ranges are drawn, and stand beside the scores on the page only. */
const scoreJson = z.looseObject({ ranges: z.unknown() }).transform(({ ranges: _ranges, ...scores }) => scores);

/** What `npm run -s model -- score FILE --json` prints. */
function commandLineScores(file: string): unknown {
  const { exitCode, stdout, stderr } = readScript(commandScript('tsx'), [
    'src/commandline/model.ts',
    'score',
    path.join('scenarios', file),
    '--json',
    '--draws=100',
  ]);
  if (exitCode !== 0) throw new Error(`The command line failed: ${stderr}`);
  return scoreJson.parse(JSON.parse(stdout));
}

/** Every place where two structures differ by more than 1e-9 of the number (or by 1e-9 when it is small). */
function differences(one: unknown, other: unknown, place = ''): readonly string[] {
  if (typeof one === 'number' && typeof other === 'number') {
    const scale = Math.max(1, Math.abs(one), Math.abs(other));
    return Math.abs(one - other) <= 1e-9 * scale ? [] : [`${place}: ${one} ≠ ${other}`];
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other) ? [] : [`${place}: ${String(one)} ≠ ${String(other)}`];
  }
  const fields: Readonly<Record<string, unknown>> = { ...one };
  const otherFields: Readonly<Record<string, unknown>> = { ...other };
  return [...new Set([...Object.keys(fields), ...Object.keys(otherFields)])].flatMap((key) =>
    differences(fields[key], otherFields[key], `${place}/${key}`),
  );
}

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser('without map');
  planner = await Planner.arrive(browser, inject('address'));
});

afterAll(async () => {
  await planner.leave();
  await browser.close();
});

describe('page and command line', () => {
  it('has scenarios to compare', () => {
    expect(SCENARIOS.length).toBeGreaterThanOrEqual(6);
  });

  it.each(SCENARIOS)('give the same numbers for %s', async (file) => {
    const text = readFileSync(path.join(REPOSITORY, 'scenarios', file), 'utf8');
    const { name } = scenarioFile.parse(JSON.parse(text)).scenario;
    await planner.openScenario(name);
    await expect.poll(() => planner.scenarioName()).toBe(name);
    const onPage = areasFile.parse(JSON.parse(await planner.exports.saveAreas())).smabymodellen.scores;
    const onCommandLine = commandLineScores(file);
    expect(differences(onPage, onCommandLine)).toEqual([]);
    expect(planner.problems).toEqual([]);
  });
});
