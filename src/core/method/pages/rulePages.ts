import { METHOD_CHANGES } from '../changes';
import { STANDING_WORDS } from '../figure';
import { figuresOf, type FigureName } from '../figures';
import { figureText, percentText } from '../figureText';
import {
  COARSEST_GOOD_ACCURACY_METRES,
  CONFLICT_MINIMUM_SQUARE_METRES,
  DETOUR_FACTOR,
  DRAWN_DENSITY_FACTOR,
  DRAWN_DEPARTURES_FACTOR,
  DRAWN_DETOUR_FACTOR,
  DRAWN_POINTS_ERROR,
  DRAWN_POINTS_PER_AREA,
  FARTHEST_FROM_NETWORK_METRES,
  LATTICE_METRES,
  METHOD_VERSION,
  SQUARE_METRES_PER_DAA,
  TOLD_RANGE,
} from '../parameters';
import type { MethodPage } from '../page';

const figures = (...names: readonly FigureName[]) => names.flatMap(figuresOf);
const range = ([low, high]: readonly [number, number]): string => `${figureText(low)}–${figureText(high)}`;

export const GROUND_RULES: MethodPage = {
  id: 'grunnregler',
  title: 'Grunnregler',
  says: `Slik leser du alle tallene i modellen. Dette er metode versjon ${figureText(METHOD_VERSION)}. Versjonen øker når samme plan på samme data ville fått andre tall.`,
  sections: [
    {
      heading: 'Tall',
      blocks: [
        {
          kind: 'list',
          items: [
            'Et tall har alltid enhet, retning, kartlagene det bygger på, og metodens versjon.',
            `Lengder og arealer måles i planet EPSG:25832, i meter og dekar. 1 daa er ${figureText(SQUARE_METRES_PER_DAA)} m².`,
            'Samme scenario og samme data gir samme tall i nettleseren og på kommandolinjen.',
            'Er forskjellen på to planer mindre enn usikkerheten, står det «skiller ikke».',
          ],
        },
      ],
    },
    {
      heading: 'Data',
      blocks: [
        {
          kind: 'list',
          items: [
            'Mangler et kartlag, står det «mangler datagrunnlag». Det blir aldri til null.',
            `Kartlag grovere enn ${figureText(COARSEST_GOOD_ACCURACY_METRES)} m gir «grove data» i B1, B2, B4 og B6. I B3 og B5 villeder de, og delen holdes utenfor.`,
            'Et kartlag vi har laget selv, er merket som antakelse.',
          ],
        },
      ],
    },
    {
      heading: 'Sammenligning',
      blocks: [
        {
          kind: 'list',
          items: [
            'To skårer, aldri én: T og B. De spenner ut flaten planer sammenlignes på.',
            'Planer rangeres bare mot planer med like mange boliger og samme siste år.',
            'En plan i Marka eller i sjøen er «ikke tillatt» og rangeres ikke.',
            'Vekter hører til prosjektet. Alle planer i prosjektet måles med de samme.',
            'Modellen fyller aldri på boliger når den skårer. Det som står i scenarioet, er det som måles.',
          ],
        },
      ],
    },
    {
      heading: 'Hvor sikkert et tall i metoden er',
      blocks: [
        {
          kind: 'terms',
          terms: [
            [STANDING_WORDS.primary, 'vi har lest det hos den som har laget det'],
            [STANDING_WORDS.secondHand, 'vi har lest det hos andre; sjekk før du viser til det'],
            [STANDING_WORDS.assumption, 'vårt skjønn; bytt det med ditt'],
            [STANDING_WORDS.choice, 'en måte å regne på, som ingen kilde avgjør'],
          ],
        },
        { kind: 'text', text: 'Metoden gjengir ikke vedtatt politikk. Står det ikke at noe er lest i kilden, er det ikke kommunens ord.' },
      ],
    },
    {
      heading: 'Versjoner',
      blocks: [{ kind: 'terms', terms: METHOD_CHANGES.map(({ version, change }) => [figureText(version), change] as const) }],
    },
    { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: figures('HIGHEST_SCORE', 'COARSEST_GOOD_ACCURACY_METRES', 'SQUARE_METRES_PER_DAA') }] },
  ],
  related: ['T', 'B', 'usikkerhet', 'ord'],
};

export const WALKING_DISTANCE: MethodPage = {
  id: 'gangavstand',
  title: 'Gangavstand',
  says: `Gangavstand er luftlinje ganget med ${figureText(DETOUR_FACTOR)}, til du laster inn et gangnett. Da er den korteste vei langs stier, trapper og gater.`,
  sections: [
    {
      heading: 'Slik regnes det',
      blocks: [
        { kind: 'formula', lines: [`d = luftlinje · k, k = ${figureText(DETOUR_FACTOR)}`, 'd = korteste vei på gangnettet + k · (vei til nettet + vei fra nettet)'] },
        {
          kind: 'list',
          items: [
            'Et punkt kobles til nærmeste sted på en lenke, ikke til nærmeste kryss.',
            `Ligger et punkt mer enn ${figureText(FARTHEST_FROM_NETWORK_METRES)} m fra nettet, brukes luftlinje · k, og det blir talt opp.`,
            'Motorvei og private veier er ikke med i nettet.',
            'Omrissene til småbyene bruker alltid luftlinje · k.',
          ],
        },
      ],
    },
    {
      heading: 'Hvor boligene står',
      blocks: [
        {
          kind: 'list',
          items: [
            `Boligene i et felt fordeles jevnt på punkter hver ${figureText(LATTICE_METRES)}. meter på land i feltet.`,
            'Treffer et felt ingen punkter, brukes tyngdepunktet, eller et punkt inne i feltet når tyngdepunktet ligger utenfor.',
            'Dagens innbyggere fordeles likt på punktene som er både i ruten, i kommunen og på land. Treffer ruten ikke land, brukes ruten i kommunen.',
          ],
        },
      ],
    },
    {
      heading: 'Tall og kilder',
      blocks: [
        { kind: 'figures', figures: figures('DETOUR_FACTOR', 'FARTHEST_FROM_NETWORK_METRES', 'WALKING_METRES_PER_MINUTE', 'LATTICE_METRES') },
      ],
    },
    {
      heading: 'Dette sier tallet ikke',
      blocks: [
        {
          kind: 'list',
          items: ['Uten gangnett ser modellen ikke elver, jernbane og motorveier som må krysses.', 'Bakker, vinterføre, lys og trygghet.', 'Nye snarveier som en plan gir.'],
        },
      ],
    },
  ],
  related: ['T', 'T2', 'B5', 'usikkerhet'],
};

export const CONFLICTS: MethodPage = {
  id: 'konflikter',
  title: 'Konflikter',
  says: 'En konflikt er et felt med boliger som overlapper noe som skal spares. Konflikter vises for seg og er ikke en del av skårene.',
  sections: [
    {
      heading: 'Hva som er en konflikt',
      blocks: [
        {
          kind: 'table',
          table: {
            head: ['Overlapp med', 'Følge', 'Grunnlag'],
            rows: [
              ['Marka', 'ikke tillatt', 'markaloven § 5: forbud mot bygge- og anleggstiltak (lest i kilden)'],
              ['Sjø', 'ikke tillatt', 'ikke land å bygge på'],
              ['Dyrka mark', 'advarsel', 'jordvernmålet; se B1'],
              ['Beltet langs sjøen', 'advarsel', 'plan- og bygningsloven § 1-8 (lest i kilden); en plan kan ha satt en annen grense'],
              ['Belter langs vassdrag', 'advarsel', 'kommunen fastsetter bredden; se B4'],
              ['Vern i planen', 'advarsel', 'scenarioets eget tiltak; feltet rommer ingen boliger der'],
            ],
          },
        },
      ],
    },
    {
      heading: 'Valg vi har tatt',
      blocks: [
        {
          kind: 'list',
          items: [
            'Vi måler hele feltets overlapp, ikke bare den delen som bygges. Hvor i feltet det bygges, er ikke bestemt.',
            'Ingen rekkefølge: samme grunn kan være både dyrka mark og vannbelte.',
            'Grunn som scenarioet verner, er ikke med i de andre konfliktene: der bygges det ikke.',
            `Overlapp under ${figureText(CONFLICT_MINIMUM_SQUARE_METRES)} m² regnes ikke. De kommer av avrundede koordinater.`,
            'Bare felt som har fått boliger, teller.',
          ],
        },
      ],
    },
    { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: figures('CONFLICT_MINIMUM_SQUARE_METRES') }] },
    {
      heading: 'Dette sier listen ikke',
      blocks: [
        {
          kind: 'list',
          items: ['Den er ikke en juridisk vurdering.', 'At listen er tom, betyr ikke at grunnen er fri for fare. Flom, kvikkleire og støy må leses i egne kart.'],
        },
      ],
    },
  ],
  related: ['B1', 'B4', 'arealregnskap', 'tiltak'],
};

export const UNCERTAINTY: MethodPage = {
  id: 'usikkerhet',
  title: 'Usikkerhet',
  says: 'Modellen regner hver plan om mange ganger med litt andre forutsetninger. Spredningen i svarene er usikkerheten. Alle planer får de samme trekningene, så forskjellen mellom dem er sikrere enn hver av dem.',
  sections: [
    {
      heading: 'Det som trekkes',
      blocks: [
        {
          kind: 'terms',
          terms: [
            ['omvegsfaktor k', `jevnt i ${range(DRAWN_DETOUR_FACTOR)}`],
            ['stasjonenes plass', 'jevnt i en sirkel så stor som stasjonens oppgitte nøyaktighet'],
            ['avganger', `én faktor per linje, jevnt i ${range(DRAWN_DEPARTURES_FACTOR)}`],
            ['tetthet', `én faktor per boligtype, jevnt i ${range(DRAWN_DENSITY_FACTOR)}`],
            ['vektene i B', 'alle fordelinger like sannsynlige'],
          ],
        },
        { kind: 'text', text: 'Omriss og boliger ligger fast: de er planen.' },
      ],
    },
    {
      heading: 'Det som vises',
      blocks: [
        {
          kind: 'list',
          items: [
            `For hver skår: medianen og spennet fra ${percentText(TOLD_RANGE[0])} til ${percentText(TOLD_RANGE[1])} av trekningene.`,
            'For hvert par av planer: andelen av trekningene der den ene er best.',
            'Antall trekninger og frøet de er trukket med, så andre kan gjøre det samme.',
          ],
        },
      ],
    },
    {
      heading: 'Valg vi har tatt',
      blocks: [
        {
          kind: 'list',
          items: [
            `Inntil ${figureText(DRAWN_POINTS_PER_AREA)} punkter kan stå for et felt når feilen i T er vist å være under ${figureText(DRAWN_POINTS_ERROR)} poeng.`,
            'Trekningene er uavhengige av hverandre.',
          ],
        },
      ],
    },
    {
      heading: 'Tall og kilder',
      blocks: [
        {
          kind: 'figures',
          figures: figures('DRAWN_DETOUR_FACTOR', 'DRAWN_DEPARTURES_FACTOR', 'DRAWN_DENSITY_FACTOR', 'TOLD_RANGE', 'DRAWN_POINTS_PER_AREA', 'DRAWN_POINTS_ERROR'),
        },
      ],
    },
    {
      heading: 'Dette sier spennet ikke',
      blocks: [
        {
          kind: 'list',
          items: ['Feil i kartlagene utenom stasjonene er ikke med.', 'Om metoden måler det rette. Det kan ingen trekning vise.'],
        },
      ],
    },
  ],
  related: ['grunnregler', 'T', 'B'],
};
