import type { MethodFigure } from './figure';
import {
  COARSEST_GOOD_ACCURACY_METRES,
  CONFLICT_MINIMUM_SQUARE_METRES,
  CONNECTIVITY_HALF_DISTANCE_METRES,
  CONNECTIVITY_LOSS_WORST,
  CONNECTIVITY_REACH_METRES,
  GREEN_NODE_MINIMUM_DAA,
  GREEN_TAKEN_WORST_SQUARE_METRES,
  MARKA_NODE_DAA,
  NEARBY_GREEN,
  REBUILT_SHARE,
  RUNOFF_WORST_SQUARE_METRES,
  SQUARE_METRES_PER_DAA,
  USUAL_BLUE_GREEN_FACTOR,
  WATER_BELT_TAKEN_WORST_SQUARE_METRES,
} from './parameters';

const NEARBY_DISTANCE_REASONS = [
  'Vanlig brukt for lek nær hjemmet, ikke bekreftet. Barn opp til åtte år holder seg som regel innen 200 m (rundskriv T-2/08).',
  'Vanlig brukt for nærturterreng, ikke bekreftet.',
] as const;

/** Figures of the land account and the blue-green score, by the name of their constant. */
export const GROUND_FIGURES = {
  SQUARE_METRES_PER_DAA: {
    name: 'Kvadratmeter i en dekar',
    value: SQUARE_METRES_PER_DAA,
    unit: 'm²/daa',
    standing: 'choice',
    source: 'Definisjonen av dekar.',
  },
  CONFLICT_MINIMUM_SQUARE_METRES: {
    name: 'Minste overlapp som er en konflikt',
    value: CONFLICT_MINIMUM_SQUARE_METRES,
    unit: 'm²',
    standing: 'choice',
    source: 'Mindre overlapp kommer av avrundede koordinater langs felles grenser.',
  },
  COARSEST_GOOD_ACCURACY_METRES: {
    name: 'Groveste gode nøyaktighet',
    value: COARSEST_GOOD_ACCURACY_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'Et felt er ofte 100–200 m bredt. Med grovere kart er det tilfeldig hva det treffer.',
  },
  GREEN_TAKEN_WORST_SQUARE_METRES: {
    name: 'Grønt per bolig som gir null i B2',
    value: GREEN_TAKEN_WORST_SQUARE_METRES,
    unit: 'm²/bolig',
    standing: 'assumption',
    source: 'Det blokker tar når de bygges helt på grønt.',
  },
  CONNECTIVITY_LOSS_WORST: {
    name: 'Tap av sammenheng som gir null i B3',
    value: CONNECTIVITY_LOSS_WORST,
    unit: '',
    standing: 'assumption',
    source: 'Grønnstrukturen er stor; selv et lite tap for helheten er mye for ett program.',
  },
  CONNECTIVITY_HALF_DISTANCE_METRES: {
    name: 'Åpning som halverer sammenhengen',
    value: CONNECTIVITY_HALF_DISTANCE_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'Står for små dyr og for folk. Hver art har sin egen.',
  },
  CONNECTIVITY_REACH_METRES: {
    name: 'Lengste åpning som binder sammen',
    value: CONNECTIVITY_REACH_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'Lenger unna er bidraget nesten null.',
  },
  GREEN_NODE_MINIMUM_DAA: {
    name: 'Minste grøntområde i sammenhengen',
    value: GREEN_NODE_MINIMUM_DAA,
    unit: 'daa',
    standing: 'primary',
    source: 'SSB: leke- og rekreasjonsareal er fra 5 daa. At grensen brukes her, er vår vurdering.',
  },
  MARKA_NODE_DAA: {
    name: 'Areal Marka teller med i sammenhengen',
    value: MARKA_NODE_DAA,
    unit: 'daa',
    standing: 'assumption',
    source: 'Regnes som ett nærturterreng. Hele Marka ville overdøvet alt annet grønt.',
  },
  NEARBY_GREEN: NEARBY_GREEN.flatMap(({ minimumDaa, walkMetres }, index): readonly MethodFigure[] => [
    {
      name: index === 0 ? 'Minste grønt til lek og opphold' : 'Minste nærturterreng',
      value: minimumDaa,
      unit: 'daa',
      standing: 'primary',
      source: 'SSB, tilgang til rekreasjonsareal og nærturterreng.',
    },
    {
      name: index === 0 ? 'Gange til lek og opphold' : 'Gange til nærturterreng',
      value: walkMetres,
      unit: 'm',
      standing: 'assumption',
      source: NEARBY_DISTANCE_REASONS[index] ?? '',
    },
  ]),
  REBUILT_SHARE: {
    name: 'Utnyttbar andel som gjør at feltet ikke lenger er grønt',
    value: REBUILT_SHARE,
    unit: '',
    standing: 'assumption',
    source: 'Bygges mindre av feltet om, blir parker og skog i det stående.',
  },
  WATER_BELT_TAKEN_WORST_SQUARE_METRES: {
    name: 'Vannbelte per bolig som gir null i B4',
    value: WATER_BELT_TAKEN_WORST_SQUARE_METRES,
    unit: 'm²/bolig',
    standing: 'assumption',
    source: 'Det blokker tar når de bygges helt i beltet.',
  },
  RUNOFF_WORST_SQUARE_METRES: {
    name: 'Ny avrenning per bolig som gir null i B6',
    value: RUNOFF_WORST_SQUARE_METRES,
    unit: 'm²/bolig',
    standing: 'assumption',
    source: 'Litt mer enn blokker på skogbunn gir.',
  },
  USUAL_BLUE_GREEN_FACTOR: {
    name: 'Vanlig krav til blågrønn faktor',
    value: USUAL_BLUE_GREEN_FACTOR,
    unit: '',
    standing: 'secondHand',
    source: 'Leverandør av grønne tak. Kommunens eget krav er ikke funnet.',
  },
} as const satisfies Readonly<Record<string, MethodFigure | readonly MethodFigure[]>>;
