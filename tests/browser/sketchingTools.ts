import type { Page } from './browser';

/** The years under the map, and what the page shows of them. */
export class TimeTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async show(stop: string): Promise<void> {
    await this.page.locator('.time-stop', { hasText: stop }).click();
  }

  async growth(): Promise<string> {
    return ((await this.page.locator('.time-growth').textContent()) ?? '').replaceAll(/\s+/gu, ' ');
  }

  /** Names and numbers at the ends of the curves. */
  async curves(): Promise<readonly string[]> {
    await this.page.getByRole('button', { name: 'Kurver' }).click();
    const texts = await this.page.locator('.time-line text').allTextContents();
    return texts.map((text) => text.replaceAll(/\s+/gu, ' '));
  }

  /** What the page says of the moment it shows; empty for the whole programme. */
  async shownMoment(): Promise<string> {
    const note = this.page.getByText(/^Kartet og tallene viser/u);
    return (await note.count()) === 0 ? '' : ((await note.textContent()) ?? '').replaceAll(/\s+/gu, ' ');
  }
}

/** The list of steps. */
export class HistoryTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Historikk' }).click();
  }

  async steps(): Promise<readonly string[]> {
    await this.open();
    const texts = await this.page.locator('.history-list .menu-item').allTextContents();
    await this.page.keyboard.press('Escape');
    return texts.map((text) => text.replaceAll(/\s+/gu, ' '));
  }

  async goTo(step: string | RegExp): Promise<void> {
    await this.open();
    await this.page.locator('.history-list .menu-item', { hasText: step }).first().click();
  }
}

/** What the scenario does beside building homes. */
export class MeasureTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openList(): Promise<void> {
    await this.page.locator('summary', { hasText: 'Tiltak' }).click();
  }

  async start(what: 'Park eller grøntdrag' | 'Vern' | 'Stasjon'): Promise<void> {
    await this.page.getByRole('button', { name: what, exact: true }).click();
  }

  async names(): Promise<readonly string[]> {
    const names = await this.page.locator('.measure-name').allInnerTexts();
    return names.map((name) => name.split('\n')[0] ?? '');
  }

  async toggle(name: string): Promise<void> {
    await this.page.getByRole('switch', { name: `Regn med ${name}` }).click();
  }

  async setDepartures(departures: number): Promise<void> {
    const field = this.page.locator('.target-card').getByLabel('Avganger i timen');
    await field.fill(String(departures));
    await field.press('Enter');
  }

  async asToday(): Promise<void> {
    await this.page.locator('.target-card').getByRole('button', { name: 'Som i dag' }).click();
  }
}

/** One clear pixel. */
const EMPTY_PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Links, the big screen, and pictures from elsewhere. */
export class ShowingTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The address that carries the open scenario. */
  async link(): Promise<string> {
    await this.page.getByRole('button', { name: 'Eksporter' }).click();
    await this.page.getByRole('button', { name: /^Del lenke/u }).click();
    const link = await this.page.getByLabel('Lenke til scenarioet').inputValue();
    await this.page.keyboard.press('Escape');
    return link;
  }

  /** Follows a link on the open page. */
  async follow(link: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
  }

  async question(): Promise<string> {
    return (await this.page.getByRole('dialog').getByRole('heading').textContent()) ?? '';
  }

  async answer(choice: string): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: choice }).click();
  }

  async dialogText(): Promise<string> {
    return (await this.page.getByRole('dialog').textContent()) ?? '';
  }

  /** Answers for a host with empty map pictures. Gives the addresses that are asked, as they come. */
  async standInFor(host: string): Promise<readonly string[]> {
    const asked: string[] = [];
    await this.page.route(`${host}/**`, async (route) => {
      asked.push(route.request().url());
      await route.fulfill({ contentType: 'image/png', body: EMPTY_PICTURE, headers: { 'access-control-allow-origin': '*' } });
    });
    return asked;
  }

  async switchService(name: string): Promise<void> {
    const service = this.page.getByRole('switch', { name: new RegExp(`^${name}`, 'u') });
    if (!(await service.isVisible())) await this.page.getByRole('button', { name: 'Kartlag', exact: true }).click();
    await service.click();
  }

  async serviceNote(): Promise<string> {
    return (await this.page.getByRole('region', { name: 'Offentlige karttjenester' }).getByRole('status').textContent()) ?? '';
  }

  isPresenting(): Promise<boolean> {
    return this.page.locator('.present').isVisible();
  }

  async presented(): Promise<{ readonly name: string; readonly transit: string; readonly heightPixels: number }> {
    const number = this.page.getByTestId('present-transit');
    await number.waitFor();
    return {
      name: (await this.page.locator('.present-name').textContent()) ?? '',
      transit: (await number.textContent()) ?? '',
      heightPixels: (await number.boundingBox())?.height ?? 0,
    };
  }
}
