import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PlaceParameters } from '../domain/parameters';
import { identifier } from '../domain/identifiers';
import { FIGURE_NAMES, figuresOf } from './figures';
import { INDICATOR_IDS, INDICATORS } from './indicators';
import { METHOD_PAGE_IDS } from './page';
import { methodPages } from './pages';
import { pageText } from './pageText';

const PLACE: PlaceParameters = {
  municipality: { number: '9999', name: 'Prøve' },
  openingView: { southWest: [10, 59], northEast: [11, 60] },
  growthAlternatives: { source: 'Planen', alternatives: [{ id: 'one', name: 'En', dwellingsPerYear: 123 }] },
  usualProgramme: { firstYear: 2026, lastYear: 2035, townsShare: 0.77, source: 'Antakelse' },
  towns: [{ id: identifier('by'), name: 'Prøvebyen', anchors: [], developableShare: 0.37, share: 1 }],
  projects: [],
  waterBelts: {
    seaMetres: 91,
    namedWatercourseMetres: 33,
    namedWatercourses: ['Storelva', 'Lilleelva'],
    otherWaterMetres: 11,
    source: 'Loven',
  },
  farmlandLossDaaPerYear: { value: 17, source: 'Målt', assumption: true },
  defaultAreas: { gridMetres: 222, minimumDaa: 13, typology: 'blokk', source: 'Antakelse' },
  ageSupportRatio: { source: 'Meldingen', years: [{ year: 2030, ratio: 3.4 }] },
  hiddenLayers: [],
};

const PAGES = methodPages(PLACE);
const textOf = (id: string): string => {
  const page = PAGES.find((candidate) => candidate.id === id);
  return page ? pageText(page) : '';
};

describe('the published method', () => {
  it('has every page once, in the order they are listed', () => {
    expect(PAGES.map(({ id }) => id)).toEqual(METHOD_PAGE_IDS);
  });

  it('links only to pages there are', () => {
    for (const { related } of PAGES) expect(METHOD_PAGE_IDS).toEqual(expect.arrayContaining([...related]));
  });

  it.each([
    ['B1', '17 daa'],
    ['B4', '91 m fra strandlinjen'],
    ['B4', '33 m fra Storelva og Lilleelva'],
    ['B4', '11 m fra andre'],
    ['utbyggingsfelt', '222 m'],
    ['utbyggingsfelt', '13 daa'],
    ['utbyggingsfelt', 'Prøvebyen'],
    ['boligprogram', '123 boliger/år'],
    ['boligprogram', '77 %'],
    ['boligprogram', '3,4'],
  ])('%s shows the place its own figures: %s', (id, text) => {
    expect(textOf(id)).toContain(text);
  });

  it('shows every figure of the method on some page with its source', () => {
    const shown = PAGES.flatMap((page) =>
      page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : []))),
    );
    for (const figure of FIGURE_NAMES.flatMap(figuresOf)) expect(shown, figure.name).toContainEqual(figure);
  });

  it('names no two figures or sections of a page alike', () => {
    for (const { id, sections } of PAGES) {
      const figures = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])));
      for (const names of [figures.map(({ name }) => name), sections.map(({ heading }) => heading)]) {
        expect(new Set(names).size, `${id}: ${names.join(', ')}`).toBe(names.length);
      }
    }
  });

  it('gives tables rows as wide as their heads', () => {
    const tables = PAGES.flatMap((page) =>
      page.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))),
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { head, rows } of tables) for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it.each(INDICATOR_IDS)('%s says how it is computed, what it needs and what it cannot tell', (id) => {
    const text = textOf(id);
    for (const line of INDICATORS[id].formula) expect(text).toContain(line);
    for (const heading of ['Enhet og retning', 'Kartlag', 'Tall og kilder', 'Valg vi har tatt', 'Dette sier tallet ikke']) {
      expect(text).toContain(`## ${heading}`);
    }
  });
});

/** Digits that are part of a name or a notation, not a figure: part and band names, units, sections of an act, 0–1 scales. */
const NOTATION =
  /\b(?:[TB][1-6]|AR5|1[ab]|6[ab]|EPSG:25832|2\^|m2)\b|§ [\d-]+|2\^|(?:^|[ «=(])[01](?=[ ,.:»)]|$)|\(1 −|1 −|NS 3845|av 1 og/gu;

describe('no figure is typed twice', () => {
  const folder = path.join(import.meta.dirname, 'pages');
  const files = [...readdirSync(folder).map((file) => path.join(folder, file)), path.join(import.meta.dirname, 'indicators.ts')];

  it.each(files.map((file) => [path.basename(file), file]))('%s writes figures by their constants', (_, file) => {
    const source = readFileSync(file, 'utf8')
      .replaceAll(/^import[\s\S]*?;$/gmu, '')
      .replaceAll(/\/\*\*[\s\S]*?\*\//gu, '');
    const literals = source.match(/'[^'\n]*'|`(?:[^`\\]|\\.)*`/gu) ?? [];
    const typed = literals
      .map((literal) => literal.slice(1, -1).replaceAll(/\$\{(?:[^{}`]|\{[^{}]*\})*\}/gu, '').replaceAll(NOTATION, ''))
      .filter((text) => /\d/u.test(text));
    expect(literals.length).toBeGreaterThan(10);
    expect(typed).toEqual([]);
  });
});
