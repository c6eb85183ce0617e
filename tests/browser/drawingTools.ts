import type { Page } from 'playwright-core';
import { shownNumber } from './shownText';

/** A planner’s hand on the map. */
export class DrawingTools {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

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

  /** Moves the map by a key, when the map has the focus, and waits until it lies still. */
  async pressOnMap(key: string): Promise<void> {
    const moves = await this.mapMoves();
    await this.page.keyboard.press(key);
    await this.mapAtRest(moves);
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
}
