import { describe, expect, it } from 'vitest';
import { Desk } from '../../../tests/support/desk';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf, TOWN } from '../../../tests/support/placeBuilder';
import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import { identifier, type AreaId, type MeasureId } from '../domain/identifiers';
import { multiPolygonArea } from '../geometry/area';
import { intersection } from '../geometry/booleans';
import { toLonLat, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { setAreaName, setAreaNote, setAreaTown } from './areaDetails';
import { mergeAreas, splitArea } from './areaDivision';
import { addArea, clipAreas, deleteAreas, moveAreas, reshapeArea } from './drawnAreas';

/** Town in the south-west square kilometre; sea in the far east; farmland and Marka in the north. */
const dataset = new PlaceBuilder({ withLand: false })
  .withPolygons('land', [rectangle(-500, -500, 4000, 5000)])
  .withPolygons('builtUp', [rectangle(0, 0, 1000, 1000)])
  .withPolygons('farmland', [rectangle(0, 2000, 1000, 500)])
  .withPolygons('marka', [rectangle(0, 3000, 3500, 1000)])
  .withStation('stasjon', 500, 500)
  .build();

const west = developmentArea('vest', rectangle(0, 0, 400, 400), 0);
const east = developmentArea('øst', rectangle(400, 0, 400, 400), 0);
const far = developmentArea('fjern', rectangle(2000, 1000, 200, 200), 7, { town: null, setByHand: true });

const id = (text: string): AreaId => identifier<AreaId>(text);
const at = (x: number, y: number): LonLat => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });
const drawn = (outline: LonLatMultiPolygon) => ({ outline, typology: 'blokk' as const, developableShare: 1 });

function desk(areas: readonly DevelopmentArea[] = [west, east, far]): Desk {
  return new Desk(dataset, scenarioOf(areas, { dwellingsPerYear: 200, townsShare: 0.75 }));
}

function areaNamed(at_: Desk, name: string): DevelopmentArea {
  const found = [...at_.scenario.areas.values()].find((area) => area.name === name);
  if (!found) throw new Error(`No area is called ${name}.`);
  return found;
}

const squareMetres = (area: DevelopmentArea | undefined): number =>
  area ? multiPolygonArea(toPlanarMultiPolygon(area.outline)) : 0;

describe('a drawn area', () => {
  it('belongs to the town it mostly lies in, takes ground from older areas and fills the town anew', () => {
    const work = desk();
    expect(work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(200, 100, 400, 100))))).toBeNull();
    const area = areaNamed(work, 'Nytt felt 1');
    expect(area).toMatchObject({ town: TOWN, origin: 'drawn', typology: 'blokk', developableShare: 1, setByHand: false });
    expect(squareMetres(area)).toBeCloseTo(40_000, -1);
    expect(squareMetres(work.scenario.areas.get(west.id))).toBeCloseTo(160_000 - 20_000, -1);
    expect(squareMetres(work.scenario.areas.get(east.id))).toBeCloseTo(160_000 - 20_000, -1);
    const inTown = [...work.scenario.areas.values()].filter(({ town }) => town === TOWN);
    expect(inTown.reduce((sum, each) => sum + areaDwellings(each), 0)).toBeCloseTo(2000 * 0.75, 6);
    expect(work.tracked.history.past).toHaveLength(1);
    expect(work.tracked.history.past[0]?.forward.note).toBe('Nytt felt 1 tegnet, tar grunn fra 2 felt');
  });

  it('outside the towns takes what growth is left there, and no more than it holds', () => {
    const work = desk();
    work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(2500, 500, 100, 100))));
    expect(areaNamed(work, 'Nytt felt 1')).toMatchObject({ town: null });
    expect(areaDwellings(areaNamed(work, 'Nytt felt 1'))).toBeCloseTo(100, 1);
    work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(2500, 1000, 300, 300))));
    expect(areaDwellings(areaNamed(work, 'Nytt felt 2'))).toBeCloseTo(500 - 7 - 100, 1);
  });

  it('makes an area that it covers vanish, and one step back brings it again', () => {
    const work = desk();
    const before = work.scenario;
    work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(1990, 990, 220, 220))));
    expect(work.scenario.areas.has(far.id)).toBe(false);
    work.undo();
    expect(work.scenario).toEqual(before);
    work.redo();
    expect(work.scenario.areas.has(far.id)).toBe(false);
  });

  it('is mended where the stroke crosses itself', () => {
    const work = desk();
    const bow: LonLatMultiPolygon = [[[at(1500, 0), at(1700, 200), at(1700, 0), at(1500, 200), at(1500, 0)]]];
    expect(work.take((s, c, g) => addArea(s, c, g, drawn(bow)))).toBeNull();
    expect(areaNamed(work, 'Nytt felt 1').outline).toHaveLength(2);
    expect(squareMetres(areaNamed(work, 'Nytt felt 1'))).toBeCloseTo(20_000, -1);
  });

  it('is cut at the border of the municipality, and refused outside it or when too small', () => {
    const work = desk();
    expect(work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(-100, 1500, 200, 100))))).toBeNull();
    expect(squareMetres(areaNamed(work, 'Nytt felt 1'))).toBeCloseTo(10_000, -1);
    expect(work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(-900, 0, 200, 100))))).toMatch(/utenfor kommunen/u);
    expect(work.take((s, c, g) => addArea(s, c, g, drawn(rectangle(1500, 0, 5, 5))))).toMatch(/25 m².*minst 100 m²/u);
    expect(work.tracked.history.past).toHaveLength(1);
  });
});

describe('areas on other ground', () => {
  it('take the ground they are given, and fall out of the town they leave', () => {
    const work = desk();
    work.take((s, c, g) => reshapeArea(s, c, g, west.id, rectangle(0, 0, 600, 400)));
    expect(squareMetres(work.scenario.areas.get(west.id))).toBeCloseTo(240_000, -1);
    expect(squareMetres(work.scenario.areas.get(east.id))).toBeCloseTo(80_000, -1);
    work.take((s, c, g) => moveAreas(s, c, g, [west.id, east.id], 1500, 300));
    expect(work.scenario.areas.get(west.id)?.town).toBeNull();
    expect(squareMetres(work.scenario.areas.get(west.id))).toBeCloseTo(240_000, -1);
    expect(work.take((s, c, g) => moveAreas(s, c, g, [far.id], 9000, 0))).toMatch(/utenfor kommunen/u);
  });

  it('are clipped of Marka, farmland, sea and what the scenario protects, and refused where nothing is to be clipped', () => {
    const work = desk([
      developmentArea('jordet', rectangle(900, 1900, 300, 700), 0, { town: null }),
      developmentArea('skogen', rectangle(500, 3000, 200, 200), 0, { town: null }),
      developmentArea('stranda', rectangle(3400, 1000, 200, 100), 0, { town: null }),
      far,
    ]);
    work.take((s, c, g) => clipAreas(s, c, g, [id('jordet'), id('stranda'), far.id]));
    expect(squareMetres(work.scenario.areas.get(id('jordet')))).toBeCloseTo(210_000 - 50_000, -1);
    expect(squareMetres(work.scenario.areas.get(id('stranda')))).toBeCloseTo(10_000, -1);
    expect(work.take((s, c, g) => clipAreas(s, c, g, [far.id]))).toMatch(/ingenting å klippe/u);
    expect(work.take((s, c, g) => clipAreas(s, c, g, [id('skogen')]))).toMatch(/Hele skogen/u);
    const protection = {
      id: identifier<MeasureId>('vern'), kind: 'protection', name: 'Vern', note: '', counted: true, code: '560',
      outline: rectangle(2100, 1000, 500, 500),
    } as const;
    const guarded = new Desk(dataset, { ...work.scenario, measures: new Map([[protection.id, protection]]) });
    guarded.take((s, c, g) => clipAreas(s, c, g, [far.id]));
    expect(squareMetres(guarded.scenario.areas.get(far.id))).toBeCloseTo(20_000, -1);
  });

  it('are split along a line that is led on to the edge, dwellings following the ground', () => {
    const work = desk([far]);
    expect(work.take((s, c, g) => splitArea(s, c, g, far.id, [at(2050, 1020), at(2050, 1100)]))).toBeNull();
    const [rest, part] = [...work.scenario.areas.values()];
    expect(squareMetres(rest)).toBeCloseTo(30_000, -1);
    expect(squareMetres(part)).toBeCloseTo(10_000, -1);
    expect(rest && areaDwellings(rest)).toBeCloseTo(7 * 0.75, 3);
    expect(part && areaDwellings(part)).toBeCloseTo(7 * 0.25, 3);
    expect(part).toMatchObject({ name: 'fjern – del 2', origin: 'drawn' });
    expect(work.take((s, c, g) => splitArea(s, c, g, far.id, [at(1900, 0), at(1900, 900)]))).toMatch(/deler ikke/u);
    expect(work.take((s, c, g) => splitArea(s, c, g, far.id, [at(2100, 900), at(2150, 1100), at(2050, 1100), at(2180, 900)]))).toMatch(/krysser seg selv/u);
    expect(work.take((s, c) => mergeAreas(s, c, [far.id, part?.id ?? far.id]))).toBeNull();
    expect(squareMetres(work.scenario.areas.get(far.id))).toBeCloseTo(40_000, -1);
    expect(work.scenario.areas.get(far.id)?.outline).toHaveLength(1);
    expect(areaDwellings(work.scenario.areas.get(far.id) ?? far)).toBeCloseTo(7, 9);
  });

  it('are only merged within a town', () => {
    const work = desk();
    expect(work.take((s, c) => mergeAreas(s, c, [west.id, far.id]))).toMatch(/vest ligger i Byen og fjern ligger utenfor småbyene/u);
    expect(work.take((s, c) => mergeAreas(s, c, [west.id]))).toMatch(/minst to felt/u);
  });

  it('give their dwellings back to the town when they are deleted', () => {
    const work = desk();
    work.take((s, c) => deleteAreas(s, c, [west.id]));
    expect(areaDwellings(work.scenario.areas.get(east.id) ?? east)).toBeCloseTo(1500, 6);
    expect(work.take((s, c) => deleteAreas(s, c, [west.id]))).toMatch(/finnes ikke/u);
  });
});

describe('details of an area', () => {
  it('are changed one at a time', () => {
    const work = desk();
    work.take((s) => setAreaName(s, far.id, ' Havna '));
    work.take((s) => setAreaNote(s, far.id, 'Vent på trasé'));
    work.take((s, c) => setAreaTown(s, c, far.id, TOWN));
    expect(work.scenario.areas.get(far.id)).toMatchObject({ name: 'Havna', note: 'Vent på trasé', town: TOWN });
    expect(work.take((s) => setAreaName(s, far.id, '  '))).toMatch(/må ha et navn/u);
    const inTown = [...work.scenario.areas.values()].reduce((sum, area) => sum + areaDwellings(area), 0);
    expect(inTown).toBeCloseTo(1500, 6);
  });
});

describe('overlap', () => {
  it('is never left, to a square metre', () => {
    const work = desk();
    work.take((s, c, g) => addArea(s, c, g, drawn([[[at(100, 100), at(733, 211), at(600, 500), at(350, 333), at(100, 100)]]])));
    const outlines = Array.from(work.scenario.areas.values(), ({ outline }) => toPlanarMultiPolygon(outline));
    outlines.forEach((one, index) => {
      for (const other of outlines.slice(index + 1)) expect(multiPolygonArea(intersection(one, other))).toBeLessThan(1);
    });
  });
});
