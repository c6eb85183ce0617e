import { figuresOf } from '../figures';
import { figureText } from '../figureText';
import { CONFLICT_MINIMUM_SQUARE_METRES } from '../parameters';
import type { MethodPage } from '../page';

/** What a scenario does beside building homes, and where it counts. */
export const MEASURES: MethodPage = {
  id: 'tiltak',
  title: 'Tiltak',
  says: 'Et scenario kan gjøre mer enn å bygge boliger: flytte stasjoner, gi dem flere avganger, legge til stasjoner, foreslå grønt, verne grunn og tegne småbyer om. Hvert tiltak kan slås av. Da står det i listen, men teller ikke.',
  sections: [
    {
      heading: 'Hvor tiltakene teller',
      blocks: [
        {
          kind: 'table',
          table: {
            head: ['Tiltak', 'Teller i', 'Slik'],
            rows: [
              ['Flyttet stasjon, nye avganger', 'T, T1, T2, T3', 'stasjonen regnes med det nye stedet og de nye avgangene i alle år'],
              ['Ny stasjon', 'T, T1, T2, T3', 'fra og med åpningsåret; en linje den deler med en annen stasjon, teller én gang'],
              ['Nytt grønt', 'B2, B3, B5, B6', 'bebygd og annet land i omrisset regnes som annet grønt'],
              ['Vern', 'kapasitet, T, B og konflikter', 'feltene rommer ingen boliger på vernet grunn'],
              ['Omriss på småby', 'veksten utenfor småbyene', 'den spres på dem som bor utenfor de nye omrissene'],
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
            '«I dag» er alltid uten tiltak.',
            'Nytt grønt går ikke foran sjø, innsjø, dyrka mark og Marka. Der det alt er grønt, gir det ikke noe mer.',
            'Bygges det på det nye grønne, teller det som å bygge på annet grønt.',
            'I B3 er sammenhengen før den som er i dag. Nytt grønt kan veie opp for det som tas, men skåren blir aldri mer enn full.',
            'Et tegnet omriss regnes som nøyaktig. B3 og B5 mangler likevel når kartet over grønt mangler eller er for grovt.',
            'Vern trekkes fra feltet før noe regnes: land, kapasitet, hvor boligene står, arealregnskap og de andre konfliktene.',
            'Boliger ut over det som er igjen, er over kapasitet og uplasserte. Feltet står med en advarsel i listen over konflikter.',
            `Vern som tar under ${figureText(CONFLICT_MINIMUM_SQUARE_METRES)} m² av et felt, regnes ikke.`,
            'I usikkerheten flyttes en stasjon like langt av sted som før. En ny stasjon står der scenarioet sier. Linjer bare scenarioet har, får sin egen trekning av avganger.',
          ],
        },
      ],
    },
    { heading: 'Tall og kilder', blocks: [{ kind: 'figures', figures: figuresOf('CONFLICT_MINIMUM_SQUARE_METRES') }] },
    {
      heading: 'Dette sier tallene ikke',
      blocks: [
        {
          kind: 'list',
          items: ['Om tiltaket kan bygges, hva det koster, og hvem som må vedta det.', 'Spor og ledig plass på linjen til flere avganger.', 'Hvor lang tid det tar før en ny park er grønn.'],
        },
      ],
    },
  ],
  related: ['T', 'B2', 'B3', 'B5', 'konflikter', 'usikkerhet'],
};
