import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { DevelopmentArea } from '../../core/domain/developmentArea';
import { createEvaluator } from '../../core/scoring/evaluator';
import { groundPieces, pieceDensity } from '../../core/scoring/groundDifference';
import type { DensityPiece, MeasuredSide } from '../../state/differenceStore';
import { differingAreas } from './sides';

const evaluator = createEvaluator(new PlaceBuilder().withStation('stasjon', 500, 500).build());

function sideOf(areas: readonly DevelopmentArea[]): Extract<MeasuredSide, { kind: 'scenario' }> {
  const scenario = scenarioOf(areas);
  return { kind: 'scenario', scenario, ...evaluator.evaluate(scenario) };
}

function piecesOf(first: MeasuredSide, second: MeasuredSide): readonly DensityPiece[] {
  const areasOf = (side: MeasuredSide): ReturnType<typeof scenarioOf>['areas'] => (side.kind === 'today' ? new Map() : side.scenario.areas);
  const [before, after] = [first, second].map((side) => (side.kind === 'today' ? null : side));
  return [...groundPieces(areasOf(first), areasOf(second))].flat().flatMap((piece) => {
    const density = pieceDensity(piece, before ?? null, after ?? null);
    return density ? [{ ...piece, density }] : [];
  });
}

const kept = (dwellings: number): DevelopmentArea => developmentArea('felles', rectangle(0, 0, 100, 100), dwellings);
const first = sideOf([kept(40), developmentArea('gammelt', rectangle(300, 0, 100, 100), 60), developmentArea('flyttet', rectangle(0, 300, 100, 100), 30)]);
const second = sideOf([kept(50), developmentArea('nytt', rectangle(0, 600, 100, 100), 25), developmentArea('flyttet', rectangle(50, 300, 100, 100), 33)]);

describe('the areas that differ most', () => {
  it('come largest first, each once, and say how they differ', () => {
    expect(differingAreas(first, second, piecesOf(first, second)).map(({ name, dwellings, note }) => [name, Math.round(dwellings), note])).toEqual([
      ['gammelt', -60, 'onlyInFirst'],
      ['nytt', 25, 'onlyInSecond'],
      ['felles', 10, null],
      ['flyttet', 3, 'redrawn'],
    ]);
  });

  it('are all that is built, without a note, against today; and none where nothing differs', () => {
    const today: MeasuredSide = { kind: 'today' };
    expect(differingAreas(today, first, piecesOf(today, first)).map(({ name, note }) => [name, note])).toEqual([
      ['gammelt', null],
      ['felles', null],
      ['flyttet', null],
    ]);
    expect(differingAreas(first, first, piecesOf(first, first))).toEqual([]);
  });
});
