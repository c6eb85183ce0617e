import { toPlanarPoint } from '../../geometry/projection';
import type { LonLat } from '../../geometry/shapes';
import { rangesText } from '../drawRanges';
import type { ExportedScenario } from '../exportedScenario';
import { printJson } from '../printJson';
import { proofOf, PROOF_NAME } from '../proof';
import { roundedNumbers } from '../roundedNumbers';
import type { Arrangement } from './arealdelSchema';
import { named, type AttributeNaming } from './attributeNames';
import { NO_PLAN_DETAILS, type PlanDetails } from './planDetails';
import { planDraft } from './planDraft';
import type { PlanDraft, PlanGeometry, PlanObject, TownOutlineObject } from './planObject';

export interface ArealdelOptions {
  readonly arrangement: Arrangement;
  readonly naming: AttributeNaming;
  /** What the municipality calls the plan; the draft's own identification and name when left out. */
  readonly details?: PlanDetails;
}

/** Decimals of a metre: millimetres. */
const METRE_DECIMALS = 3;

function planarPosition(position: LonLat): readonly [number, number] {
  const { x, y } = toPlanarPoint(position);
  return [Number(x.toFixed(METRE_DECIMALS)), Number(y.toFixed(METRE_DECIMALS))];
}

type Place = (position: LonLat) => readonly [number, number];

function placeIn(arrangement: Arrangement): Place {
  return arrangement === 'EPSG:4326' ? (position) => position : planarPosition;
}

function geometryOf(geometry: PlanGeometry, place: Place): object {
  return geometry.kind === 'point'
    ? { type: 'Point', coordinates: place(geometry.position) }
    : { type: 'Polygon', coordinates: geometry.surface.map((ring) => ring.map(place)) };
}

function feature({ id, attributes, geometry }: PlanObject, { arrangement, naming }: ArealdelOptions): object {
  return { type: 'Feature', id, properties: named(attributes, naming), geometry: geometryOf(geometry, placeIn(arrangement)) };
}

function townFeature({ id, attributes, surfaces }: TownOutlineObject, arrangement: Arrangement): object {
  const coordinates = surfaces.map((surface) => surface.map((ring) => ring.map(placeIn(arrangement))));
  return { type: 'Feature', id, properties: roundedNumbers(attributes), geometry: { type: 'MultiPolygon', coordinates } };
}

/** What a reader must know of the draft, in Norwegian. */
export function draftRemarks({ objects, townOutlines, details }: PlanDraft): readonly string[] {
  const has = (type: PlanObject['type']): boolean => objects.some((object) => object.type === type);
  return [
    'Planutkast for import fra Småbymodellen. Ikke en vedtatt plan, og ikke en levering etter NPAD: den skjer som SOSI eller GML med grenser og topologi.',
    details.planIdentification === null
      ? 'Planidentifikasjonen er laget for utkastet (antakelse) og finnes ikke i noe planregister.'
      : 'Planidentifikasjonen er oppgitt av den som eksporterte. Planen er et utkast, uansett hva identifikasjonen gjelder.',
    'Objekttyper, egenskaper og koder følger SOSI Kommuneplan 20190401. Egenskaper som begynner med «smaby_», er modellens egne tall. Boliger er beregnet og kan ha desimaler.',
    ...(has('KpGjennomføringSone')
      ? ['Standardfelt er en antakelse om ombygging inne i småbyene. De er slått sammen til omformingssoner (H820) og er ikke nytt boligareal.']
      : []),
    ...(objects.some(({ attributes }) => attributes['arealformål'] === '3001')
      ? ['Nytt grønt er ført som 3001 Grønnstruktur. Underformål er ikke valgt.']
      : []),
    ...(has('KpSamferdselPunkt')
      ? ['Nye og flyttede stasjoner er ført som KpSamferdselPunkt 1159 Kollektivknutepunkt. Vertikalnivå er ikke valgt.']
      : []),
    ...(townOutlines.length > 0 ? ['Nye omriss for småbyer er ikke planobjekter. De ligger for seg, som «småbyomriss».'] : []),
    'Hvert objekt er én flate. Et felt i flere deler er flere objekter, med tallene delt etter areal.',
  ];
}

/**
 * A scenario as an arealdel GeoJSON. With EPSG:4326 it is RFC 7946 with eight decimals; with EPSG:25832 it has metres
 * with three decimals and the older `crs` member, and says that it is not RFC 7946. The same scenario on the same data
 * set always gives the same bytes.
 */
export function arealdelGeojson(exported: ExportedScenario, options: ArealdelOptions): string {
  const { arrangement, naming, details = NO_PLAN_DETAILS } = options;
  const draft = planDraft(exported, details);
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
        ...(exported.ranges ? [rangesText(exported.ranges)] : []),
        ...(isPlanar ? ['Koordinatene er meter i EPSG:25832 med egenskapen «crs». Filen følger derfor ikke RFC 7946.'] : []),
      ],
      plan: { planidentifikasjon: details.planIdentification, plannavn: details.name, dato: details.date },
      utelatt: draft.leftOut,
      småbyomriss: draft.townOutlines.map((outline) => townFeature(outline, arrangement)),
      ...proofOf(exported),
    },
  });
}
