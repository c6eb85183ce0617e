import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { identifier, type MeasureId } from '../core/domain/identifiers';
import type { Measure, Measures } from '../core/domain/measure';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import { buildBaseline } from '../core/scoring/baseline';
import { surveyGround } from '../core/scoring/survey';
import { surveyStroke } from './strokeSurvey';

const place = new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 100, 1000)]).withPolygons('builtUp', [rectangle(100, 0, 900, 1000)]);
const baseline = buildBaseline(place.build());
const stroke = rectangle(0, 0, 400, 100);

function measures(...list: readonly ({ kind: 'protection' | 'addedGreen'; outline: LonLatMultiPolygon; counted?: boolean })[]): Measures {
  return new Map(
    list.map(({ kind, outline, counted = true }, index) => {
      const id = identifier<MeasureId>(`${kind}-${index}`);
      const shared = { id, name: id, note: '', counted, outline };
      const measure: Measure = kind === 'protection' ? { ...shared, kind, code: '540' } : { ...shared, kind };
      return [id, measure];
    }),
  );
}

const surveyed = (of: Measures) => surveyStroke(stroke, of, async (outline) => surveyGround(baseline, outline));

describe('a stroke under way', () => {
  it('is all to be built on where the scenario protects nothing of it', async () => {
    const far = measures({ kind: 'protection', outline: rectangle(600, 600, 50, 50) }, { kind: 'protection', outline: stroke, counted: false });
    const survey = await surveyed(far);
    expect(survey).toMatchObject({ protectedDaa: 0, addedGreenDaa: 0 });
    expect(survey.landDaa).toBeCloseTo(40, 3);
    expect(survey.groundDaa.farmland).toBeCloseTo(10, 3);
  });

  it('has no room on what the scenario protects, and takes no farmland there', async () => {
    const survey = await surveyed(measures({ kind: 'protection', outline: rectangle(-50, 0, 250, 100) }));
    expect(survey.areaDaa).toBeCloseTo(40, 3);
    expect(survey.protectedDaa).toBeCloseTo(20, 3);
    expect(survey.landDaa).toBeCloseTo(20, 3);
    expect(survey.groundDaa.farmland).toBeCloseTo(0, 3);
    expect(survey.groundDaa.builtUp).toBeCloseTo(20, 3);
  });

  it('has no room at all where all of it is protected', async () => {
    const survey = await surveyed(measures({ kind: 'protection', outline: rectangle(-50, -50, 500, 200) }));
    expect(survey).toMatchObject({ landDaa: 0, addedGreenDaa: 0 });
    expect(survey.protectedDaa).toBeCloseTo(40, 3);
    expect(Object.values(survey.groundDaa).every((daa) => daa === 0)).toBe(true);
  });

  it('takes of the parks that the scenario adds, where they are not farmland', async () => {
    const survey = await surveyed(measures({ kind: 'addedGreen', outline: rectangle(50, 0, 150, 50) }, { kind: 'addedGreen', outline: rectangle(100, 0, 100, 50) }));
    expect(survey.addedGreenDaa).toBeCloseTo(5, 3);
    expect(survey.landDaa).toBeCloseTo(40, 3);
  });
});
