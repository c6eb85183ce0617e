import type { MethodFigure } from './figure';
import { figureText, listText } from './figureText';
import {
  ACCESSIBILITY_BAND_LIMITS,
  ACCESSIBILITY_REACH_METRES,
  DETOUR_FACTOR,
  DRAWN_DENSITY_FACTOR,
  DRAWN_DEPARTURES_FACTOR,
  DRAWN_DETOUR_FACTOR,
  DRAWN_POINTS_ERROR,
  DRAWN_POINTS_PER_AREA,
  FARTHEST_FROM_NETWORK_METRES,
  FULL_SCORE_MINUTES,
  HALF_HOUR_MINUTES,
  HIGHEST_SCORE,
  LATTICE_METRES,
  NEAR_STATION_METRES,
  OTHER_LINES_SHARE,
  RAIL_RELIABILITY_MINUTES,
  SCORE_HALF_LIFE_MINUTES,
  TOLD_RANGE,
  TOWN_WALK_METRES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
} from './parameters';

const PTAL = 'Transport for London, PTAL, gjengitt av andre.';
const DETOUR_MEASURED =
  'Målt på et virkelig nett av gater og stier med 18 000 noder, 200–1200 m fra tre stasjoner: median 1,32, en tidel under ' +
  `${figureText(DRAWN_DETOUR_FACTOR[0])}, en tidel over ${figureText(DRAWN_DETOUR_FACTOR[1])}.`;

/** Figures of walking, transit proximity and uncertainty, by the name of their constant. */
export const TRANSIT_FIGURES = {
  HIGHEST_SCORE: {
    name: 'Høyeste skår',
    value: HIGHEST_SCORE,
    unit: 'poeng',
    standing: 'choice',
    source: 'Alle skårer går fra 0 til dette.',
  },
  DETOUR_FACTOR: {
    name: 'Omvegsfaktor',
    value: DETOUR_FACTOR,
    unit: '',
    standing: 'assumption',
    source: `${DETOUR_MEASURED} Avrundet.`,
  },
  FARTHEST_FROM_NETWORK_METRES: {
    name: 'Lengste vei til gangnettet',
    value: FARTHEST_FROM_NETWORK_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'Lenger unna mangler trolig nettet lenker, og luftlinje · k er riktigere.',
  },
  WALKING_METRES_PER_MINUTE: {
    name: 'Gangfart',
    value: WALKING_METRES_PER_MINUTE,
    unit: 'm/min',
    standing: 'secondHand',
    source: PTAL,
  },
  HALF_HOUR_MINUTES: {
    name: 'En halv time',
    value: HALF_HOUR_MINUTES,
    unit: 'min',
    standing: 'secondHand',
    source: `${PTAL} Den som kommer tilfeldig, venter halve tiden mellom to avganger.`,
  },
  RAIL_RELIABILITY_MINUTES: {
    name: 'Påslag for upålitelighet, bane',
    value: RAIL_RELIABILITY_MINUTES,
    unit: 'min',
    standing: 'secondHand',
    source: PTAL,
  },
  OTHER_LINES_SHARE: {
    name: 'Vekt på andre linjer enn den beste',
    value: OTHER_LINES_SHARE,
    unit: '',
    standing: 'secondHand',
    source: PTAL,
  },
  ACCESSIBILITY_REACH_METRES: {
    name: 'Lengste gange til bane i indeksen',
    value: ACCESSIBILITY_REACH_METRES,
    unit: 'm',
    standing: 'secondHand',
    source: PTAL,
  },
  ACCESSIBILITY_BAND_LIMITS: ACCESSIBILITY_BAND_LIMITS.map(
    (value, index): MethodFigure => ({
      name: `Øvre grense for bånd ${figureText(index + 1)} av ${figureText(ACCESSIBILITY_BAND_LIMITS.length)}`,
      value,
      unit: '',
      standing: 'secondHand',
      source: PTAL,
    }),
  ),
  NEAR_STATION_METRES: {
    name: 'Kort gange til stasjon',
    value: NEAR_STATION_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'En gangtur de fleste tar uten å tenke seg om.',
  },
  WALKABLE_STATION_METRES: {
    name: 'Gangavstand til stasjon',
    value: WALKABLE_STATION_METRES,
    unit: 'm',
    standing: 'primary',
    source: 'UN-Habitat, metadata for FNs bærekraftsindikator 11.2.1 (2021): avstand til bane langs gatenettet.',
  },
  FULL_SCORE_MINUTES: {
    name: 'Tid fra dør til avgang som gir full skår',
    value: FULL_SCORE_MINUTES,
    unit: 'min',
    standing: 'assumption',
    source: 'Så kort at bane er førstevalget.',
  },
  SCORE_HALF_LIFE_MINUTES: {
    name: 'Tid som halverer skåren',
    value: SCORE_HALF_LIFE_MINUTES,
    unit: 'min',
    standing: 'assumption',
    source: 'En jevn kurve uten bratte kanter. Hvor fort den faller, er vår vurdering.',
  },
  LATTICE_METRES: {
    name: 'Punktavstand for hvor boliger står',
    value: LATTICE_METRES,
    unit: 'm',
    standing: 'choice',
    source: 'Fint nok til at gangtiden i et felt blir riktig, grovt nok til å regnes mens du drar.',
  },
  TOWN_WALK_METRES: {
    name: 'Gange fra stasjonen til kanten av småbyen',
    value: TOWN_WALK_METRES,
    unit: 'm',
    standing: 'assumption',
    source: 'Omrisset kan tegnes om.',
  },
  DRAWN_DETOUR_FACTOR: rangeFigures('Trukket omvegsfaktor', DRAWN_DETOUR_FACTOR, 'assumption', DETOUR_MEASURED),
  DRAWN_DEPARTURES_FACTOR: rangeFigures(
    'Trukket faktor på avganger, én per linje',
    DRAWN_DEPARTURES_FACTOR,
    'assumption',
    'Rutetilbudet om ti år er ikke kjent.',
  ),
  DRAWN_DENSITY_FACTOR: rangeFigures(
    'Trukket faktor på tetthet, én per boligtype',
    DRAWN_DENSITY_FACTOR,
    'assumption',
    'Ferdige felt blir tettere eller luftigere enn tenkt.',
  ),
  TOLD_RANGE: rangeFigures('Ytterkanter av det som vises', TOLD_RANGE, 'choice', 'Ni av ti trekninger ligger mellom dem.'),
  DRAWN_POINTS_PER_AREA: {
    name: 'Punkter som står for et felt i trekningene',
    value: DRAWN_POINTS_PER_AREA,
    unit: 'punkter',
    standing: 'choice',
    source: 'For at trekningene skal gå fort.',
  },
  DRAWN_POINTS_ERROR: {
    name: 'Mest dette får flytte T',
    value: DRAWN_POINTS_ERROR,
    unit: 'poeng',
    standing: 'choice',
    source: 'Mindre enn det som skiller to planer.',
  },
} as const satisfies Readonly<Record<string, MethodFigure | readonly MethodFigure[]>>;

function rangeFigures(
  name: string,
  range: readonly [number, number],
  standing: MethodFigure['standing'],
  source: string,
): readonly MethodFigure[] {
  return range.map((value, index) => ({ name: `${name}, ${index === 0 ? 'lavest' : 'høyest'}`, value, unit: '', standing, source }));
}

/** The bands' limits in a row: "2,5, 5, 10 … og 40". */
export function bandLimitsText(): string {
  return listText(ACCESSIBILITY_BAND_LIMITS.map((limit) => figureText(limit)));
}
