import { toPlanarPoint } from '../../geometry/projection';
import type { LonLat } from '../../geometry/shapes';
import type { ExportedScenario } from '../exportedScenario';
import { printJson } from '../printJson';
import { proofOf, PROOF_NAME } from '../proof';
import type { Arrangement } from './arealdelSchema';
import { named, type AttributeNaming } from './attributeNames';
import { planDraft } from './planDraft';
import type { PlanDraft, PlanObject } from './planObject';

export interface ArealdelOptions {
  readonly arrangement: Arrangement;
  readonly naming: AttributeNaming;
  /** Of the draft; at most 16 characters. One is made when left out. */
  readonly planIdentification?: string;
}

/** Decimals of a metre: millimetres. */
const METRE_DECIMALS = 3;

function planarPosition(position: LonLat): readonly [number, number] {
  const { x, y } = toPlanarPoint(position);
  return [Number(x.toFixed(METRE_DECIMALS)), Number(y.toFixed(METRE_DECIMALS))];
}

function feature({ id, attributes, surface }: PlanObject, { arrangement, naming }: ArealdelOptions): object {
  return {
    type: 'Feature',
    id,
    properties: named(attributes, naming),
    geometry: {
      type: 'Polygon',
      coordinates: arrangement === 'EPSG:4326' ? surface : surface.map((ring) => ring.map(planarPosition)),
    },
  };
}

/** What a reader must know of the draft, in Norwegian. */
export function draftRemarks({ objects }: PlanDraft): readonly string[] {
  const has = (type: PlanObject['type']): boolean => objects.some((object) => object.type === type);
  return [
    'Planutkast for import fra Småbymodellen. Ikke en vedtatt plan, og ikke en levering etter NPAD: den skjer som SOSI eller GML med grenser og topologi.',
    'Planidentifikasjonen er laget for utkastet og finnes ikke i noe planregister.',
    'Objekttyper, egenskaper og koder følger SOSI Kommuneplan 20190401. Egenskaper som begynner med «smaby_», er modellens egne tall. Boliger er beregnet og kan ha desimaler.',
    ...(has('KpGjennomføringSone')
      ? ['Standardfelt er en antakelse om ombygging inne i småbyene. De er slått sammen til omformingssoner (H820) og er ikke nytt boligareal.']
      : []),
    ...(objects.some(({ attributes }) => attributes['arealformål'] === '3001')
      ? ['Nytt grønt er ført som 3001 Grønnstruktur. Underformål er ikke valgt.']
      : []),
    'Hvert objekt er én flate. Et felt i flere deler er flere objekter, med tallene delt etter areal.',
  ];
}

/**
 * A scenario as an arealdel GeoJSON. With EPSG:4326 it is RFC 7946 with eight decimals; with EPSG:25832 it has metres
 * with three decimals and the older `crs` member, and says that it is not RFC 7946. The same scenario on the same data
 * set always gives the same bytes.
 */
export function arealdelGeojson(exported: ExportedScenario, options: ArealdelOptions): string {
  const { arrangement, naming, planIdentification } = options;
  const draft = planDraft(exported, planIdentification);
  const isPlanar = arrangement === 'EPSG:25832';
  return printJson({
    type: 'FeatureCollection',
    name: 'arealdel',
    ...(isPlanar ? { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } } : {}),
    features: draft.objects.map((object) => feature(object, options)),
    [PROOF_NAME]: {
      format: 'arealdel',
      koordinatsystem: arrangement,
      attributtnavn: naming,
      merknader: [
        ...draftRemarks(draft),
        ...(isPlanar ? ['Koordinatene er meter i EPSG:25832 med egenskapen «crs». Filen følger derfor ikke RFC 7946.'] : []),
      ],
      utelatt: draft.leftOut,
      ...proofOf(exported),
    },
  });
}
