import { describe, expect, it } from 'vitest';
import { importedLayers, droppedText } from '../../../tests/support/importFiles';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import { layersOf, type Dataset } from '../domain/dataset';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { createEvaluator } from '../scoring/evaluator';
import { wholeAs, type Assignment, type ImportRole } from './assignment';
import { fingerprintOf } from './fingerprint';
import { withTakenLayers } from './importedDataset';
import type { TakenLayer } from './takenLayer';

const NEAR = { west: 10.3, south: 59.8, east: 10.8, north: 60.1 };

async function taken(
  features: readonly (readonly [LonLatMultiPolygon, Readonly<Record<string, unknown>>])[],
  assignment: Assignment,
  rest: Partial<TakenLayer> = {},
): Promise<TakenLayer> {
  const content = {
    type: 'FeatureCollection',
    features: features.map(([outline, properties]) => ({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: outline } })),
  };
  const [layer] = await importedLayers([droppedText('lag.geojson', JSON.stringify(content))], { near: NEAR });
  if (!layer) throw new Error('no layer');
  return {
    id: 'import-1',
    file: 'lag.geojson',
    layer,
    assignment,
    how: 'replace',
    about: { title: 'Laget', source: 'k', date: '2026', licence: 'l', attribution: 'a', accuracyMetres: 10, accuracyNote: 'n' },
    takenAt: 1,
    fingerprint: fingerprintOf(layer),
    ...rest,
  };
}

const CLASSES: Assignment = {
  attribute: 'arealtype',
  classes: [
    { value: 21, role: 'farmland' },
    { value: 30, role: 'green' },
    { value: 50, role: null },
  ],
};

const PATCHES = [
  [rectangle(2000, 0, 500, 1000), { arealtype: 21 }],
  [rectangle(2500, 0, 1500, 1000), { arealtype: 30 }],
  [rectangle(0, 2000, 500, 500), { arealtype: 50 }],
] as const;

const coarse = (): PlaceBuilder =>
  new PlaceBuilder()
    .withPolygons('farmland', [rectangle(3000, 3000, 100, 100)], 500)
    .withPolygons('green', [rectangle(0, 0, 4000, 4000)], 500)
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 3000, 4000, 3000])
    .withStation('stasjon', 500, 500);

const SCENARIO = scenarioOf([developmentArea('felt', rectangle(2000, 0, 80, 1000), 800)]);

function statuses(dataset: Dataset): Readonly<Record<string, string>> {
  const { blueGreen } = createEvaluator(dataset).evaluate(SCENARIO).evaluation;
  return Object.fromEntries(blueGreen.parts.map(({ id, status }) => [id, status.kind]));
}

describe('the data set with layers of the user’s own', () => {
  it('is the same object without any', () => {
    const base = coarse().build();
    expect(withTakenLayers(base, [])).toBe(base);
  });

  it('feeds several roles by class, and makes B3 and B5 scored where the green is fine', async () => {
    const base = coarse().build();
    expect(statuses(base)).toMatchObject({ B1: 'coarse', B2: 'coarse', B3: 'missing', B5: 'missing' });
    const next = withTakenLayers(base, [await taken(PATCHES, CLASSES)]);
    expect(statuses(next)).toMatchObject({ B1: 'good', B2: 'good', B3: 'good', B5: 'good' });
    expect(next.layers.map(({ description }) => description.id)).toContain('import-1-farmland');
    expect(layersOf(next, 'farmland').map((layer) => layer.polygons.length)).toEqual([1]);
    expect(layersOf(next, 'farmland')[0]?.polygons[0]?.properties).toEqual({ arealtype: 21 });
    const b1 = createEvaluator(next).evaluate(SCENARIO).evaluation.blueGreen.parts.find(({ id }) => id === 'B1');
    expect(b1?.value).toBeCloseTo(80, 2);
    expect(next.hash).not.toBe(base.hash);
  });

  it('stays coarse where the layer comes beside the coarse one, or is coarse itself', async () => {
    const base = coarse().build();
    expect(statuses(withTakenLayers(base, [await taken(PATCHES, CLASSES, { how: 'add' })]))['B3']).toBe('missing');
    const about = { ...(await taken(PATCHES, CLASSES)).about, accuracyMetres: 120 };
    expect(statuses(withTakenLayers(base, [await taken(PATCHES, CLASSES, { about })]))['B3']).toBe('missing');
  });

  it('replaces the same kind of shapes only: lakes leave rivers alone', async () => {
    const lakes = await taken([[rectangle(100, 100, 50, 50), {}]], wholeAs('water'));
    const next = withTakenLayers(coarse().build(), [lakes]);
    expect(layersOf(next, 'water').map(({ lines, polygons }) => [lines.length, polygons.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it.each<[ImportRole, 'forbidden' | 'warning']>([
    ['natureReserve', 'forbidden'],
    ['flood', 'warning'],
    ['quickClay', 'warning'],
    ['noise', 'warning'],
    ['valuableNature', 'warning'],
  ])('a zone of %s is a conflict: %s', async (role, severity) => {
    const zone = await taken([[rectangle(2000, 200, 40, 500), {}]], wholeAs(role));
    const next = withTakenLayers(coarse().build(), [zone]);
    const { conflicts, permitted } = createEvaluator(next).evaluate(SCENARIO).evaluation;
    const conflict = conflicts.find(({ kind }) => kind === role);
    expect(conflict).toMatchObject({ severity, area: 'felt', layers: [`import-1-${role.toLowerCase()}`] });
    expect(conflict?.areaDaa).toBeCloseTo(20, 2);
    expect(permitted).toBe(severity === 'warning');
  });

  it('shows an adopted plan, and scores nothing by it', async () => {
    const base = coarse().build();
    const plan = await taken([[rectangle(2000, 0, 400, 1000), { arealformål: 1110 }]], wholeAs('adoptedPlan'));
    const before = createEvaluator(base).evaluate(SCENARIO).evaluation;
    const after = createEvaluator(withTakenLayers(base, [plan])).evaluate(SCENARIO).evaluation;
    expect({ ...after, datasetHash: '' }).toEqual({ ...before, datasetHash: '' });
  });

  it('takes departures by station name, and adds stations that are not known', async () => {
    const points = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', properties: { navn: 'Stasjon', type: 'tog', avganger: 12 }, geometry: { type: 'Point', coordinates: [10.6, 59.9] } },
        { type: 'Feature', properties: { navn: 'Ny', type: 'T-bane', avganger: '4,5' }, geometry: { type: 'Point', coordinates: [10.61, 59.9] } },
        { type: 'Feature', properties: { navn: 'Uten', type: 'buss', avganger: 4 }, geometry: { type: 'Point', coordinates: [10.61, 59.9] } },
      ],
    };
    const [layer] = await importedLayers([droppedText('s.geojson', JSON.stringify(points))], { near: NEAR });
    const stations = { ...(await taken(PATCHES, wholeAs('station'))), layer: layer! };
    const next = withTakenLayers(coarse().build(), [stations]);
    expect(next.stations.map(({ name, departuresPerHour }) => [name, departuresPerHour])).toEqual([
      ['stasjon', 12],
      ['Ny', 4.5],
    ]);
  });
});
