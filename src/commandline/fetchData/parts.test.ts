import { describe, expect, it } from 'vitest';
import { parametersSchema } from '../../core/geodata/parametersSchema';
import { readTable } from '../../core/geodata/table';
import { parseCommand } from '../parseCommand';
import { SOURCE_IDS } from './dataSource';
import { defaultParameters, type ParameterGround } from './defaultParameters';
import { morningOf, nextWednesday } from './peakHour';
import { slug } from './sources/entur';
import { tableText } from './tableText';

describe('the command', () => {
  const base = ['fetch-data', '--municipality', '0301', '--out', 'mappe'];

  it('takes any number, sources and other addresses', () => {
    expect(parseCommand(base)).toEqual({ kind: 'fetchData', municipality: '0301', folder: 'mappe', only: SOURCE_IDS, bases: new Map() });
    const more = parseCommand([...base, '--only', 'entur,osm', '--base-url', 'osm=http://127.0.0.1:1/a?b=c', '--base-url', 'entur=https://example.org']);
    expect(more).toMatchObject({
      only: ['entur', 'osm'],
      bases: new Map([['osm', 'http://127.0.0.1:1/a?b=c'], ['entur', 'https://example.org']]),
    });
  });

  it.each([
    [['fetch-data', '--out', 'mappe'], '--municipality'],
    [['fetch-data', '--municipality', '301', '--out', 'mappe'], 'fire sifre'],
    [['fetch-data', '--municipality', '0301'], '--out MAPPE'],
    [[...base, 'mer'], 'tar ikke «mer»'],
    [[...base, '--only', 'entur,nibio'], '--only'],
    [[...base, '--base-url', 'osm'], '--base-url'],
    [[...base, '--base-url', 'osm=ftp://example.org'], '--base-url'],
    [[...base, '--base-url', 'ar5=https://example.org'], '--base-url'],
  ])('says what is wrong with %j', (args, words) => {
    const command = parseCommand(args);
    expect(command.kind).toBe('wrong');
    expect(command.kind === 'wrong' && command.reason).toContain(words);
  });
});

describe('the peak hour', () => {
  it('is on the next Wednesday, summer and winter', () => {
    expect(nextWednesday(new Date('2026-11-22T23:59:00Z'))).toBe('2026-11-25');
    expect(nextWednesday(new Date('2026-11-24T12:00:00Z'))).toBe('2026-11-25');
    expect(nextWednesday(new Date('2026-11-25T12:00:00Z'))).toBe('2026-12-02');
    expect(morningOf('2026-11-25')).toBe('2026-11-25T08:15:00+01:00');
    expect(morningOf('2026-07-01')).toBe('2026-07-01T08:15:00+02:00');
  });
});

describe('identifiers and tables', () => {
  it('are made of any name', () => {
    expect([slug('Østre Ånes/Sjøå'), slug('Čáhcesuolu'), slug('…')]).toEqual(['ostre-anes-sjoa', 'cahcesuolu', 'uten-navn']);
  });

  it('come back as they were', () => {
    const values = ['a,b', 'a "quoted" word', 'two\nlines', ''];
    const read = readTable('x.csv', tableText(['one', 'two', 'three', 'four'], [values]), []);
    expect(read.kind === 'valid' && Object.values(read.value[0]?.values ?? {})).toEqual(values);
  });
});

describe('default parameters', () => {
  const ground: ParameterGround = {
    number: '9999',
    name: 'Ingensteds',
    box: { west: 10, south: 59, east: 11, north: 60 },
    stations: [],
    residents: null,
    year: 2026,
    layers: [],
  };

  it('can be read without a station or residents, and say what is assumed', () => {
    const read = parametersSchema.parse(JSON.parse(defaultParameters(ground)));
    expect(read.towns.map(({ name, anchors }) => [name, anchors])).toEqual([['Ingensteds', ['mangler-stasjon']]]);
    expect(read.growthAlternatives.source).toContain('Antakelse');
    expect(read.usualProgramme.source).toContain('Antakelse');
    expect(read.waterBelts.source).toContain('antakelse');
    expect(read.farmlandLossDaaPerYear.assumption).toBe(true);
    expect(read.hiddenLayers).toEqual([]);
  });

  it('follow residents, and share among the busiest stations, whatever their number', () => {
    for (let count = 1; count <= 9; count += 1) {
      const stations = Array.from({ length: count }, (_, index) => ({
        id: `train-${index}`,
        name: `By ${index % 8}`,
        mode: 'train',
        line: 'L1',
        status: { kind: 'inOperation' },
        position: [10, 59],
        accuracyMetres: 20,
        departuresPerHour: index + 1,
        source: 'x',
      })) as unknown as ParameterGround['stations'];
      const read = parametersSchema.parse(JSON.parse(defaultParameters({ ...ground, stations, residents: 110_000 })));
      expect(read.towns).toHaveLength(Math.min(6, count));
      expect(read.growthAlternatives.alternatives.map(({ dwellingsPerYear }) => dwellingsPerYear)).toEqual([200, 400, 600]);
    }
  });
});
