import { describe, expect, it } from 'vitest';
import { readTable } from './table';
import { cellCorner, readPoints, readPopulation, readStations } from './tables';

describe('tables', () => {
  it('read quoted cells with commas, quotes and line breaks', () => {
    const table = readTable('a.csv', '\uFEFFname,note\r\n"Nord, øst","sa ""ja"""\r\n\r\nSør,"to\nlinjer"\nVest,\n', ['name']);
    expect(table).toEqual({
      kind: 'valid',
      value: [
        { line: 2, values: { name: 'Nord, øst', note: 'sa "ja"' } },
        { line: 4, values: { name: 'Sør', note: 'to\nlinjer' } },
        { line: 6, values: { name: 'Vest', note: '' } },
      ],
    });
  });

  it('name the file, the line and the column of what is wrong', () => {
    expect(readTable('a.csv', '', ['name'])).toEqual({ kind: 'invalid', problems: ['a.csv er tom. Hent filen på nytt.'] });
    expect(readTable('a.csv', 'navn\nx\n', ['name'])).toMatchObject({ problems: [expect.stringContaining('«name»')] });
    expect(readTable('a.csv', 'a,b\n1,2\n3\n', ['a'])).toMatchObject({ problems: [expect.stringContaining('linje 3')] });
    expect(readPoints('a.csv', 'longitude,latitude\n10,60\n10,nord\n')).toEqual({
      kind: 'invalid',
      problems: ['a.csv, linje 3, kolonne «latitude»: er ikke et tall'],
    });
  });

  it('decode cells of the statistics grid and count only residents inside', () => {
    expect(cellCorner(22557506649000)).toEqual({ eastMetres: 255_750, northMetres: 6_649_000 });
    expect(cellCorner(22500006650000)).toEqual({ eastMetres: 250_000, northMetres: 6_650_000 });
    expect(readPopulation('p.csv', 'ssbid250m,residents,shareInMunicipality\n22402506656000,11,0.5\n')).toEqual({
      kind: 'valid',
      value: [{ eastMetres: 240_250, northMetres: 6_656_000, sizeMetres: 250, residents: 5.5 }],
    });
    expect(readPopulation('p.csv', 'ssbid250m,residents,shareInMunicipality\n22402506656000,11,1.5\n')).toMatchObject({
      kind: 'invalid',
      problems: [expect.stringContaining('shareInMunicipality')],
    });
  });

  const header =
    'id,name,mode,line,status,project,openingYear,longitude,latitude,accuracyMetres,departuresPerHour,source\n';

  it('read stations in service and under construction', () => {
    const stations = readStations(
      's.csv',
      `${header}train-a,A,train,"Nord, sør",inOperation,,,10.5,59.9,15,4,x\nmetro-b,B,metro,B,underConstruction,new-line,2029,10.6,59.8,40,8,x\n`,
    );
    expect(stations).toMatchObject({
      kind: 'valid',
      value: [
        { id: 'train-a', line: 'Nord, sør', status: { kind: 'inOperation' }, position: [10.5, 59.9], departuresPerHour: 4 },
        { id: 'metro-b', status: { kind: 'underConstruction', project: 'new-line', openingYear: 2029 }, accuracyMetres: 40 },
      ],
    });
  });

  it('refuse stations without departures or opening', () => {
    const silent = readStations('s.csv', `${header}train-a,A,train,L,inOperation,,,10.5,59.9,15,0,x\n`);
    expect(silent).toMatchObject({ problems: [expect.stringContaining('departuresPerHour')] });
    const unopened = readStations('s.csv', `${header}train-a,A,train,L,underConstruction,p,,10.5,59.9,15,4,x\n`);
    expect(unopened).toMatchObject({ problems: [expect.stringContaining('åpningsår')] });
  });

  it('keep the other columns of points, as numbers where all are', () => {
    expect(readPoints('k.csv', 'name,children,longitude,latitude\nEn,53,10.6,59.9\n7,2,10.5,59.8\n')).toEqual({
      kind: 'valid',
      value: [
        { position: [10.6, 59.9], properties: { name: 'En', children: 53 } },
        { position: [10.5, 59.8], properties: { name: '7', children: 2 } },
      ],
    });
  });
});
