import type { Locator, Page } from 'playwright-core';
import { savedBy, type SavedFile } from './savedFile';
import { shownNumber, type ShownScores } from './shownText';

/** A row of the comparison as the page shows it. */
export interface ComparedRow {
  readonly scenario: string;
  readonly isOpen: boolean;
  /** What stands under the name: that it is open, or why it is not ranked. */
  readonly obstacle: string;
  readonly transit: number;
  readonly blueGreen: number;
}

/** How a planner holds scenarios against each other: in the table of all, on the map, and on a sheet. */
export class ComparisonTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openComparison(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sammenlign', exact: true }).click();
    await this.page.getByRole('button', { name: 'Alle scenarioer i tabell' }).click();
    await this.comparisonReady();
  }

  /** All draws of the comparison are made. */
  async comparisonReady(): Promise<void> {
    await this.comparison.getByText(/av 1\s000 felles trekninger/u).waitFor();
  }

  /** Saves the comparison as a report. */
  saveComparison(): Promise<SavedFile> {
    return savedBy(this.page, () => this.comparison.getByRole('button', { name: 'Last ned som rapport' }).click());
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

  private get differences(): Locator {
    return this.page.locator('.difference-panel');
  }

  private get comparison(): Locator {
    return this.page.locator('.compare-dialog');
  }
}
