import { beforeEach, describe, expect, test, vi } from 'vitest';
import { dataset, firstVisit, model, notices, open, reload, rename, settled, shipped, storage, view, workspace } from '../../tests/support/visitedWorkspace';
import { renameScenario } from '../core/operations/scenarioOperations';

beforeEach(firstVisit);

test('every scenario is at hand as it stands: changed, shipped and own', async () => {
  rename('Endret en');
  await settled();
  await workspace.open(shipped[1].id);
  await workspace.copy();
  rename('Kopien');
  const all = await workspace.scenarios();
  expect(all.map(({ name }) => name)).toEqual(['Endret en', shipped[1].name, 'Kopien']);
  expect(all[1]).toBe(shipped[1]);
  expect(all[2]).toBe(open());
  expect(all[0]?.areas).toEqual(shipped[0].areas);
});

describe('the shipped scenarios', () => {
  test('open as they were shipped, and nothing is stored by looking', async () => {
    expect(open()).toBe(shipped[0]);
    await workspace.open(shipped[1].id);
    expect(open()).toBe(shipped[1]);
    expect((await storage.list()).works).toEqual([]);
    await reload();
    expect(open()).toBe(shipped[1]);
  });

  test('keep the user’s changes, each its own, across switching and reload', async () => {
    rename('Endret en');
    await settled();
    await workspace.open(shipped[1].id);
    expect(open().name).toBe(shipped[1].name);
    await workspace.open(shipped[0].id);
    expect(open().name).toBe('Endret en');
    expect(workspace.getState().shipped.map(({ name, changed }) => [name, changed])).toEqual([
      ['Endret en', true],
      [shipped[1].name, false],
    ]);
    await reload();
    expect(open().name).toBe('Endret en');
    model.undo();
    expect(open()).toEqual(shipped[0]);
  });

  test('come back as shipped in one step that can be undone', async () => {
    rename('Endret');
    model.dispatch((scenario) => ({
      kind: 'moment',
      moment: { note: 'tømt', changes: { areas: new Map([...scenario.areas.keys()].map((id) => [id, null])) } },
    }));
    const changed = open();
    workspace.restore();
    expect(open()).toEqual(shipped[0]);
    model.undo();
    expect(open()).toEqual(changed);
  });
});

describe('the user’s own', () => {
  test('a copy has its own life and is there after a reload', async () => {
    await workspace.copy();
    const { id } = open();
    rename('Min');
    await reload();
    expect(open()).toMatchObject({ id, name: 'Min' });
    await vi.waitFor(() => {
      expect(workspace.getState().own).toMatchObject([{ id, name: 'Min', dwellings: 3000, lastYear: 2035 }]);
    });
    await workspace.open(shipped[0].id);
    expect(open()).toBe(shipped[0]);
  });

  test('one that is removed while open gives way to a shipped one, and lies in the bin for thirty days', async () => {
    await workspace.copy();
    rename('Min');
    await settled();
    const { id } = open();
    await workspace.remove(id);
    expect(open()).toBe(shipped[0]);
    expect(workspace.getState().own).toEqual([]);
    expect(workspace.getState().deleted).toMatchObject([{ id, name: 'Min' }]);
    await reload();
    await vi.waitFor(() => {
      expect(workspace.getState().deleted).toHaveLength(1);
    });
    await workspace.undelete(id);
    expect(workspace.getState().own).toMatchObject([{ id, name: 'Min' }]);
    await workspace.open(id);
    model.undo();
    expect(open().name).toBe(`${shipped[0].name} (kopi)`);
  });

  test('one that has lain in the bin for thirty-one days is gone, one for twenty-nine is there', async () => {
    await workspace.copy();
    const old = open().id;
    await workspace.copy();
    const young = open().id;
    const day = 24 * 60 * 60 * 1000;
    await storage.mark(old, { deletedAt: Date.now() - 31 * day });
    await storage.mark(young, { deletedAt: Date.now() - 29 * day });
    await workspace.open(shipped[0].id);
    await reload();
    await vi.waitFor(async () => {
      expect((await storage.list()).works.map(({ id }) => id)).toEqual([young]);
    });
  });

  test('one that is erased is nowhere', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.remove(id);
    await workspace.erase(id);
    expect(workspace.getState().deleted).toEqual([]);
    expect(workspace.has(id)).toBe(false);
    await workspace.open(id);
    expect(open()).toBe(shipped[0]);
  });

  test('a new one stands on the place’s areas, filled by the programme, with nothing to undo', async () => {
    await workspace.create();
    const { scenario, history } = model.getState().tracked;
    expect(scenario.name).toBe('Nytt scenario');
    expect(scenario.areas.size).toBe(dataset.defaultAreas.length);
    const placed = [...scenario.areas.values()].flatMap((area) => area.dwellingsByPeriod).reduce((sum, count) => sum + count, 0);
    expect(placed).toBeGreaterThan(100);
    expect(history.past).toEqual([]);
    await workspace.create();
    expect(open().name).toBe('Nytt scenario 2');
    await workspace.copy();
    await workspace.copy(scenario.id);
    expect(open().name).toBe('Nytt scenario (kopi)');
    await reload();
    await vi.waitFor(() => {
      expect(workspace.getState().own).toHaveLength(4);
    });
  });

  test('one that is not open is renamed in a step of its own history', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.open(shipped[0].id);
    expect(await workspace.change(id, (scenario) => renameScenario(scenario, '  '))).toMatch(/navn/u);
    expect(await workspace.change(id, (scenario) => renameScenario(scenario, 'Omdøpt'))).toBeNull();
    expect(workspace.getState().own).toMatchObject([{ id, name: 'Omdøpt' }]);
    expect(open()).toBe(shipped[0]);
    expect(await storage.current()).toBe(shipped[0].id);
    await workspace.open(id);
    model.undo();
    expect(open().name).toBe(`${shipped[0].name} (kopi)`);
  });

  test('one that is put away is neither listed nor compared until it is taken back', async () => {
    await workspace.copy();
    const { id } = open();
    await workspace.open(shipped[0].id);
    await workspace.archive(id, true);
    await workspace.archive(shipped[1].id, true);
    expect(workspace.getState()).toMatchObject({ own: [], archived: [{ id: shipped[1].id }, { id }] });
    expect((await workspace.scenarios()).map((scenario) => scenario.id)).toEqual([shipped[0].id]);
    expect(workspace.has(id)).toBe(true);
    await workspace.archive(id, false);
    expect(workspace.getState().own).toMatchObject([{ id }]);
  });

  test('a selection belongs to the scenario it was made in', async () => {
    const [area = null] = open().areas.keys();
    view.selectArea(area);
    await workspace.copy();
    expect(view.getState().selectedArea).toBeNull();
  });
});

describe('a locked scenario', () => {
  test('refuses every change with a reason, after a reload too, until it is unlocked', async () => {
    rename('Endret');
    await settled();
    const before = model.getState().tracked;
    await workspace.lock(open().id, true);
    expect(model.dispatch((scenario) => renameScenario(scenario, 'Igjen'))).toMatch(/«Endret» er låst.*kopi/u);
    model.undo();
    expect(model.getState().tracked).toBe(before);
    await reload();
    await vi.waitFor(() => {
      expect(model.getState().locked).toMatch(/låst/u);
    });
    await workspace.lock(open().id, false);
    rename('Igjen');
  });

  test('that is not open is not renamed either, and a file does not replace it', async () => {
    await workspace.lock(shipped[1].id, true);
    expect(await workspace.change(shipped[1].id, (scenario) => renameScenario(scenario, 'Ny'))).toMatch(/er låst/u);
    await workspace.adopt({ ...shipped[1], name: 'Fra fil' }, 'replace');
    expect(open()).toBe(shipped[1]);
    expect(notices.getState().notices.map(({ text }) => text).join(' ')).toMatch(/er låst/u);
  });

  test('can be copied, and the copy changed', async () => {
    await workspace.lock(shipped[0].id, true);
    await workspace.copy();
    rename('Kopien');
    await workspace.open(shipped[0].id);
    expect(model.dispatch((scenario) => renameScenario(scenario, 'Igjen'))).toMatch(/er låst/u);
  });
});
