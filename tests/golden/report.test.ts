import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlace } from '../../src/commandline/readPlace';
import { readScenarios } from '../../src/commandline/readScenarios';
import { DENSITY_INK, densityColour, INK, lineInk } from '../../src/core/exchange/report/ink';
import { labelsSvg } from '../../src/core/exchange/report/labels';
import { mapFrame, scaleBarMetres } from '../../src/core/exchange/report/mapFrame';
import { mapSheet, sheetSize } from '../../src/core/exchange/mapSheet/mapSheet';
import { drawnTracks } from '../../src/core/exchange/report/railInk';
import { reportHtml } from '../../src/core/exchange/report/report';
import type { ReportedScenario, ReportInput } from '../../src/core/exchange/report/reportInput';
import { decimal, escaped } from '../../src/core/exchange/report/text';
import { createEvaluator } from '../../src/core/scoring/evaluator';
import { lineColour, PALETTE } from '../../src/map/palette';
import { describeRail } from '../../src/map/rail';
import { DENSITY_RAMP, rampColour } from '../../src/map/ramps';

let reported: readonly ReportedScenario[];

const RANGES = { transit: { median: 60, low: 51.04, high: 66.8 }, blueGreen: null };

function input(...scenarios: readonly ReportedScenario[]): ReportInput {
  const pairs = scenarios.length > 1 ? [{ first: 0, second: 1, transit: 1, blueGreen: 0.5 }] : [];
  return { scenarios, draws: { generator: 'xoshiro128**', seed: 1, draws: 1000, pairs }, paper: 'A4', date: '22. november 2026' };
}

function renamed({ exported, ranges }: ReportedScenario, name: string): ReportedScenario {
  return { exported: { ...exported, scenario: { ...exported.scenario, name, note: name } }, ranges };
}

/** What the cells of a row say, the row by its heading, in the section that begins with the words given. */
function cells(html: string, section: string, heading: string): readonly string[] {
  const from = html.slice(html.indexOf(section));
  const row = from.slice(from.indexOf(`<th scope="row">${heading}</th>`));
  return [...row.slice(0, row.indexOf('</tr>')).matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, cell = '']) => cell.replaceAll(/<[^>]+>/gu, ''));
}

beforeAll(() => {
  const place = readPlace('geodata');
  if (place.kind === 'failed') throw new Error(place.problems.join('\n'));
  const dataset = place.value;
  const evaluator = createEvaluator(dataset);
  const read = readScenarios(['hoy-825', 'spredt'].map((id) => join('scenarios', `${id}.json`)), dataset);
  if (read.kind === 'failed') throw new Error(read.problems.join('\n'));
  reported = read.value.files.map(({ scenario }) => ({
    exported: { scenario, ...evaluator.evaluate(scenario), dataset, walkingNetwork: null },
    ranges: RANGES,
  }));
}, 120_000);

describe('a report of one scenario', () => {
  it('has map, scores with ranges, account, conflicts, method and sources', () => {
    const html = reportHtml(input(reported[1]!)).replaceAll('\u00A0', ' ');
    for (const heading of ['Kort sagt', 'Hvor boligene kommer', 'Kart', 'Blågrønt grep, del for del', 'Småbyene', 'Tegnede felt', 'Arealregnskap', 'Konflikter', 'Metode og antakelser', 'Formler', 'Kilder']) {
      expect(html).toContain(`<h2>${heading}</h2>`);
    }
    for (const words of ['22. november 2026', '49,6', '5–95 %: 51,0–66,8', '1 : ', 'Nord er opp', 'Ikke en vedtatt plan', 'mangler datagrunnlag', '© Kartverket', 'Lommedalen', '687,5 daa']) {
      expect(html).toContain(words);
    }
  });

  it('says in short what the plan comes to', () => {
    const text = reportHtml(input(reported[1]!)).replaceAll('\u00A0', ' ');
    for (const sentence of [
      'Alle 8 250 boliger har fått plass, 67 % av dem i småbyene. Mest i Fornebu/Lysaker (2 200) og Sandvika (1 100).',
      'Kollektivnærheten er 49,6, mot 32,6 for dem som bor her i dag. 55 % av boligene får under 500 m å gå til en stasjon.',
      'Planen tar 687,5 daa dyrka mark i bruk.',
      '36 steder berører et felt noe som skal spares: belte langs vassdrag (23), strandsonen (10), dyrka mark (3).',
      'B3 og B5 mangler datagrunnlag og er holdt utenfor.',
    ]) {
      expect(text).toContain(`<li>${sentence}</li>`);
    }
    expect(text).toContain('aria-label="Sandvika 1 100, Hauger/Kolsås 825');
    expect(reportHtml(input(reported[0]!))).toContain('Planen tar verken dyrka mark eller annet grønt i bruk');
  });

  it('runs nothing and fetches nothing', () => {
    const html = reportHtml(input(reported[0]!));
    expect(html).not.toMatch(/<script|<link|<iframe|<object|\son[a-z]+=|@import|url\((?!#)|src=|href=/iu);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('writes names as text, whatever is in them', () => {
    const html = reportHtml(input(renamed(reported[0]!, '<img src=x onerror="alert(1)">&</template>')));
    expect(html).not.toContain('<img');
    expect(html.match(/<\/template>/gu)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&lt;/template&gt;');
  });

  it('is the same bytes again', () => {
    expect(reportHtml(input(reported[0]!))).toBe(reportHtml(input(reported[0]!)));
  });
});

describe('a report of several', () => {
  it('has each on the same ground, and says who is ahead and what is not told apart', () => {
    const html = reportHtml(input(...reported));
    expect(html.match(/aria-label="Kart over /gu)).toHaveLength(2);
    const text = html.replaceAll('\u00A0', ' ');
    expect(text).toContain('<td><strong>Høy vekst</strong> ligger foran (100 % av trekningene)</td><td><em>skiller ikke</em> (50 % for Høy vekst)</td>');
    for (const heading of ['Hvem ligger foran', 'Boligprogrammet, småby for småby', 'Tallene side om side', 'Hva som er annerledes enn i Høy vekst', 'Planene i samme utsnitt', 'Arealregnskap: grunn som tas i bruk', 'Konflikter', 'Forutsetninger og tiltak']) {
      expect(text).toContain(`<h2>${heading}</h2>`);
    }
    expect(cells(text, 'Boligprogrammet', 'Bekkestua')).toEqual(['boliger', '1 083', '825']);
    expect(cells(text, 'Arealregnskap: grunn', 'Dyrka mark')).toEqual(['daa', '0,0', '687,5']);
    expect(cells(text, 'Konflikter</h2>', 'dyrka mark')).toEqual(['felt, daa', '0', '31 473,1 daa']);
    expect(cells(text, 'Hva som er annerledes', 'T Kollektivnærhet')).toEqual(['poeng', '−15,9']);
    expect(cells(text, 'Hva som er annerledes', 'B Blågrønt grep')).toEqual(['poeng', '−38,5skiller ikke']);
    expect(cells(text, 'Tallene side om side', 'Innen 500 m gange')).toEqual(['av boligene', '67 %', '55 %', '16 %']);
    expect(text).not.toContain('Ulike programmer.');
  });

  it('names programmes that are not alike, ranks none of them, and says why', () => {
    const [one, other] = [reported[0]!, reported[1]!];
    const dwellings = { ...other.exported.evaluation.dwellings, programme: 6000 };
    const smaller = { ...other, exported: { ...other.exported, evaluation: { ...other.exported.evaluation, dwellings, permitted: false } } };
    const text = reportHtml(input(one, smaller)).replaceAll('\u00A0', ' ');
    expect(text).toContain('Høy vekst: 8 250 boliger til 2035. Spredt vekst: 6 000 boliger til 2035. Scenarioer med ulikt boligtall');
    expect(text).toContain('Ingen av scenarioene kan rangeres mot hverandre');
    expect(text).toContain('Spredt vekst har boliger i Marka eller i sjøen og rangeres ikke');
    expect(text).not.toContain('ligger foran (');
    expect(cells(text, 'Hva som er annerledes', 'T Kollektivnærhet')).toEqual(['poeng', '−15,9rangeres ikke']);
  });
});

describe('a map sheet', () => {
  const sheet = (which: number, paper: 'A4' | 'A3' = 'A4'): string => mapSheet(reported[which]!.exported, { paper, date: '22. november 2026' });

  it('is a drawing at a known scale with title, legend, scale bar, north arrow and sources', () => {
    const text = sheet(0).replaceAll('\u00A0', ' ');
    expect(sheetSize(text)).toEqual({ wide: 297, high: 210 });
    expect(sheetSize(sheet(0, 'A3'))).toEqual({ wide: 420, high: 297 });
    for (const words of ['Høy vekst', '8 250 boliger 2026–2035', 'Kollektivnærhet 65,5', 'Ikke en vedtatt plan. 22. november 2026', 'Nord er opp', '1 : 40 000 på A4', '© Kartverket', 'Dyrka mark', 'Togstasjon', 'Sandvika']) {
      expect(text).toContain(words);
    }
    const bar = /<rect y="-1\.2" width="([\d.]+)" height="1\.2" fill="#ffffff"/u.exec(text)?.[1];
    expect([Number(bar), text.includes('>1 km<')]).toEqual([25, true]);
  });

  it('keeps everything inside the paper', () => {
    for (const [which, paper] of [[0, 'A4'], [1, 'A3'], [1, 'A4']] as const) {
      const svg = sheet(which, paper);
      const { high } = sheetSize(svg)!;
      const blocks = [...svg.matchAll(/<g transform="translate\(8 ([\d.]+)\)">(.*)<\/g>/gu)];
      const [, , note] = blocks;
      const lines = [...note![2]!.matchAll(/ y="([\d.]+)"/gu)].map(([, y]) => Number(y));
      expect(Number(note![1]) + Math.max(...lines)).toBeLessThan(high - 4);
    }
  });

  it('runs nothing, writes names as text and is the same bytes again', () => {
    const named = mapSheet(renamed(reported[0]!, '<script>alert(1)</script>').exported, { paper: 'A4', date: null });
    expect(named).not.toContain('<script');
    expect(named).not.toMatch(/href=|\son[a-z]+=|url\((?!#)/iu);
    expect(sheet(1)).toBe(sheet(1));
  });
});

describe('the drawing', () => {
  it('has the colours of the map on the page', () => {
    const palette: Readonly<Record<string, string>> = PALETTE;
    for (const [name, colour] of Object.entries(INK)) expect([name, colour]).toEqual([name, palette[name]]);
    for (const index of [0, 1, 5, 6, 20]) expect(lineInk(index)).toBe(lineColour(index));
    const { dataset } = reported[0]!.exported;
    const { metroLines } = describeRail(dataset);
    const printed = drawnTracks(dataset).filter(({ mode }) => mode === 'metro');
    expect(printed.map(({ title, colour, project }) => ({ title, colour, project }))).toEqual(metroLines.filter(({ title }) => printed.some((track) => track.title === title)));
    expect(printed.length).toBeGreaterThan(1);
    expect(DENSITY_INK).toEqual(DENSITY_RAMP);
    for (const density of [0, 0.3, 1, 3.7, 16, 40]) expect(densityColour(density)).toBe(rampColour(DENSITY_RAMP, density));
  });

  it('shows all that is to be seen at a known scale', () => {
    const seen = [[[Float64Array.of(0, 0, 9000, 0, 9000, 4000, 0, 4000)]]];
    const frame = mapFrame(seen, 180, 120);
    expect(frame.scale).toBe(60_000);
    expect([frame.x(0), frame.x(9000), frame.y(4000), frame.y(0)].every((value, index) => value > 0 && value < (index < 2 ? 180 : 120))).toBe(true);
    expect((frame.x(9000) - frame.x(0)) * 60).toBeCloseTo(9000, 6);
    expect(scaleBarMetres(frame, 45)).toBe(2000);
  });

  it('sets no name over another', () => {
    const label = { x: 50, y: 50, clear: 5, size: 3, place: 'beside', weight: 400, colour: '#000000' } as const;
    const svg = labelsSvg(Array.from({ length: 6 }, (_, index) => ({ ...label, text: `Navn ${index}` })), 100, 100, '#ffffff');
    expect(svg.match(/<text/gu)).toHaveLength(4);
    expect(labelsSvg([{ ...label, x: 99, text: 'Ved kanten' }], 100, 100, '#ffffff')).toContain('text-anchor="end"');
  });

  it('writes numbers in Norwegian by itself', () => {
    expect([decimal(8250, 0), decimal(-1234.56), decimal(-0.01), decimal(null), decimal(Infinity), decimal(1_234_567.8, 2)]).toEqual([
      '8\u00A0250',
      '−1\u00A0234,6',
      '0,0',
      '–',
      '–',
      '1\u00A0234\u00A0567,80',
    ]);
    expect(escaped('<&">')).toBe('&lt;&amp;&quot;&gt;');
  });
});
