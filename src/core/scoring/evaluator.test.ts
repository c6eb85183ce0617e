import { describe, expect, it } from 'vitest';
import { developmentArea, ORIGIN, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { toLonLat } from '../geometry/projection';
import { readGeoJsonLines } from '../network/readGeoJsonLines';
import { createWalkingNetwork } from '../network/walkingNetwork';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { BLUE_GREEN_WEIGHT, OUTSIDE_TYPOLOGY, TYPOLOGIES } from '../method/parameters';
import { surfaceMean } from './blueGreen';
import { createEvaluator } from './evaluator';
import { explain } from './explain';
import type { LandClass, PartId, Evaluation } from './evaluation';
import type { DevelopmentArea } from '../domain/developmentArea';
import { identifier, type ProjectId } from '../domain/identifiers';
import type { Dataset } from '../domain/dataset';
import type { TypologyId } from '../domain/typology';
import type { Scenario } from '../domain/scenario';

function evaluate(dataset: Dataset, scenario: Scenario): Evaluation {
  return createEvaluator(dataset).evaluate(scenario).evaluation;
}

function part(evaluation: Evaluation, id: PartId) {
  return evaluation.blueGreen.parts.find((candidate) => candidate.id === id)!;
}

function takenDaa(evaluation: Evaluation, landClass: LandClass): number {
  return evaluation.landAccount.rows.find((row) => row.landClass === landClass)!.takenDaa;
}

const wellMapped = (): PlaceBuilder =>
  new PlaceBuilder()
    .withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)])
    .withPolygons('green', [rectangle(2500, 0, 1500, 1000)])
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 3000, 4000, 3000])
    .withStation('stasjon', 500, 500);

describe('placed and unplaced dwellings', () => {
  it('are what areas hold and what is left', () => {
    const dataset = wellMapped().build();
    const area = developmentArea('felt', rectangle(0, 0, 100, 100), 150, { developableShare: 0.8 });
    const { dwellings, towns } = evaluate(dataset, scenarioOf([area], { dwellingsPerYear: 20 }));
    expect(dwellings.programme).toBe(200);
    expect(dwellings.placed).toBeCloseTo(80, 3);
    expect(dwellings.overCapacity).toBeCloseTo(70, 3);
    expect(dwellings.unplaced).toBeCloseTo(120, 3);
    expect(towns[0]!.capacity).toBeCloseTo(80, 3);
  });

  it('score nothing on T and T1 when they are not placed, and do not weigh on T2', () => {
    const dataset = wellMapped().build();
    const area = developmentArea('felt', rectangle(450, 450, 100, 100), 50);
    const full = evaluate(dataset, scenarioOf([area], { dwellingsPerYear: 5 })).transit;
    const half = evaluate(dataset, scenarioOf([area], { dwellingsPerYear: 10 })).transit;
    expect(full.share500).toBe(1);
    expect(half.share500).toBeCloseTo(0.5, 12);
    expect(half.score).toBeCloseTo(full.score! / 2, 10);
    expect(half.meanWalkMinutes).toBeCloseTo(full.meanWalkMinutes!, 12);
  });

  it('speak of every dwelling that areas were given when that is more than the programme', () => {
    const area = developmentArea('felt', rectangle(450, 450, 100, 100), 90);
    const evaluation = evaluate(wellMapped().build(), scenarioOf([area], { dwellingsPerYear: 5 }));
    expect(evaluation.transit.homes).toBeCloseTo(90, 9);
    expect(evaluation.dwellings.unplaced).toBeCloseTo(0, 9);
    expect(evaluation.notes.join(' ')).toContain('40 boliger mer');
  });
});

describe('areas that are exchanged', () => {
  const scoring = createEvaluator(wellMapped().build());
  const one = developmentArea('en', rectangle(450, 450, 100, 100), 50);
  const other = developmentArea('annen', rectangle(2100, 450, 200, 100), 60);
  const expectAsNew = (...areas: readonly DevelopmentArea[]): void => {
    const scenario = scenarioOf(areas);
    expect(scoring.evaluate(scenario)).toEqual(createEvaluator(scoring.dataset).evaluate(structuredClone(scenario)));
  };

  it('for as many others, or for each other, are measured as if they had been there always', () => {
    expectAsNew(one);
    expectAsNew(other);
    expectAsNew(one, other);
    expectAsNew(other, one);
    expectAsNew({ ...one, outline: other.outline }, { ...other, outline: one.outline });
  });
});

describe('an area in the sea', () => {
  it('holds nothing, and takes nothing from the numbers of the others', () => {
    const area = developmentArea('felt', rectangle(450, 450, 100, 100), 50);
    const wet = developmentArea('vått', rectangle(4600, 450, 100, 100), 50);
    const dataset = wellMapped().build();
    const alone = evaluate(dataset, scenarioOf([area]));
    const both = evaluate(dataset, scenarioOf([area, wet]));
    expect(both.dwellings).toMatchObject({ placed: 50, overCapacity: 50, unplaced: 50 });
    expect(both.blueGreen.parts).toEqual(alone.blueGreen.parts);
    expect(both.transit).toEqual(alone.transit);
    for (const share of ['shareInTowns', 'shareOnBuiltUp', 'dwellingsPerDaa'] as const) expect(both[share]).toBe(alone[share]);
  });
});

describe('the land account', () => {
  it('gives overlapping ground to the class that comes first, and takes the share that is built', () => {
    const dataset = wellMapped().build();
    const area = developmentArea('felt', rectangle(1900, 100, 1200, 100), 600);
    const evaluation = evaluate(dataset, scenarioOf([area], { dwellingsPerYear: 60 }));
    const row = Object.fromEntries(evaluation.landAccount.rows.map((entry) => [entry.landClass, entry]));
    expect(row['builtUp']!.areaDaa).toBeCloseTo(10, 4);
    expect(row['farmland']!.areaDaa).toBeCloseTo(100, 4);
    expect(row['green']!.areaDaa).toBeCloseTo(10, 4);
    expect(row['farmland']!.takenDaa).toBeCloseTo(50, 4);
    expect(evaluation.landAccount.rows.reduce((sum, entry) => sum + entry.areaDaa, 0)).toBeCloseTo(120, 4);
  });

  it('counts neither sea nor lake as land', () => {
    const dataset = new PlaceBuilder({ withLand: false })
      .withPolygons('land', [rectangle(0, 0, 1000, 4000)])
      .withPolygons('water', [rectangle(0, 0, 100, 4000)])
      .build();
    const area = developmentArea('felt', rectangle(0, 0, 2000, 100), 10);
    const { evaluation, facts } = createEvaluator(dataset).evaluate(scenarioOf([area]));
    expect(facts.get(area.id)!.landDaa).toBeCloseTo(90, 4);
    expect(evaluation.permitted).toBe(false);
    expect(evaluation.conflicts[0]).toMatchObject({ kind: 'sea', severity: 'forbidden' });
  });
});

describe('the parts of the blue-green score', () => {
  it('B1 is 100 without farmland taken and 0 at the pace of the place', () => {
    const dataset = wellMapped().build();
    const on = (daa: number) =>
      part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(2000, 0, daa, 1000), daa * 10)])), 'B1');
    const off = part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 100)])), 'B1');
    expect(off.score).toBe(100);
    expect(on(80).value).toBeCloseTo(80, 3);
    expect(on(80).score).toBeCloseTo(50, 3);
    expect(on(160).score).toBeCloseTo(0, 3);
    expect(on(320).score).toBe(0);
  });

  it('B2 is 0 for blokk built wholly on green', () => {
    const dataset = wellMapped().build();
    const whole = part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(3100, 0, 100, 100), 100)])), 'B2');
    expect(whole.value).toBeCloseTo(100, 3);
    expect(whole.score).toBeCloseTo(0, 3);
    const quarter = part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(2975, 1000 - 50, 100, 200), 200)])), 'B2');
    expect(quarter.value).toBeCloseTo((75 * 50) / 200, 3);
  });

  it('B4 counts land within 30 m of a named river and 10 m of another', () => {
    const area = developmentArea('felt', rectangle(1000, 2900, 100, 200), 200);
    const named = part(evaluate(wellMapped().build(), scenarioOf([area])), 'B4');
    const other = part(
      evaluate(new PlaceBuilder().withRiver('Vesleelva', [0, 3000, 4000, 3000]).build(), scenarioOf([area])),
      'B4',
    );
    expect(named.value).toBeCloseTo((100 * 60) / 200, 1);
    expect(named.score).toBeCloseTo(70, 1);
    expect(other.value).toBeCloseTo((100 * 20) / 200, 1);
  });

  it('B4 counts land within 100 m of the shore', () => {
    const dataset = new PlaceBuilder({ withLand: false })
      .withPolygons('land', [rectangle(0, 0, 2000, 4000)])
      .withRiver(null, [100, 100, 100, 200])
      .build();
    const area = developmentArea('felt', rectangle(1800, 1000, 200, 100), 200);
    expect(part(evaluate(dataset, scenarioOf([area])), 'B4').value).toBeCloseTo((100 * 100) / 200, 1);
  });

  it('B6 adds up run-off by the ground before and the typology after', () => {
    const dataset = wellMapped().build();
    const after = 0.3 * 0.9 + 0.1 * 0.6 + 0.15 * 0.6 + 0.1 * 0.4 + 0.35 * 0.1;
    const onFarmland = part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(2000, 0, 100, 100), 100)])), 'B6');
    expect(onFarmland.value).toBeCloseTo((after - 0.2) * 100, 3);
    expect(onFarmland.score).toBeCloseTo(100 * (1 - ((after - 0.2) * 100) / 40), 2);
    const onBuiltUp = part(evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 100)])), 'B6');
    expect(onBuiltUp.value).toBeCloseTo((after - 0.5) * 100, 3);
    expect(onBuiltUp.score).toBe(100);
  });

  it('stand beside the expected blue-green factor, the mean over the dwellings that are placed, the spread with them', () => {
    const dataset = wellMapped().withResidents(3000, 3000, 100).build();
    const areas = [
      developmentArea('blokk', rectangle(0, 0, 100, 100), 60),
      developmentArea('småhus', rectangle(200, 0, 300, 100), 20, { typology: 'småhus' }),
    ];
    const { dwellings, outside, blueGreen } = evaluate(dataset, scenarioOf(areas, { dwellingsPerYear: 16, townsShare: 0.5 }));
    expect([dwellings.placed, outside.spread]).toEqual([160, 80]);
    const of = (typology: TypologyId): number => surfaceMean(TYPOLOGIES[typology], BLUE_GREEN_WEIGHT);
    expect(blueGreen.blueGreenFactor).toBeCloseTo((60 * of('blokk') + 20 * of('småhus') + 80 * of(OUTSIDE_TYPOLOGY)) / 160, 9);
    expect(evaluate(dataset, scenarioOf([], { dwellingsPerYear: 0 })).blueGreen.blueGreenFactor).toBeNull();
  });

  it('are left out where data are missing, and the weights rescaled', () => {
    const dataset = new PlaceBuilder().withPolygons('farmland', [rectangle(2000, 0, 1000, 1000)]).build();
    const evaluation = evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(2000, 0, 80, 1000), 800)]));
    expect(part(evaluation, 'B2')).toMatchObject({
      status: { kind: 'missing', roles: ['green'], reason: 'absent' },
      score: null,
      weight: 0,
    });
    expect(part(evaluation, 'B1').weight).toBe(1);
    expect(evaluation.blueGreen.score).toBeCloseTo(50, 3);
  });

  it('say that the data are coarse, or leave out B3 and B5 when they are', () => {
    const dataset = wellMapped().withPolygons('green', [rectangle(3000, 3000, 100, 100)], 500).build();
    const evaluation = evaluate(dataset, scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 100)]));
    expect(part(evaluation, 'B2').status).toEqual({ kind: 'coarse', accuracyMetres: 500 });
    expect(part(evaluation, 'B3').status).toEqual({ kind: 'missing', roles: ['green'], reason: 'tooCoarse' });
  });
});

describe('growth outside the towns', () => {
  const dataset = wellMapped().withResidents(3000, 3000, 100).withResidents(250, 250, 100).build();

  it('is spread as residents outside the towns and takes a quarter daa of built-up land a dwelling', () => {
    const evaluation = evaluate(dataset, scenarioOf([], { townsShare: 0, dwellingsPerYear: 10 }));
    expect(evaluation.outside.spread).toBe(100);
    expect(evaluation.dwellings.unplaced).toBe(0);
    expect(takenDaa(evaluation, 'builtUp')).toBeCloseTo(25, 9);
    expect(evaluation.transit.share1000).toBe(0);
    expect(evaluation.persons).toBeCloseTo(260, 9);
  });

  it('is spread only as far as areas of its own do not take it', () => {
    const area = developmentArea('felt', rectangle(3000, 3000, 100, 100), 60, { town: null });
    const evaluation = evaluate(dataset, scenarioOf([area], { townsShare: 0, dwellingsPerYear: 10 }));
    expect(evaluation.outside).toMatchObject({ quota: 100, spread: 40 });
    expect(evaluation.outside.inAreas).toBeCloseTo(60, 9);
  });

  it('is unplaced where the data set has no residents to follow', () => {
    const area = developmentArea('felt', rectangle(450, 450, 100, 100), 20, { town: null });
    const withArea = evaluate(wellMapped().build(), scenarioOf([area], { townsShare: 0 }));
    expect(withArea.outside).toMatchObject({ inAreas: 20, spread: 0, unplaced: 80 });
    expect(withArea.outside.transitScore).toBeCloseTo(5 * withArea.transit.score!, 9);
    const evaluation = evaluate(wellMapped().build(), scenarioOf([], { townsShare: 0 }));
    expect(evaluation.dwellings.unplaced).toBe(100);
    expect(evaluation.today.score).toBeNull();
    expect(evaluation.notes.join(' ')).toContain('Mangler befolkning');
  });
});

describe('conflicts', () => {
  it('are told with those that forbid the plan first, then the largest', () => {
    const dataset = wellMapped().withPolygons('marka', [rectangle(0, 3500, 4000, 500)]).build();
    const areas = [
      developmentArea('lite', rectangle(2000, 0, 100, 50), 10),
      developmentArea('stort', rectangle(2000, 100, 200, 100), 10),
      developmentArea('skog', rectangle(0, 3450, 20, 100), 10),
      developmentArea('tomt', rectangle(2000, 300, 300, 300), 0),
    ];
    const { conflicts, permitted } = evaluate(dataset, scenarioOf(areas, { dwellingsPerYear: 3 }));
    expect(conflicts.map(({ area, kind, severity, areaDaa }) => [area, kind, severity, Math.round(areaDaa)])).toEqual([
      ['skog', 'marka', 'forbidden', 1],
      ['stort', 'farmland', 'warning', 20],
      ['lite', 'farmland', 'warning', 5],
    ]);
    expect(permitted).toBe(false);
    expect(evaluate(dataset, scenarioOf(areas.slice(0, 2))).permitted).toBe(true);
  });

  it('are plain intersections of areas with dwellings', () => {
    const dataset = wellMapped().withPolygons('marka', [rectangle(2900, 500, 1000, 1000)]).build();
    const both = developmentArea('begge', rectangle(2800, 600, 200, 100), 10);
    const empty = developmentArea('tomt', rectangle(3000, 600, 200, 100), 0);
    const { conflicts, permitted } = evaluate(dataset, scenarioOf([both, empty]));
    expect(conflicts.map(({ kind, area }) => `${kind} ${area}`)).toEqual(['marka begge', 'farmland begge']);
    expect(conflicts.map(({ areaDaa }) => Math.round(areaDaa))).toEqual([10, 20]);
    expect(permitted).toBe(false);
  });
});

describe('without homes', () => {
  it('nothing is scored', () => {
    const evaluation = evaluate(wellMapped().build(), scenarioOf([], { dwellingsPerYear: 0 }));
    expect(evaluation.transit.score).toBeNull();
    expect(evaluation.blueGreen.score).toBeNull();
    expect(part(evaluation, 'B1').status.kind).toBe('noDwellings');
  });

  it('that have a place there is no walk and no index, and no score for those without', () => {
    const { transit } = evaluate(wellMapped().build(), scenarioOf([], { townsShare: 1 }));
    expect(transit).toMatchObject({ score: 0, homes: 100, share500: 0, share1000: 0, meanWalkMinutes: null, accessibilityIndex: null });
  });

  it('for a programme that ends before it begins there is no evaluation', () => {
    expect(() => evaluate(wellMapped().build(), scenarioOf([], { firstYear: 2030, lastYear: 2029 }))).toThrow(RangeError);
  });
});

describe('periods', () => {
  it('are cumulative and use the stations of their last year', () => {
    const dataset = wellMapped()
      .withStation('ny', 2000, 2000, {
        line: 'F',
        status: { kind: 'underConstruction', project: identifier<ProjectId>('f'), openingYear: 2031 },
      })
      .build();
    const area = developmentArea('felt', rectangle(1950, 1950, 100, 100), 0, { dwellingsByPeriod: [30, 50] });
    const [first, second] = evaluate(dataset, scenarioOf([area], { dwellingsPerYear: 10 })).periods;
    expect(first!.dwellings).toMatchObject({ programme: 50, placed: 30, unplaced: 20 });
    expect(second!.dwellings).toMatchObject({ programme: 100, placed: 80, unplaced: 20 });
    expect(first!.transit.share500).toBe(0);
    expect(second!.transit.share500).toBeCloseTo(0.8, 12);
  });
});

describe('with a walking network', () => {
  it('walks along it: round two sides of a square', () => {
    const dataset = new PlaceBuilder().withStation('stasjon', 1000, 1000).build();
    const corner = (x: number, y: number) => toLonLat({ x: ORIGIN.x + x, y: ORIGIN.y + y });
    const lines = readGeoJsonLines(
      {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: {},
            geometry: { type: 'LineString', coordinates: [corner(12.5, 12.5), corner(1000, 12.5), corner(1000, 1000)] },
          },
        ],
      },
      'gangveg.geojson',
    );
    const area = developmentArea('felt', rectangle(0, 0, 25, 25), 5);
    const scenario = scenarioOf([area], { dwellingsPerYear: 0.5 });
    const along = createEvaluator(dataset, { walkingNetwork: createWalkingNetwork(lines) }).evaluate(scenario);
    const straight = createEvaluator(dataset).evaluate(scenario);
    expect(along.evaluation.transit.meanWalkMinutes).toBeCloseTo((2 * 987.5) / 80, 3);
    expect(straight.evaluation.transit.meanWalkMinutes).toBeCloseTo((Math.SQRT2 * 987.5 * 1.3) / 80, 3);
  });
});

describe('outlines that are not valid', () => {
  const south = rectangle(0, 0, 400, 400)[0]![0]!;
  const [a, b, c, d] = south as [LonLat, LonLat, LonLat, LonLat];
  const bowTie: LonLatMultiPolygon = [[[a, c, b, d, a]]];

  it('are mended, and the note says in which layer, on the numbers that stand on it', () => {
    const dataset = wellMapped().withPolygons('marka', [bowTie, rectangle(3000, 3000, 100, 100)]).build();
    const evaluator = createEvaluator(dataset);
    const assessment = evaluator.assess(scenarioOf([developmentArea('felt', rectangle(1000, 1000, 100, 100), 10)]));
    const note = assessment.evaluation.notes.find((text) => text.includes('ugyldig'));
    expect(note).toMatch(/^1 flate i laget «marka-\d+» var ugyldig og ble rettet/u);
    expect(explain(assessment, 'marka').layerNotes).toEqual([note]);
    expect(explain(assessment, 'T').layerNotes).toBeUndefined();
  });

  it('of areas are named', () => {
    const { notes } = evaluate(wellMapped().build(), scenarioOf([developmentArea('Skeivt', bowTie, 10), developmentArea('Rett', rectangle(1000, 0, 100, 100), 10)]));
    expect(notes.filter((text) => text.includes('krysset'))).toEqual(['Omriss som krysset seg selv og ble rettet: Skeivt.']);
  });
});
