import { describe, expect, it } from 'vitest';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { createEvaluator } from './evaluator';
import { momentOf } from './periodMoment';

const place = new PlaceBuilder().build();
const scenario = scenarioOf([developmentArea('a', rectangle(0, 0, 100, 100), 3, { dwellingsByPeriod: [3, 4] })]);
const { evaluation } = createEvaluator(place).evaluate(scenario);

describe('momentOf', () => {
  it('counts dwellings up to the end of a period', () => {
    expect(momentOf(evaluation, 1)).toMatchObject({ year: 2030, dwellings: { placed: 3 } });
    expect(momentOf(evaluation, 2)).toMatchObject({ year: 2035, dwellings: { placed: 7 }, transit: evaluation.transit });
  });

  it('is the whole programme where nothing else is asked for', () => {
    expect(momentOf(evaluation, null)).toEqual(momentOf(evaluation, 2));
    expect(momentOf(evaluation, 9)).toEqual(momentOf(evaluation, 2));
  });

  it('is today before the first period', () => {
    expect(momentOf(evaluation, 0)).toMatchObject({ year: null, transit: evaluation.today, blueGreen: null, persons: 0 });
  });
});
