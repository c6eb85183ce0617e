import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { startBrowser, type StartedBrowser } from './browser';
import { Planner } from './planner';

let browser: StartedBrowser;
let planner: Planner;

beforeAll(async () => {
  browser = await startBrowser('without map');
});

afterEach(() => planner.leave());

afterAll(() => browser.close());

const arrive = async (): Promise<Planner> => {
  planner = await Planner.arrive(browser, inject('address'));
  return planner;
};

describe('the library', () => {
  it('makes, copies, renames, annotates, puts away, throws away and takes back, and has it all after a reload', async () => {
    const { library } = await arrive();
    await library.openByKey();
    await library.press('Nytt scenario');
    await library.has('Nytt scenario');
    await library.rename('Sandvika først');
    await library.annotate('Starter ved stasjonen.');
    await library.press('Lag en kopi');
    await library.has('Sandvika først (kopi)');
    await library.press('Slett');
    await library.lacks('Sandvika først (kopi)');
    await library.choose('Lav vekst');
    await library.press('Arkiver');
    await library.close();
    expect(await planner.scenarioName()).toBe('Høy vekst');
    expect(await planner.question()).toContain('8 250');

    await planner.reload();
    await library.open();
    expect(await library.names()).toEqual(['Sandvika først', ...(await library.names()).filter((name) => name !== 'Sandvika først')]);
    expect(await library.names()).not.toContain('Lav vekst');
    await library.choose('Sandvika først');
    expect(await library.note()).toBe('Starter ved stasjonen.');
    await library.unfold('Papirkurv');
    await library.choose('Sandvika først (kopi)');
    await library.press('Legg tilbake');
    await library.press('Slett');
    await library.choose('Sandvika først (kopi)');
    await library.press('Slett for godt');
    await library.confirm('Slett for godt');
    await library.lacks('Sandvika først (kopi)');
    await library.search('stasjonen');
    expect(await library.names()).toEqual(['Sandvika først']);
    expect(planner.problems).toEqual([]);
  });

  it('has a locked scenario refuse every change and say why', async () => {
    const { library } = await arrive();
    await library.open();
    await library.press('Lås');
    await library.offers('Lås opp');
    await library.close();
    const before = await planner.townShare('Sandvika');
    await planner.setTownShare('Sandvika', before + 10);
    await planner.hears('er låst');
    await planner.press('Escape');
    expect(await planner.canUndo()).toBe(false);
    expect(await planner.question()).toContain('8 250');
    await library.open();
    await library.press('Lås opp');
    await library.offers('Lås');
    await library.close();
    await planner.setTownShare('Sandvika', before + 10);
    expect(await planner.canUndo()).toBe(true);
  });

  it('keeps every scenario as a file in a folder, and takes in what lies there', async () => {
    const { library } = await arrive();
    const file = await planner.exports.saveScenario();
    await library.preferPrivateFolder();
    await planner.reload();
    await library.open();
    await library.press('Nytt scenario');
    await library.has('Nytt scenario');
    await library.press('Velg mappe …');
    await vi.waitFor(async () => {
      expect([...(await library.privateFolder()).keys()]).toEqual(['nytt-scenario.json']);
    }, 20_000);
    await library.rename('Ny plan');
    await vi.waitFor(async () => {
      expect([...(await library.privateFolder()).keys()]).toEqual(['ny-plan.json']);
    }, 20_000);
    await library.putInPrivateFolder('annen.json', file.replaceAll('hoy-vekst', 'fra-mappen').replaceAll(/"id": "[^"]*"/gu, (id, at: number) => (at < 400 ? '"id": "fra-mappen"' : id)).replace('"Høy vekst"', '"Fra mappen"'));
    await library.putInPrivateFolder('tull.json', '{ dette er ikke noe');
    await library.press('Hent inn fra mappen');
    await library.has('Fra mappen');
    await planner.hears('tull.json');
    await library.close();
    await planner.setDwellingsPerYear(700);
    await vi.waitFor(async () => {
      expect((await library.privateFolder()).get('ny-plan.json')).toContain('"dwellingsPerYear": 700');
    }, 20_000);
  });
});

describe('nothing is lost', () => {
  it('two pages at work on the same scenario both keep what they did', async () => {
    await arrive();
    const other = await planner.anotherPage();
    await planner.setDwellingsPerYear(500);
    await other.hears('er endret i en annen fane');
    await other.setDwellingsPerYear(600);
    await other.hears('er trygt');
    expect(await other.scenarioName()).toBe('Høy vekst (min)');
    expect(await other.question()).toContain('6 000');
    await other.answerNotice('Bruk den andre');
    await vi.waitUntil(async () => (await other.question()).includes('5 000'), { timeout: 20_000 });
    expect(await other.scenarioName()).toBe('Høy vekst');
    await other.library.open();
    await other.library.unfold('Papirkurv');
    await other.library.has('Høy vekst (min)');
  });

  it('the page that has changed nothing takes the changes of the other when it is asked to', async () => {
    await arrive();
    const other = await planner.anotherPage();
    await planner.setDwellingsPerYear(500);
    await other.hears('er endret i en annen fane');
    await other.answerNotice('Hent endringene');
    await vi.waitUntil(async () => (await other.question()).includes('5 000'), { timeout: 20_000 });
    await other.setDwellingsPerYear(510);
    expect(await other.isSaved()).toBe(true);
    expect(await other.scenarioName()).toBe('Høy vekst');
  });

  it('a full disk is told of, the work goes on in memory, and is saved when there is room again', async () => {
    const { library } = await arrive();
    await library.diskIsFull(true);
    let rate = 500;
    // The browser takes up to half a minute to notice.
    await vi.waitUntil(
      async () => {
        rate += 1;
        await planner.setDwellingsPerYear(rate);
        return (await planner.notices()).includes('Det er fullt i nettleserens lager');
      },
      { timeout: 100_000, interval: 500 },
    );
    await planner.setDwellingsPerYear(700);
    expect(await planner.question()).toContain('7 000');
    expect(JSON.parse((await planner.savedBy(() => planner.answerNotice('Lagre scenariofil'))).toString('utf8'))).toMatchObject({
      scenario: { programme: { dwellingsPerYear: 700 } },
    });
    await library.diskIsFull(false);
    await vi.waitUntil(async () => !(await planner.notices()).includes('fullt'), { timeout: 100_000, interval: 500 });
    await planner.reload();
    expect(await planner.question()).toContain('7 000');
  });
});
