import { describe, expect, it } from 'vitest';
import { WindingChanges } from './windingChanges';

describe('lists of winding changes', () => {
  it('add up by layer and patch, and change nothing where they cancel out', () => {
    const changes = new WindingChanges(3, 2);
    const list = changes.start(0, -1, 1);
    expect(changes.isEffective(list)).toBe(true);
    changes.extend(list, 0, -1, -1);
    expect(changes.isEffective(list)).toBe(false);
    changes.extend(list, 1, -1, -1);
    const state = changes.emptyState();
    changes.apply(list, -1, state);
    expect(changes.maskOf(state)).toBe(0b010);
    changes.apply(list, 1, state);
    expect(changes.maskOf(state)).toBe(0);
  });

  it('keep lists apart, however many there are', () => {
    const changes = new WindingChanges(2, -1);
    const lists = Array.from({ length: 3000 }, (_, index) => changes.start(index % 2, -1, 1));
    for (const list of lists) changes.extend(list, 1, -1, 1);
    const state = changes.emptyState();
    changes.apply(lists[0]!, 1, state);
    expect([...state]).toEqual([1, 1, 0]);
    changes.apply(lists[2999]!, 1, state);
    expect([...state]).toEqual([1, 3, 0]);
    expect(changes.patchOf(state)).toBe(-1);
  });

  it('tell the patch whichever way two that meet are crossed', () => {
    const changes = new WindingChanges(1, 0);
    const between = changes.start(0, 6, -1);
    changes.extend(between, 0, 3, 1);
    const into = changes.start(0, 6, 1);
    const state = changes.emptyState();
    expect(changes.patchOf(state)).toBe(-1);
    changes.apply(into, 1, state);
    expect(changes.patchOf(state)).toBe(6);
    changes.apply(between, 1, state);
    expect(changes.patchOf(state)).toBe(3);
    changes.apply(between, -1, state);
    changes.apply(into, 1, state);
    expect(changes.patchOf(state)).toBe(6);
    changes.apply(into, -1, state);
    changes.apply(into, -1, state);
    expect(changes.patchOf(state)).toBe(-1);
  });
});
