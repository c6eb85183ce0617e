import { describe, expect, it } from 'vitest';
import { openDocument, type FileFormat, type Migration } from './migrations';

const renamed: Migration = { from: 1, migrate: ({ title, ...rest }) => ({ ...rest, name: title }) };
const doubled: Migration = {
  from: 2,
  migrate: (document) => {
    const { rate } = document;
    if (typeof rate !== 'number') throw new TypeError('rate');
    return { ...document, rate: rate * 2 };
  },
};
const format: FileFormat = { name: 'prøve', version: 3, migrations: [doubled, renamed] };
const containing = (part: string): unknown => expect.stringContaining(part);
const open = (content: unknown) => openDocument(JSON.stringify(content), 'a.json', format);

describe('openDocument', () => {
  it('takes an older file through every version in turn', () => {
    expect(open({ format: 'prøve', version: 1, title: 'Ny', rate: 4 })).toEqual({
      kind: 'opened',
      document: { format: 'prøve', version: 3, name: 'Ny', rate: 8 },
      migratedFrom: 1,
    });
    expect(open({ format: 'prøve', version: 2, name: 'Ny', rate: 4 })).toMatchObject({ document: { name: 'Ny', rate: 8 }, migratedFrom: 2 });
  });

  it('leaves a file of the present version alone', () => {
    const content = { format: 'prøve', version: 3, title: 'Ny', rate: 4 };
    expect(open(content)).toEqual({ kind: 'opened', document: content, migratedFrom: null });
  });

  it('refuses an older file that does not hold what its version asks, or that no migration reaches', () => {
    expect(open({ format: 'prøve', version: 2, rate: 'mange' })).toMatchObject({ kind: 'failed', problem: containing('kunne ikke oppgraderes') });
    const gap: FileFormat = { ...format, migrations: [renamed] };
    expect(openDocument('{"format":"prøve","version":1}', 'a.json', gap).kind).toBe('failed');
  });

  it.each([
    ['not JSON', '{"format":', 'ikke gyldig JSON'],
    ['another kind of file', '{"type":"FeatureCollection"}', 'ikke en scenariofil'],
    ['a list', '[]', 'ikke en scenariofil'],
    ['no version', '{"format":"prøve"}', '«version»'],
    ['a version that is no whole number', '{"format":"prøve","version":1.5}', '«version»'],
    ['a version yet to come', '{"format":"prøve","version":4}', 'Oppdater'],
  ])('says what is wrong with %s', (_, text, message) => {
    const opened = openDocument(text, 'a.json', format);
    expect(opened).toMatchObject({ kind: 'failed', problem: containing(message) });
    expect(opened).toMatchObject({ problem: containing('a.json: ') });
  });

  it('passes over a byte order mark', () => {
    expect(openDocument('\uFEFF{"format":"prøve","version":3}', 'a.json', format).kind).toBe('opened');
  });
});
