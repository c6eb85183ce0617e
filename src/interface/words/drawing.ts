import type { ToolId } from '../../state/drawingStore';
import { countOf, formatNumber, formatQuantity } from '../format/numbers';

export const TOOL_WORDS: Readonly<Record<ToolId, { readonly name: string; readonly key: string; readonly keyName: string }>> = {
  polygon: { name: 'Tegn felt', key: 'n', keyName: 'N' },
  rectangle: { name: 'Rektangel', key: 'r', keyName: 'R' },
  freehand: { name: 'Frihånd', key: 'f', keyName: 'F' },
  edit: { name: 'Rediger omriss', key: 'e', keyName: 'E' },
  move: { name: 'Flytt', key: 'm', keyName: 'M' },
  split: { name: 'Del', key: 'd', keyName: 'D' },
  merge: { name: 'Slå sammen', key: 'u', keyName: 'U' },
  clip: { name: 'Klipp bort vern', key: 'k', keyName: 'K' },
  delete: { name: 'Slett', key: 'delete', keyName: 'Delete' },
  brush: { name: 'Pensel', key: 'p', keyName: 'P' },
};

/** What the keys do while something is drawn. */
export const DRAWING_KEY_ROWS: readonly (readonly [readonly string[], string])[] = [
  ...Object.values(TOOL_WORDS).map(({ name, keyName }) => [[keyName], name] as const),
  [['Enter'], 'Lukk det som tegnes. Når kartet er valgt med tastaturet: sett et hjørne under ringen i midten'],
  [['Tilbaketast'], 'Fjern siste hjørne'],
  [['Enter', 'piltaster'], 'Når kartet er valgt: ta tak i hjørnet eller feltet under ringen, før det med piltastene, Enter slipper. Penselen setter et strøk'],
  [['Delete'], 'Når et omriss redigeres: fjern hjørnet du har klikket på. Alt og klikk fjerner det med én gang'],
  [['Shift', 'klikk'], 'Velg flere felt. Shift og dra: velg alle i en ramme'],
];

export const DRAWING_WORDS = {
  toolbar: 'Tegneverktøy',
  card: 'Tegning',
  tool: (name: string, key: string): string => `${name} (${key})`,
  choose: {
    edit: 'Klikk på feltet du vil redigere.',
    move: 'Klikk på feltet du vil flytte. Shift-klikk velger flere.',
  },
  hints: {
    polygon: 'Klikk for hvert hjørne. Enter eller klikk på et endepunkt lukker. Tilbaketasten fjerner siste hjørne.',
    rectangle: 'Dra fra hjørne til hjørne.',
    freehand: 'Dra rundt området.',
    line: 'Klikk langs linjen som feltet skal deles etter. Enter avslutter.',
    point: 'Klikk der den skal ligge.',
    edit: 'Dra et hjørne, eller midt på en side for et nytt. Delete fjerner hjørnet du har klikket på; Alt-klikk gjør det med én gang. Esc når du er ferdig.',
    move: 'Dra feltet dit det skal. Esc når du er ferdig.',
    brush: 'Dra over feltene. Alt visker ut.',
  },
  nothingChosen: {
    merge: 'Velg minst to felt først: klikk på ett, og Shift-klikk på de andre.',
    clip: 'Velg et felt først, så klippes vernet bort.',
    delete: 'Velg et felt først, så kan det slettes.',
  },
  away: 'Verktøyene er lagt bort mens du sammenligner. S går tilbake til kartet.',
  noVertex: 'Det er ingen hjørner å fjerne ennå. Klikk i kartet for å sette det første.',
  noVertexPicked: 'Klikk på hjørnet du vil fjerne først. Skal hele feltet slettes: Esc, og så Delete.',
  tooFewVertices: 'Et felt trenger minst tre hjørner. Klikk i kartet for flere.',
  area: (daa: number): string => `${formatQuantity(daa)} daa`,
  room: (dwellings: number): string => `plass til ${countOf(dwellings, 'bolig', 'boliger')}`,
  farmland: (daa: number): string => `${formatQuantity(daa)} daa dyrka mark`,
  green: (daa: number): string => `${formatQuantity(daa)} daa grønt`,
  shoreBelt: (daa: number): string => `${formatQuantity(daa)} daa i 100-metersbeltet`,
  forbidden: { marka: (daa: number): string => `${formatQuantity(daa)} daa i Marka: ikke tillatt`, sea: (daa: number): string => `${formatQuantity(daa)} daa i sjøen: ikke tillatt` },
  outside: (daa: number): string => `${formatQuantity(daa)} daa utenfor kommunen klippes bort`,
  spares: 'Tar verken dyrka mark eller grønt',
  moved: (metres: number): string => `${formatNumber(metres)} m flyttet`,
  share: 'Kan bygges ut',
  finish: 'Ferdig',
  cancel: 'Avbryt',
  leave: 'Legg bort',
  noArea: 'Linjen går ikke over noe felt. Tegn den tvers over feltet du vil dele.',
  brushTown: 'Småby',
  allTowns: 'Alle',
  brushDwellings: 'Boliger per strøk',
  brushSize: 'Størrelse',
  pixels: 'px',
  quota: (town: string, placed: number, quota: number): string => `${town}: ${formatNumber(placed)} av ${formatNumber(quota)} plassert`,
  left: (dwellings: number): string => `${formatNumber(dwellings)} igjen`,
  over: (dwellings: number): string => `${formatNumber(dwellings)} for mye`,
  empty: (town: string): string => `Tøm ${town}`,
  fillRest: 'Fyll resten',
} as const;
