import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHand } from '../../../tests/support/fakeHand';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../../tests/support/placeBuilder';
import { areaDwellings } from '../../core/domain/developmentArea';
import type { LonLat, LonLatMultiPolygon } from '../../core/geometry/shapes';
import { toLonLat } from '../../core/geometry/projection';
import { createEvaluator } from '../../core/scoring/evaluator';
import { createDrawingStore } from '../../state/drawingStore';
import type { DrawnShape } from '../../state/drawingTask';
import type { Stores } from '../../state/hooks';
import { createModelStore, freshWork } from '../../state/modelStore';
import { createNoticeStore } from '../../state/noticeStore';
import { createViewStore, selectedAreas } from '../../state/viewStore';
import { Toolbox } from './toolbox';

const dataset = new PlaceBuilder().withStation('stasjon', 500, 500).build();
const west = developmentArea('vest', rectangle(0, 0, 300, 300), 0);
const east = developmentArea('øst', rectangle(300, 0, 300, 300), 0);
const at = (x: number, y: number): LonLat => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });
const outline = (drawn: LonLatMultiPolygon): DrawnShape => ({ kind: 'outline', outline: drawn });

/** What the tools need of the page, with a hand that draws what it is told. */
async function atWork() {
  const evaluator = createEvaluator(dataset);
  const model = createModelStore(dataset, freshWork(scenarioOf([west, east])), async (scenario) => evaluator.evaluate(scenario));
  const stores = {
    model,
    view: createViewStore(new Map()),
    notices: createNoticeStore(),
    drawing: createDrawingStore(() => Promise.reject(new Error('Ingenting måles her.'))),
  };
  const hand = new FakeHand();
  stores.drawing.connect(hand);
  const toolbox = new Toolbox(stores);
  await measured(stores);
  return { ...stores, hand, toolbox };
}

function measured({ model }: Pick<Stores, 'model'>): Promise<void> {
  return vi.waitFor(() => {
    expect(model.getState().evaluated?.scenario).toBe(model.getState().tracked.scenario);
  });
}

let work: Awaited<ReturnType<typeof atWork>>;
const notes = (): readonly string[] => work.model.getState().tracked.history.past.map(({ forward }) => forward.note);
const told = (): string => work.notices.getState().notices.map(({ text }) => text).join(' ');
const areas = () => work.model.getState().tracked.scenario.areas;

beforeEach(async () => {
  work = await atWork();
});

describe('the pen', () => {
  it('makes an area of what is built as the pen says, chooses it, and stays in hand', async () => {
    work.drawing.setPen({ typology: 'rekkehus', developableShare: 0.5 });
    work.toolbox.take('polygon');
    work.hand.draws(outline(rectangle(100, 400, 200, 100)));
    const [id] = selectedAreas(work.view.getState());
    expect(id && areas().get(id)).toMatchObject({ name: 'Nytt felt 1', town: TOWN, typology: 'rekkehus', developableShare: 0.5 });
    expect(work.view.getState().pinned?.target).toEqual({ kind: 'area', area: id });
    expect(work.drawing.getState().tool).toBe('polygon');
    await measured(work);
    work.hand.draws(outline(rectangle(400, 400, 200, 100)));
    expect(notes()).toEqual(['Nytt felt 1 tegnet', 'Nytt felt 2 tegnet']);
  });

  it('tells what was mended, and marks and tells what is refused', () => {
    work.toolbox.take('freehand');
    work.hand.draws(outline(rectangle(-300, 0, 100, 100)));
    expect(told()).toMatch(/utenfor kommunen/u);
    expect(work.hand.marked).not.toBeNull();
    expect(notes()).toEqual([]);
    work.hand.shows(outline([[[at(1500, 0), at(1700, 200), at(1700, 0), at(1500, 200), at(1500, 0)]]]));
    expect(work.hand.marked).toBeNull();
    work.hand.draws(outline([[[at(1500, 0), at(1700, 200), at(1700, 0), at(1500, 200), at(1500, 0)]]]));
    expect(told()).toMatch(/krysset seg selv/u);
    expect(notes()).toEqual(['Nytt felt 1 tegnet']);
  });
});

describe('editing', () => {
  it('waits until an area is chosen, takes each gesture as a step, and shows the outline that an undo brings back', async () => {
    work.toolbox.take('edit');
    expect(work.hand.task).toBeNull();
    work.view.selectArea(west.id);
    expect(work.hand.task).toEqual({ kind: 'edit', outline: areas().get(west.id)?.outline });
    work.hand.draws(outline(rectangle(0, 0, 300, 400)));
    expect(notes()).toEqual(['vest: nytt omriss']);
    await measured(work);
    const edited = areas().get(west.id)?.outline;
    expect(work.hand.task).toEqual({ kind: 'edit', outline: edited });
    work.model.undo();
    expect(work.hand.task).toEqual({ kind: 'edit', outline: areas().get(west.id)?.outline });
    expect(areas().get(west.id)?.outline).not.toBe(edited);
    work.hand.draws(outline(rectangle(1500, 0, 10, 5)));
    expect(told()).toMatch(/100 m²/u);
    expect(work.hand.task).toEqual({ kind: 'edit', outline: areas().get(west.id)?.outline });
    work.drawing.finish();
    expect(work.drawing.getState()).toMatchObject({ tool: null, task: null });
  });

  it('is left when the area is gone', () => {
    work.view.selectArea(west.id);
    work.toolbox.take('edit');
    work.toolbox.take('delete');
    expect(areas().has(west.id)).toBe(false);
    expect(work.drawing.getState().tool).toBeNull();
    expect(work.hand.task).toBeNull();
  });
});

describe('what is done to areas that are chosen', () => {
  it('says why nothing comes of it where none is', () => {
    for (const tool of ['merge', 'clip', 'delete'] as const) {
      work.toolbox.take(tool);
      expect(told()).toMatch(/Velg/u);
    }
    expect(notes()).toEqual([]);
    expect(work.drawing.getState().tool).toBeNull();
  });

  it('moves them together, splits the one a line crosses, and merges them again', async () => {
    work.view.selectArea(west.id);
    work.view.selectAlso([east.id]);
    work.toolbox.take('move');
    work.hand.draws({ kind: 'shift', eastMetres: 100, northMetres: 0 });
    expect(notes()).toEqual(['2 felt flyttet 100 m']);
    await measured(work);
    work.toolbox.take('split');
    work.hand.draws({ kind: 'line', line: [at(250, 50), at(250, 250)] });
    expect(notes().at(-1)).toBe('vest delt i to');
    await measured(work);
    work.view.selectArea(west.id);
    work.view.selectAlso([...areas().keys()].filter((id) => id !== west.id && id !== east.id));
    work.toolbox.take('merge');
    expect(notes().at(-1)).toBe('2 felt slått sammen til vest');
    expect(areas().size).toBe(2);
    work.toolbox.take('split');
    work.hand.draws({ kind: 'line', line: [at(3000, 3000), at(3100, 3100)] });
    expect(told()).toMatch(/ikke over noe felt/u);
  });
});

describe('the brush', () => {
  it('makes one step of a stroke, reckoned from before it, and a new step of the next', async () => {
    work.toolbox.take('brush');
    work.drawing.setBrush({ dwellings: 10 });
    const stroke = (passes: number): DrawnShape => ({ kind: 'stroke', passes: new Map([[east.id, passes]]), erases: false });
    work.hand.shows(stroke(1));
    work.hand.shows(stroke(2));
    work.hand.draws(stroke(3));
    expect(notes()).toHaveLength(1);
    expect(areaDwellings(areas().get(east.id) ?? east)).toBe(30);
    await measured(work);
    work.hand.draws(stroke(1));
    expect(notes()).toHaveLength(2);
    expect(areaDwellings(areas().get(east.id) ?? east)).toBe(40);
    work.model.undo();
    expect(areaDwellings(areas().get(east.id) ?? east)).toBe(30);
  });

  it('paints the town of the area that is chosen, and puts the card away', () => {
    work.view.selectArea(east.id);
    work.toolbox.take('brush');
    expect(work.drawing.getState().brush.town).toBe(TOWN);
    expect(work.view.getState().selectedArea).toBeNull();
  });

  it('follows its size', () => {
    work.toolbox.take('brush');
    work.drawing.setBrush({ radiusPixels: 60 });
    expect(work.hand.task).toEqual({ kind: 'brush', radiusPixels: 60 });
  });
});

describe('a locked scenario', () => {
  it('has no tool taken in hand, and says why', () => {
    work.model.lock('«Høy vekst» er låst.');
    work.toolbox.take('polygon');
    expect(work.drawing.getState()).toMatchObject({ tool: null, task: null });
    expect(told()).toBe('«Høy vekst» er låst.');
    work.model.lock(null);
    work.toolbox.take('polygon');
    expect(work.drawing.getState().tool).toBe('polygon');
  });
});
