import { toPlanarPoint } from '../../geometry/projection';
import type { LonLat, LonLatPolygon, PlanarPoint, PlanarPolygon } from '../../geometry/shapes';
import { draftRemarks } from '../arealdel/arealdelGeojson';
import { CONSIDERATIONS, PURPOSES, TRANSFORMATION, TRANSIT_HUB } from '../arealdel/planCodes';
import { NO_PLAN_DETAILS, type PlanDetails } from '../arealdel/planDetails';
import { planDraft } from '../arealdel/planDraft';
import { PLAN_OBJECT_TYPES, type Attributes, type AttributeValue, type PlanObject, type PlanObjectType, type TownOutlineObject } from '../arealdel/planObject';
import { developmentAreaFeatures } from '../developmentAreasGeojson';
import type { ExportedScenario } from '../exportedScenario';
import { proofOf } from '../proof';
import { roundedNumbers } from '../roundedNumbers';
import { heading, type ExportTable } from '../tables/exportTable';
import { scenarioTables } from '../tables/scenarioTables';
import { qmlStyle, sldStyle, type FillClass } from './fillStyle';
import { pointQml, pointSld } from './pointStyle';
import { writeGeopackage, type Column, type GeopackageLayer, type GeopackageTable } from './geopackageFile';
import type { OpenDatabase } from './sqlDatabase';

/** The table that says what the file is, and its rows. */
export const ABOUT_TABLE = 'om_eksporten';
export const PROOF_ROW = 'bevis';

/** Rows in which the municipality's own names of the plan stand; none where it has not said. */
export const DETAIL_ROWS = { planIdentification: 'oppgitt planidentifikasjon', name: 'oppgitt plannavn', date: 'oppgitt dato' } as const;

/** Metres with three decimals, as in the planar GeoJSON. */
const METRE_DECIMALS = 3;

const OUTLINE = '#000000';
const OUTLINE_WIDTH = 0.18;

interface LayerForm {
  readonly table: string;
  readonly attribute: string;
  readonly classes: readonly FillClass[];
}

const single = (fill: FillClass): readonly FillClass[] => [fill];

const FORMS: Readonly<Record<Exclude<PlanObjectType, 'KpSamferdselPunkt'>, LayerForm>> = {
  KpOmråde: {
    table: 'kp_omrade',
    attribute: 'objekttypenavn',
    classes: single({ value: null, label: 'Planområde', fill: '#ffffff', pattern: 'none', outline: OUTLINE, outlineWidth: 0.7, dashed: true }),
  },
  KpArealformålOmråde: {
    table: 'kp_arealformalomrade',
    attribute: 'arealformål',
    classes: Object.entries(PURPOSES).map(([code, { name, fill }]) => ({
      value: code,
      label: `${code} ${name} (framtidig)`,
      fill,
      pattern: 'solid',
      outline: OUTLINE,
      outlineWidth: OUTLINE_WIDTH,
    })),
  },
  KpAngittHensynSone: {
    table: 'kp_angitthensynsone',
    attribute: 'angittHensyn',
    classes: Object.entries(CONSIDERATIONS).map(([code, name]) => ({
      value: code,
      label: `H${code} ${name}`,
      fill: '#000000',
      pattern: 'hatch',
      outline: OUTLINE,
      outlineWidth: 0.35,
    })),
  },
  KpGjennomføringSone: {
    table: 'kp_gjennomforingsone',
    attribute: 'gjennomføring',
    classes: single({
      value: null,
      label: `H${TRANSFORMATION} Omforming`,
      fill: '#8a2f7d',
      pattern: 'hatch',
      outline: '#8a2f7d',
      outlineWidth: 0.5,
    }),
  },
};

const AREA_CLASSES: readonly FillClass[] = [
  { value: 'tegnet felt', label: 'Tegnet felt', fill: '#c2569f', pattern: 'solid', outline: OUTLINE, outlineWidth: OUTLINE_WIDTH },
  { value: 'standardfelt (antakelse)', label: 'Standardfelt (antakelse)', fill: '#e3b7d6', pattern: 'solid', outline: '#8a2f7d', outlineWidth: OUTLINE_WIDTH },
];

const HUBS = 'kp_samferdselpunkt';
const TOWN_OUTLINES = 'smaby_omriss';

const TOWN_CLASS: FillClass = { value: null, label: 'Nytt omriss for småby', fill: '#ffffff', pattern: 'none', outline: '#4b1a58', outlineWidth: 0.7 };

function planarPoint(position: LonLat): PlanarPoint {
  const { x, y } = toPlanarPoint(position);
  return { x: Number(x.toFixed(METRE_DECIMALS)), y: Number(y.toFixed(METRE_DECIMALS)) };
}

function planarPolygon(polygon: LonLatPolygon): PlanarPolygon {
  return polygon.map((ring) => {
    const planar = new Float64Array((ring.length - 1) * 2);
    for (const [index, position] of ring.slice(0, -1).entries()) {
      const { x, y } = planarPoint(position);
      planar[2 * index] = x;
      planar[2 * index + 1] = y;
    }
    return planar;
  });
}

/** A column takes numbers where any row has one; whole numbers are written as real ones too, which loses nothing. */
function columnsOf(rows: readonly Readonly<Record<string, AttributeValue | boolean>>[]): readonly Column[] {
  const names = Object.keys(rows[0] ?? {});
  return names.map((name) => ({ name, type: rows.some((row) => typeof row[name] === 'number') ? 'REAL' : 'TEXT' }));
}

function plainValue(value: AttributeValue | boolean | undefined): AttributeValue {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? (value ? 'ja' : 'nei') : value;
}

function styleOf(table: string, title: string, attribute: string, classes: readonly FillClass[]): GeopackageLayer['style'] {
  return { name: title.slice(0, 30), qml: qmlStyle(attribute, classes), sld: sldStyle(table, attribute, classes) };
}

function planLayer(type: PlanObjectType, objects: readonly PlanObject[]): GeopackageLayer {
  const columns = columnsOf(objects.map(({ attributes }) => attributes));
  if (type === 'KpSamferdselPunkt') return hubLayer(objects, columns);
  const { table, attribute, classes } = FORMS[type];
  const used = classes.filter(({ value }) => value === null || objects.some(({ attributes }) => attributes[attribute] === value));
  return {
    table,
    title: type,
    description: 'Planutkast for import fra Småbymodellen. Ikke en vedtatt plan.',
    geometry: 'POLYGON',
    columns,
    rows: objects.flatMap(({ attributes, geometry }) =>
      geometry.kind === 'surface'
        ? [{ polygons: [planarPolygon(geometry.surface)], values: columns.map(({ name }) => attributes[name] ?? null) }]
        : [],
    ),
    style: styleOf(table, type, attribute, used),
  };
}

function hubLayer(objects: readonly PlanObject[], columns: readonly Column[]): GeopackageLayer {
  const label = `${TRANSIT_HUB} Kollektivknutepunkt (framtidig)`;
  return {
    table: HUBS,
    title: 'KpSamferdselPunkt',
    description: 'Stasjoner som scenarioet legger til eller flytter. Planutkast for import fra Småbymodellen. Ikke en vedtatt plan.',
    geometry: 'POINT',
    columns,
    rows: objects.flatMap(({ attributes, geometry }) =>
      geometry.kind === 'point'
        ? [{ point: planarPoint(geometry.position), values: columns.map(({ name }) => attributes[name] ?? null) }]
        : [],
    ),
    style: { name: 'KpSamferdselPunkt', qml: pointQml(), sld: pointSld(HUBS, label) },
  };
}

function townOutlineLayer(outlines: readonly TownOutlineObject[]): GeopackageLayer {
  const rows = outlines.map(({ id, attributes }): Attributes => ({ lokalId: id, ...roundedNumbers(attributes) }));
  const columns = columnsOf(rows);
  return {
    table: TOWN_OUTLINES,
    title: 'Nye omriss for småbyer',
    description: 'Omriss som scenarioet gir småbyene. Modellens egen inndeling, ikke planobjekter.',
    geometry: 'MULTIPOLYGON',
    columns,
    rows: outlines.map(({ surfaces }, index) => ({
      polygons: surfaces.map(planarPolygon),
      values: columns.map(({ name }) => plainValue(rows[index]?.[name])),
    })),
    style: styleOf(TOWN_OUTLINES, 'Nye omriss for småbyer', 'smaby_småby', [TOWN_CLASS]),
  };
}

function areaLayer(exported: ExportedScenario): GeopackageLayer {
  const features = developmentAreaFeatures(exported);
  const columns = columnsOf(features.map(({ properties }) => properties));
  return {
    table: 'utbyggingsfelt',
    title: 'Utbyggingsfelt',
    description: 'Felt med boliger, ett for ett, med tallene. Standardfelt er en antakelse om ombygging i småbyene.',
    geometry: 'MULTIPOLYGON',
    columns,
    rows: features.map(({ properties, outline }) => ({
      polygons: outline.map(planarPolygon),
      values: columns.map(({ name }) => plainValue(properties[name])),
    })),
    style: styleOf('utbyggingsfelt', 'Utbyggingsfelt', 'opphav', AREA_CLASSES),
  };
}

function plainTable({ id, title, notes, columns, rows }: ExportTable): GeopackageTable {
  return {
    table: `tabell_${id}`,
    title: `Tabell: ${title}`,
    description: notes.join(' '),
    columns: columns.map((column) => ({ name: heading(column), type: column.decimals === null ? 'TEXT' : 'REAL' })),
    rows,
  };
}

function aboutTable(exported: ExportedScenario, remarks: readonly string[], details: PlanDetails): GeopackageTable {
  const { scenario, evaluation } = exported;
  return {
    table: ABOUT_TABLE,
    title: 'Om eksporten',
    description: 'Hva filen er, og det som trengs for å regne den etter.',
    columns: [
      { name: 'navn', type: 'TEXT' },
      { name: 'verdi', type: 'TEXT' },
    ],
    rows: [
      ['scenario', scenario.name],
      ['merknad', scenario.note],
      ...remarks.map((remark): readonly [string, string] => ['om planutkastet', remark]),
      ...(['planIdentification', 'name', 'date'] as const).flatMap((field): readonly (readonly [string, string])[] =>
        details[field] === null ? [] : [[DETAIL_ROWS[field], details[field]]],
      ),
      ['metodeversjon', String(evaluation.methodVersion)],
      ['datasett', evaluation.datasetHash],
      [PROOF_ROW, JSON.stringify(proofOf(exported))],
    ],
  };
}

/** A scenario as a GeoPackage in EPSG:25832: the arealdel draft, every area, the tables, and the proof. */
export function scenarioGeopackage(exported: ExportedScenario, openDatabase: OpenDatabase, details: PlanDetails = NO_PLAN_DETAILS): Uint8Array {
  const draft = planDraft(exported, details);
  const planLayers = PLAN_OBJECT_TYPES.map((type) => [type, draft.objects.filter((object) => object.type === type)] as const)
    .filter(([, objects]) => objects.length > 0)
    .map(([type, objects]) => planLayer(type, objects));
  return writeGeopackage(
    [areaLayer(exported), ...planLayers, ...(draft.townOutlines.length > 0 ? [townOutlineLayer(draft.townOutlines)] : [])],
    [...scenarioTables(exported).map(plainTable), aboutTable(exported, draftRemarks(draft), details)],
    openDatabase,
  );
}
