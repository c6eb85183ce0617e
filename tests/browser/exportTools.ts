import type { Locator, Page } from 'playwright-core';
import { savedBy, type SavedFile } from './savedFile';

/** What a planner does in the export dialog beside saving files. */
export class ExportTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get dialog(): Locator {
    return this.page.locator('.export-dialog');
  }

  /** Says what the plan is called, in the dialog as it stands. */
  async callPlan(field: 'Planidentifikasjon' | 'Plannavn', name: string): Promise<void> {
    await this.dialog.getByLabel(field).fill(name);
  }

  /** What is wrong with what the plan is called; empty for nothing. */
  async planProblem(): Promise<string> {
    return (await this.dialog.locator('.export-plan .export-problem').allTextContents()).join(' ');
  }

  /** Whether a format can be saved just now. */
  canSave(format: string): Promise<boolean> {
    return this.dialog
      .locator('.export-row', { has: this.page.getByText(format, { exact: true }) })
      .getByRole('button')
      .isEnabled();
  }

  /** Takes a scenario into the comparison, or leaves it out. */
  async choose(scenario: string, isCompared: boolean): Promise<void> {
    const list = this.dialog.locator('.export-scenarios');
    const box = list.getByRole('checkbox', { name: scenario });
    if (!(await box.isVisible())) await list.locator('summary').click();
    await box.setChecked(isCompared);
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Lukk' }).click();
  }

  /** Saves the scenario file and gives its text. */
  async saveScenario(): Promise<string> {
    return (await this.saveFromMenu('Lagre scenariofil')).toString('utf8');
  }

  /** Saves the map and gives the PNG. */
  saveMap(): Promise<Buffer> {
    return this.saveFromMenu('Kart som PNG');
  }

  /** Saves the development areas and gives the GeoJSON. */
  async saveAreas(): Promise<string> {
    return (await this.saveAs('Utbyggingsfelt')).content.toString('utf8');
  }

  async openExports(): Promise<void> {
    await this.page.getByRole('button', { name: 'Eksporter', exact: true }).click();
    await this.page.getByRole('button', { name: 'Flere formater …' }).click();
    await this.dialog.waitFor();
  }

  /** Saves the open scenario in a format by its name in the export dialog. */
  async saveAs(format: string): Promise<SavedFile> {
    await this.openExports();
    return this.saveOpen(format);
  }

  /** The same from the export dialog as it stands, which is closed afterwards. */
  async saveOpen(format: string): Promise<SavedFile> {
    const row = this.dialog.locator('.export-row', { has: this.page.getByText(format, { exact: true }) });
    const file = await savedBy(this.page, () => row.getByRole('button').click());
    await this.close();
    return file;
  }

  private async saveFromMenu(entry: string): Promise<Buffer> {
    await this.page.getByRole('button', { name: 'Eksporter', exact: true }).click();
    return (await savedBy(this.page, () => this.page.getByRole('button', { name: entry }).click())).content;
  }
}
