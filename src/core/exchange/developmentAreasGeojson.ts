import { areaDwellings, type DevelopmentArea } from '../domain/developmentArea';
import { periodsOf } from '../domain/programme';
import { roundOutline } from '../geometry/coordinates';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { TYPOLOGIES } from '../method/parameters';
import type { AreaFacts, ConflictKind } from '../scoring/evaluation';
import { rangesText } from './drawRanges';
import { conflictsByArea, conflictText, type ExportedScenario } from './exportedScenario';
import { printJson } from './printJson';
import { proofOf, PROOF_NAME } from './proof';
import { roundedNumbers } from './roundedNumbers';

/** Code for planned land use (arealbruksstatus: framtidig). */
const PLANNED = '2';

/** Zone for transformation (gjennomføringssone: omforming), which default areas stand for. */
const TRANSFORMATION_ZONE = 'H820';

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
  conflicts: readonly ConflictKind[] | undefined,
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
    konflikter: conflictText(conflicts),
    satt_for_hånd: area.setByHand,
    beskrivelse: area.note,
  };
}

/** A development area with what is said of it. */
export interface DevelopmentAreaFeature {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  /** Eight decimals of a degree, right-handed. */
  readonly outline: LonLatMultiPolygon;
}

/** Every area with dwellings, by identifier. Areas without are no part of the plan. */
export function developmentAreaFeatures(exported: ExportedScenario): readonly DevelopmentAreaFeature[] {
  const { scenario, facts, evaluation } = exported;
  const conflicts = conflictsByArea(evaluation);
  return [...scenario.areas.values()]
    .filter((area) => areaDwellings(area) > 0)
    .toSorted((first, second) => (first.id < second.id ? -1 : 1))
    .map((area) => ({
      id: area.id,
      properties: roundedNumbers(properties(area, facts.get(area.id), exported, conflicts.get(area.id))),
      outline: roundOutline(area.outline),
    }));
}

/**
 * The development areas as GeoJSON (RFC 7946: WGS84, right-hand rule, no crs), eight decimals of a degree, with their
 * numbers as flat attributes, official Norwegian names where there are such. Areas without dwellings are left out and
 * counted. Beside the features stands the proof of the export.
 */
export function developmentAreasGeojson(exported: ExportedScenario): string {
  const features = developmentAreaFeatures(exported);
  return printJson({
    type: 'FeatureCollection',
    features: features.map(({ outline, ...feature }) => ({
      type: 'Feature',
      ...feature,
      geometry: { type: 'MultiPolygon', coordinates: outline },
    })),
    [PROOF_NAME]: {
      format: 'utbyggingsfelt',
      merknad: [
        'Utbyggingsfelt fra Småbymodellen, ikke en vedtatt plan. Standardfelt er en antakelse om omforming inne i småbyene. Boliger er beregnet og kan ha desimaler.',
        ...(exported.ranges ? [rangesText(exported.ranges)] : []),
      ].join(' '),
      areasWithoutDwellings: exported.scenario.areas.size - features.length,
      ...proofOf(exported),
    },
  });
}
