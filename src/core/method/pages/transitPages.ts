import { INDEX_EXAMPLE, SCORE_EXAMPLES } from '../examples';
import { figuresOf, type FigureName } from '../figures';
import { figureText } from '../figureText';
import { bandLimitsText } from '../transitFigures';
import {
  COARSEST_GOOD_ACCURACY_METRES,
  DETOUR_FACTOR,
  FULL_SCORE_MINUTES,
  HIGHEST_SCORE,
  LATTICE_METRES,
  NEAR_STATION_METRES,
  SCORE_HALF_LIFE_MINUTES,
  WALKABLE_STATION_METRES,
  WALKING_METRES_PER_MINUTE,
} from '../parameters';
import { indicatorPage, type IndicatorText } from './indicatorPage';

const DISTANCE: readonly [string, string] = ['d', 'gangavstand til stasjonen, meter (se Gangavstand)'];
const FREQUENCY: readonly [string, string] = ['f', 'avganger i timen i hver retning, morgenrush'];
const ALL_HOMES: readonly [string, string] = ['N', 'alle boligene i programmet til og med siste år, også de uplasserte'];
const PLACED: readonly [string, string] = ['P', 'plasserte boliger'];

const SERVICE = 'Stasjoner i drift det siste året teller, med de baneprosjektene scenarioet regner med. En stasjon uten avganger teller ikke.';
const SPREAD = `Boliger i et felt står jevnt på landet i feltet, ett punkt hver ${figureText(LATTICE_METRES)}. meter. Vi tar snittet av punktene, ikke tallet for midtpunktet.`;
const OUTSIDE = 'Vekst utenfor småbyene uten eget felt spres som dagens innbyggere utenfor småbyene.';
const TODAY = '«I dag» er det samme for dagens innbyggere, med stasjonene som er i drift nå.';
const LARGER = 'Har feltene i en småby fått flere boliger enn kvoten, teller alle de gitte boligene.';
const RAIL_ONLY = 'Bare tog og T-bane er med. Buss og båt kan gjøre et sted bedre enn tallet viser.';
const WAY = 'Bakker, lys, dekke og kryssing av vei er ikke med.';
const figures = (...names: readonly FigureName[]) => names.flatMap(figuresOf);

const STATION_ERROR = figureText((COARSEST_GOOD_ACCURACY_METRES * DETOUR_FACTOR) / WALKING_METRES_PER_MINUTE, 1);
const STATION_NOTE = `En stasjon som ligger ${figureText(COARSEST_GOOD_ACCURACY_METRES)} m feil, flytter gangtiden inntil ${STATION_ERROR} minutter; det er med i usikkerheten.`;

const TEXTS: readonly IndicatorText[] = [
  {
    id: 'T',
    says: `T sier hvor fort de nye boligene kommer av gårde med tog eller T-bane: gange til stasjonen og ventetid der. En bolig får full skår når avgangen er innen ${figureText(FULL_SCORE_MINUTES)} minutter. Skåren halveres for hvert ${figureText(SCORE_HALF_LIFE_MINUTES)}. minutt etter det.`,
    symbols: [
      DISTANCE,
      FREQUENCY,
      ['t', 'tid fra dør til avgang med den beste stasjonen, minutter'],
      ['q', 'skår for ett sted, mellom 0 og 1'],
      ALL_HOMES,
    ],
    scale: `${figureText(HIGHEST_SCORE)}: alle er av gårde innen ${figureText(FULL_SCORE_MINUTES)} minutter. 0: ingen er plassert, eller ingen bane går.`,
    dataNote: STATION_NOTE,
    more: [
      {
        heading: 'Regnet ut',
        blocks: [
          {
            kind: 'table',
            table: {
              head: ['gangavstand, m', 'avganger i timen', 't, minutter', 'q'],
              rows: SCORE_EXAMPLES.map((example) => [
                figureText(example.distanceMetres),
                figureText(example.departuresPerHour),
                figureText(example.departureMinutes),
                figureText(example.score),
              ]),
            },
          },
        ],
      },
    ],
    figures: figures(
      'WALKING_METRES_PER_MINUTE',
      'HALF_HOUR_MINUTES',
      'RAIL_RELIABILITY_MINUTES',
      'FULL_SCORE_MINUTES',
      'SCORE_HALF_LIFE_MINUTES',
      'DETOUR_FACTOR',
      'LATTICE_METRES',
    ),
    choices: [
      'Uplasserte boliger får q = 0. En plan kan ikke skåre på boliger den ikke har plass til.',
      LARGER,
      'Beste stasjon er den med kortest tid til avgang. Det kan være en annen enn den nærmeste.',
      SERVICE,
      SPREAD,
      OUTSIDE,
      TODAY,
    ],
    limits: [
      'Hvor lang tid reisen videre tar, hvor den går, og om det er plass om bord.',
      RAIL_ONLY,
      WAY,
      'Om noen faktisk lar bilen stå.',
    ],
    related: ['T1', 'T2', 'T3', 'gangavstand'],
  },
  {
    id: 'T1',
    says: `T1 sier hvor stor del av boligene som har en stasjon innen ${figureText(NEAR_STATION_METRES)} m og innen ${figureText(WALKABLE_STATION_METRES)} m gange. Det er lett å forstå, men har en skarp kant: ${figureText(WALKABLE_STATION_METRES + 1)} m teller ikke.`,
    symbols: [DISTANCE, ALL_HOMES],
    scale: `${figureText(HIGHEST_SCORE)} %: alle boligene.`,
    dataNote: STATION_NOTE,
    figures: figures('NEAR_STATION_METRES', 'WALKABLE_STATION_METRES', 'DETOUR_FACTOR', 'LATTICE_METRES'),
    choices: ['Uplasserte boliger regnes som langt unna.', LARGER, 'Stasjoner av begge slag teller likt.', SERVICE, SPREAD, OUTSIDE, TODAY],
    limits: ['Hvor ofte det går en avgang.', RAIL_ONLY, WAY],
    related: ['T', 'T2', 'gangavstand'],
  },
  {
    id: 'T2',
    says: 'T2 er den gjennomsnittlige gangtiden fra de plasserte boligene til nærmeste stasjon. Den teller bare gangen, ikke ventetiden.',
    symbols: [['d', 'gangavstand til nærmeste stasjon, meter (se Gangavstand)'], PLACED],
    scale: 'Har ingen øvre grense. Går ingen bane, er det ikke noe tall.',
    dataNote: STATION_NOTE,
    figures: figures('WALKING_METRES_PER_MINUTE', 'DETOUR_FACTOR', 'LATTICE_METRES'),
    choices: [
      'Uplasserte boliger er ikke med: de har ikke noe sted å gå fra. Se derfor alltid T2 sammen med T.',
      'Nærmeste stasjon teller, uansett hvor sjelden det går noe der.',
      SERVICE,
      SPREAD,
      OUTSIDE,
      TODAY,
    ],
    limits: ['Eldre og barn går saktere.', 'Et snitt skjuler forskjeller: noen få langt unna trekker mye.', RAIL_ONLY, WAY],
    related: ['T', 'T1', 'gangavstand'],
  },
  {
    id: 'T3',
    says: 'T3 er en tilgjengelighetsindeks etter samme oppskrift som Londons PTAL, bare med bane. Den vokser med flere linjer, hyppigere avganger og kortere gange. Båndene 0 til 6b gjør den lett å sammenligne.',
    symbols: [
      DISTANCE,
      FREQUENCY,
      ['AWT', 'ventetid på stasjonen, minutter'],
      ['EDF', 'avganger i timen slik de oppleves fra døra'],
      ['AI', 'indeksen for ett sted'],
      PLACED,
    ],
    scale: `0 er ingen bane i nærheten, bånd 0. Fra bånd 1a og oppover er de øvre grensene ${bandLimitsText()}; over det er bånd 6b.`,
    dataNote: STATION_NOTE,
    more: [
      {
        heading: 'Regnet ut',
        blocks: [
          {
            kind: 'text',
            text: `Én toglinje, ${figureText(INDEX_EXAMPLE.distanceMetres)} m unna, ${figureText(INDEX_EXAMPLE.departuresPerHour)} avganger i timen: ${figureText(INDEX_EXAMPLE.minutes)} minutter gir ${figureText(INDEX_EXAMPLE.index)}, bånd ${INDEX_EXAMPLE.band}.`,
          },
        ],
      },
    ],
    figures: figures(
      'WALKING_METRES_PER_MINUTE',
      'HALF_HOUR_MINUTES',
      'RAIL_RELIABILITY_MINUTES',
      'ACCESSIBILITY_REACH_METRES',
      'OTHER_LINES_SHARE',
      'ACCESSIBILITY_BAND_LIMITS',
      'DETOUR_FACTOR',
    ),
    choices: [
      'Hver linje teller én gang, med sin beste stasjon. To rader med samme linjenavn og samme slags bane er én linje.',
      'Andelene per bånd gjelder stedene boligene står, ikke feltets snitt.',
      'Uplasserte boliger er ikke med.',
      SERVICE,
      SPREAD,
      OUTSIDE,
      TODAY,
    ],
    limits: [
      'Buss er ikke med. Indeksen er derfor en nedre grense og kan ikke holdes mot PTAL-kart fra andre byer.',
      'Fart, reisemål, trengsel og overganger er ikke med.',
      WAY,
    ],
    related: ['T', 'gangavstand'],
  },
];

/** The pages of T, T1, T2 and T3. */
export const TRANSIT_PAGES = TEXTS.map(indicatorPage);
