import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { DevelopmentArea } from '../domain/developmentArea';
import { createEvaluator } from './evaluator';
import { explain } from './explain';

describe('areas that were measured before', () => {
  const outline = rectangle(100, 100, 200, 200);
  const beyondTheSide = rectangle(-100, 100, 200, 200);
  const evaluator = createEvaluator(new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 500, 500)]).withStation('stasjon', 500, 500).build());
  const namesIn = (...areas: readonly DevelopmentArea[]): readonly string[] =>
    explain(evaluator.assess(scenarioOf(areas)), 'farmland').tables.flatMap(({ rows }) => rows.map(({ name }) => name));

  it('are told of by the name that they have now, in notes as in tables', () => {
    const notesOn = (name: string): readonly string[] =>
      evaluator.evaluate(scenarioOf([developmentArea('felt', beyondTheSide, 20, { name })])).evaluation.notes;
    expect(notesOn('Jordet')).toContain('Utenfor kommunen: Jordet.');
    expect(notesOn('Åkeren')).toContain('Utenfor kommunen: Åkeren.');
    expect(namesIn(developmentArea('felt', outline, 20, { name: 'Jordet' }))).toContain('Jordet');
    const renamed = namesIn(developmentArea('felt', outline, 20, { name: 'Åkeren' }));
    expect(renamed).toContain('Åkeren');
    expect(renamed).not.toContain('Jordet');
  });

  it('hold what their typology and share now say', () => {
    const capacityOf = (rest: Partial<DevelopmentArea>): number => {
      const { facts } = evaluator.evaluate(scenarioOf([developmentArea('felt', outline, 20, rest)]));
      return [...facts.values()][0]!.capacity;
    };
    const whole = capacityOf({});
    expect(capacityOf({ developableShare: 0.5 })).toBeCloseTo(whole / 2, 9);
    expect(capacityOf({ typology: 'rekkehus' })).toBeLessThan(whole / 2);
    expect(capacityOf({})).toBeCloseTo(whole, 9);
  });
});
