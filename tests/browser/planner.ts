import { readFileSync } from 'node:fs';
import { startVisit, type Locator, type Page, type StartedBrowser, type Visit, type VisitOptions } from './browser';
import { ExportTools } from './exportTools';
import { LibraryTools, TableTools } from './libraryTools';
import { HistoryTools, MeasureTools, ShowingTools, TimeTools } from './sketchingTools';
import { SpeedTools } from './speedTools';

/** The two scores as the page shows them, one decimal. */
export interface ShownScores {
  readonly transit: number;
  readonly blueGreen: number;
}

/** The explanation of a number as the page shows it: its first table, which has every row in sight. */
export interface ShownExplanation {
  readonly number: number;
  readonly formula: string;
  readonly rows: readonly (readonly number[])[];
  readonly sums: readonly number[];
  /** The columns that sum to the number. */
  readonly isSummed: readonly boolean[];
}

/** A row of the comparison as the page shows it. */
export interface ComparedRow {
  readonly scenario: string;
  readonly isOpen: boolean;
  /** What stands under the name: that it is open, or why it is not ranked. */
  readonly obstacle: string;
  readonly transit: number;
  readonly blueGreen: number;
}

/** Reads a number as the page writes it: 8 250 · 65,5 · −3. */
export function shownNumber(text: string): number {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/gu, '')
    .replaceAll('\u2212', '-')
    .replace(',', '.');
  return Number.parseFloat(plain);
}

/** A planner at work on the page: what people do and see there, in their own words. */
export class Planner {
  readonly time: TimeTools;
  readonly history: HistoryTools;
  readonly measures: MeasureTools;
  readonly showing: ShowingTools;
  readonly library: LibraryTools;
  readonly table: TableTools;
  readonly speed: SpeedTools;
  readonly exports: ExportTools;
  private readonly visit: Visit;

  private constructor(visit: Visit) {
    this.visit = visit;
    this.time = new TimeTools(visit.page);
    this.history = new HistoryTools(visit.page);
    this.measures = new MeasureTools(visit.page);
    this.showing = new ShowingTools(visit.page);
    this.library = new LibraryTools(visit.page);
    this.table = new TableTools(visit.page);
    this.speed = new SpeedTools(visit.page);
    this.exports = new ExportTools(visit.page);
  }

  /** A planner who has not been here before, with the page in front of them. */
  static async arrive(
    browser: StartedBrowser,
    address: string,
    screen: Omit<VisitOptions, 'address'> = {},
  ): Promise<Planner> {
    const planner = new Planner(await startVisit(browser, { address, ...screen }));
    await planner.page.goto('./');
    await planner.untilReady();
    return planner;
  }

  /** The same planner with one more page of the model open. */
  async anotherPage(): Promise<Planner> {
    const planner = new Planner(await this.visit.another());
    await planner.page.goto('./');
    await planner.untilReady();
    return planner;
  }

  private get page(): Page {
    return this.visit.page;
  }

  /** All that went wrong on the page so far. */
  get problems(): readonly string[] {
    return this.visit.problems;
  }

  get requests(): readonly string[] {
    return this.visit.requests;
  }

  private async untilReady(): Promise<void> {
    const map = this.page.locator('[data-ready]');
    await map.waitFor({ state: 'attached' });
    if ((await map.getAttribute('data-ready')) === 'false') {
      await this.page.locator('.notice', { hasText: 'WebGL' }).getByRole('button').click();
    }
    // The scores are read aloud wherever they stand on the page.
    await this.page.getByRole('status').filter({ hasText: /^Kollektivnærhet \d/u }).waitFor({ state: 'attached' });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.untilReady();
  }

  leave(): Promise<void> {
    return this.visit.close();
  }

  screenshot(name: string): Promise<string> {
    return this.visit.screenshot(name);
  }

  // What the page says

  /** Share of the open map's pixels whose colour in the first picture is that of the live map, to a tenth of the scale. */
  async firstPictureAgreement(): Promise<number> {
    const live = this.page.locator('.map-host');
    const clip = { x: 340, y: 70, width: 580, height: 560 };
    const shot = async (): Promise<string> => (await this.page.screenshot({ clip })).toString('base64');
    const map = await shot();
    await live.evaluate((host) => host.style.setProperty('visibility', 'hidden'));
    const picture = await shot();
    await live.evaluate((host) => host.style.removeProperty('visibility'));
    return this.page.evaluate(async (images) => {
      const [one, other] = await Promise.all(
        images.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!one || !other) return 0;
      let alike = 0;
      for (let index = 0; index < one.length; index += 4) {
        const differs = [0, 1, 2].some((channel) => Math.abs((one[index + channel] ?? 0) - (other[index + channel] ?? 0)) > 25);
        if (!differs) alike += 1;
      }
      return (4 * alike) / one.length;
    }, [map, picture]);
  }


  async question(): Promise<string> {
    const text = await this.page.getByText(/^Hvor skal/u).textContent();
    return (text ?? '').replaceAll(/\s+/gu, ' ');
  }

  async scenarioName(): Promise<string> {
    return (await this.page.getByRole('button', { name: /^Scenario: / }).textContent()) ?? '';
  }

  async scores(): Promise<ShownScores> {
    const [transit, blueGreen] = await Promise.all([
      this.page.getByTestId('transit-score').textContent(),
      this.page.getByTestId('blue-green-score').textContent(),
    ]);
    return { transit: shownNumber(transit ?? ''), blueGreen: shownNumber(blueGreen ?? '') };
  }

  /** A town's share of what goes to the towns, per cent. */
  async townShare(town: string): Promise<number> {
    return shownNumber(await this.shareField(town).inputValue());
  }

  /** Names of the towns in the order of the page. */
  async towns(): Promise<readonly string[]> {
    const names = await this.page.getByRole('slider', { name: /^Andel til / }).evaluateAll((sliders) =>
      sliders.map((slider) => slider.getAttribute('aria-label') ?? ''),
    );
    return names.map((name) => name.replace('Andel til ', ''));
  }

  async shareSum(): Promise<number> {
    const shares = await Promise.all((await this.towns()).map((town) => this.townShare(town)));
    return shares.reduce((sum, share) => sum + share, 0);
  }

  async explanation(): Promise<ShownExplanation> {
    const panel = this.panel;
    const table = panel.locator('.contributions').first();
    const rows = await table
      .locator('tbody tr')
      .evaluateAll((lines) => lines.map((line) => Array.from(line.querySelectorAll('td'), (cell) => cell.textContent)));
    const sums = table.locator('tfoot td');
    return {
      number: shownNumber((await panel.locator('.explanation-number').first().textContent()) ?? ''),
      formula: (await panel.locator('.method-formula code').first().textContent()) ?? '',
      rows: rows.map((row) => row.map(shownNumber)),
      sums: (await sums.allTextContents()).map(shownNumber),
      isSummed: await sums.evaluateAll((cells) => cells.map((cell) => cell.classList.contains('is-strong'))),
    };
  }

  async explainedTitle(): Promise<string> {
    return (await this.panel.locator('.surface-title').textContent()) ?? '';
  }

  isExplaining(): Promise<boolean> {
    return this.panel.isVisible();
  }

  /** The range of a score; null while it is not known. */
  async range(score: 'transit' | 'blueGreen'): Promise<string | null> {
    const texts = await this.page.getByTestId(`${score}-range`).allTextContents();
    return texts[0] ?? null;
  }

  async notices(): Promise<string> {
    return (await this.page.locator('.notices').textContent()) ?? '';
  }

  async dialog(): Promise<string> {
    return (await this.page.getByRole('dialog').textContent()) ?? '';
  }

  canUndo(): Promise<boolean> {
    return this.page.getByRole('button', { name: 'Angre', exact: true }).isEnabled();
  }

  /** Whether the browser keeps the work as it is now. */
  async isSaved(): Promise<boolean> {
    const menu = this.page.getByRole('button', { name: /^Scenario: / });
    await menu.click();
    const text = (await this.page.locator('.menu:visible').textContent()) ?? '';
    await menu.click();
    return text.includes('Lagret i nettleseren kl.');
  }

  /** Whether the page as a whole has to be scrolled sideways or down. */
  overflows(): Promise<boolean> {
    return this.page.evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
      return scrollWidth > clientWidth || scrollHeight > clientHeight;
    });
  }

  // By mouse

  /** Where the page is narrow: brings a surface to the front. */
  async showTab(title: 'Program' | 'Resultat' | 'Kartlag'): Promise<void> {
    await this.page.getByRole('tab', { name: title }).click();
  }

  async chooseGrowth(alternative: string): Promise<void> {
    await this.page.locator('label.segment', { hasText: alternative }).click();
  }

  async setDwellingsPerYear(dwellings: number): Promise<void> {
    await this.type(this.page.getByLabel('Boliger i året'), String(dwellings));
  }

  async setTownShare(town: string, percent: number): Promise<void> {
    await this.type(this.shareField(town), String(percent).replace('.', ','));
  }

  /** Drags the town's slider with the mouse, `onTheWay` called while the button is held. */
  async dragTownShare(town: string, percent: number, onTheWay?: () => Promise<void>): Promise<void> {
    const slider = this.shareSlider(town);
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (!box) throw new Error(`The slider of ${town} is not on the page.`);
    const x = (share: number): number => box.x + 9 + share * (box.width - 18);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x(Number(await slider.inputValue())), y);
    await this.page.mouse.down();
    await this.page.mouse.move(x(percent / 200), y, { steps: 4 });
    await this.page.mouse.move(x(percent / 100), y, { steps: 4 });
    await onTheWay?.();
    await this.page.mouse.up();
  }

  async lockTown(town: string): Promise<void> {
    await this.page.getByRole('button', { name: `Lås andelen til ${town}`, exact: true }).click();
  }

  async switchProject(project: string): Promise<void> {
    await this.page.getByRole('switch', { name: new RegExp(`^Regn med ${project}`, 'u') }).click();
  }

  /** Asks where a number of the results comes from. */
  async explain(name: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${name} .* Hvor kommer tallet fra`, 'u') }).click();
    await this.panel.waitFor();
  }

  /** Asks where today's transit proximity comes from; what the page says that it is. */
  async explainToday(): Promise<number> {
    const today = this.page.getByTestId('transit-today');
    await today.click();
    await this.panel.waitFor();
    return shownNumber((await today.textContent()) ?? '');
  }

  /** Asks where the conflicts of a kind come from. */
  async explainConflict(kind: string): Promise<void> {
    await this.page.getByText(new RegExp(`^${kind}`, 'u')).first().click();
    await this.page.getByRole('button', { name: 'Hvor kommer overlappen fra?' }).first().click();
    await this.panel.waitFor();
  }

  /** Goes from the explanation of a score to that of a part. */
  async explainPart(part: string): Promise<void> {
    await this.panel.getByRole('button', { name: new RegExp(`^${part} `, 'u') }).click();
  }

  /** Gives the model a network to walk along, as if it was chosen in the file dialog; what the page then says of it. */
  async loadWalkingNetwork(name: string, content: string): Promise<string> {
    const network = this.page.getByRole('region', { name: 'Gangnett' });
    if (!(await network.isVisible())) await this.page.getByRole('button', { name: 'Kartlag', exact: true }).click();
    await network
      .getByLabel('Gangnett: Last inn fil', { exact: false })
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content, 'utf8') });
    await network.locator('[role="alert"], .network-facts').waitFor();
    return (await network.textContent()) ?? '';
  }

  async removeWalkingNetwork(): Promise<void> {
    await this.page.getByRole('region', { name: 'Gangnett' }).getByRole('button', { name: 'Ta bort' }).click();
  }

  async openMethodPage(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Om metoden' }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Angre', exact: true }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Gjør om', exact: true }).click();
  }

  async openScenario(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Scenario: / }).click();
    await this.page.locator('.menu:visible').getByRole('button', { name, exact: false }).first().click();
  }

  /** Does what a notice offers. */
  async answerNotice(action: string): Promise<void> {
    await this.page.locator('.notices').getByRole('button', { name: action, exact: true }).click();
  }

  /** Waits until a notice says something. */
  async hears(text: string | RegExp): Promise<void> {
    await this.page.locator('.notice', { hasText: text }).waitFor();
  }

  /** Opens a file as if it was chosen in the file dialog. */
  async openFile(name: string, content: string): Promise<void> {
    await this.page
      .getByLabel('Åpne fil', { exact: false })
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content, 'utf8') });
  }

  async choose(buttonInDialog: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: buttonInDialog }).click();
  }

  /** Saves the scenario file and gives its text. */
  async saveScenario(): Promise<string> {
    return (await this.export('Lagre scenariofil')).toString('utf8');
  }

  /** Saves the development areas and gives the GeoJSON. */
  async saveAreas(): Promise<string> {
    return (await this.saveAs('Utbyggingsfelt')).content.toString('utf8');
  }

  async openExports(): Promise<void> {
    await this.page.getByRole('button', { name: 'Eksporter', exact: true }).click();
    await this.page.getByRole('button', { name: 'Flere formater …' }).click();
    await this.page.locator('.export-dialog').waitFor();
  }

  /** Saves the open scenario in a format by its name in the export dialog, and gives the file's name and content. */
  async saveAs(format: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    await this.openExports();
    return this.saveOpen(format);
  }

  /** The same from the export dialog as it stands, which is closed afterwards. */
  async saveOpen(format: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const dialog = this.page.locator('.export-dialog');
    const row = dialog.locator('.export-row', { has: this.page.getByText(format, { exact: true }) });
    const [saved] = await Promise.all([
      this.page.waitForEvent('download', { timeout: 240_000 }),
      row.getByRole('button').click(),
    ]);
    const file = { name: saved.suggestedFilename(), content: readFileSync(await saved.path()) };
    await dialog.getByRole('button', { name: 'Lukk' }).click();
    return file;
  }

  /** Saves the map and gives the PNG. */
  saveMap(): Promise<Buffer> {
    return this.export('Kart som PNG');
  }

  // Drawing

  /** Takes a tool of the map by mouse, and waits until the map listens to it. */
  async takeTool(name: string): Promise<void> {
    await this.page.getByRole('toolbar', { name: 'Tegneverktøy' }).getByRole('button', { name, exact: true }).click();
    await this.toolReady();
  }

  /** Until the map listens to the tool in hand: what draws is fetched the first time. */
  async toolReady(): Promise<void> {
    await this.page.locator('.map-view[data-drawing="true"]').waitFor();
  }

  /** Name of the tool in hand; empty when there is none. */
  async toolInHand(): Promise<string> {
    const pressed = this.page.getByRole('toolbar', { name: 'Tegneverktøy' }).locator('[aria-pressed="true"]');
    return (await pressed.count()) === 0 ? '' : ((await pressed.getAttribute('aria-label')) ?? '');
  }

  /** What the stroke under way is said to come to and to cost; empty when nothing is drawn. */
  async strokeNumbers(): Promise<string> {
    const texts = await this.page.getByTestId('stroke-numbers').locator('> *').allTextContents();
    return texts.join(' · ').replaceAll(/\s/gu, ' ');
  }

  /** Note of the latest step of the history; empty when there is none. */
  async latestStep(): Promise<string> {
    const title = (await this.page.getByRole('button', { name: 'Angre', exact: true }).getAttribute('title')) ?? '';
    return title.startsWith('Angre: ') ? title.replace('Angre: ', '').replaceAll(/\s/gu, ' ') : '';
  }

  /** Land of the area whose card is open, daa. */
  async selectedLandDaa(): Promise<number> {
    const text = await this.page.locator('.target-card').getByText(/daa land/u).textContent();
    return shownNumber(text ?? '');
  }

  /** Clicks points of the page that lie on the map, one after the other, and leaves the pointer a little farther on. */
  async clickMap(...points: readonly (readonly [x: number, y: number])[]): Promise<void> {
    for (const [x, y] of points) {
      await this.page.mouse.move(x, y, { steps: 3 });
      await this.page.mouse.down();
      await this.page.mouse.up();
    }
    const [x, y] = points.at(-1) ?? [0, 0];
    await this.page.mouse.move(x - 8, y - 8);
  }

  async shiftClickMap(point: readonly [x: number, y: number]): Promise<void> {
    await this.page.keyboard.down('Shift');
    await this.clickMap(point);
    await this.page.keyboard.up('Shift');
  }

  /** Drags over the map from one point of the page to others. */
  async dragMap(...points: readonly (readonly [x: number, y: number])[]): Promise<void> {
    const [first, ...rest] = points;
    if (!first) return;
    await this.page.mouse.move(...first, { steps: 3 });
    await this.page.mouse.down();
    for (const point of rest) await this.page.mouse.move(...point, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Moves the map to a town; the middle of the town on the page. */
  async goToTown(name: string): Promise<readonly [x: number, y: number]> {
    const moves = await this.mapMoves();
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.mapAtRest(moves);
    const boxOf = async (selector: string): Promise<{ x: number; y: number; width: number; height: number }> => {
      const box = await this.page.locator(selector).boundingBox();
      if (!box) throw new Error(`${selector} is not on the page.`);
      return box;
    };
    const [program, toolbar, bar] = await Promise.all([boxOf('.surface-program'), boxOf('.drawing-toolbar'), boxOf('.bar')]);
    const timeBar = await this.page.locator('[data-covers="bottom"]').boundingBox();
    const bottom = timeBar?.y ?? 800;
    return [(program.x + program.width + toolbar.x) / 2, (bar.y + bar.height + bottom) / 2];
  }

  async choosePaintedTown(town: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Tegning' }).getByLabel('Småby').selectOption({ label: town });
  }

  /** How the towns that are painted stand to their quotas. */
  async quotas(): Promise<string> {
    return ((await this.page.getByTestId('brush-quotas').textContent()) ?? '').trim();
  }

  async clickButton(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Moves the map by a key, when the map has the focus, and waits until it lies still. */
  async pressOnMap(key: string): Promise<void> {
    const moves = await this.mapMoves();
    await this.press(key);
    await this.mapAtRest(moves);
  }

  // Comparing

  async openComparison(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sammenlign', exact: true }).click();
    await this.page.getByRole('button', { name: 'Alle scenarioer i tabell' }).click();
    await this.comparisonReady();
  }

  /** All draws of the comparison are made. */
  async comparisonReady(): Promise<void> {
    await this.comparison.getByText(/av 1\s000 felles trekninger/u).waitFor();
  }

  /** Saves the comparison as a report, and gives the file's name and content. */
  async saveComparison(): Promise<{ readonly name: string; readonly content: Buffer }> {
    const [saved] = await Promise.all([
      this.page.waitForEvent('download', { timeout: 240_000 }),
      this.comparison.getByRole('button', { name: 'Last ned som rapport' }).click(),
    ]);
    return { name: saved.suggestedFilename(), content: readFileSync(await saved.path()) };
  }

  async isComparing(): Promise<boolean> {
    return (await this.comparison.count()) > 0;
  }

  /** The rows of the table of all scenarios. */
  async compared(): Promise<readonly ComparedRow[]> {
    const rows = await this.comparison.locator('tbody tr').all();
    return Promise.all(
      rows.map(async (row) => {
        const name = row.getByRole('rowheader');
        const button = name.getByRole('button');
        const hasButton = (await button.count()) > 0;
        const scores = await row.locator('.compare-score .is-strong').allTextContents();
        return {
          scenario: (await (hasButton ? button : name).textContent()) ?? '',
          isOpen: hasButton && (await button.getAttribute('aria-current')) === 'true',
          obstacle: hasButton ? (await name.locator('.compare-note').textContent()) ?? '' : '',
          transit: shownNumber(scores[0] ?? ''),
          blueGreen: shownNumber(scores[1] ?? ''),
        };
      }),
    );
  }

  /** How a scenario is said to stand to the open one. */
  async verdictOn(scenario: string): Promise<string> {
    const line = this.comparison.getByRole('listitem').filter({ hasText: `${scenario}: ` });
    if ((await line.count()) === 0) return '';
    const text = ((await line.textContent()) ?? '').replaceAll(/\s/gu, ' ');
    return text.replace(`${scenario}: `, '');
  }

  async openFromComparison(scenario: string): Promise<void> {
    await this.comparison.getByRole('table').getByRole('button', { name: `Åpne ${scenario}`, exact: true }).click();
  }

  /** Compares what is open on the map with today, or with a scenario. */
  async compareOnMap(first = 'I dag'): Promise<void> {
    await this.page.getByRole('button', { name: 'Sammenlign', exact: true }).click();
    await this.chooseSide('A', first);
  }

  async chooseSide(side: 'A' | 'B', name: string): Promise<void> {
    await this.page.getByLabel(side === 'A' ? 'A, fra' : 'B, til').selectOption({ label: name });
    await this.page.locator('.stage-label').filter({ hasText: new RegExp(`${side}.*${name}`, 'u') }).waitFor();
  }

  /** Names of the two that are compared. */
  async sides(): Promise<readonly string[]> {
    const chosen = [this.page.getByLabel('A, fra'), this.page.getByLabel('B, til')];
    return Promise.all(chosen.map((select) => select.locator('option:checked').textContent().then((text) => text ?? '')));
  }

  /** Until the draws have been made that tell whether the two differ. */
  async verdicts(): Promise<readonly string[]> {
    const verdicts = this.differences.locator('.score-change-verdict');
    await verdicts.filter({ hasText: /trekningene|skiller ikke/u }).nth(1).waitFor();
    return verdicts.allTextContents();
  }

  /** How far apart the scores of the two are said to be, points; not a number where one has none. */
  async scoreDifferences(): Promise<ShownScores> {
    const [transit, blueGreen] = await Promise.all([
      this.page.getByTestId('transit-difference').textContent(),
      this.page.getByTestId('blueGreen-difference').textContent(),
    ]);
    return { transit: shownNumber(transit ?? ''), blueGreen: shownNumber(blueGreen ?? '') };
  }

  /** A row of the differences: the number of A, of B, and B less A. */
  async differenceRow(table: string, row: string): Promise<readonly number[]> {
    const fold = this.differences.locator('details').filter({ has: this.page.locator('summary').getByText(table, { exact: true }) });
    if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    const cells = this.differences
      .getByRole('table')
      .filter({ has: this.page.getByRole('columnheader', { name: table, exact: true }) })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: row, exact: true }) })
      .getByRole('cell');
    return (await cells.allTextContents()).map(shownNumber);
  }

  /** Why the two are not ranked; empty when they are. */
  async differenceObstacle(): Promise<string> {
    const texts = await this.page.getByTestId('difference-obstacle').allTextContents();
    return (texts[0] ?? '').replaceAll(/\s/gu, ' ');
  }

  isComparingOnMap(): Promise<boolean> {
    return this.differences.isVisible();
  }

  /** Chooses how the two are shown, and waits for the second map where there is one. */
  async compareBy(view: 'Forskjell' | 'Sveip' | 'Side ved side'): Promise<void> {
    await this.differences.locator('label.segment', { hasText: view }).click();
    if (view !== 'Forskjell') await this.page.locator('.map-companion[data-ready="true"]').waitFor();
  }

  /** Holds the two against each other at the end of a year, or whole. */
  async compareAt(year: string): Promise<void> {
    await this.differences.locator('.difference-years .time-stop', { hasText: year }).click();
  }

  maps(): Promise<number> {
    return this.page.locator('.maplibregl-canvas').count();
  }

  /** Where the divider of the swipe stands, per cent from the left. */
  async divider(): Promise<number> {
    return Math.round(100 * Number(await this.page.getByRole('slider', { name: /^Skille mellom A/u }).inputValue()));
  }

  /** Share of what is free of the map, from the left, where the map of A is met. */
  companionEdge(): Promise<number> {
    return this.page.locator('.difference-stage').evaluate((stage) => {
      const { left, width, top, height } = stage.getBoundingClientRect();
      const isMet = (share: number): boolean =>
        document.elementsFromPoint(left + share * width, top + height / 2).some((element) => element.closest('.map-companion') !== null);
      const places = Array.from({ length: 100 }, (_, index) => (index + 0.5) / 100);
      const edge = places.findIndex((share) => !isMet(share));
      return edge < 0 ? 1 : edge / 100;
    });
  }

  /** How the period that the map and the page speak of is called: the year, or today. */
  async shownYear(): Promise<string> {
    return (await this.page.locator('.time-stop.is-shown').textContent()) ?? '';
  }

  async holdKey(key: string): Promise<void> {
    await this.page.keyboard.down(key);
  }

  async releaseKey(key: string): Promise<void> {
    await this.page.keyboard.up(key);
  }

  /** Opens the sheet of small maps, and gives their names and scores when all are drawn. */
  async smallMaps(): Promise<readonly { readonly scenario: string; readonly scores: readonly number[]; readonly isDrawn: boolean }[]> {
    await this.page.getByRole('button', { name: 'Ark for utskrift' }).click();
    await this.page.getByRole('button', { name: 'Skriv ut', exact: true }).and(this.page.locator(':enabled')).waitFor();
    return this.page.locator('.multiple').evaluateAll((maps) =>
      maps.map((map) => ({
        scenario: map.querySelector('h3')?.firstChild?.textContent?.trim() ?? '',
        scores: Array.from(map.querySelectorAll('dd'), (score) => Number(score.textContent.replace(',', '.'))),
        isDrawn: (map.querySelector('img')?.naturalWidth ?? 0) > 0,
      })),
    );
  }

  // By keyboard alone

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  write(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** Goes from field to field with Tab until the one with this name has the focus. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 120; presses += 1) {
      await this.press(key);
      const focused = await this.focusedName();
      if (typeof name === 'string' ? focused === name : name.test(focused)) return;
      passed.push(focused);
    }
    throw new Error(`Tab never came to ${String(name)}. It passed: ${passed.join(' · ')}`);
  }

  /** Name of what has the focus, as it is read aloud. */
  focusedName(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? [], (label) => label.textContent) : [];
      return (element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent || element.tagName)).trim();
    });
  }

  /** Catches what a key press downloads. */
  async savedBy(act: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 240_000 }), act()]);
    return readFileSync(await download.path());
  }

  private get differences(): Locator {
    return this.page.locator('.difference-panel');
  }

  private get comparison(): Locator {
    return this.page.locator('.compare-dialog');
  }

  /** How many times the map has come to rest. */
  private async mapMoves(): Promise<number> {
    return Number((await this.page.locator('.map-view').getAttribute('data-moves')) ?? 0);
  }

  /** Until the map has come to rest once more than it had. */
  private async mapAtRest(moves: number): Promise<void> {
    await this.page.waitForFunction(
      (before) => Number(document.querySelector<HTMLElement>('.map-view')?.dataset['moves'] ?? 0) > before,
      moves,
    );
  }

  private get panel(): Locator {
    return this.page.locator('.explanation-panel');
  }

  private shareField(town: string): Locator {
    return this.page.getByRole('textbox', { name: `Andel til ${town}`, exact: true });
  }

  private shareSlider(town: string): Locator {
    return this.page.getByRole('slider', { name: `Andel til ${town}`, exact: true });
  }

  private async type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Enter');
  }

  private async export(entry: string): Promise<Buffer> {
    await this.page.getByRole('button', { name: 'Eksporter', exact: true }).click();
    return this.savedBy(() => this.page.getByRole('button', { name: entry }).click());
  }
}
