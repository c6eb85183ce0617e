import { beforeEach, describe, expect, test, vi } from 'vitest';
import { announced, firstVisit, hear, model, notices, open, rename, settled, storage, workspace } from '../../tests/support/visitedWorkspace';
import type { Scenario } from '../core/domain/scenario';
import { record } from '../core/operations/history';
import type { OperationOutcome } from '../core/operations/outcome';
import { renameScenario } from '../core/operations/scenarioOperations';
import { WorkStorage } from './persistence/workStorage';

beforeEach(firstVisit);

describe('two pages at work', () => {
  /** What another page does with the stored work of the open scenario. */
  async function elsewhere(change: (scenario: Scenario) => OperationOutcome): Promise<void> {
    const other = await WorkStorage.open();
    const work = await other.load(open().id);
    if (!work) throw new Error('nothing is stored');
    const outcome = change(work.scenario);
    if (outcome.kind !== 'moment') throw new Error('nothing to save');
    await other.save(record(work, outcome.moment));
    other.close();
  }

  test('tell each other what is saved', async () => {
    rename('Endret');
    await settled();
    expect(announced).toContainEqual({ kind: 'saved', id: open().id });
  });

  test('the one that has changed nothing since is offered the changes of the other', async () => {
    rename('Min');
    await settled();
    await elsewhere((scenario) => renameScenario(scenario, 'Deres'));
    hear({ kind: 'saved', id: open().id });
    const notice = notices.getState().notices.find(({ text }) => text.includes('annen fane'));
    const [take] = notice?.actions ?? [];
    if (typeof take?.perform !== 'function') throw new Error('nothing is offered');
    expect(open().name).toBe('Min');
    take.perform();
    await vi.waitFor(() => {
      expect(open().name).toBe('Deres');
    });
    rename('Videre');
    await settled();
  });

  test('the one that has changed the same goes on as a copy with its history, and both are whole', async () => {
    rename('Min');
    await settled();
    const { id } = open();
    await elsewhere((scenario) => renameScenario(scenario, 'Deres'));
    rename('Også min');
    await vi.waitFor(() => {
      expect(open().id).not.toBe(id);
    });
    await settled();
    expect(open().name).toBe('Også min (min)');
    expect((await storage.load(id))?.scenario.name).toBe('Deres');
    const mine = open().id;
    rename('Enda mer');
    await settled();
    model.undo();
    model.undo();
    expect(open().name).toBe('Min');
    const notice = notices.getState().notices.find(({ text }) => text.includes('trygt'));
    const useTheirs = notice?.actions?.[1]?.perform;
    if (typeof useTheirs !== 'function') throw new Error('nothing is offered');
    useTheirs();
    await vi.waitFor(() => {
      expect(open().name).toBe('Deres');
      expect(workspace.getState().deleted.map((entry) => entry.id)).toEqual([mine]);
    });
  });

  test('what another page has erased lives on as a copy when it is changed here, whole', async () => {
    await workspace.copy();
    rename('Min');
    await settled();
    const { id } = open();
    const other = await WorkStorage.open();
    await other.remove(id);
    other.close();
    rename('Lever');
    await vi.waitFor(() => {
      expect(open().id).not.toBe(id);
    });
    await settled();
    const { tracked } = model.getState();
    storage.close();
    const after = await WorkStorage.open();
    expect(await after.load(open().id)).toEqual(tracked);
    expect(await after.load(id)).toBeNull();
    after.close();
  });

  test('what is worked on here does not stay in the bin that another page put it in', async () => {
    await workspace.copy();
    const other = await WorkStorage.open();
    await other.mark(open().id, { deletedAt: Date.now() });
    other.close();
    hear({ kind: 'library' });
    await vi.waitFor(() => {
      expect(workspace.getState().deleted).toHaveLength(1);
    });
    rename('Lever');
    await vi.waitFor(() => {
      expect(workspace.getState().own).toMatchObject([{ name: 'Lever' }]);
    });
  });
});
