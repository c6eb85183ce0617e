import type { Page } from './browser';

/** Name of the browser's mark for when both scores stand and the shares can be dragged. */
const USABLE = 'usable';

/** A machine with other work may take this long, and the time is told all the same. */
const LONGEST_START_MILLISECONDS = 240_000;

/** How long the page takes. */
export class SpeedTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The browser's trace of what is done, as JSON. */
  async trace(categories: readonly string[], act: () => Promise<void>): Promise<string> {
    const browser = this.page.context().browser();
    if (!browser) throw new Error('This page belongs to no browser that can be traced.');
    await browser.startTracing(this.page, { categories: [...categories] });
    await act();
    return (await browser.stopTracing()).toString('utf8');
  }

  /** Drags a slider of the page from end to end and back to the middle. */
  async sweep(slider: string | RegExp): Promise<void> {
    const box = await this.page.getByRole('slider', { name: slider }).boundingBox();
    if (!box) throw new Error(`The slider ${String(slider)} is not on the page.`);
    const at = (share: number): [x: number, y: number] => [box.x + 10 + share * (box.width - 20), box.y + box.height / 2];
    const value = await this.page.getByRole('slider', { name: slider }).evaluate((input: HTMLInputElement) => {
      const [minimum, maximum] = [Number(input.min), Number(input.max)];
      return (Number(input.value) - minimum) / (maximum - minimum);
    });
    await this.page.mouse.move(...at(value));
    await this.page.mouse.down();
    for (const share of [0.05, 0.95, 0.5]) await this.page.mouse.move(...at(share), { steps: 20 });
    await this.page.mouse.up();
  }

  /** Opens another scenario of the bar's menu; milliseconds from the click until its scores are on the page. */
  async toScoresOf(scenario: string): Promise<number> {
    await this.page.getByRole('button', { name: /^Scenario: / }).click();
    const item = this.page.locator('.menu:visible .menu-item').filter({ hasText: scenario }).first();
    return item.evaluate(
      (button: HTMLElement, name) =>
        // Whatever runs in the page has no named functions of its own: a bundler would wrap them in help that is not there.
        new Promise<number>((resolve) => {
          const before = document.querySelector('[data-testid="transit-score"]')?.textContent;
          const start = performance.now();
          const watch = new MutationObserver(() => {
            const score = document.querySelector('[data-testid="transit-score"]')?.textContent;
            if (!document.title.startsWith(name) || score === before) return;
            watch.disconnect();
            resolve(performance.now() - start);
          });
          watch.observe(document, { subtree: true, childList: true, characterData: true });
          button.click();
        }),
      scenario,
    );
  }

  /** From here on the page marks when it can be used. */
  async watchStarts(): Promise<void> {
    await this.page.addInitScript((mark) => {
      const watch = new MutationObserver(() => {
        const [transit, blueGreen] = ['transit', 'blue-green'].map((score) => document.querySelector(`[data-testid="${score}-score"]`));
        const stand = [transit, blueGreen].every((score) => /\d/u.test(score?.textContent ?? ''));
        if (!stand || !document.querySelector('input[type="range"]:enabled')) return;
        watch.disconnect();
        performance.mark(mark);
      });
      watch.observe(document, { subtree: true, childList: true, characterData: true });
    }, USABLE);
  }

  /** Milliseconds from when the page was asked for until it could be used. */
  async startTook(): Promise<number> {
    await this.page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, USABLE, { timeout: LONGEST_START_MILLISECONDS });
    return this.page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, USABLE);
  }
}
