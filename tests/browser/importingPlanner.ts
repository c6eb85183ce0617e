import type { DroppedFile } from '../../src/core/import/readFiles';
import { startVisit, type Locator, type Page, type StartedBrowser, type Visit, type VisitOptions } from './browser';
import { ExportTools } from './exportTools';
import { shownNumber, type ShownScores } from './shownText';

/** A planner who brings data of their own. */
export class ImportingPlanner {
  private readonly visit: Visit;

  private constructor(visit: Visit) {
    this.visit = visit;
  }

  static async arrive(browser: StartedBrowser, address: string, screen: Omit<VisitOptions, 'address'> = {}): Promise<ImportingPlanner> {
    const planner = new ImportingPlanner(await startVisit(browser, { address, ...screen }));
    await planner.page.goto('./');
    await planner.untilReady();
    return planner;
  }

  private get page(): Page {
    return this.visit.page;
  }

  private get spoken(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^Kollektivnærhet \d/u });
  }

  private get dialog(): Locator {
    return this.page.locator('.import-dialog');
  }

  get exports(): ExportTools {
    return new ExportTools(this.page);
  }

  get problems(): readonly string[] {
    return this.visit.problems;
  }

  get requests(): readonly string[] {
    return this.visit.requests;
  }

  leave(): Promise<void> {
    return this.visit.close();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.untilReady();
  }

  /** Both scores as they are read aloud. */
  async scores(): Promise<ShownScores> {
    const [transit = Number.NaN, blueGreen = Number.NaN] = ((await this.spoken.innerText()).match(/\d+(?:,\d+)?/gu) ?? []).map(shownNumber);
    return { transit, blueGreen };
  }

  /** The scores once they are others than `before`. */
  async scoresAfter(before: ShownScores): Promise<ShownScores> {
    for (;;) {
      const scores = await this.scores();
      if (scores.blueGreen !== before.blueGreen || scores.transit !== before.transit) return scores;
      await this.page.waitForTimeout(100);
    }
  }

  /** Parts of B that lack data. */
  async unscoredParts(): Promise<number> {
    return this.page.getByText('mangler datagrunnlag', { exact: true }).count();
  }

  async drop(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      ([fileName, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content], fileName));
        document.querySelector('.page')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [name, text] as const,
    );
  }

  async dropFixture(...files: readonly DroppedFile[]): Promise<void> {
    await this.openLayers();
    const chosen = files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }));
    await this.page.getByLabel('Last inn kartdata …').last().setInputFiles(chosen);
  }

  /** What the page asks of a file that was read. */
  async question(): Promise<string> {
    await this.page.getByRole('button', { name: 'Ta inn' }).waitFor();
    return this.dialog.innerText();
  }

  async takeIn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ta inn' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async giveUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Avbryt' }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async refusal(): Promise<string> {
    return this.dialog.getByRole('alert').innerText();
  }

  /** Titles of the layers that were taken in. */
  async ownLayers(): Promise<readonly string[]> {
    await this.openLayers();
    return this.page.locator('.own-title').allInnerTexts();
  }

  /** Rows of the table of what a raster says of the areas, once all are measured. */
  async rasterTable(title: string): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: `${title} i feltene` }).click();
    const table = this.page.locator('.raster-table');
    await table.waitFor();
    await this.page.waitForFunction(() => document.querySelector('.raster-table')?.textContent?.includes('måler') === false);
    const rows = await table.locator('tr').allInnerTexts();
    await this.page.keyboard.press('Escape');
    return rows;
  }

  async forget(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Fjern ${title}` }).click();
  }

  private async openLayers(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Kartlag', exact: true });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }

  private async untilReady(): Promise<void> {
    await this.page.locator('[data-ready="true"]').waitFor({ state: 'attached' });
    await this.spoken.waitFor({ state: 'attached' });
  }
}
