import type { Locator, Page } from 'playwright-core';

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
}
