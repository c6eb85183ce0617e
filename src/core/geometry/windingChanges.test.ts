import { describe, expect, it } from 'vitest';
import { WindingChanges } from './windingChanges';

describe('lists of winding changes', () => {
  it('add up by layer and patch, and change nothing where they cancel out', () => {
    const changes = new WindingChanges(3, 2);
    const into = changes.of(0, -1, 1);
    expect(changes.isEffective(into)).toBe(true);
    const nothing = changes.sum(into, changes.of(0, -1, -1));
    expect(changes.isEffective(nothing)).toBe(false);
    const list = changes.sum(nothing, changes.of(1, -1, -1));
    expect(list).toBe(changes.of(1, -1, -1));
    const state = changes.emptyState();
    changes.apply(list, -1, state);
    expect(changes.maskOf(state)).toBe(0b010);
    changes.apply(list, 1, state);
    expect(changes.maskOf(state)).toBe(0);
  });

  it('are the same list for the same changes, in whichever order they came', () => {
    const changes = new WindingChanges(4, 3);
    const parts = [changes.of(0, -1, 1), changes.of(3, 7, -1), changes.of(3, 2, 1), changes.of(1, -1, 1)];
    const forwards = parts.reduce((list, part) => changes.sum(list, part));
    const backwards = parts.toReversed().reduce((list, part) => changes.sum(list, part));
    expect(forwards).toBe(backwards);
    expect(changes.sum(forwards, parts[0]!)).not.toBe(forwards);
    const state = changes.emptyState();
    changes.apply(forwards, 1, state);
    expect([...state]).toEqual([1, 1, 0, 0, 3 - 8]);
  });

  it('keep lists apart, however many there are, also when room is given back', () => {
    const changes = new WindingChanges(2, 1);
    const lists = Array.from({ length: 3000 }, (_, patch) => changes.sum(changes.of(1, patch, 1), changes.of(0, -1, 1)));
    expect(new Set(lists).size).toBe(3000);
    changes.trim();
    lists.forEach((list, patch) => {
      const state = changes.emptyState();
      changes.apply(list, 1, state);
      expect([...state]).toEqual([1, 1, patch + 1]);
    });
    const state = changes.emptyState();
    changes.apply(changes.sum(lists[4]!, changes.of(1, 4, -1)), 1, state);
    expect([...state]).toEqual([1, 0, 0]);
    expect(changes.patchOf(state)).toBe(-1);
  });

  it('tell the patch whichever way two that meet are crossed', () => {
    const changes = new WindingChanges(1, 0);
    const between = changes.sum(changes.of(0, 6, -1), changes.of(0, 3, 1));
    const into = changes.of(0, 6, 1);
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
