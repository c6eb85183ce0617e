import { describe, expect, it } from 'vitest';
import { Desk } from '../../../tests/support/desk';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../../tests/support/placeBuilder';
import { areaDwellings } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import { emptyTown, fillRestOfTown, paintAreas, type BrushStroke } from './painting';

const dataset = new PlaceBuilder().withStation('stasjon', 500, 500).build();
const areas = ['a', 'b', 'c'].map((name, index) => developmentArea(name, rectangle(index * 100, 0, 100, 100), 0));
const outside = developmentArea('ute', rectangle(2000, 2000, 100, 100), 0, { town: null });
const [a, b, c] = areas.map(({ id }) => id) as [AreaId, AreaId, AreaId];

/** Three areas that hold 100 blokk each, and a town that is to have 150. */
function desk(): Desk {
  return new Desk(dataset, scenarioOf([...areas, outside], { dwellingsPerYear: 15 }));
}

const stroke = (passes: readonly (readonly [AreaId, number])[], rest: Partial<BrushStroke> = {}): BrushStroke => ({
  passes: new Map(passes),
  typology: 'blokk',
  dwellings: 40,
  erases: false,
  town: null,
  ...rest,
});

const dwellings = (work: Desk): readonly number[] =>
  [a, b, c].map((id) => Math.round(areaDwellings(work.scenario.areas.get(id) ?? outside)));

describe('painting', () => {
  it('lays down what each pass gives, up to what an area holds, and fills the rest of the town', () => {
    const work = desk();
    work.take((s, con) => emptyTown(s, con, TOWN));
    expect(dwellings(work)).toEqual([0, 0, 0]);
    work.take((s, con) => paintAreas(s, con, stroke([[a, 1], [b, 3]])));
    expect(dwellings(work)).toEqual([40, 100, 0]);
    expect(work.tracked.history.past.at(-1)?.forward.note).toBe('Malte blokk på 2 felt: +140 boliger');
    work.take((s, con) => fillRestOfTown(s, con, TOWN));
    expect(dwellings(work)).toEqual([40, 100, 10]);
    expect(work.scenario.areas.get(c)?.setByHand).toBe(false);
  });

  it('takes away with the same brush, and keeps what is built there', () => {
    const work = desk();
    work.take((s, con) => emptyTown(s, con, TOWN));
    work.take((s, con) => paintAreas(s, con, stroke([[a, 2]], { typology: 'bykvartal' })));
    expect(dwellings(work)[0]).toBe(80);
    work.take((s, con) => paintAreas(s, con, stroke([[a, 1]], { erases: true })));
    expect(dwellings(work)[0]).toBe(40);
    expect(work.scenario.areas.get(a)?.typology).toBe('bykvartal');
    work.undo();
    work.undo();
    expect(dwellings(work)).toEqual([0, 0, 0]);
  });

  it('keeps to the town it paints', () => {
    const work = desk();
    const before = work.scenario;
    work.take((s, con) => paintAreas(s, con, stroke([[outside.id, 1]], { town: TOWN })));
    expect(work.scenario).toBe(before);
    work.take((s, con) => paintAreas(s, con, stroke([[outside.id, 1]])));
    expect(areaDwellings(work.scenario.areas.get(outside.id) ?? outside)).toBe(40);
  });
});
