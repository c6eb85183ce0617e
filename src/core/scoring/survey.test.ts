import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../../tests/support/placeBuilder';
import { buildBaseline } from './baseline';
import { surveyGround } from './survey';

describe('the ground that an outline goes round', () => {
  it('is told in daa: area, land, classes, what is to be spared, and what lies outside the municipality', () => {
    const baseline = buildBaseline(
      new PlaceBuilder({ withLand: false })
        .withPolygons('land', [rectangle(-500, 100, 5000, 4500)], 5)
        .withPolygons('farmland', [rectangle(0, 1000, 100, 100)])
        .withPolygons('noise', [rectangle(0, 1000, 50, 4000)])
        .build(),
    );
    // 200 m west of the municipality's side, half of it on farmland, a quarter in noise.
    const survey = surveyGround(baseline, rectangle(-100, 1000, 200, 100));
    expect(survey.areaDaa).toBeCloseTo(20, 6);
    expect(survey.landDaa).toBeCloseTo(20, 6);
    expect(survey.groundDaa.farmland).toBeCloseTo(10, 6);
    expect(survey.groundDaa.other).toBeCloseTo(10, 6);
    expect(survey.conflictsDaa.farmland).toBeCloseTo(10, 6);
    expect(survey.conflictsDaa.noise).toBeCloseTo(5, 6);
    expect(survey.conflictsDaa.marka).toBe(0);
    expect(survey.outsideMunicipalityDaa).toBeCloseTo(10, 6);
    const inTheSea = surveyGround(baseline, rectangle(1000, 0, 100, 300));
    expect(inTheSea.areaDaa).toBeCloseTo(30, 6);
    expect(inTheSea.landDaa).toBeCloseTo(20, 6);
    expect(inTheSea.conflictsDaa.sea).toBeCloseTo(10, 6);
  });
});
