import { PERIOD_YEARS } from '../../domain/programme';
import type { PlaceParameters } from '../../domain/parameters';
import { figuresOf, type FigureName } from '../figures';
import { figureText, listText, percentText } from '../figureText';
import { DETOUR_FACTOR, OUTSIDE_TYPOLOGY, TOWN_WALK_METRES, TYPOLOGIES } from '../parameters';
import { ageSupportFigures, defaultAreaFigures, growthFigures, usualShareFigures } from '../placeFigures';
import type { MethodPage } from '../page';
import { TYPOLOGY_NAMES, typologyTable } from '../typologyFigures';

const figures = (...names: readonly FigureName[]) => names.flatMap(figuresOf);
const OUTSIDE_NAME = TYPOLOGY_NAMES[OUTSIDE_TYPOLOGY].toLowerCase();

/** Development areas, towns and capacity. */
export function developmentAreaPage(place: PlaceParameters): MethodPage {
  const { gridMetres, minimumDaa, typology } = place.defaultAreas;
  return {
    id: 'utbyggingsfelt',
    title: 'Utbyggingsfelt og kapasitet',
    says: 'Et utbyggingsfelt er et stykke grunn med boliger. Hvor mange det rommer, følger av landarealet, hvor mye som kan bygges om, og boligtypen.',
    sections: [
      {
        heading: 'Slik regnes det',
        blocks: [
          { kind: 'formula', lines: ['kapasitet = landareal · utnyttbar andel · boliger per daa'] },
          {
            kind: 'terms',
            terms: [
              ['landareal', 'feltets areal uten sjø, innsjøer og det scenarioet verner, daa'],
              ['utnyttbar andel', 'hvor stor del av landet som kan bygges nytt, over 0 og inntil 1'],
              ['plassert', 'boliger inntil det feltet rommer'],
              ['uplassert', 'boliger over kapasiteten, eller som ikke har noe felt'],
            ],
          },
          { kind: 'text', text: 'Felt overlapper aldri. Tegner du et nytt, tar det grunn fra de gamle.' },
        ],
      },
      {
        heading: 'Boligtyper (antakelse)',
        blocks: [{ kind: 'table', table: typologyTable() }],
      },
      {
        heading: 'Småbyer (antakelse)',
        blocks: [
          {
            kind: 'text',
            text: `Omrisset er sirkler med radius ${figureText(TOWN_WALK_METRES)}/${figureText(DETOUR_FACTOR)} m om stasjonene, delt midt mellom stasjoner i ulike småbyer, på land i kommunen. Du kan tegne det om.`,
          },
          { kind: 'text', text: `Småbyene er ${listText(place.towns.map((town) => town.name))}.` },
        ],
      },
      {
        heading: 'Felt du begynner med (antakelse)',
        blocks: [
          {
            kind: 'text',
            text: `Hver småby er delt med et rutenett på ${figureText(gridMetres)} m, uten sjø, innsjøer, Marka og dyrka mark. Stykker under ${figureText(minimumDaa)} daa er utelatt. Boligtypen er ${TYPOLOGY_NAMES[typology].toLowerCase()}.`,
          },
          {
            kind: 'text',
            text: 'De står for fortetting og transformasjon inne i småbyen. De er ikke hentet fra noen plan, og feltgrensene betyr ingenting på bakken.',
          },
        ],
      },
      { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: [...defaultAreaFigures(place), ...figures('TOWN_WALK_METRES', 'TYPOLOGIES')] }] },
      {
        heading: 'Dette sier kapasiteten ikke',
        blocks: [{ kind: 'list', items: ['Hvem som eier grunnen, og om de vil bygge.', 'Skoler, veger, vann og avløp.', 'Byggehøyder og vern av bebyggelse.'] }],
      },
    ],
    related: ['boligprogram', 'arealregnskap', 'B6'],
  };
}

/** The programme, how it is shared out and filled in, and what is told beside the scores. */
export function programmePage(place: PlaceParameters): MethodPage {
  const { townsShare } = place.usualProgramme;
  return {
    id: 'boligprogram',
    title: 'Boligprogram og fordeling',
    says: 'Boligprogrammet er hvor mange boliger som skal bygges, når, og hvor stor del hver småby tar. Resten er vedlikeholdsvekst utenfor småbyene.',
    sections: [
      {
        heading: 'Slik regnes det',
        blocks: [
          {
            kind: 'formula',
            lines: [
              'boliger = boliger i året · år',
              'kvoten til en småby = boliger · andelen til småbyene · småbyens andel',
              'kvoten utenfor = boliger · (1 − andelen til småbyene)',
            ],
          },
          {
            kind: 'list',
            items: [
              `Periodene er på ${figureText(PERIOD_YEARS)} år fra første år; den siste kan være kortere.`,
              'Tallene for en periode gjelder alt som er bygd til og med perioden, med stasjonene i periodens siste år.',
              'Uplassert i en småby er det største av kvoten og det feltene har fått, mindre det som er plassert.',
            ],
          },
        ],
      },
      {
        heading: 'Fyll (en kommando, ikke en del av skåringen)',
        blocks: [
          {
            kind: 'list',
            items: [
              'I hver småby fylles feltene med kortest tid fra dør til avgang først, hvert til det er fullt. Like felt tas etter kjennemerke.',
              'Felt du har satt for hånd, blir stående.',
              `Vekst utenfor småbyene uten eget felt spres som dagens innbyggere der, som ${OUTSIDE_NAME} på bebygd land. Det krever befolkning i datagrunnlaget.`,
            ],
          },
        ],
      },
      {
        heading: 'Ved siden av skårene',
        blocks: [
          {
            kind: 'list',
            items: [
              'Innbyggere er plasserte boliger · personer per bolig for boligtypen.',
              'Boliger per daa er plasserte boliger delt på land som bygges.',
              'Andelen på bebygd grunn følger hvor stor del av feltet som er bebygd.',
              `Andelen i småbyene (${percentText(townsShare)} til å begynne med) kan ikke holdes direkte mot arealstrategien: den taler om andre områder.`,
            ],
          },
        ],
      },
      {
        heading: 'Tall og kilder',
        blocks: [
          {
            kind: 'figures',
            figures: [
              ...growthFigures(place),
              ...usualShareFigures(place),
              ...ageSupportFigures(place),
            ],
          },
        ],
      },
      {
        heading: 'Dette sier programmet ikke',
        blocks: [{ kind: 'list', items: ['Om markedet bygger så fort.', 'Hvem som flytter inn. Personer per bolig er et snitt for boligtypen.', `Tettheten utenfor, ${figureText(TYPOLOGIES[OUTSIDE_TYPOLOGY].dwellingsPerDaa)} boliger per daa, er en antakelse.`] }],
      },
    ],
    related: ['utbyggingsfelt', 'T', 'usikkerhet'],
  };
}
