import { TYPOLOGY_IDS, type Surface, type Typology, type TypologyId } from '../domain/typology';
import type { MethodFigure } from './figure';
import { figureText, percentText } from './figureText';
import { BLUE_GREEN_WEIGHT, RUNOFF_BEFORE, RUNOFF_COEFFICIENT, TYPOLOGIES } from './parameters';

export const TYPOLOGY_NAMES: Readonly<Record<TypologyId, string>> = {
  bykvartal: 'Bykvartal',
  blokk: 'Blokk',
  rekkehus: 'Rekkehus',
  småhus: 'Småhus',
};

const SURFACE_NAMES: Readonly<Record<Surface, string>> = {
  sealed: 'Tett',
  greenRoof: 'Grønt tak',
  permeable: 'Gjennomtrengelig dekke',
  plantedDeck: 'Beplantet dekke',
  naturalGround: 'Naturlig grunn',
};

const SURFACES = Object.keys(SURFACE_NAMES) as readonly Surface[];

type GroundBefore = keyof typeof RUNOFF_BEFORE;

const GROUND_NAMES: Readonly<Record<GroundBefore, string>> = {
  builtUp: 'Bebygd',
  farmland: 'Dyrka mark',
  green: 'Annet grønt',
  marka: 'Marka',
  other: 'Annet land',
};

const TYPICAL = 'Typisk for boligtypen etter vårt skjønn. Bytt med tall fra egne planer.';
const RUNOFF_SOURCE = 'Skjønn innenfor det kommunale normer bruker; tette flater og grønt ligger oftest nær ytterkantene.';

function surfaceFigures(
  values: Readonly<Record<Surface, number>>,
  name: string,
  standing: (surface: Surface) => Pick<MethodFigure, 'standing' | 'source'>,
): readonly MethodFigure[] {
  return SURFACES.map((surface) => ({
    name: `${name}, ${SURFACE_NAMES[surface].toLowerCase()}`,
    value: values[surface],
    unit: '',
    ...standing(surface),
  }));
}

function typologyFigures({ id, dwellingsPerDaa, personsPerDwelling, surfaces }: Typology): readonly MethodFigure[] {
  const rest = { standing: 'assumption', source: TYPICAL } as const;
  const name = TYPOLOGY_NAMES[id];
  return [
    { name: `${name}, tetthet`, value: dwellingsPerDaa, unit: 'boliger/daa', ...rest },
    { name: `${name}, husholdning`, value: personsPerDwelling, unit: 'personer/bolig', ...rest },
    ...surfaceFigures(surfaces, `${name}, andel`, () => rest),
  ];
}

/** Surfaces whose blue-green weight stands in the second-hand table; the others are our own estimate. */
const WEIGHTS_TOLD: ReadonlySet<Surface> = new Set<Surface>(['greenRoof', 'permeable', 'plantedDeck']);

/** Figures of the typologies, their surfaces and the ground before, by the name of their constant. */
export const TYPOLOGY_FIGURES = {
  TYPOLOGIES: TYPOLOGY_IDS.flatMap((id) => typologyFigures(TYPOLOGIES[id])),
  BLUE_GREEN_WEIGHT: surfaceFigures(BLUE_GREEN_WEIGHT, 'Blågrønn vekt', (surface) =>
    WEIGHTS_TOLD.has(surface)
      ? { standing: 'secondHand', source: 'Tabell for blågrønn faktor gjengitt av leverandør av grønne tak.' }
      : { standing: 'assumption', source: 'Ytterpunktene i blågrønn faktor. Standarden NS 3845 er ikke lest.' },
  ),
  RUNOFF_COEFFICIENT: surfaceFigures(RUNOFF_COEFFICIENT, 'Avrenning φ', () => ({
    standing: 'assumption',
    source: RUNOFF_SOURCE,
  })),
  RUNOFF_BEFORE: (Object.keys(GROUND_NAMES) as readonly GroundBefore[]).map(
    (ground): MethodFigure => ({
      name: `Avrenning φ før, ${GROUND_NAMES[ground].toLowerCase()}`,
      value: RUNOFF_BEFORE[ground],
      unit: '',
      standing: 'assumption',
      source: RUNOFF_SOURCE,
    }),
  ),
} as const satisfies Readonly<Record<string, readonly MethodFigure[]>>;

/** The typologies as a table: head and rows. */
export function typologyTable(): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: ['Boligtype', 'boliger/daa', 'personer/bolig', 'arealformål'],
    rows: TYPOLOGY_IDS.map((id) => {
      const { dwellingsPerDaa, personsPerDwelling, arealformål } = TYPOLOGIES[id];
      return [TYPOLOGY_NAMES[id], figureText(dwellingsPerDaa), figureText(personsPerDwelling), arealformål];
    }),
  };
}

/** Surfaces of each typology with one coefficient beside them: head and rows. */
export function surfaceTable(
  coefficientName: string,
  coefficient: Readonly<Record<Surface, number>>,
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: ['Flate', ...TYPOLOGY_IDS.map((id) => TYPOLOGY_NAMES[id]), coefficientName],
    rows: SURFACES.map((surface) => [
      SURFACE_NAMES[surface],
      ...TYPOLOGY_IDS.map((id) => percentText(TYPOLOGIES[id].surfaces[surface])),
      figureText(coefficient[surface]),
    ]),
  };
}

/** Run-off of the ground before building: head and rows. */
export function groundBeforeTable(): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return {
    head: ['Grunn før bygging', 'φ'],
    rows: (Object.keys(GROUND_NAMES) as readonly GroundBefore[]).map((ground) => [
      GROUND_NAMES[ground],
      figureText(RUNOFF_BEFORE[ground]),
    ]),
  };
}
