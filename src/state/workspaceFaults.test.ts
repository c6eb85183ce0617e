import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyScenario } from '../../tests/support/townsPlace';
import { dataset, evaluate, firstVisit, model, notices, open, reload, rename, settled, shipped, storage, view, workspace } from '../../tests/support/visitedWorkspace';
import type { Scenario } from '../core/domain/scenario';
import { firstWork } from './firstWork';
import { createNoticeStore } from './noticeStore';
import { NewerStoreError } from './persistence/workDatabase';
import { WorkStorage } from './persistence/workStorage';
import { createWorkspace } from './workspace';

beforeEach(firstVisit);

describe('a scenario from a file', () => {
  const fromFile: Scenario = { ...shipped[1], name: 'Fra fil', areas: new Map() };

  test('in place of the one with its identifier, as a step that can be undone', async () => {
    expect(workspace.has(fromFile.id)).toBe(true);
    await workspace.adopt(fromFile, 'replace');
    expect(open()).toEqual(fromFile);
    model.undo();
    expect(open()).toEqual(shipped[1]);
  });

  test('as one of its own, with an identifier that nobody has', async () => {
    await workspace.adopt(fromFile, 'separate');
    expect(open()).toEqual({ ...fromFile, id: open().id });
    expect(open().id).not.toBe(fromFile.id);
    await reload();
    expect(open().name).toBe('Fra fil');
    await vi.waitFor(() => {
      expect(workspace.getState().own).toHaveLength(1);
    });
  });

  test('whose identifier is free keeps it', async () => {
    const free = emptyScenario(dataset, 'ny');
    expect(workspace.has(free.id)).toBe(false);
    await workspace.adopt(free, 'separate');
    expect(open().id).toBe(free.id);
    expect(workspace.has(free.id)).toBe(true);
  });
});

describe('what goes wrong', () => {
  test('work that is not saved is told of, with a way out, until it is', async () => {
    const save = vi.spyOn(storage, 'save').mockRejectedValueOnce(new Error('uleselig disk'));
    rename('En');
    await vi.waitFor(() => {
      expect(notices.getState().notices[0]?.text).toMatch(/uleselig disk.*Lagre scenariofilen/u);
    });
    expect(notices.getState().notices[0]?.actions?.map(({ text }) => text)).toEqual(['Lagre scenariofil', 'Prøv igjen']);
    expect(save).toHaveBeenCalledTimes(1);
    rename('To');
    await settled();
    expect(notices.getState().notices).toEqual([]);
  });

  test('a full disk: the work stays in memory, also when another is opened, and is saved when there is room', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const full = vi.spyOn(storage, 'save').mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
    rename('Ulagret');
    await vi.waitUntil(() => workspace.isUnsaved());
    expect(notices.getState().notices[0]?.text).toMatch(/fullt/u);
    await workspace.open(shipped[1].id);
    await workspace.open(shipped[0].id);
    expect(open().name).toBe('Ulagret');
    full.mockRestore();
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    await settled();
    expect(workspace.isUnsaved()).toBe(false);
    expect(notices.getState().notices).toEqual([]);
  });

  test('a newer version takes the store over: that is told, and nothing of it is touched', async () => {
    rename('Lagret');
    await settled();
    const newer = await openDB('smabymodellen', 99);
    expect(notices.getState().notices[0]?.text).toMatch(/nyere versjon.*Last siden på nytt/u);
    rename('Ulagret');
    await vi.waitUntil(() => workspace.isUnsaved());
    expect(notices.getState().notices[0]?.text).toMatch(/bare i denne fanen/u);
    expect(await newer.get('summaries', open().id)).toMatchObject({ name: 'Lagret' });
    newer.close();
    await expect(WorkStorage.open()).rejects.toBeInstanceOf(NewerStoreError);
  });

  test('work that cannot be read is told of and the page opens all the same', async () => {
    rename('Endret');
    await settled();
    vi.spyOn(storage, 'load').mockRejectedValue(new Error('ødelagt'));
    const told = createNoticeStore();
    const work = await firstWork(storage, shipped, shipped[1], told);
    expect(work.scenario).toBe(shipped[1]);
    expect(told.getState().notices[0]?.text).toMatch(/ødelagt/u);
  });

  test('without a store in the browser the page works and only keeps nothing', async () => {
    const bare = createWorkspace({ model, view, notices, storage: null, shipped, home: shipped[0], evaluate });
    await bare.open(shipped[1].id);
    expect(open()).toBe(shipped[1]);
    await bare.copy();
    expect(open().name).toBe(`${shipped[1].name} (kopi)`);
    expect((await firstWork(null, shipped, shipped[0], notices)).scenario).toBe(shipped[0]);
  });
});
