import type { Locator, Page } from './browser';

/** The dialog with all scenarios. */
export class LibraryTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get dialog(): Locator {
    return this.page.locator('.library-dialog');
  }

  private row(name: string): Locator {
    return this.dialog.locator('.library-row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Scenario: / }).click();
    await this.page.locator('.menu:visible').getByRole('button', { name: 'Alle scenarioer', exact: false }).click();
    await this.dialog.waitFor();
  }

  async openByKey(): Promise<void> {
    await this.page.keyboard.press('b');
    await this.dialog.waitFor();
  }

  /** Waits until a button is there: what was asked for before has been done. */
  async offers(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).first().waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Names in the list, from above, folded groups left out. */
  names(): Promise<readonly string[]> {
    return this.dialog.locator('.library-row-name:visible').allTextContents();
  }

  async choose(name: string): Promise<void> {
    await this.row(name).click();
  }

  async has(name: string): Promise<void> {
    await this.row(name).waitFor();
  }

  async lacks(name: string): Promise<void> {
    await this.row(name).waitFor({ state: 'hidden' });
  }

  async unfold(group: 'Arkiv' | 'Papirkurv'): Promise<void> {
    await this.dialog.locator('summary', { hasText: group }).click();
  }

  async press(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).first().click();
  }

  async confirm(button: string): Promise<void> {
    await this.page.locator('dialog[open]').last().getByRole('button', { name: button, exact: true }).click();
  }

  async rename(name: string): Promise<void> {
    const field = this.dialog.getByRole('textbox', { name: 'Navn', exact: true });
    await field.fill(name);
    await field.press('Enter');
    await this.has(name);
  }

  async annotate(note: string): Promise<void> {
    const field = this.dialog.getByRole('textbox', { name: 'Merknad', exact: true });
    await field.fill(note);
    await field.blur();
  }

  note(): Promise<string> {
    return this.dialog.getByRole('textbox', { name: 'Merknad', exact: true }).inputValue();
  }

  async search(text: string): Promise<void> {
    await this.dialog.getByRole('searchbox').fill(text);
  }

  /** From here on the browser gives this folder of its own when it is asked for one: nobody can click in its own dialog. */
  async preferPrivateFolder(): Promise<void> {
    await this.page.addInitScript(() => {
      Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    await this.page.reload();
  }

  /** Text of each file in that folder. */
  privateFolder(): Promise<ReadonlyMap<string, string>> {
    return this.page
      .evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const files: [string, string][] = [];
        for await (const [name, entry] of folder.entries()) {
          // Others come and go while the browser writes.
          if (entry instanceof FileSystemFileHandle && name.endsWith('.json')) files.push([name, await (await entry.getFile()).text()]);
        }
        return files;
      })
      .then((files) => new Map(files));
  }

  async putInPrivateFolder(name: string, text: string): Promise<void> {
    await this.page.evaluate(
      async ([file, content]) => {
        const folder = await navigator.storage.getDirectory();
        const stream = await (await folder.getFileHandle(file, { create: true })).createWritable();
        await stream.write(content);
        await stream.close();
      },
      [name, text] as const,
    );
  }

  /** Has the browser say that the disk is full, or that there is room again. */
  async diskIsFull(isFull: boolean): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const origin = new URL(this.page.url()).origin;
    await session.send('Storage.overrideQuotaForOrigin', isFull ? { origin, quotaSize: 1 } : { origin });
    if (!isFull) await session.detach();
  }
}

/** The table of all areas. */
export class TableTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private get table(): Locator {
    return this.page.locator('.area-table');
  }

  /** The key that opens the table, and closes it again. */
  async toggle(): Promise<void> {
    await this.page.keyboard.press('t');
  }

  async isOpen(): Promise<boolean> {
    return this.table.isVisible();
  }

  /** The texts of the lines that are drawn, cell by cell. */
  async lines(): Promise<readonly (readonly string[])[]> {
    await this.table.locator('tbody tr[aria-rowindex]').first().waitFor();
    const lines = await this.table
      .locator('tbody tr[aria-rowindex]')
      .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent.trim())));
    return lines.map((line) => line.map((text) => text.replaceAll(/\s/gu, ' ')));
  }

  /** How many lines the table has, drawn or not. */
  async count(): Promise<number> {
    return Number(await this.table.getByRole('table').getAttribute('aria-rowcount')) - 1;
  }

  sum(): Promise<string> {
    return this.table.locator('.table-sum').textContent().then((text) => (text ?? '').replaceAll(/\s/gu, ' '));
  }

  async sortBy(column: string): Promise<void> {
    await this.table.locator('thead').getByRole('button', { name: column }).click();
  }

  async search(text: string): Promise<void> {
    await this.table.getByRole('searchbox').fill(text);
  }

  async pick(filter: 'Småby' | 'Boligtype' | 'Konflikter', choice: string): Promise<void> {
    await this.table.locator('.table-filters').getByLabel(filter, { exact: true }).selectOption({ label: choice });
  }

  async choose(name: string): Promise<void> {
    await this.table.getByRole('button', { name, exact: true }).click();
  }

  private get chosen(): Locator {
    return this.table.locator('tr.is-chosen');
  }

  /** Name of the line that is chosen. */
  chosenName(): Promise<string> {
    return this.chosen.getByRole('textbox', { name: 'Navn' }).inputValue();
  }

  async isChosenInSight(): Promise<boolean> {
    const [line, window] = await Promise.all([this.chosen.boundingBox(), this.table.locator('.table-window').boundingBox()]);
    return line !== null && window !== null && line.y >= window.y && line.y + line.height <= window.y + window.height + 1;
  }

  async write(field: 'Navn' | 'Boliger' | 'Kan bygges ut', value: string): Promise<void> {
    const box = this.chosen.getByRole('textbox', { name: field, exact: true });
    await box.fill(value);
    await box.press('Enter');
  }

  read(field: 'Navn' | 'Boliger' | 'Kan bygges ut'): Promise<string> {
    return this.chosen.getByRole('textbox', { name: field, exact: true }).inputValue();
  }

  async set(field: 'Småby' | 'Boligtype' | 'Bygges', choice: string): Promise<void> {
    await this.chosen.getByLabel(field, { exact: true }).selectOption({ label: choice });
  }

  async scrollToEnd(): Promise<void> {
    await this.table.locator('.table-window').evaluate((window) => {
      window.scrollTop = window.scrollHeight;
    });
  }

  /** Turns the wheel over the lines, down and up again. */
  async scrollThrough(): Promise<void> {
    await this.table.locator('.table-window').hover();
    for (const turn of [300, -300]) {
      for (let turns = 0; turns < 40; turns += 1) await this.page.mouse.wheel(0, turn);
    }
  }

  async show(view: 'Felt for felt' | 'Per småby' | 'Per boligtype'): Promise<void> {
    await this.table.getByRole('button', { name: view }).click();
  }

  /** The sums, cell by cell, the whole last. */
  async sums(): Promise<readonly (readonly string[])[]> {
    const lines = await this.table
      .locator('.table-sums :is(tbody, tfoot) tr')
      .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent)));
    return lines.map((line) => line.map((text) => text.replaceAll(/\s/gu, ' ')));
  }
}
