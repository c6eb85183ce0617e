import { describe, expect, it, vi } from 'vitest';
import { FakeHand } from '../../tests/support/fakeHand';
import { rectangle } from '../../tests/support/placeBuilder';
import { multiPolygonArea } from '../core/geometry/area';
import { toPlanarMultiPolygon } from '../core/geometry/projection';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import { CONFLICT_KINDS } from '../core/scoring/groundTraits';
import { createDrawingStore, type DrawingStore } from './drawingStore';
import type { DrawnShape } from './drawingTask';
import type { StrokeSurvey } from './strokeSurvey';

const outline = (metres: number): DrawnShape => ({ kind: 'outline', outline: rectangle(0, 0, metres, metres) });

async function survey(drawn: LonLatMultiPolygon): Promise<StrokeSurvey> {
  const areaDaa = multiPolygonArea(toPlanarMultiPolygon(drawn)) / 1000;
  return {
    areaDaa,
    landDaa: areaDaa,
    groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: areaDaa, other: 0 },
    conflictsDaa: Object.fromEntries(CONFLICT_KINDS.map((kind) => [kind, 0])) as StrokeSurvey['conflictsDaa'],
    outsideMunicipalityDaa: 0,
    protectedDaa: 0,
    addedGreenDaa: 0,
  };
}

function atWork(): { readonly store: DrawingStore; readonly hand: FakeHand } {
  const store = createDrawingStore(survey);
  const hand = new FakeHand();
  store.connect(hand);
  return { store, hand };
}

describe('drawing', () => {
  it('measures the newest shape while the pointer is under way, and drops those in between', async () => {
    const asked = vi.fn<typeof survey>(survey);
    const store = createDrawingStore(asked);
    const hand = new FakeHand();
    store.connect(hand);
    store.start({ kind: 'polygon' }, { onDone: () => undefined });
    for (const metres of [10, 20, 30, 40, 100]) hand.shows(outline(metres));
    expect(store.getState().shape).toEqual(outline(100));
    await vi.waitFor(() => expect(store.getState().survey?.areaDaa).toBeCloseTo(10, 3));
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('forgets shape and measure when the shape is closed, and goes on with the next', async () => {
    const { store, hand } = atWork();
    const done: DrawnShape[] = [];
    store.start({ kind: 'rectangle' }, { onDone: (shape) => done.push(shape) });
    hand.draws(outline(50));
    hand.draws(outline(60));
    expect(done).toEqual([outline(50), outline(60)]);
    await Promise.resolve();
    expect(store.getState()).toMatchObject({ shape: null, survey: null, task: { kind: 'rectangle' } });
  });

  it('gives one shape to the one who asks for it, and nothing where the user leaves it', async () => {
    const { store, hand } = atWork();
    const asked = store.ask({ kind: 'polygon' });
    hand.draws(outline(70));
    expect(await asked).toEqual(outline(70));
    expect(store.getState().task).toBeNull();
    const left = store.ask({ kind: 'point' });
    store.stop();
    expect(await left).toBeNull();
    const replaced = store.ask({ kind: 'line' });
    store.start({ kind: 'polygon' }, { onDone: () => undefined });
    expect(await replaced).toBeNull();
    expect(hand.asked.slice(-2)).toEqual(['end', 'begin polygon']);
  });

  it('gives an edited outline as it stands when the user is content', async () => {
    const { store, hand } = atWork();
    const asked = store.ask({ kind: 'edit', outline: rectangle(0, 0, 10, 10) });
    hand.draws(outline(11));
    hand.draws(outline(12));
    expect(store.getState().task?.kind).toBe('edit');
    store.finish();
    expect(await asked).toEqual(outline(12));
    expect(hand.task).toBeNull();
  });

  it('lets Enter close a shape, and Backspace take a vertex back', () => {
    const { store, hand } = atWork();
    store.start({ kind: 'polygon' }, { onDone: () => undefined });
    store.removeVertex();
    store.finish();
    expect(hand.asked).toEqual(['begin polygon', 'removeVertex', 'finish']);
  });

  it('waits for the map where it is not there yet', () => {
    const store = createDrawingStore(survey);
    store.start({ kind: 'freehand' }, { onDone: () => undefined });
    const hand = new FakeHand();
    store.connect(hand);
    expect(hand.task).toEqual({ kind: 'freehand' });
  });

  it('goes on where the ground cannot be measured', async () => {
    const store = createDrawingStore(() => Promise.reject(new Error('borte')));
    const hand = new FakeHand();
    store.connect(hand);
    const asked = store.ask({ kind: 'polygon' });
    hand.shows(outline(20));
    await Promise.resolve();
    hand.draws(outline(20));
    expect(await asked).toEqual(outline(20));
    expect(store.getState().survey).toBeNull();
  });
});
