import { startVisit, type Locator, type Page, type StartedBrowser, type Visit, type VisitOptions } from './browser';
import { ComparisonTools } from './comparisonTools';
import { DrawingTools } from './drawingTools';
import { ExplanationTools } from './explanationTools';
import { ExportTools } from './exportTools';
import { LibraryTools, TableTools } from './libraryTools';
import { savedBy } from './savedFile';
import { shownNumber, type ShownScores } from './shownText';
import { HistoryTools, MeasureTools, ShowingTools, TimeTools } from './sketchingTools';
import { SpeedTools } from './speedTools';

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
  readonly explanations: ExplanationTools;
  readonly drawing: DrawingTools;
  readonly comparing: ComparisonTools;
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
    this.explanations = new ExplanationTools(visit.page);
    this.drawing = new DrawingTools(visit.page);
    this.comparing = new ComparisonTools(visit.page);
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

  /** Note of the latest step of the history; empty when there is none. */
  async latestStep(): Promise<string> {
    const title = (await this.page.getByRole('button', { name: 'Angre', exact: true }).getAttribute('title')) ?? '';
    return title.startsWith('Angre: ') ? title.replace('Angre: ', '').replaceAll(/\s/gu, ' ') : '';
  }

  async clickButton(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
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

  /** What the page hands out when something is done there. */
  async savedBy(act: () => Promise<void>): Promise<Buffer> {
    return (await savedBy(this.page, act)).content;
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

}
