import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { WorkStorage } from './persistence/workStorage';
import { endedAbruptly, followSession, type SessionSurroundings } from './sessionMarks';

/** A browser: what outlives its pages, and those of its pages that are still there. */
class FakeBrowser {
  private readonly kept = new Map<string, string>();
  private readonly alive = new Set<string>();

  page(): { surroundings: SessionSurroundings; close: () => void; crash: () => void; turn: (visibility: string) => void } {
    const mine: string[] = [];
    const listeners = new Map<string, () => void>();
    const tab = { visibilityState: 'visible', addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener) };
    const turn = (visibilityState: string): void => {
      tab.visibilityState = visibilityState;
      listeners.get('visibilitychange')?.();
    };
    const surroundings = {
      locks: {
        query: async () => ({ held: [...this.alive].map((name) => ({ name })) }),
        request: async (name: string) => {
          this.alive.add(name);
          mine.push(name);
        },
      },
      closedMarks: {
        getItem: (name: string) => this.kept.get(name) ?? null,
        setItem: (name: string, value: string) => void this.kept.set(name, value),
        removeItem: (name: string) => void this.kept.delete(name),
      },
      page: { addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener) },
      document: tab,
    } as unknown as SessionSurroundings;
    const crash = (): void => {
      for (const name of mine) this.alive.delete(name);
    };
    return {
      surroundings,
      crash,
      turn,
      close: () => {
        listeners.get('pagehide')?.();
        crash();
      },
    };
  }
}

let storage: WorkStorage;
let browser: FakeBrowser;

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  storage = await WorkStorage.open();
  browser = new FakeBrowser();
});

/** A visit with changes. */
async function visit(): Promise<ReturnType<FakeBrowser['page']>> {
  const page = browser.page();
  followSession(storage, page.surroundings)();
  await vi.waitFor(async () => {
    expect(await storage.settingNames('session:')).not.toHaveLength(0);
  });
  return page;
}

test('a visit that was closed ended as it should', async () => {
  (await visit()).close();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(false);
});

test('a visit that just stopped is told of, once', async () => {
  (await visit()).crash();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(true);
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(false);
});

test('a visit that goes on in another page is none of it', async () => {
  const other = await visit();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(false);
  other.crash();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(true);
});

test('a page that the user has turned away from may end as it likes, one that is seen again may not', async () => {
  const left = await visit();
  left.turn('hidden');
  left.crash();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(false);
  const seen = await visit();
  seen.turn('hidden');
  seen.turn('visible');
  seen.crash();
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(true);
});

test('a visit without changes leaves nothing behind', async () => {
  const page = browser.page();
  followSession(storage, page.surroundings);
  page.crash();
  expect(await storage.settingNames('session:')).toEqual([]);
  expect(await endedAbruptly(storage, browser.page().surroundings)).toBe(false);
});
