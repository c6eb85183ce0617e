import { TYPOLOGY_IDS } from '../../domain/typology';
import { figuresOf } from '../figures';
import { figureText } from '../figureText';
import { OUTSIDE_TYPOLOGY, TYPOLOGIES } from '../parameters';
import type { MethodPage } from '../page';
import { TYPOLOGY_NAMES } from '../typologyFigures';

const OUTSIDE = TYPOLOGIES[OUTSIDE_TYPOLOGY];

export const LAND_ACCOUNT: MethodPage = {
  id: 'arealregnskap',
  title: 'Arealregnskap',
  says: 'Arealregnskapet deler grunnen under feltene med boliger etter hva den er i dag, og sier hvor mye av hver slags som bygges ned. B1, B2 og B6 bygger på det.',
  sections: [
    {
      heading: 'Slik regnes det',
      blocks: [
        {
          kind: 'formula',
          lines: ['andel som bygges = minste av utnyttbar andel og plassert/(boliger per daa · landareal)', 'bygges ned = areal av klassen i feltet · andel som bygges'],
        },
        {
          kind: 'list',
          items: [
            'Hvert felt deles nøyaktig mot kartlagene, flate mot flate. Det er ikke en stikkprøve.',
            'Overlapper kartlag, vinner det første av: sjø, innsjø, dyrka mark, Marka, annet grønt, bebygd, annet land.',
            'Sjø og innsjø bygges aldri ned.',
            'Grunn som scenarioet verner, er ikke med. Grønt som det legger til, er annet grønt (se Tiltak).',
            'Bare felt som har fått boliger, teller.',
            `Vekst utenfor småbyene uten eget felt tar bebygd land: boliger/${figureText(OUTSIDE.dwellingsPerDaa)} daa.`,
          ],
        },
      ],
    },
    {
      heading: 'Klassene',
      blocks: [
        {
          kind: 'terms',
          terms: [
            ['sjø', 'det som ikke er land i kartlaget'],
            ['innsjø', 'flater i kartlaget for vann'],
            ['dyrka mark', 'fulldyrka, overflatedyrka og innmarksbeite der kartet skiller'],
            ['Marka', 'innenfor Markagrensen'],
            ['annet grønt', 'skog, park og friområde utenfor Marka, og grønt scenarioet legger til'],
            ['bebygd', 'tettbebyggelse i kartlaget'],
            ['annet land', 'resten'],
          ],
        },
      ],
    },
    { heading: 'Enhet', blocks: [{ kind: 'text', text: 'Dekar. Mindre nedbygd jord, Marka og grønt er bedre.' }] },
    { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: figuresOf('SQUARE_METRES_PER_DAA') }] },
    {
      heading: 'Dette sier regnskapet ikke',
      blocks: [
        {
          kind: 'list',
          items: [
            'Hvor i feltet det bygges.',
            'Forskjellen på fulldyrka jord og beite når kartlaget er grovt.',
            'Arealreserven i vedtatte planer. Statens veileder om arealregnskap gjelder den; dette regnskapet gjelder scenarioet.',
          ],
        },
      ],
    },
  ],
  related: ['B1', 'B2', 'B6', 'konflikter', 'tiltak'],
};

/** English terms of the code with the Norwegian of the tool and what they mean. */
const GLOSSARY: readonly (readonly [english: string, norwegian: string, meaning: string])[] = [
  ['accessibility index', 'baneindeks', 'T3: tilgjengelighet med bane etter oppskriften til PTAL'],
  ['assumption', 'antakelse', 'et tall vi har satt, og som du kan bytte'],
  ['blue-green score', 'blågrønt grep', 'B: hvor godt planen sparer jord, grønt og vann'],
  ['built-up', 'bebygd', 'land som er bygd på i dag'],
  ['capacity', 'kapasitet', 'boliger et felt rommer'],
  ['coarse data', 'grove data', 'kartet er grovere enn tallet egentlig krever'],
  ['conflict', 'konflikt', 'et felt med boliger overlapper noe som skal spares'],
  ['connectivity', 'sammenheng', 'B3: hvor godt grøntområdene henger sammen'],
  ['data missing', 'mangler datagrunnlag', 'kartlaget finnes ikke, eller er for grovt til å si noe'],
  ['departures per hour', 'avganger i timen', 'i hver retning i morgenrushet'],
  ['departure time', 'tid fra dør til avgang', 'gange og ventetid til den beste stasjonen'],
  ['detour factor', 'omvegsfaktor', 'gangavstand delt på luftlinje'],
  ['developable share', 'utnyttbar andel', 'hvor stor del av feltets land som kan bygges nytt'],
  ['development area', 'utbyggingsfelt, felt', 'et stykke grunn med boliger'],
  ['dwellings', 'boliger', 'det programmet teller'],
  ['farmland', 'dyrka mark', 'fulldyrka, overflatedyrka og innmarksbeite'],
  ['forbidden', 'ikke tillatt', 'planen har boliger i Marka eller i sjøen'],
  ['green nearby', 'nærgrønt', 'B5: grønt i gangavstand'],
  ['green structure', 'grønnstruktur', 'skog, park, friområde og Marka'],
  ['land account', 'arealregnskap', 'hva grunnen er i dag, og hva som bygges ned'],
  ['lattice', 'punktnett', 'punktene boligene tenkes å stå på'],
  ['no real difference', 'skiller ikke', 'forskjellen er mindre enn usikkerheten'],
  ['measure', 'tiltak', 'det et scenario gjør ved siden av å bygge boliger'],
  ['outside growth', 'vekst utenfor', 'vedlikeholdsvekst utenfor småbyene'],
  ['period', 'periode', 'noen år av programmet'],
  ['placed', 'plassert', 'boliger som har et sted'],
  ['programme', 'boligprogram', 'hvor mange boliger, når, og hvor stor del hver småby tar'],
  ['protection', 'vern', 'grunn der scenarioet ikke vil ha boliger'],
  ['quota', 'kvote', 'boligene programmet gir en småby'],
  ['run-off', 'avrenning', 'regn som ikke trekker ned i grunnen'],
  ['scenario', 'scenario', 'ett planalternativ'],
  ['stormwater', 'overvann', 'B6: ny avrenning når grunnen bygges om'],
  ['today', 'i dag', 'dagens innbyggere med stasjonene som er i drift'],
  ['town', 'småby', 'en by rundt ett eller flere kollektivknutepunkt'],
  ['transit proximity', 'kollektivnærhet', 'T: hvor fort boligene kommer av gårde med bane'],
  ['typology', 'boligtype', 'tetthet, husholdning og flater'],
  ['unplaced', 'uplassert', 'boliger som ikke får plass'],
  ['walking distance', 'gangavstand', 'meter å gå, ikke luftlinje'],
  ['water belts', 'vannbelter', 'belter langs sjø, elver og innsjøer'],
];

export const GLOSSARY_PAGE: MethodPage = {
  id: 'ord',
  title: 'Ord og begreper',
  says: 'Ett ord for hver ting, det samme overalt i verktøyet. Til venstre står ordet som koden og filene bruker.',
  sections: [
    {
      heading: 'Ordliste',
      blocks: [{ kind: 'table', table: { head: ['Engelsk', 'Norsk', 'Betyr'], rows: GLOSSARY } }],
    },
    {
      heading: 'Forkortelser og tegn',
      blocks: [
        {
          kind: 'terms',
          terms: [
            ['daa', 'dekar'],
            ['AR5', 'arealressurskart fra NIBIO, målestokk som passer felt'],
            ['PTAL', 'Public Transport Accessibility Level, Transport for London'],
            ['SSB', 'Statistisk sentralbyrå'],
            ['Σ', 'summen av'],
            ['φ', 'avrenningsfaktor'],
            ['boligtypene', TYPOLOGY_IDS.map((id) => TYPOLOGY_NAMES[id].toLowerCase()).join(', ')],
          ],
        },
      ],
    },
  ],
  related: ['grunnregler'],
};
