import type { Dataset } from '../../core/domain/dataset';
import { areaDwellings } from '../../core/domain/developmentArea';
import { stationsWith } from '../../core/domain/measure';
import type { Scenario } from '../../core/domain/scenario';
import type { Evaluation } from '../../core/scoring/evaluation';
import type { Target } from '../../state/target';
import { CARD_WORDS, MODE_WORDS, ROLE_WORDS } from '../words/card';
import { MEASURE_KIND_WORDS } from '../words/measures';
import { CONFLICT_WORDS } from '../words/result';

/** A thing on the map in words. */
export interface Description {
  readonly title: string;
  readonly kind: string;
  readonly facts: readonly string[];
}

export interface Known {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
  readonly evaluation: Evaluation | null;
}

/** Names that people know features by, in the order they are looked for. */
const NAME_PROPERTIES = ['navn', 'name', 'line', 'linje'] as const;

/** What there is to tell of a thing on the map; null when it is there no more. */
export function describe(target: Target, known: Known): Description | null {
  switch (target.kind) {
    case 'area':
      return describeArea(target.area, known);
    case 'town':
      return describeTown(target.town, known);
    case 'station':
      return describeStation(target.station, known);
    case 'conflict': {
      const area = known.scenario.areas.get(target.conflict.area)?.name ?? target.conflict.area;
      return {
        title: CONFLICT_WORDS[target.conflict.kind],
        kind: CARD_WORDS.kinds.conflict,
        facts: [CARD_WORDS.conflictArea(area, target.conflict.areaDaa)],
      };
    }
    case 'measure': {
      const measure = known.scenario.measures.get(target.measure);
      return measure ? { title: measure.name, kind: MEASURE_KIND_WORDS[measure.kind], facts: [] } : null;
    }
    case 'piece':
      // Told where the two are compared.
      return null;
    case 'layerFeature':
      return describeFeature(target, known.dataset);
  }
}

function describeArea(id: Parameters<Scenario['areas']['get']>[0], { scenario, dataset }: Known): Description | null {
  const area = scenario.areas.get(id);
  if (!area) return null;
  const town = dataset.parameters.towns.find((candidate) => candidate.id === area.town);
  return {
    title: area.name,
    kind: `${CARD_WORDS.kinds.area} ${town ? CARD_WORDS.inTown(town.name) : CARD_WORDS.outsideTowns}`,
    facts: [CARD_WORDS.dwellingsText(areaDwellings(area))],
  };
}

function describeTown(id: Dataset['towns'][number]['id'], { dataset, evaluation }: Known): Description | null {
  const town = dataset.towns.find((candidate) => candidate.id === id);
  if (!town) return null;
  const result = evaluation?.towns.find((candidate) => candidate.town === id);
  const anchors = town.anchors.map((anchor) => dataset.stations.find((station) => station.id === anchor)?.name ?? anchor);
  return {
    title: town.name,
    kind: CARD_WORDS.kinds.town,
    facts: [
      ...(result ? [CARD_WORDS.townPlaced(result.placed, result.capacity)] : []),
      ...(result && result.transitScore !== null ? [CARD_WORDS.townScore(result.transitScore)] : []),
      CARD_WORDS.anchors(anchors),
    ],
  };
}

function describeStation(id: Dataset['stations'][number]['id'], { dataset, scenario }: Known): Description | null {
  const station = stationsWith(dataset.stations, scenario.measures).find((candidate) => candidate.id === id);
  if (!station) return null;
  const facts = [`${CARD_WORDS.line(station.line)} · ${CARD_WORDS.departures(station.departuresPerHour)}`];
  if (station.status.kind === 'proposed') facts.push(CARD_WORDS.opens(station.status.openingYear));
  if (station.status.kind === 'underConstruction') {
    facts.push(CARD_WORDS.opens(station.status.openingYear));
    if (scenario.projects.get(station.status.project) === false) facts.push(CARD_WORDS.leftOut);
  }
  facts.push(`${CARD_WORDS.source}: ${station.source}, ${CARD_WORDS.accuracy(station.accuracyMetres)}`);
  return { title: station.name, kind: MODE_WORDS[station.mode], facts };
}

function describeFeature(target: Extract<Target, { kind: 'layerFeature' }>, dataset: Dataset): Description | null {
  const layer = dataset.layers.find(({ description }) => description.id === target.layer);
  if (!layer) return null;
  const { title, role, source, date, accuracyMetres } = layer.description;
  const named = NAME_PROPERTIES.map((property) => target.properties[property]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  const accuracy = accuracyMetres === null ? '' : `, ${CARD_WORDS.accuracy(accuracyMetres)}`;
  return {
    title: typeof named === 'string' ? named : (ROLE_WORDS[role] ?? title),
    kind: title,
    facts: [`${CARD_WORDS.source}: ${source}, ${date}${accuracy}`],
  };
}
