import type { Dataset } from '../domain/dataset';
import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import type { AreaId } from '../domain/identifiers';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { TYPOLOGIES } from '../method/parameters';
import type { AreaFacts, AreaFactsTable, ConflictKind, Evaluation } from '../scoring/evaluation';
import { roundOutline } from '../geometry/coordinates';
import { printJson } from './printJson';
import { scoreSummary } from './scoreSummary';

/** Code for planned land use (arealbruksstatus: framtidig). */
const PLANNED = '2';

/** Zone for transformation (gjennomføringssone: omforming), which default areas stand for. */
const TRANSFORMATION_ZONE = 'H820';

const CONFLICT_NAMES: Readonly<Record<ConflictKind, string>> = {
  marka: 'Marka',
  sea: 'sjø',
  farmland: 'dyrka mark',
  shoreBelt: 'strandsonen',
  watercourseBelt: 'belte langs vassdrag',
};

/** A scenario, what it scores and what is measured of its areas, all on one data set. */
export interface ExportedScenario {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation;
  readonly facts: AreaFactsTable;
  readonly dataset: Pick<Dataset, 'layers' | 'parameters'>;
}

/**
 * Land-use attributes of the national plan model. Only what a planner has drawn is planned land use: default areas are
 * an assumption of transformation inside a town, so they carry the zone for that and no purpose code.
 */
function planAttributes(area: DevelopmentArea): Readonly<Record<string, string | null>> {
  return area.origin === 'drawn'
    ? { arealformål: TYPOLOGIES[area.typology].arealformål, arealbruksstatus: PLANNED, hensynSonenavn: null }
    : { arealformål: null, arealbruksstatus: null, hensynSonenavn: TRANSFORMATION_ZONE };
}

function properties(
  area: DevelopmentArea,
  measured: AreaFacts | undefined,
  { scenario, dataset }: ExportedScenario,
  conflicts: readonly ConflictKind[],
): Readonly<Record<string, string | number | boolean | null>> {
  const dwellings = areaDwellings(area);
  const periods = periodsOf(scenario.programme).map(
    ({ firstYear, lastYear }, index) => [`boliger_${firstYear}_${lastYear}`, area.dwellingsByPeriod[index] ?? 0] as const,
  );
  const minutes = measured?.meanDepartureMinutes ?? Infinity;
  return {
    lokalId: area.id,
    områdenavn: area.name,
    kommunenummer: scenario.municipality,
    småby: dataset.parameters.towns.find((town) => town.id === area.town)?.name ?? null,
    opphav: area.origin === 'drawn' ? 'tegnet felt' : 'standardfelt (antakelse)',
    ...planAttributes(area),
    boligtype: area.typology,
    boliger: dwellings,
    boliger_plassert: measured ? Math.min(dwellings, measured.capacity) : null,
    ...Object.fromEntries(periods),
    kapasitet: measured?.capacity ?? null,
    utbyggbar_andel: area.developableShare,
    landareal_daa: measured?.landDaa ?? null,
    minutter_til_avgang: Number.isFinite(minutes) ? minutes : null,
    konflikter: conflicts.map((kind) => CONFLICT_NAMES[kind]).join(', '),
    satt_for_hånd: area.setByHand,
    beskrivelse: area.note,
  };
}

function feature(area: DevelopmentArea, exported: ExportedScenario, conflicts: ReadonlyMap<AreaId, readonly ConflictKind[]>): object {
  return {
    type: 'Feature',
    id: area.id,
    properties: properties(area, exported.facts.get(area.id), exported, conflicts.get(area.id) ?? []),
    geometry: { type: 'MultiPolygon', coordinates: roundOutline(area.outline) },
  };
}

/** What the numbers rest on: each layer as the catalogue describes it. */
function sources(layers: Dataset['layers']): readonly object[] {
  return layers.map(({ description }) => ({
    lag: description.title,
    kilde: description.source,
    dato: description.date,
    lisens: description.licence,
    navngivelse: description.attribution,
    nøyaktighet_m: description.accuracyMetres,
    merknad: description.accuracyNote,
    antakelse: description.assumption,
  }));
}

/**
 * The development areas as GeoJSON (RFC 7946: WGS84, right-hand rule, no crs), eight decimals of a degree, with their
 * numbers as flat attributes, official Norwegian names where there are such. Areas without dwellings are left out, as
 * they are no part of the plan, and counted. Beside the features stands a foreign member `smabymodellen` with the
 * scores, the sources with licence and date, the method version and the data set.
 */
export function developmentAreasGeojson(exported: ExportedScenario): string {
  const { scenario, evaluation, dataset } = exported;
  const built = [...scenario.areas.values()]
    .filter((area) => areaDwellings(area) > 0)
    .toSorted((first, second) => (first.id < second.id ? -1 : 1));
  const conflicts = new Map<AreaId, readonly ConflictKind[]>();
  for (const { area, kind } of evaluation.conflicts) conflicts.set(area, [...(conflicts.get(area) ?? []), kind]);
  return printJson({
    type: 'FeatureCollection',
    features: built.map((area) => feature(area, exported, conflicts)),
    smabymodellen: {
      version: 1,
      merknad:
        'Utbyggingsfelt fra Småbymodellen, ikke en vedtatt plan. Standardfelt er en antakelse om omforming inne i småbyene. Boliger er beregnet og kan ha desimaler.',
      methodVersion: evaluation.methodVersion,
      datasetHash: evaluation.datasetHash,
      scenarioName: scenario.name,
      scenarioNote: scenario.note,
      areasWithoutDwellings: scenario.areas.size - built.length,
      scores: scoreSummary(scenario, evaluation),
      sources: sources(dataset.layers),
    },
  });
}
