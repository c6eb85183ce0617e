import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectangle } from '../../../tests/support/placeBuilder';
import type { DevelopmentArea } from '../domain/developmentArea';
import { identifier, type AreaId } from '../domain/identifiers';
import { multiPolygonArea } from '../geometry/area';
import { intersection } from '../geometry/booleans';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLat } from '../geometry/shapes';
import type { AreaFacts, AreaFactsTable } from './evaluation';
import { groundPieces, pieceDensity, type BuiltSide, type GroundPiece } from './groundDifference';

interface Block {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly dwellings: number;
}

function areaOf({ id, x, y, size, dwellings }: Block): DevelopmentArea {
  return {
    id: identifier<AreaId>(id),
    name: id,
    origin: 'drawn',
    outline: rectangle(x, y, size, size),
    town: null,
    typology: 'blokk',
    developableShare: 1,
    dwellingsByPeriod: [dwellings],
    setByHand: false,
    phase: null,
    note: '',
  };
}

function daaOf(outline: DevelopmentArea['outline']): number {
  return multiPolygonArea(toPlanarMultiPolygon(outline)) / 1000;
}

/** A side that stands on land alone and has room for everything. */
function sideOf(blocks: readonly Block[]): BuiltSide {
  const areas = new Map(blocks.map(areaOf).map((area) => [area.id, area]));
  const facts: AreaFactsTable = new Map(
    [...areas].map(([id, { outline }]): [AreaId, AreaFacts] => [
      id,
      {
        landDaa: daaOf(outline),
        capacity: 1e6,
        meanDepartureMinutes: 10,
        groundDaa: { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 },
      },
    ]),
  );
  return { scenario: { areas }, facts };
}

function piecesOf(first: BuiltSide, second: BuiltSide): readonly GroundPiece[] {
  return [...groundPieces(first.scenario.areas, second.scenario.areas)].flat();
}

describe('the ground of two scenarios', () => {
  it('is one piece where an area lies alike in both, and keeps the outline as it is', () => {
    const first = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 20 }]);
    const second = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 50 }]);
    const [piece, ...others] = piecesOf(first, second);
    expect(others).toEqual([]);
    expect(piece?.outline).toBe(second.scenario.areas.get(identifier<AreaId>('a'))?.outline);
    const density = piece && pieceDensity(piece, first, second);
    expect(density?.first).toBeCloseTo(2, 3);
    expect(density?.second).toBeCloseTo(5, 3);
    expect(density?.difference).toBeCloseTo(3, 3);
  });

  it('is cut where an area of the same name was redrawn: what it lost, what it gained, and what it kept', () => {
    const first = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 40 }]);
    const second = sideOf([{ id: 'a', x: 50, y: 0, size: 100, dwellings: 40 }]);
    const found = piecesOf(first, second).map((piece) => {
      const density = pieceDensity(piece, first, second);
      return [piece.first, piece.second, Math.round(daaOf(piece.outline)), Math.round((density?.difference ?? 0) * 10) / 10 + 0];
    });
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining([['a', 'a', 5, 0], ['a', null, 5, -4], [null, 'a', 5, 4]]));
  });

  it('is cut where one corner of an area was moved', () => {
    const first = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 40 }]);
    const [area] = first.scenario.areas.values();
    const [[[southWest, ...others]]] = area!.outline as [[[LonLat, ...LonLat[]]]];
    const moved: LonLat = [southWest[0] + 0.0005, southWest[1]];
    const outline = [[[moved, ...others.slice(0, -1), moved]]];
    const second: BuiltSide = { ...first, scenario: { areas: new Map([[area!.id, { ...area!, outline }]]) } };
    expect(piecesOf(first, second).map((piece) => [piece.first, piece.second])).toEqual([['a', 'a'], ['a', null]]);
  });

  it('is cut where one of two parts of an area lies elsewhere', () => {
    const first = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 40 }]);
    const [area] = first.scenario.areas.values();
    const inTwo = (x: number): BuiltSide => {
      const outline = [...rectangle(0, 0, 100, 100), ...rectangle(x, 0, 100, 100)];
      return { ...first, scenario: { areas: new Map([[area!.id, { ...area!, outline }]]) } };
    };
    const found = piecesOf(inTwo(300), inTwo(500)).map((piece) => [piece.first, piece.second, Math.round(daaOf(piece.outline))]);
    expect(found).toHaveLength(3);
    expect(found).toEqual(expect.arrayContaining([['a', 'a', 10], ['a', null, 10], [null, 'a', 10]]));
  });

  it('says nothing of what neither builds on, and the whole density where only one does', () => {
    const empty = sideOf([{ id: 'a', x: 0, y: 0, size: 100, dwellings: 0 }]);
    const built = sideOf([{ id: 'b', x: 0, y: 0, size: 100, dwellings: 30 }]);
    const [piece, ...others] = piecesOf(empty, built);
    expect(others).toEqual([]);
    expect(piece).toMatchObject({ first: null, second: 'b' });
    expect(piece && pieceDensity(piece, empty, built)?.difference).toBeCloseTo(3, 3);
    expect(piece && pieceDensity(piece, null, null)).toBeNull();
    expect(piecesOf(empty, empty).map((same) => pieceDensity(same, empty, empty))).toEqual([null]);
  });

  it('accounts for every dwelling, once: differences times ground are the dwellings of one less those of the other', () => {
    const row = (prefix: string, y: number): fc.Arbitrary<readonly Block[]> =>
      fc
        .array(fc.record({ gap: fc.integer({ min: 0, max: 60 }), size: fc.integer({ min: 20, max: 120 }), dwellings: fc.integer({ min: 0, max: 90 }) }), { maxLength: 5 })
        .map((blocks) => {
          let x = 0;
          return blocks.map(({ gap, size, dwellings }, index) => {
            const block = { id: `${prefix}${index}`, x: x + gap, y, size, dwellings };
            x += gap + size;
            return block;
          });
        });
    fc.assert(
      fc.property(row('a', 0), row('a', 30), row('b', 10), (one, other, third) => {
        const first = sideOf(one);
        const second = sideOf(other.length > 2 ? other : third);
        const pieces = piecesOf(first, second);
        const sum = (side: BuiltSide): number =>
          [...side.scenario.areas.values()].reduce((total, { dwellingsByPeriod }) => total + (dwellingsByPeriod[0] ?? 0), 0);
        const accounted = pieces.reduce(
          (total, piece) => total + (pieceDensity(piece, first, second)?.difference ?? 0) * daaOf(piece.outline),
          0,
        );
        expect(accounted).toBeCloseTo(sum(second) - sum(first), 1);
        expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
        for (const [index, piece] of pieces.entries()) {
          for (const later of pieces.slice(index + 1)) {
            const shared = intersection(toPlanarMultiPolygon(piece.outline), toPlanarMultiPolygon(later.outline));
            expect(multiPolygonArea(shared)).toBeLessThan(1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
