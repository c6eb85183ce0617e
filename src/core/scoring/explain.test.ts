import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseAbout, someDwellings } from '../../../tests/support/explanationCheck';
import { developmentArea, PlaceBuilder, rectangle, scenarioOf } from '../../../tests/support/placeBuilder';
import type { DevelopmentArea } from '../domain/developmentArea';
import { quantityText } from '../method/figureText';
import { LAND_CLASSES } from './evaluation';
import { createEvaluator } from './evaluator';
import { explain } from './explain';
import { EXPLAINED_IDS, type ExplainedId, type Explanation } from './explanation';

/** A number no wider than it is shown. */
const cell = (value: number | null): string => (value === null ? '–' : quantityText(value));

const words = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ');

/** An explanation as a reader meets it, line by line: numbers, formula, terms, and the tables with their sums. */
function linesOf(explanation: Explanation): readonly string[] {
  const { numbers, filledIn, terms, tables, layers } = explanation;
  return [
    ...numbers.map(({ id, value, unit, direction }) => `${words(id, '=', cell(value), unit)}, ${direction ?? 'neither way'}`),
    ...filledIn,
    ...terms.map(({ symbol, name, value, unit, standing }) => words(symbol, `${name}:`, cell(value), unit, standing)),
    ...tables.flatMap((table) => [
      `${table.title}: ${table.columns.map(({ name, unit, gives }) => words(name, unit, gives === null ? null : `(${gives})`)).join(' | ')}`,
      ...table.rows.map(({ subject, name, values }) => `${subject.kind} ${name}: ${values.map(cell).join(' | ')}`),
      `sum: ${table.totals.map(cell).join(' | ')}`,
    ]),
    `layers ${layers.join(' ')}`,
  ].map((line) => line.replaceAll('\u00A0', ' '));
}

/*
 * Ten dwellings to the daa. Sentrum: 20 daa built-up, half of it built. Jordet: 20 daa, half of it farmland, 30 % built. Skogen,
 * outside the town: 10 daa of green and 6 of the river's belt in 30, 10 % built. Lia, outside too: half of 10 daa in Marka, 20 % built.
 * Of 120 dwellings outside the town 70 have no area, of 180 in it 20.
 */
describe('the numbers of a plan are led back to their ground:', () => {
  const place = new PlaceBuilder()
    .withPolygons('farmland', [rectangle(2000, 0, 500, 1000)])
    .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300), rectangle(100, 100, 90, 90)])
    .withPolygons('marka', [rectangle(0, 3200, 4000, 800)])
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 1100, 4000, 1100])
    .withResidents(3000, 2000, 40)
    .withResidents(250, 250, 60)
    .withStation('stasjon', 500, 500)
    .build();
  const areas = [
    developmentArea('sentrum', rectangle(400, 400, 200, 100), 100),
    developmentArea('jordet', rectangle(1900, 200, 200, 100), 60),
    developmentArea('skogen', rectangle(800, 1000, 100, 300), 30, { town: null, developableShare: 0.5 }),
    developmentArea('lia', rectangle(1000, 3150, 100, 100), 20, { town: null }),
    developmentArea('tomt', rectangle(3000, 500, 100, 100), 0),
  ];
  const assessment = createEvaluator(place).assess(scenarioOf(areas, { dwellingsPerYear: 30, townsShare: 0.6 }));
  const told = (id: ExplainedId, periods: number | null = null): readonly string[] => linesOf(explain(assessment, id, periods));

  it('farmland by what is built of each area', () => {
    expect(told('B1')).toEqual([
      'quantity = 3 daa, lowerIsBetter',
      'score = 98,1 poeng, higherIsBetter',
      'B1 = 100 · (1 − 3 / (16 · 10)) = 98,1',
      'L Dyrka mark som bygges ned: 3 daa',
      'v Tap av dyrka mark som gir null: 16 daa/år secondHand',
      'år Programmets år: 10 år',
      'Per småby: Dyrka mark i feltet daa | Andel som bygges % | Bygges ned daa (quantity)',
      'town Byen: 10 | – | 3',
      'sum: 10 | – | 3',
      'Per felt: Dyrka mark i feltet daa | Andel som bygges % | Bygges ned daa (quantity)',
      'area jordet: 10 | 30 | 3',
      'sum: 10 | – | 3',
      'layers farmland-2 land-1',
    ]);
  });

  it('green, Marka with it, per dwelling', () => {
    expect(told('B2')).toEqual([
      'quantity = 7,14 m²/bolig, lowerIsBetter',
      'score = 92,9 poeng, higherIsBetter',
      'g = 2 000 / 280 = 7,14 m²/bolig',
      'B2 = 100 · (1 − 7,14 / 100) = 92,9',
      'G Grønt som bygges ned: 2 000 m²',
      'P Plasserte boliger: 280 boliger',
      'Grønt per bolig som gir null i B2: 100 m²/bolig assumption',
      'Per småby: Annet grønt m² | Marka m² | Bidrag m²/bolig (quantity)',
      'outside Felt utenfor småbyene: 1 000 | 1 000 | 7,14',
      'sum: 1 000 | 1 000 | 7,14',
      'Per felt: Annet grønt m² | Marka m² | Bidrag m²/bolig (quantity)',
      'area lia: 0 | 1 000 | 3,57',
      'area skogen: 1 000 | 0 | 3,57',
      'sum: 1 000 | 1 000 | 7,14',
      'layers green-3 marka-4 farmland-2 land-1',
    ]);
  });

  it('connectivity, its loss shared among the areas that take part in it', () => {
    expect(told('B3')).toEqual([
      'quantity = 0,242 %, lowerIsBetter',
      'score = 95,2 poeng, higherIsBetter',
      'tap = 1 − 517,2 daa / 518,4 daa = 0,242 %',
      'B3 = 100 · (1 − 0,242 / 5) = 95,2',
      'ECA før Sammenhengende areal før: 518,4 daa',
      'ECA etter Sammenhengende areal etter: 517,2 daa',
      'Åpning som halverer sammenhengen: 250 m assumption',
      'Lengste åpning som binder sammen: 1 000 m assumption',
      'Minste grøntområde i sammenhengen: 5 daa primary',
      'Areal Marka teller med i sammenhengen: 200 daa assumption',
      'Tap av sammenheng som gir null i B3: 0,05 assumption',
      'Per småby: Grønt som tas m² | Del av tapet % (quantity)',
      'outside Felt utenfor småbyene: 2 000 | 0,242',
      'sum: 2 000 | 0,242',
      'Per felt: Grønt som tas m² | Del av tapet % (quantity)',
      'area skogen: 1 000 | 0,168',
      'area lia: 1 000 | 0,0743',
      'sum: 2 000 | 0,242',
      'layers green-3 marka-4',
    ]);
  });

  it('belts along water per dwelling', () => {
    expect(told('B4')).toEqual([
      'quantity = 2,14 m²/bolig, lowerIsBetter',
      'score = 97,9 poeng, higherIsBetter',
      'w = 600 / 280 = 2,14 m²/bolig',
      'B4 = 100 · (1 − 2,14 / 100) = 97,9',
      'W Vannbelte som bygges ned: 600 m²',
      'P Plasserte boliger: 280 boliger',
      'Vannbelte per bolig som gir null i B4: 100 m²/bolig assumption',
      'Belte langs sjøen: 100 m primary',
      'Belte langs Storelva: 30 m assumption',
      'Belte langs andre elver, bekker og innsjøer: 10 m assumption',
      'Per småby: Belte i feltet m² | Bygges ned m² | Bidrag m²/bolig (quantity)',
      'outside Felt utenfor småbyene: 6 000 | 600 | 2,14',
      'sum: 6 000 | 600 | 2,14',
      'Per felt: Belte i feltet m² | Bygges ned m² | Bidrag m²/bolig (quantity)',
      'area skogen: 6 000 | 600 | 2,14',
      'sum: 6 000 | 600 | 2,14',
      'layers land-1 water-6',
    ]);
  });

  it('green nearby, with those who have none in it', () => {
    expect(told('B5')).toEqual([
      'quantity = 17 %, higherIsBetter',
      'score = 17 poeng, higherIsBetter',
      'B5 = ½ · (16,1 % + 17,9 %) = 17 %, skår 17',
      'P Plasserte boliger: 280 boliger',
      'Utnyttbar andel som gjør at feltet ikke lenger er grønt: 0,5 assumption',
      'k Omvegsfaktor: 1,3 assumption',
      'Per småby: Boliger boliger | 5 daa innen 200 m % | 200 daa innen 500 m % | Bidrag % (quantity)',
      'outside Felt utenfor småbyene: 50 | 90 | 100 | 17',
      'town Byen: 160 | 0 | 0 | 0',
      'spread Spredt utenfor småbyene: 70 | 0 | 0 | 0',
      'sum: 280 | 16,1 | 17,9 | 17',
      'Per felt: Boliger boliger | 5 daa innen 200 m % | 200 daa innen 500 m % | Bidrag % (quantity)',
      'area skogen: 30 | 83,3 | 100 | 9,82',
      'area lia: 20 | 100 | 100 | 7,14',
      'area sentrum: 100 | 0 | 0 | 0',
      'spread Spredt utenfor småbyene: 70 | 0 | 0 | 0',
      'area jordet: 60 | 0 | 0 | 0',
      'sum: 280 | 16,1 | 17,9 | 17',
      'layers green-3 marka-4',
    ]);
  });

  it('stormwater, the spread with it', () => {
    expect(told('B6')).toEqual([
      'quantity = 3,6 m²/bolig, lowerIsBetter',
      'score = 91 poeng, higherIsBetter',
      'Δ = 1 008 / 280 = 3,6 m²/bolig',
      'B6 = 100 · (1 − 3,6 / 40) = 91',
      'Σ Ny avrenning: 1 008 m²',
      'P Plasserte boliger: 280 boliger',
      'Ny avrenning per bolig som gir null i B6: 40 m²/bolig assumption',
      'Per småby: Land som bygges daa | Ny avrenning m² | Bidrag m²/bolig (quantity)',
      'outside Felt utenfor småbyene: 5 | 975 | 3,48',
      'town Byen: 16 | 820 | 2,93',
      'spread Spredt utenfor småbyene: 17,5 | −787,5 | −2,81',
      'sum: 38,5 | 1 008 | 3,6',
      'Per felt: Land som bygges daa | Ny avrenning m² | Bidrag m²/bolig (quantity)',
      'area jordet: 6 | 870 | 3,11',
      'area lia: 2 | 590 | 2,11',
      'area skogen: 3 | 385 | 1,38',
      'area sentrum: 10 | −50 | −0,179',
      'spread Spredt utenfor småbyene: 17,5 | −787,5 | −2,81',
      'sum: 38,5 | 1 008 | 3,6',
      'layers builtUp-5 green-3 farmland-2 marka-4 land-1',
    ]);
  });

  it('built-up land, with what is spread outside the towns', () => {
    expect(told('builtUp')).toEqual([
      'area = 50 daa, neither way',
      'taken = 32,5 daa, neither way',
      'i feltene = 50 daa',
      'bygges ned = 15 i feltene + 17,5 spredt = 32,5 daa',
      'Spredt utenfor småbyene: 70 boliger',
      'Tetthet utenfor: 4 boliger/daa assumption',
      'Per småby: I feltet daa (area) | Andel som bygges % | Bygges ned daa (taken)',
      'spread Spredt utenfor småbyene: – | – | 17,5',
      'town Byen: 30 | – | 13',
      'outside Felt utenfor småbyene: 20 | – | 2',
      'sum: 50 | – | 32,5',
      'Per felt: I feltet daa (area) | Andel som bygges % | Bygges ned daa (taken)',
      'spread Spredt utenfor småbyene: – | – | 17,5',
      'area sentrum: 20 | 50 | 10',
      'area jordet: 10 | 30 | 3',
      'area skogen: 20 | 10 | 2',
      'sum: 50 | – | 32,5',
      'layers land-1 water-6 farmland-2 marka-4 green-3 builtUp-5',
    ]);
  });

  it('green as a class of the land account', () => {
    expect(told('green')).toEqual([
      'area = 10 daa, neither way',
      'taken = 1 daa, lowerIsBetter',
      'i feltene = 10 daa',
      'bygges ned = 1 daa',
      'Per småby: I feltet daa (area) | Andel som bygges % | Bygges ned daa (taken)',
      'outside Felt utenfor småbyene: 10 | – | 1',
      'sum: 10 | – | 1',
      'Per felt: I feltet daa (area) | Andel som bygges % | Bygges ned daa (taken)',
      'area skogen: 10 | 10 | 1',
      'sum: 10 | – | 1',
      'layers land-1 water-6 farmland-2 marka-4 green-3',
    ]);
  });

  it('transit proximity, dwellings without a place with it', () => {
    expect(told('T')).toEqual([
      'T = 41 poeng, higherIsBetter',
      'T = 100 · 122,9 / 300 = 41',
      'N Boliger, også uplasserte: 300 boliger',
      'Σ q Sum av q over boligene: 122,9',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Påslag for upålitelighet, bane: 0,75 min secondHand',
      'Tid fra dør til avgang som gir full skår: 5 min assumption',
      'Tid som halverer skåren: 10 min assumption',
      'Per småby: Boliger boliger | Fra dør til avgang min | Skår poeng | Bidrag til T poeng (T)',
      'town Byen: 160 | 14,5 | 66,4 | 35,4',
      'outside Felt utenfor småbyene: 50 | 29,6 | 29 | 4,83',
      'spread Spredt utenfor småbyene: 70 | 54,6 | 3,22 | 0,751',
      'unplaced Uplassert, Byen: 20 | – | 0 | 0',
      'sum: 300 | 27,3 | 41 | 41',
      'Per felt: Boliger boliger | Fra dør til avgang min | Skår poeng | Bidrag til T poeng (T)',
      'area sentrum: 100 | 5,74 | 95 | 31,7',
      'area skogen: 30 | 16,5 | 45,2 | 4,52',
      'area jordet: 60 | 29,2 | 18,7 | 3,74',
      'spread Spredt utenfor småbyene: 70 | 54,6 | 3,22 | 0,751',
      'area lia: 20 | 49,3 | 4,65 | 0,31',
      'unplaced Uplassert, Byen: 20 | – | 0 | 0',
      'sum: 300 | 27,3 | 41 | 41',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('who walks how far', () => {
    expect(told('T1')).toEqual([
      'near = 33,3 %, higherIsBetter',
      'walkable = 39,6 %, higherIsBetter',
      'Innen 500 m: 100 · 100 / 300 = 33,3 %',
      'Innen 1 000 m: 100 · 118,8 / 300 = 39,6 %',
      'N Boliger, også uplasserte: 300 boliger',
      'Kort gange til stasjon: 500 m assumption',
      'Gangavstand til stasjon: 1 000 m primary',
      'k Omvegsfaktor: 1,3 assumption',
      'Per småby: Boliger boliger | Innen 500 m, bidrag % (near) | Innen 1 000 m, bidrag % (walkable)',
      'town Byen: 160 | 33,3 | 33,3',
      'outside Felt utenfor småbyene: 50 | 0 | 6,25',
      'spread Spredt utenfor småbyene: 70 | 0 | 0',
      'unplaced Uplassert, Byen: 20 | 0 | 0',
      'sum: 300 | 33,3 | 39,6',
      'Per felt: Boliger boliger | Innen 500 m, bidrag % (near) | Innen 1 000 m, bidrag % (walkable)',
      'area sentrum: 100 | 33,3 | 33,3',
      'area skogen: 30 | 0 | 6,25',
      'spread Spredt utenfor småbyene: 70 | 0 | 0',
      'area jordet: 60 | 0 | 0',
      'area lia: 20 | 0 | 0',
      'unplaced Uplassert, Byen: 20 | 0 | 0',
      'sum: 300 | 33,3 | 39,6',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('the mean walk', () => {
    expect(told('T2')).toEqual([
      'walk = 22,8 min, lowerIsBetter',
      'gange = 6 371 min / 280 = 22,8 min',
      'P Plasserte boliger: 280 boliger',
      'Sum av gange: 6 371 min',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Per småby: Boliger boliger | Gange min | Bidrag min (walk)',
      'spread Spredt utenfor småbyene: 70 | 50,1 | 12,5',
      'town Byen: 160 | 10 | 5,74',
      'outside Felt utenfor småbyene: 50 | 25,1 | 4,49',
      'sum: 280 | 22,8 | 22,8',
      'Per felt: Boliger boliger | Gange min | Bidrag min (walk)',
      'spread Spredt utenfor småbyene: 70 | 50,1 | 12,5',
      'area jordet: 60 | 24,7 | 5,3',
      'area lia: 20 | 44,8 | 3,2',
      'area skogen: 30 | 12 | 1,29',
      'area sentrum: 100 | 1,24 | 0,442',
      'sum: 280 | 22,8 | 22,8',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('the index, and how many homes lie in each band', () => {
    expect(told('T3')).toEqual([
      'index = 1,98, higherIsBetter',
      'indeks = 555,6 / 280 = 1,98',
      'P Plasserte boliger: 280 boliger',
      'Σ AI Sum av indeksen over boligene: 555,6',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Påslag for upålitelighet, bane: 0,75 min secondHand',
      'Lengste gange til bane i indeksen: 960 m secondHand',
      'Vekt på andre linjer enn den beste: 0,5 secondHand',
      'Per småby: Boliger boliger | Indeks | Bidrag (index)',
      'town Byen: 160 | 3,29 | 1,88',
      'outside Felt utenfor småbyene: 50 | 0,584 | 0,104',
      'spread Spredt utenfor småbyene: 70 | 0 | 0',
      'sum: 280 | 1,98 | 1,98',
      'Per felt: Boliger boliger | Indeks | Bidrag (index)',
      'area sentrum: 100 | 5,26 | 1,88',
      'area skogen: 30 | 0,973 | 0,104',
      'spread Spredt utenfor småbyene: 70 | 0 | 0',
      'area jordet: 60 | 0 | 0',
      'area lia: 20 | 0 | 0',
      'sum: 280 | 1,98 | 1,98',
      'Boliger i hvert bånd: Andel %',
      'band Bånd 0: 58,9',
      'band Bånd 1a: 5,36',
      'band Bånd 1b: 11,2',
      'band Bånd 2: 24,6',
      'band Bånd 3: 0',
      'band Bånd 4: 0',
      'band Bånd 5: 0',
      'band Bånd 6a: 0',
      'band Bånd 6b: 0',
      'sum: 100',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('the composite by its parts', () => {
    expect(told('B')).toEqual([
      'B = 82 poeng, higherIsBetter',
      'B = 0,167 · 98,1 + 0,167 · 92,9 + 0,167 · 95,2 + 0,167 · 97,9 + 0,167 · 17 + 0,167 · 91 = 82',
      'w B1 Vekt for dyrka mark: 0,167',
      'w B2 Vekt for grønnstruktur: 0,167',
      'w B3 Vekt for sammenheng: 0,167',
      'w B4 Vekt for vannbelter: 0,167',
      'w B5 Vekt for nærgrønt: 0,167',
      'w B6 Vekt for overvann: 0,167',
      'Per del: Skår poeng | Vekt | Bidrag til B poeng (B)',
      'indicator B1 Dyrka mark: 98,1 | 0,167 | 16,4',
      'indicator B2 Grønnstruktur: 92,9 | 0,167 | 15,5',
      'indicator B3 Sammenheng: 95,2 | 0,167 | 15,9',
      'indicator B4 Vannbelter: 97,9 | 0,167 | 16,3',
      'indicator B5 Nærgrønt: 17 | 0,167 | 2,83',
      'indicator B6 Overvann: 91 | 0,167 | 15,2',
      'sum: – | 1 | 82',
      'layers farmland-2 land-1 green-3 marka-4 water-6 builtUp-5',
    ]);
  });

  it('a conflict that forbids the plan', () => {
    expect(told('markaConflict')).toEqual([
      'overlap = 5 daa, lowerIsBetter',
      'areas = 1 felt, lowerIsBetter',
      'overlapp = 5 daa',
      'Minste overlapp som er en konflikt: 10 m² choice',
      'Per småby: Feltet daa | Del av feltet % | Overlapp daa (overlap)',
      'outside Felt utenfor småbyene: 10 | 50 | 5',
      'sum: 10 | 50 | 5',
      'Per felt: Feltet daa | Del av feltet % | Overlapp daa (overlap)',
      'area lia: 10 | 50 | 5',
      'sum: 10 | 50 | 5',
      'layers marka-4',
    ]);
  });

  it('a conflict that warns', () => {
    expect(told('watercourseBeltConflict')).toEqual([
      'overlap = 6 daa, lowerIsBetter',
      'areas = 1 felt, lowerIsBetter',
      'overlapp = 6 daa',
      'Belte langs Storelva: 30 m assumption',
      'Belte langs andre elver, bekker og innsjøer: 10 m assumption',
      'Minste overlapp som er en konflikt: 10 m² choice',
      'Per småby: Feltet daa | Del av feltet % | Overlapp daa (overlap)',
      'outside Felt utenfor småbyene: 30 | 20 | 6',
      'sum: 30 | 20 | 6',
      'Per felt: Feltet daa | Del av feltet % | Overlapp daa (overlap)',
      'area skogen: 30 | 20 | 6',
      'sum: 30 | 20 | 6',
      'layers water-6',
    ]);
  });

  it('today speaks of residents, by the town they live in', () => {
    expect(told('T', 0)).toEqual([
      'T = 51,4 poeng, higherIsBetter',
      'T = 100 · 51,4 / 100 = 51,4',
      'N Innbyggere: 100 innbyggere',
      'Σ q Sum av q over innbyggerne: 51,4',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Påslag for upålitelighet, bane: 0,75 min secondHand',
      'Tid fra dør til avgang som gir full skår: 5 min assumption',
      'Tid som halverer skåren: 10 min assumption',
      'Per småby: Innbyggere innbyggere | Fra dør til avgang min | Skår poeng | Bidrag til T poeng (T)',
      'town Byen: 60 | 7,64 | 83,6 | 50,1',
      'outside Utenfor småbyene: 40 | 54,6 | 3,22 | 1,29',
      'sum: 100 | 26,4 | 51,4 | 51,4',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('today speaks of their walk', () => {
    expect(told('T2', 0)).toEqual([
      'walk = 21,9 min, lowerIsBetter',
      'gange = 2 193 min / 100 = 21,9 min',
      'P Innbyggere: 100 innbyggere',
      'Sum av gange: 2 193 min',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Per småby: Innbyggere innbyggere | Gange min | Bidrag min (walk)',
      'outside Utenfor småbyene: 40 | 50,1 | 20',
      'town Byen: 60 | 3,14 | 1,88',
      'sum: 100 | 21,9 | 21,9',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('today speaks of their index', () => {
    expect(told('T3', 0)).toEqual([
      'index = 2,41, higherIsBetter',
      'indeks = 241,4 / 100 = 2,41',
      'P Innbyggere: 100 innbyggere',
      'Σ AI Sum av indeksen over innbyggerne: 241,4',
      'Gangfart: 80 m/min secondHand',
      'k Omvegsfaktor: 1,3 assumption',
      'Påslag for upålitelighet, bane: 0,75 min secondHand',
      'Lengste gange til bane i indeksen: 960 m secondHand',
      'Vekt på andre linjer enn den beste: 0,5 secondHand',
      'Per småby: Innbyggere innbyggere | Indeks | Bidrag (index)',
      'town Byen: 60 | 4,02 | 2,41',
      'outside Utenfor småbyene: 40 | 0 | 0',
      'sum: 100 | 2,41 | 2,41',
      'Innbyggere i hvert bånd: Andel %',
      'band Bånd 0: 40',
      'band Bånd 1a: 0',
      'band Bånd 1b: 54',
      'band Bånd 2: 6',
      'band Bånd 3: 0',
      'band Bånd 4: 0',
      'band Bånd 5: 0',
      'band Bånd 6a: 0',
      'band Bånd 6b: 0',
      'sum: 100',
      'layers land-1 water-6 municipality-0',
    ]);
  });

  it('today nothing is built, so that what a plan builds is none', () => {
    expect(told('builtUp', 0).slice(0, 2)).toEqual(['area = 0 daa, neither way', 'taken = 0 daa, neither way']);
    expect(told('B1', 0)).toEqual(['quantity = – daa, lowerIsBetter', 'score = – poeng, higherIsBetter', 'layers farmland-2 land-1']);
    expect(explain(assessment, 'B1', 0).moment).toBe('i dag');
    expect(explain(assessment, 'B1', 0).caution).toContain('I dag er ingenting bygd');
  });

  it('an earlier moment counts its periods alone, and all of them are the whole plan', () => {
    expect(explain(assessment, 'B1', 1).moment).toBe('til og med 2030');
    expect(explain(assessment, 'B1', 2)).toEqual(explain(assessment, 'B1'));
    expect(explain(assessment, 'B1')).not.toHaveProperty('moment');
  });
});

describe('explanations of a plan', () => {
  const builder = (): PlaceBuilder =>
    new PlaceBuilder()
      .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
      .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300)])
      .withStation('stasjon', 500, 500)
      .withResidents(3000, 3000, 40);
  const assess = (areas: readonly DevelopmentArea[], place = builder().build()) => createEvaluator(place).assess(scenarioOf(areas));

  it('name residents and towns among their layers only where dwellings are spread as they live', () => {
    const withLayers = builder().withPolygons('population', []).withPolygons('town', []).build();
    const layersOf = (townsShare: number) =>
      explain(createEvaluator(withLayers).assess(scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 50)], { townsShare })), 'T').layers;
    expect(layersOf(1)).toEqual(['land-1']);
    expect(layersOf(0.5)).toEqual(['land-1', 'municipality-0', 'population-4', 'town-5']);
  });

  it('share the loss of connectivity as if ground that two areas both take were taken once', () => {
    const [all, half] = [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 400, 300)];
    const full = (id: string, outline: typeof all) => developmentArea(id, outline, 9000);
    const partsOf = (...areas: readonly DevelopmentArea[]): ReadonlyMap<string, number> => {
      const { tables, numbers } = explain(assess(areas), 'B3');
      expect(tables[1]!.totals[1]).toBeCloseTo(numbers[0]!.value!, 9);
      return new Map(tables[1]!.rows.map(({ name, values }) => [name, values[1]!]));
    };
    const once = partsOf(full('a', all), full('b', half));
    const twice = partsOf(full('a', all), full('a igjen', all), full('b', half));
    expect(twice.get('b')).toBeCloseTo(once.get('b')!, 9);
    expect(twice.get('a')).toBeCloseTo(once.get('a')! / 2, 9);
    expect(twice.get('a igjen')).toBeCloseTo(once.get('a')! / 2, 9);
  });

  it('put rows that are alike in the order of their numbers', () => {
    const outline = rectangle(300, 0, 100, 100);
    const areas = ['Felt 10', 'Felt 9', 'Felt 11', 'Felt 1'].map((name) => developmentArea(name, outline, 20));
    expect(explain(assess(areas), 'builtUp').tables[1]!.rows.map(({ name }) => name)).toEqual(['Felt 1', 'Felt 9', 'Felt 10', 'Felt 11']);
  });

  it('write out the four largest overlaps, and put the rest together', () => {
    const lineOf = (count: number): string =>
      explain(
        assess(
          Array.from({ length: count }, (_, index) => developmentArea(`${index}`, rectangle(100 * index, 0, 50, 200 * (index + 1)), 20)),
          new PlaceBuilder().withPolygons('farmland', [rectangle(0, 0, 1000, 4000)]).build(),
        ),
        'farmlandConflict',
      ).filledIn[0]!;
    expect(lineOf(1)).toBe('overlapp = 10 daa');
    expect(lineOf(2)).toBe('overlapp = 20 + 10 = 30 daa');
    expect(lineOf(4)).toBe('overlapp = 40 + 30 + 20 + 10 = 100 daa');
    expect(lineOf(6)).toBe('overlapp = 60 + 50 + 40 + 30 + 30 (2 felt til) = 210 daa');
  });

  it('say that the data are coarse, and show no table of what is not measured on them', () => {
    const coarse = builder().withPolygons('green', [rectangle(3000, 3000, 100, 100)], 500).build();
    const assessment = assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)], coarse);
    expect(explain(assessment, 'B').caution).toContain('Grove data');
    for (const id of ['B3', 'B5'] as const) expect(explain(assessment, id)).toMatchObject({ filledIn: [], tables: [] });
    expect(explain(assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)]), 'B').caution).not.toContain('Grove data');
  });

  it('have a formula and a name each; without homes they fill in nothing that homes are counted by', () => {
    const without = createEvaluator(builder().build()).assess(scenarioOf([], { dwellingsPerYear: 0 }));
    for (const id of EXPLAINED_IDS) {
      const { formula, title } = explain(without, id);
      expect([formula.join('').length, title.length].every((length) => length > 0)).toBe(true);
    }
    for (const id of ['T', 'T1', 'T2', 'T3'] as const) {
      expect(explain(without, id)).toMatchObject({ filledIn: [], caution: 'Ingen boliger er plassert.' });
    }
    expect(explain(assess([developmentArea('felt', rectangle(0, 0, 100, 100), 50)]), 'T').caution).toBeNull();
  });
});

describe('explanations on a place with detailed data', () => {
  const place = new PlaceBuilder()
    .withPolygons('farmland', [rectangle(2000, 0, 500, 1000)])
    .withPolygons('green', [rectangle(0, 1200, 900, 300), rectangle(1000, 1200, 800, 300), rectangle(100, 100, 90, 90)])
    .withPolygons('marka', [rectangle(0, 3200, 4000, 800)])
    .withPolygons('builtUp', [rectangle(0, 0, 2000, 2000)])
    .withRiver('Storelva', [0, 1100, 4000, 1100])
    .withResidents(3000, 2000, 40)
    .withStation('stasjon', 500, 500)
    .build();
  const evaluator = createEvaluator(place);
  const side = fc.integer({ min: 20, max: 600 });
  const area = fc.record({
    x: fc.integer({ min: 0, max: 3300 }),
    y: fc.integer({ min: 0, max: 3300 }),
    width: side,
    height: side,
    dwellings: someDwellings(3000),
    developableShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  });

  it('sum to the numbers, connectivity and green nearby with them', () => {
    fc.assert(
      fc.property(fc.array(area, { maxLength: 6 }), fc.double({ min: 0.2, max: 1, noNaN: true }), (areas, townsShare) => {
        const planned = areas.map(({ x, y, width, height, dwellings: given, developableShare }, position) =>
          developmentArea(`felt-${position}`, rectangle(x, y, width, height), given, {
            developableShare,
            ...(position % 3 === 2 ? { town: null } : {}),
          }),
        );
        expect(falseAbout(evaluator, scenarioOf(planned, { townsShare, dwellingsPerYear: 300 }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const across = scenarioOf([developmentArea('felt', rectangle(500, 1000, 200, 400), 300)], { dwellingsPerYear: 40 });

  it('fill the formula in', () => {
    const assessment = evaluator.assess(across);
    const { transit } = assessment.evaluation;
    expect(explain(assessment, 'T').filledIn[0]).toMatch(/^T = 100 · \d+(?:,\d+)? \/ 400 = /u);
    expect(explain(assessment, 'T').filledIn[0]).toContain(`= ${quantityText(transit.score ?? 0)}`);
    expect(explain(assessment, 'B3').filledIn[0]).toMatch(/^tap = 1 − .+ daa \/ .+ daa = \d+,\d+ %$/u);
    expect(explain(assessment, 'B1').filledIn).toEqual(['B1 = 100 · (1 − 0 / (16 · 10)) = 100']);
  });

  it('show what has no place as a row of its own', () => {
    const [byTown] = explain(evaluator.assess(across), 'T').tables;
    const unplaced = byTown?.rows.find(({ subject }) => subject.kind === 'unplaced');
    expect(unplaced?.values[0]).toBeCloseTo(100, 9);
    expect(unplaced?.values.at(-1)).toBe(0);
  });

  it('say so when a score is past its end', () => {
    const onField = scenarioOf([developmentArea('felt', rectangle(2000, 0, 500, 1000), 5000)]);
    const [line] = explain(evaluator.assess(onField), 'B1').filledIn;
    expect(line).toBe('B1 = 100 · (1 − 500 / (16 · 10)) er under 0, så B1 = 0');
    const onStreets = scenarioOf([developmentArea('felt', rectangle(500, 600, 100, 100), 100)]);
    expect(explain(evaluator.assess(onStreets), 'B6').filledIn[1]).toBe('B6 = 100 · (1 − −0,5 / 40) er over 100, så B6 = 100');
  });

  it('say why there is no number', () => {
    const bare = new PlaceBuilder().withPolygons('green', [rectangle(0, 0, 500, 500)], 500).withStation('stasjon', 500, 500).build();
    const assessment = createEvaluator(bare).assess(scenarioOf([developmentArea('felt', rectangle(0, 0, 100, 100), 10)]));
    expect(explain(assessment, 'B1').caution).toBe('Mangler datagrunnlag: ingen kartlag viser dyrka mark.');
    expect(explain(assessment, 'B3').caution).toBe(
      'Mangler datagrunnlag: kartet over grønt (skog, park, friområde) er grovere enn 50 m.',
    );
    expect(explain(assessment, 'B3').numbers.map(({ value }) => value)).toEqual([null, null]);
    expect(explain(createEvaluator(bare).assess(scenarioOf([], { dwellingsPerYear: 0 })), 'T').caution).toBe('Ingen boliger er plassert.');
  });
});

it('explains every class of the land account and every indicator', () => {
  expect(EXPLAINED_IDS).toEqual(expect.arrayContaining([...LAND_CLASSES, 'T', 'B', 'B6']));
});
