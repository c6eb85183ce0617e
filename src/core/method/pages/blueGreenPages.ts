import type { PlaceParameters } from '../../domain/parameters';
import { ARC_TOLERANCE_METRES, ARC_TOLERANCE_OF_MANY_METRES, MANY_VERTICES } from '../../geometry/booleans';
import { figuresOf, type FigureName } from '../figures';
import { figureText, listText, percentText } from '../figureText';
import { BLUE_GREEN_PARTS, INDICATORS } from '../indicators';
import {
  BLUE_GREEN_WEIGHT,
  CONNECTIVITY_LOSS_WORST,
  CONNECTIVITY_REACH_METRES,
  GREEN_NODE_MINIMUM_DAA,
  GREEN_TAKEN_WORST_SQUARE_METRES,
  HIGHEST_SCORE,
  LATTICE_METRES,
  MARKA_NODE_DAA,
  NEARBY_GREEN,
  OUTSIDE_TYPOLOGY,
  REBUILT_SHARE,
  RUNOFF_COEFFICIENT,
  RUNOFF_WORST_SQUARE_METRES,
  TYPOLOGIES,
  USUAL_BLUE_GREEN_FACTOR,
  WATER_BELT_TAKEN_WORST_SQUARE_METRES,
} from '../parameters';
import { farmlandPaceFigure, waterBeltFigures } from '../placeFigures';
import type { MethodPage } from '../page';
import { groundBeforeTable, surfaceTable, TYPOLOGY_NAMES } from '../typologyFigures';
import { indicatorPage, type IndicatorText } from './indicatorPage';

const PLACED: readonly [string, string] = ['P', 'plasserte boliger'];
const TAKEN = 'Et felt tar like stor del av hver slags land i feltet. Vi vet ikke hvor i feltet det bygges.';
const UNPLACED = 'Uplasserte boliger tar ikke noe land. Se derfor B sammen med hvor mange som er plassert.';
const SPREAD_GROUND = `Vekst utenfor småbyene uten eget felt regnes som ${TYPOLOGY_NAMES[OUTSIDE_TYPOLOGY].toLowerCase()} på bebygd land, ${figureText(TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa)} boliger per daa.`;
const QUALITY = 'Hvor verdifullt akkurat dette stedet er.';
const worst = (squareMetres: number): string =>
  `${figureText(HIGHEST_SCORE)} poeng: ingenting. 0 poeng: ${figureText(squareMetres)} m² per bolig eller mer.`;
const figures = (...names: readonly FigureName[]) => names.flatMap(figuresOf);
const [SMALL_GREEN, LARGE_GREEN] = NEARBY_GREEN;

const COMPOSITE: IndicatorText = {
  id: 'B',
  says: 'B sier hvor godt planen sparer jord, grønt og vann. Den er snittet av delene B1–B6 som det finnes kart til. Dette er vår måte å måle et blågrønt grep på; den er ikke vedtatt av kommunen.',
  symbols: [
    ['skår', 'poengene til hver del'],
    ['w', 'vekten delen har i prosjektet; like vekter til å begynne med'],
  ],
  scale: `${figureText(HIGHEST_SCORE)}: ingen av delene tar noe. 0: alle delene er på det dårligste.`,
  more: [
    {
      heading: 'Delene',
      blocks: [
        {
          kind: 'table',
          table: {
            head: ['Del', 'Måler', 'Enhet'],
            rows: BLUE_GREEN_PARTS.map((id) => {
              const { name, quantity } = INDICATORS[id];
              return [`${id} ${name}`, quantity.name, quantity.unit];
            }),
          },
        },
      ],
    },
    {
      heading: 'Blågrønn faktor, ved siden av',
      blocks: [
        {
          kind: 'text',
          text: `Vi viser også forventet blågrønn faktor, snittet over de plasserte boligene etter boligtype. Den holdes mot ${figureText(USUAL_BLUE_GREEN_FACTOR)}, men er ikke en del av B: lav tetthet skårer høyt på den, så den kan ikke rangere planer.`,
        },
        { kind: 'table', table: surfaceTable('vekt', BLUE_GREEN_WEIGHT) },
      ],
    },
  ],
  figures: figures('HIGHEST_SCORE', 'COARSEST_GOOD_ACCURACY_METRES', 'USUAL_BLUE_GREEN_FACTOR', 'BLUE_GREEN_WEIGHT'),
  choices: [
    'En del uten data holdes utenfor, og de andre vektene skaleres opp. Det teller aldri som null.',
    'Vektene hører til prosjektet, ikke til scenarioet: alle planer måles likt.',
    UNPLACED,
  ],
  limits: [
    'Med grove data vil planer inne i byggesonen nesten ikke skille seg på B. Det trengs AR5, parker og detaljert vann.',
    'Snittet skjuler at én del kan være dårlig. Les delene.',
    'Naturmangfold, forurensning, kulturlandskap og klimagass er ikke med.',
  ],
  related: [...BLUE_GREEN_PARTS, 'arealregnskap', 'konflikter'],
};

function farmland(place: PlaceParameters): IndicatorText {
  const pace = farmlandPaceFigure(place);
  return {
    id: 'B1',
    says: `B1 er hvor mange dekar dyrka mark planen bygger ned. Den holdes mot et tempo på ${figureText(pace.value)} daa i året: bygger planen ned så mye, er skåren null.`,
    symbols: [
      ['L', 'dyrka mark som bygges ned i hele programmet, daa (fulldyrka, overflatedyrka og innmarksbeite der kartet skiller)'],
      ['v', `tempoet som gir null, ${figureText(pace.value)} ${pace.unit}`],
      ['år', 'programmets år, begge ender med'],
    ],
    scale: `${figureText(HIGHEST_SCORE)} poeng: ingen. 0 poeng: ${figureText(pace.value)} daa i året eller mer.`,
    figures: [pace],
    choices: [
      'Dyrka mark går foran Marka, annet grønt og bebygd når kartlag overlapper.',
      'Skåren følger antall år, ikke antall boliger: jordvern er et mål for hele kommunen.',
      TAKEN,
      UNPLACED,
    ],
    limits: ['Hvor god jorda er, og om jorda flyttes.', 'Jord som blir liggende uten sammenheng.', 'Nedbygging til veg og næring.'],
    related: ['B', 'arealregnskap', 'konflikter'],
  };
}

const centimetres = (metres: number): string => figureText(100 * metres);

function waterBelts(place: PlaceParameters): IndicatorText {
  const { seaMetres, namedWatercourseMetres, namedWatercourses, otherWaterMetres } = place.waterBelts;
  return {
    id: 'B4',
    says: 'B4 er hvor mye av beltene langs sjø, elver og innsjøer som bygges ned, fordelt på boligene.',
    symbols: [['W', 'land i beltene som bygges ned, m²'], PLACED, ['w', 'm² vannbelte per bolig']],
    scale: worst(WATER_BELT_TAKEN_WORST_SQUARE_METRES),
    more: [
      {
        heading: 'Beltene',
        blocks: [
          {
            kind: 'list',
            items: [
              `${figureText(seaMetres)} m fra strandlinjen.`,
              `${figureText(namedWatercourseMetres)} m fra ${listText(namedWatercourses)}.`,
              `${figureText(otherWaterMetres)} m fra andre elver, bekker og innsjøer.`,
            ],
          },
        ],
      },
    ],
    figures: [...waterBeltFigures(place), ...figures('WATER_BELT_TAKEN_WORST_SQUARE_METRES')],
    choices: [
      'Beltene slås sammen, så ingen grunn telles to ganger. Bare land teller.',
      `Runde hjørner tegnes av rette stykker, høyst ${centimetres(ARC_TOLERANCE_METRES)} cm innenfor buen. Har vannet over ${figureText(MANY_VERTICES)} hjørner, høyst ${centimetres(ARC_TOLERANCE_OF_MANY_METRES)} cm.`,
      'Et vassdrag hører til de navngitte når navnet i kartlaget er skrevet likt.',
      'Kanten der kartdata er klippet, er ikke strandlinje.',
      'Avstanden går fra linjen i kartet. Brede elver kartlagt som én linje får derfor for smalt belte.',
      TAKEN,
      UNPLACED,
    ],
    limits: [
      'Om en vedtatt plan har satt en annen byggegrense langs sjøen. Loven måler fra alminnelig høyvann; kartet viser kystlinjen.',
      'Bekker i rør, flomveger og hvor vannet går i kraftig regn.',
      'Om det går en sti der i dag.',
    ],
    related: ['B', 'B6', 'konflikter'],
  };
}

const OTHERS: Readonly<Record<'B2' | 'B3' | 'B5' | 'B6', IndicatorText>> = {
  B2: {
    id: 'B2',
    says: 'B2 er hvor mye skog, park, friområde og Marka som bygges ned, fordelt på boligene. En tett plan på lite grønt skårer høyt.',
    symbols: [['G', 'grønt og Marka som bygges ned, m²'], PLACED, ['g', 'm² grønt per bolig']],
    scale: worst(GREEN_TAKEN_WORST_SQUARE_METRES),
    figures: figures('GREEN_TAKEN_WORST_SQUARE_METRES', 'SQUARE_METRES_PER_DAA'),
    choices: ['Dyrka mark telles i B1, ikke her, også når kartlagene overlapper.', TAKEN, UNPLACED],
    limits: [QUALITY, 'Hager, gatetrær og grønt som er mindre enn kartet viser.', 'Nye parker som planen gir.'],
    related: ['B', 'B3', 'B5', 'arealregnskap'],
  },
  B3: {
    id: 'B3',
    says: 'B3 er hvor mye svakere grønnstrukturen henger sammen når planen er bygd. Den regner om alt grønt til ett tenkt, helt sammenhengende område og ser hvor mye det krymper.',
    symbols: [
      ['aᵢ', 'arealet til grøntområde i, mindre det planen tar der'],
      ['x', 'minste sum av åpninger fra kant til kant, gjennom andre grøntområder, meter'],
      ['p', 'hvor sterkt to områder henger sammen, mellom 0 og 1'],
      ['ECA', 'arealet til det tenkte, sammenhengende området'],
    ],
    scale: `${figureText(HIGHEST_SCORE)} poeng: ingen tap. 0 poeng: ${percentText(CONNECTIVITY_LOSS_WORST)} tap eller mer.`,
    figures: figures(
      'CONNECTIVITY_HALF_DISTANCE_METRES',
      'CONNECTIVITY_REACH_METRES',
      'GREEN_NODE_MINIMUM_DAA',
      'MARKA_NODE_DAA',
      'CONNECTIVITY_LOSS_WORST',
    ),
    choices: [
      `Områdene er sammenhengende grønt på land på minst ${figureText(GREEN_NODE_MINIMUM_DAA)} daa utenfor Marka, uten dyrka mark og vann, delt ved Markagrensen. Marka er ett område på ${figureText(MARKA_NODE_DAA)} daa.`,
      `Åpninger på ${figureText(CONNECTIVITY_REACH_METRES)} m eller mer binder ikke sammen.`,
      'Planen gjør områdene mindre. Den flytter ikke kantene: åpningene måles før bygging.',
      'Grønt som scenarioet legger til, er med etter, ikke før.',
      'Oppskriften er «equivalent connected area» (Saura med flere), lest hos andre enn forfatterne.',
    ],
    limits: ['Om en veg eller et gjerde stenger.', 'Bekker og alleer som binder sammen uten å være store.', 'Én bestemt art. Til det trengs feltkunnskap.'],
    related: ['B', 'B2'],
  },
  B5: {
    id: 'B5',
    says: `B5 er hvor stor del av de nye boligene som har grønt nær: minst ${figureText(SMALL_GREEN.minimumDaa)} daa innen ${figureText(SMALL_GREEN.walkMetres)} m gange, og minst ${figureText(LARGE_GREEN.minimumDaa)} daa innen ${figureText(LARGE_GREEN.walkMetres)} m.`,
    symbols: [['s₁', 'andel med lite grønt nær, til lek og opphold'], ['s₂', 'andel med stort grønt nær, nærturterreng'], PLACED],
    scale: `${figureText(HIGHEST_SCORE)} poeng: alle har begge deler. 0 poeng: ingen har noen av dem.`,
    figures: figures('NEARBY_GREEN', 'REBUILT_SHARE', 'DETOUR_FACTOR', 'LATTICE_METRES'),
    choices: [
      'Grønt er skog, park, friområde og Marka på land, og grønt som scenarioet legger til, ikke dyrka mark.',
      `Felt med boliger der mer enn ${percentText(REBUILT_SHARE)} kan bygges, regnes ikke lenger som grønt. I andre felt står det grønne.`,
      `Avstanden er luftlinje · k, målt på gitteret på ${figureText(LATTICE_METRES)} m: til nærmeste gitterpunkt i det grønne, mindre en halv gitteravstand. Inne i det grønne er den 0.`,
      'Også med gangnett regnes luftlinje · k: grønt nås over kanten mange steder, ikke bare der kartlagte veger møter den.',
      'Grønt som deles i to av et felt, regnes som ett, mindre det feltet tar.',
      'Vekst utenfor småbyene uten eget felt spres som dagens innbyggere der.',
    ],
    limits: ['Om det er trygt, åpent, pent eller fullt.', 'Hvor inngangene er.', 'Lekeplasser og tun mindre enn grensen.'],
    related: ['B', 'B2', 'gangavstand'],
  },
  B6: {
    id: 'B6',
    says: 'B6 er hvor mye mer regnvann som renner av når grunnen bygges om, som tett flate per bolig. Bygger planen om tette flater til grønnere, blir tallet negativt.',
    symbols: [
      ['φ', 'delen av regnet som renner av: 0 ingenting, 1 alt'],
      ['φ etter', 'snittet over flatene i boligtypen'],
      ['Δ', 'ny avrenning per bolig, m² helt tett flate'],
      PLACED,
    ],
    scale: `${figureText(HIGHEST_SCORE)} poeng: ingen ny avrenning, eller mindre enn før. 0 poeng: ${figureText(RUNOFF_WORST_SQUARE_METRES)} m² per bolig eller mer.`,
    more: [
      {
        heading: 'Før og etter',
        blocks: [
          { kind: 'table', table: groundBeforeTable() },
          { kind: 'table', table: surfaceTable('φ', RUNOFF_COEFFICIENT) },
        ],
      },
    ],
    figures: figures('RUNOFF_WORST_SQUARE_METRES', 'RUNOFF_COEFFICIENT', 'RUNOFF_BEFORE'),
    choices: [TAKEN, SPREAD_GROUND, UNPLACED],
    limits: [
      'Flom, flomveger og kapasitet i ledninger. Kart over flom må leses for seg.',
      'Jordart, helling og fordrøyning.',
      'Hva reguleringsplanen krever av blågrønn faktor.',
    ],
    related: ['B', 'B4', 'utbyggingsfelt'],
  },
};

/** The pages of B and its parts, with the place's own figures. */
export function blueGreenPages(place: PlaceParameters): readonly MethodPage[] {
  return [COMPOSITE, farmland(place), OTHERS.B2, OTHERS.B3, waterBelts(place), OTHERS.B5, OTHERS.B6].map(indicatorPage);
}
