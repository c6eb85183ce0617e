import { describe, expect, it } from 'vitest';
import { squareCatalogue, squareParameters, squarePlace, type SquareStation } from '../../../tests/support/squarePlace';
import type { Dataset } from '../domain/dataset';
import { derivedFiles } from './derivedFiles';
import { readDataset } from './readDataset';

const STATIONS: readonly SquareStation[] = [
  { id: 'a', town: 'a', east: 2500, north: 5000 },
  { id: 'b', town: 'b', east: 7500, north: 5000 },
];

function completeFiles(): Map<string, string> {
  const files = squarePlace(STATIONS);
  const derived = derivedFiles(files);
  if (derived.kind === 'invalid') throw new Error(derived.problems.join('\n'));
  return new Map([...files, ...derived.value]);
}

const COMPLETE = completeFiles();

function withFile(file: string, text: string): Map<string, string> {
  return new Map(COMPLETE).set(file, text);
}

function datasetOf(files: ReadonlyMap<string, string>): Dataset {
  const reading = readDataset(files);
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

function failure(files: ReadonlyMap<string, string>): string {
  const reading = readDataset(files);
  return reading.kind === 'failed' ? reading.problems.join('\n') : 'no failure';
}

function parameters(change: Readonly<Record<string, unknown>>): Map<string, string> {
  return withFile('parameters.json', JSON.stringify({ ...squareParameters(STATIONS), ...change }));
}

describe('readDataset', () => {
  it('reads a whole place', () => {
    const dataset = datasetOf(COMPLETE);
    expect(dataset.problems).toEqual([]);
    expect(dataset.layers.map((layer) => layer.description.id)).toEqual(squareCatalogue.layers.map((layer) => layer['id']));
    expect(dataset.stations).toHaveLength(2);
    expect(dataset.towns.map((town) => town.name)).toEqual(['Byen a', 'Byen b']);
    expect(dataset.defaultAreas.length).toBeGreaterThan(50);
    expect(dataset.population).toHaveLength(1);
    expect(dataset.parameters.municipality.number).toBe('9999');
    expect(dataset.parameters).not.toHaveProperty('schemaVersion');
  });

  it('gives towns, areas and layers the same geometry objects, so that each is projected once', () => {
    const dataset = datasetOf(COMPLETE);
    const polygons = dataset.layers.flatMap((layer) => layer.polygons.map((feature) => feature.outline));
    for (const { outline } of [...dataset.towns, ...dataset.defaultAreas]) expect(polygons).toContain(outline);
  });

  it('hashes what it was read from and nothing else', () => {
    const { hash } = datasetOf(COMPLETE);
    expect(hash).toMatch(/^[0-9a-f]{16}$/u);
    expect(datasetOf(withFile('README.md', 'x')).hash).toBe(hash);
    expect(datasetOf(withFile('population.csv', 'ssbid250m,residents,shareInMunicipality\n22402506656000,11,1\n')).hash).not.toBe(hash);
  });

  it('leaves out a missing or broken layer, says so and goes on', () => {
    const without = new Map(COMPLETE);
    without.delete('lake.geojson');
    const lacking = datasetOf(without);
    expect(lacking.layers.map((layer) => layer.description.id)).not.toContain('lake');
    expect(lacking.layers).toHaveLength(squareCatalogue.layers.length - 1);
    expect(lacking.problems).toEqual([
      'Laget «Laget lake» er utelatt. lake.geojson mangler. Legg filen i mappen med geodata.',
    ]);
    const broken = datasetOf(withFile('population.csv', 'ssbid250m,residents,shareInMunicipality\n22402506656000,ti,1\n1,2,3\n'));
    expect(broken.population).toEqual([]);
    expect(broken.problems).toEqual([expect.stringMatching(/population\.csv, linje 2, kolonne «residents».*\(og 2 feil til\)$/u)]);
  });

  it('tells of an anchor that no station layer has', () => {
    const without = new Map(COMPLETE);
    without.delete('stations.csv');
    const { problems, stations } = datasetOf(without);
    expect(stations).toEqual([]);
    expect(problems.join('\n')).toContain('Byen a er knyttet til stasjonen «a»');
  });

  it('refuses a station that is listed twice or opens with an unknown project', () => {
    const stations = COMPLETE.get('stations.csv') ?? '';
    const [header = '', first = ''] = stations.split('\n');
    expect(datasetOf(withFile('stations.csv', `${stations}${first}\n`)).problems[0]).toContain('oppført to ganger');
    const opening = first.replace('inOperation,,', 'underConstruction,unknown-line,2029');
    expect(datasetOf(withFile('stations.csv', `${header}\n${opening}\n`)).problems[0]).toContain('«unknown-line»');
  });

  it('refuses a station that opens before its project', () => {
    const [header = '', first = ''] = (COMPLETE.get('stations.csv') ?? '').split('\n');
    const openingIn = (year: number): readonly string[] => {
      const files = parameters({ projects: [{ id: 'line', name: 'Banen', openingYear: 2029 }] });
      return datasetOf(files.set('stations.csv', `${header}\n${first.replace('inOperation,,', `underConstruction,line,${year}`)}\n`)).problems;
    };
    expect(openingIn(2028)[0]).toContain('åpner i 2028, men prosjektet «line» åpner først i 2029');
    const late = [2029, 2030].map((year) => openingIn(year).join('\n'));
    for (const problems of late) expect(problems).not.toContain('prosjektet');
  });

  it('refuses towns without outline and areas of unknown towns', () => {
    const empty = '{"type":"FeatureCollection","features":[]}';
    expect(datasetOf(withFile('towns.geojson', empty)).problems[0]).toContain('mangler omriss for småbyen «a»');
    const areas = (COMPLETE.get('default-areas.geojson') ?? '').replaceAll('"town":"b"', '"town":"c"');
    expect(datasetOf(withFile('default-areas.geojson', areas)).problems[0]).toContain('småbyen «c»');
    const twice = (COMPLETE.get('default-areas.geojson') ?? '').replaceAll('"id":"a-002"', '"id":"a-001"');
    expect(datasetOf(withFile('default-areas.geojson', twice)).problems[0]).toContain('to felt har id «a-001»');
  });

  it('fails on a broken catalogue, naming file and field', () => {
    const without = new Map(COMPLETE);
    without.delete('catalogue.json');
    expect(failure(without)).toContain('catalogue.json mangler');
    expect(failure(withFile('catalogue.json', 'nei'))).toContain('catalogue.json er ikke gyldig JSON');
    const change = (index: number, fields: Readonly<Record<string, unknown>>): string => {
      const layers = squareCatalogue.layers.map((layer, at) => (at === index ? { ...layer, ...fields } : layer));
      return failure(withFile('catalogue.json', JSON.stringify({ ...squareCatalogue, layers })));
    };
    expect(change(1, { role: 'hav' })).toContain('catalogue.json, felt «layers[1].role»');
    expect(change(1, { id: 'municipality' })).toContain('felt «layers[1].id»: «municipality» er brukt før');
    expect(change(1, { format: 'csv' })).toContain('felt «layers[1].format»');
    expect(change(1, { accuracyMetres: undefined })).toContain('felt «layers[1].accuracyMetres»: mangler');
    expect(change(1, { acuracyMetres: 3 })).toContain('acuracyMetres');
    expect(failure(withFile('catalogue.json', JSON.stringify({ ...squareCatalogue, schemaVersion: 2 })))).toContain('schemaVersion');
  });

  it('fails on broken parameters, naming file and field', () => {
    const { towns } = squareParameters(STATIONS);
    expect(failure(parameters({ municipality: { number: 301, name: 'x' } }))).toContain('parameters.json, felt «municipality.number»');
    expect(failure(parameters({ towns: [{ ...towns[0], share: 0.4 }, towns[1]] }))).toContain('til sammen være 1');
    expect(failure(parameters({ towns: [towns[0], towns[0]] }))).toContain('samme id');
    expect(failure(parameters({ towns: [{ ...towns[0], developableShare: 0 }, towns[1]] }))).toContain('towns[0].developableShare');
    expect(failure(parameters({ usualProgramme: { firstYear: 2035, lastYear: 2026, townsShare: 1, source: 'x' } }))).toContain('usualProgramme.lastYear');
    expect(failure(parameters({ hiddenLayers: ['nowhere'] }))).toContain('laget «nowhere» står ikke i catalogue.json');
    expect(failure(parameters({ farmlandLossDaaPerYear: { value: 16, source: '', assumption: true } }))).toContain('kan ikke være tom');
  });
});
