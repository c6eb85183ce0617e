import { describe, expect, it } from 'vitest';
import { PARAMETERS, PROJECT, SQUARE, TOWNS } from '../../../tests/property/scenarioArbitraries';
import { townOutline } from '../../../tests/support/townOutline';
import type { DefaultArea } from '../domain/developmentArea';
import { identifier, type AreaId, type MeasureId, type ScenarioId, type StationId } from '../domain/identifiers';
import type { Measure, Measures } from '../domain/measure';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { newScenario } from '../operations/newScenario';
import { readScenarioFile, writeScenarioFile, type ScenarioPlace } from './scenarioFile';

const ELSEWHERE: LonLatMultiPolygon = [[[[10.6, 59.9], [10.61, 59.9], [10.61, 59.91], [10.6, 59.91], [10.6, 59.9]]]];

const defaultAreas: readonly DefaultArea[] = ['felt-1', 'felt-2'].map((id) => ({
  id: identifier<AreaId>(id),
  name: `Felt ${id.slice(-1)}`,
  outline: SQUARE,
  typology: 'blokk',
  developableShare: 0.1,
  town: TOWNS[0]!,
}));
const place: ScenarioPlace = { hash: 'abc', parameters: PARAMETERS, defaultAreas, stations: [] };
const empty = newScenario(place, { id: identifier<ScenarioId>('ny'), name: 'Ny', programme: { dwellingsPerYear: 100 } });
const first = empty.areas.get(defaultAreas[0]!.id)!;
const scenario = {
  ...empty,
  areas: new Map(empty.areas)
    .set(first.id, { ...first, dwellingsByPeriod: [1 / 3, 0.1 + 0.2] })
    .set(identifier<AreaId>('tegnet'), { ...first, id: identifier<AreaId>('tegnet'), origin: 'drawn', town: null, outline: ELSEWHERE, dwellingsByPeriod: [1, 2] }),
};
const text = writeScenarioFile(scenario, place);

const containing = (part: string): unknown => expect.stringContaining(part);

interface FileContent {
  version: number;
  datasetHash: string;
  scenario: Record<string, unknown> & {
    programme: Record<string, unknown> & { towns: Record<string, unknown>[] };
    areas: (Record<string, unknown> & { ground: unknown })[];
    projects: Record<string, unknown>[];
    removedDefaultAreas: string[];
  };
}

function problemsAfter(change: (content: FileContent) => void): readonly string[] {
  const content = JSON.parse(text) as FileContent;
  change(content);
  const reading = readScenarioFile(JSON.stringify(content), 'plan.json', place);
  return reading.kind === 'failed' ? reading.problems : [];
}

describe('writeScenarioFile', () => {
  it('lists only areas that say something, and stores default ground by name', () => {
    const { scenario: written } = JSON.parse(text) as FileContent;
    expect(written.areas.map(({ id, ground }) => [id, typeof ground])).toEqual([
      ['felt-1', 'string'],
      ['tegnet', 'object'],
    ]);
    expect(written.areas[0]?.['dwellingsByPeriod']).toEqual([1 / 3, 0.1 + 0.2]);
  });

  it.each([
    ['a name', { name: 'Torget' }],
    ['a note', { note: 'Se reguleringsplanen' }],
    ['a town', { town: TOWNS[1]! }],
    ['a housing type', { typology: 'bykvartal' as const }],
    ['a developable share', { developableShare: 0.2 }],
    ['a hand that set it to nothing', { setByHand: true }],
    ['a phase', { phase: 1 }],
    ['an outline', { outline: [[[[10, 59], [10.1, 59], [10.1, 59.1], [10, 59]]]] as const }],
  ])('lists a default area without dwellings for %s of its own', (_, change) => {
    const changed = { ...empty, areas: new Map(empty.areas).set(first.id, { ...first, ...change }) };
    const reading = readScenarioFile(writeScenarioFile(changed, place), 'plan.json', place);
    expect(reading).toEqual({ kind: 'scenario', scenario: changed, notes: [] });
  });

  it('records the data set and the version', () => {
    expect(JSON.parse(text)).toMatchObject({ format: 'smabymodellen-scenario', version: 2, datasetHash: 'abc' });
  });
});

const measures: Measures = new Map(
  (
    [
      { kind: 'stationChange', id: 'flyttet', station: 's', position: [10.51234567, 59.9], departuresPerHour: null },
      { kind: 'addedStation', id: 'ny-stasjon', mode: 'metro', line: 'Ny linje', position: [10.5, 59.9], departuresPerHour: 8, openingYear: 2030 },
      { kind: 'addedGreen', id: 'park', outline: SQUARE },
      { kind: 'protection', id: 'vern', code: '540', outline: SQUARE },
      { kind: 'townOutline', id: 'omriss', town: TOWNS[0]!, outline: SQUARE },
    ] as const
  ).map((measure, index) => {
    const id = identifier<MeasureId>(measure.id);
    const whole = { ...measure, id, name: `Tiltak ${index}`, note: 'fordi', counted: index % 2 === 0 };
    const measured: Measure = whole.kind === 'stationChange' ? { ...whole, station: identifier<StationId>('s') } : whole;
    return [id, measured];
  }),
);
const placeWithStation: ScenarioPlace = {
  ...place,
  stations: [
    {
      id: identifier<StationId>('s'),
      name: 'S',
      mode: 'train',
      line: 'L',
      status: { kind: 'inOperation' },
      position: [10.5, 59.9],
      accuracyMetres: 10,
      departuresPerHour: 4,
      source: 'test',
    },
  ],
};

describe('measures', () => {
  it('of every kind come back as they were written', () => {
    const changed = { ...empty, measures };
    const reading = readScenarioFile(writeScenarioFile(changed, placeWithStation), 'plan.json', placeWithStation);
    expect(reading).toMatchObject({ kind: 'scenario', notes: [] });
    const read: Measures = reading.kind === 'scenario' ? reading.scenario.measures : new Map();
    expect([...read.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
      [...measures.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
  });

  it('are refused where they speak of what the place does not have, or twice of one thing', () => {
    const written = writeScenarioFile({ ...empty, measures }, placeWithStation);
    const elsewhere = readScenarioFile(written, 'plan.json', place);
    expect(elsewhere).toMatchObject({ kind: 'failed', problems: [containing('en stasjon som datasettet ikke har')] });
    const content = JSON.parse(written) as { scenario: { measures: Record<string, unknown>[] } };
    content.scenario.measures.push({ ...content.scenario.measures.find(({ kind }) => kind === 'townOutline'), id: 'omriss-2' });
    expect(readScenarioFile(JSON.stringify(content), 'plan.json', placeWithStation)).toMatchObject({
      kind: 'failed',
      problems: [containing('to ganger')],
    });
  });
});

describe('a file of version 1', () => {
  it('has its town outlines read as measures, and its areas without a phase', () => {
    const { scenario: now, ...document } = JSON.parse(text) as FileContent;
    const { measures: _measures, areas, ...rest } = now;
    const outline = { type: 'MultiPolygon', coordinates: SQUARE };
    const first1 = {
      ...document,
      version: 1,
      scenario: {
        ...rest,
        areas: areas.map(({ phase: _phase, ...area }) => area),
        townOutlines: [{ town: TOWNS[0], outline }],
      },
    };
    const reading = readScenarioFile(JSON.stringify(first1), 'plan.json', place);
    expect(reading).toEqual({
      kind: 'scenario',
      scenario: { ...scenario, measures: townOutline(TOWNS[0]!, SQUARE) },
      notes: [containing('versjon 1')],
    });
  });
});

describe('readScenarioFile', () => {
  it('notes that a scenario comes from another data set', () => {
    const reading = readScenarioFile(text, 'plan.json', { ...place, hash: 'xyz' });
    expect(reading).toMatchObject({ kind: 'scenario', notes: [containing('et annet datasett')] });
  });

  it('tells which areas lie on the same ground, the place’s own among themselves left out', () => {
    const twice = { ...scenario, areas: new Map(scenario.areas) };
    const drawn = [...twice.areas.values()].find(({ origin }) => origin === 'drawn')!;
    const again = { ...drawn, id: identifier<AreaId>('igjen'), name: 'Igjen' };
    const reading = readScenarioFile(writeScenarioFile({ ...twice, areas: twice.areas.set(again.id, again) }, place), 'plan.json', place);
    expect(reading).toMatchObject({ kind: 'scenario', notes: [containing('Igjen og Felt 1 (623 daa)')] });
  });

  it('names the default areas and towns that another data set does not have', () => {
    const elsewhere: ScenarioPlace = {
      hash: 'xyz',
      defaultAreas: [],
      stations: [],
      parameters: { ...PARAMETERS, towns: PARAMETERS.towns.slice(1).map((town) => ({ ...town, share: 0.25 })) },
    };
    const reading = readScenarioFile(text, 'plan.json', elsewhere);
    const problems = reading.kind === 'failed' ? reading.problems.join('\n') : '';
    expect(problems).toContain('«felt-1»');
    expect(problems).toContain('«by-a»');
  });

  it('takes what a file says of a default area before what the data set says', () => {
    const renamed = new Map(scenario.areas).set(first.id, { ...first, name: 'Torget', typology: 'bykvartal', developableShare: 0.5 });
    const reading = readScenarioFile(writeScenarioFile({ ...scenario, areas: renamed }, place), 'plan.json', place);
    expect(reading).toMatchObject({ kind: 'scenario' });
    expect(reading.kind === 'scenario' && reading.scenario.areas.get(first.id)).toMatchObject({ name: 'Torget', typology: 'bykvartal', developableShare: 0.5 });
  });

  it.each<[string, (content: FileContent) => void, readonly string[]]>([
    ['a version yet to come', (c) => (c.version = 3), ['versjon 3', 'Oppdater']],
    ['another municipality', (c) => (c.scenario['municipality'] = '0301'), ['kommunenummer', '0301', '9999 Prøvekommune']],
    ['shares that do not sum to 1', (c) => (c.scenario.programme.towns[0]!['share'] = 0.3), ['scenario.programme.towns', '1']],
    ['a share above 1', (c) => (c.scenario.programme.towns[0]!['share'] = 1.2), ['scenario.programme.towns[0].share', 'småbyens andel', 'høyst 1']],
    ['a share that is text', (c) => (c.scenario.programme.towns[0]!['share'] = '20 %'), ['towns[0].share', 'Skriv et tall']],
    ['a missing town', (c) => c.scenario.programme.towns.pop(), ['«by-e»', 'Legg dem til']],
    ['an unknown town', (c) => (c.scenario.programme.towns[0]!['town'] = 'atlantis'), ['«atlantis»', '«by-a»']],
    ['years the wrong way round', (c) => (c.scenario.programme['lastYear'] = 2020), ['lastYear', 'siste år', '2026']],
    ['a missing year', (c) => delete c.scenario.programme['firstYear'], ['firstYear', 'første år', 'mangler']],
    ['an unknown field', (c) => (c.scenario['farge'] = 'rød'), ['farge', 'Fjern']],
    ['negative dwellings', (c) => (c.scenario.areas[0]!['dwellingsByPeriod'] = [1, -2]), ['areas[0].dwellingsByPeriod[1]', 'boliger per periode', 'fra 0']],
    ['too few periods', (c) => (c.scenario.areas[0]!['dwellingsByPeriod'] = [1]), ['«felt-1»', '2 perioder']],
    ['an unknown housing type', (c) => (c.scenario.areas[0]!['typology'] = 'slott'), ['boligtype', '"blokk"']],
    ['an area twice', (c) => c.scenario.areas.push(c.scenario.areas[0]!), ['«felt-1»', 'to ganger']],
    ['an unknown default area', (c) => (c.scenario.areas[0]!['id'] = 'felt-9'), ['«felt-9»', 'datasettet']],
    ['an area both there and gone', (c) => c.scenario.removedDefaultAreas.push('felt-1'), ['removedDefaultAreas', '«felt-1»']],
    ['a drawn area without ground', (c) => (c.scenario.areas[1]!.ground = 'default'), ['«tegnet»', 'eget omriss']],
    ['a drawn area with the name of a default area', (c) => (c.scenario.areas[1]!['id'] = 'felt-2'), ['«felt-2»', 'annet kjennemerke']],
    ['a ring of three positions', (c) => (c.scenario.areas[1]!.ground = { type: 'MultiPolygon', coordinates: [[[[1, 1], [2, 1], [1, 1]]]] }), ['areas[1].ground.coordinates[0][0]', 'minst 4']],
    ['an open ring', (c) => (c.scenario.areas[1]!.ground = { type: 'MultiPolygon', coordinates: [[[[1, 1], [2, 1], [2, 2], [1, 2]]]] }), ['areas[1].ground', 'er en ring som ikke er lukket']],
    ['metres for degrees', (c) => (c.scenario.areas[1]!.ground = { type: 'MultiPolygon', coordinates: [[[[585000, 6640000], [585100, 6640000], [585100, 6640100], [585000, 6640000]]]] }), ['areas[1].ground', 'breddegrad', 'WGS84']],
    ['an unknown project', (c) => c.scenario.projects.push({ project: 'ringbanen', counted: true }), ['«ringbanen»']],
    ['a project twice', (c) => c.scenario.projects.push({ project: PROJECT, counted: false }), [`«${PROJECT}»`, 'to ganger']],
    ['another kind of file', (c) => Object.assign(c, { format: 'noe annet' }), ['smabymodellen-scenario']],
  ])('tells of %s: file, field and what to do', (_, change, parts) => {
    const problems = problemsAfter(change);
    expect(problems.length).toBeGreaterThan(0);
    for (const part of ['plan.json: ', ...parts]) expect(problems[0]).toContain(part);
    expect(problems[0]).not.toMatch(/expected|received|invalid|undefined|Ugyldig/u);
  });

  it('lists every problem, but not hundreds of them', () => {
    const problems = problemsAfter((content) => {
      for (let index = 0; index < 200; index += 1) content.scenario.areas.push({ ground: 'default' });
    });
    expect(problems).toHaveLength(13);
    expect(problems.at(-1)).toMatch(/og \d+ feil til/u);
  });
});
