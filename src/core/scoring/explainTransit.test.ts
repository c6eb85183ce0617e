import { describe, expect, it } from 'vitest';
import { told } from '../../../tests/support/explainedPlan';

describe('the numbers of transit are led back to their ground:', () => {
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
});
