import { describe, expect, it } from 'vitest';
import { told } from '../../../tests/support/explainedPlan';

describe('the numbers of land, green and water are led back to their ground:', () => {
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
});
