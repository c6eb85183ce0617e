import type { Locator, Page } from 'playwright-core';
import { shownNumber } from './shownText';

/** The explanation of a number as the page shows it: its first table, which has every row in sight. */
export interface ShownExplanation {
  readonly number: number;
  readonly formula: string;
  readonly rows: readonly (readonly number[])[];
  readonly sums: readonly number[];
  /** The columns that sum to the number. */
  readonly isSummed: readonly boolean[];
}

/** How a planner asks where a number comes from, and reads the answer. */
export class ExplanationTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
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

  async openMethodPage(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Om metoden' }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  private get panel(): Locator {
    return this.page.locator('.explanation-panel');
  }
}
