import type { LayerRole } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerId } from '../domain/identifiers';
import type { TransitResult } from './evaluation';
import type { Assessment } from './assessment';
import type { ExplanationTable } from './explanation';
import { areaRows, spreadRows, tableByLargest, tablesByTownAndArea, unplacedRows, type ColumnPlan } from './explainTables';
import { residentsByTown } from './residentsByTown';
import type { Travel } from './travel';

/** Columns of a table over homes, after their number. */
export interface TransitRows {
  readonly plans: readonly ColumnPlan[];
  /** Columns of so many homes with this travel. */
  readonly columns: (count: number, travel: Travel | null) => readonly (number | null)[];
  /** Columns of unplaced dwellings; null where they are not counted. */
  readonly unplaced: readonly (number | null)[] | null;
}

/** Homes whose transit proximity is explained: a plan's dwellings, or today's residents. */
export interface TransitHomes {
  readonly transit: TransitResult;
  /** Homes with those that have no place among them. */
  readonly all: number;
  readonly placed: number;
  /** Norwegian: what to know of the number, null for nothing; and why there is none without homes. */
  readonly caution: string | null;
  readonly cautionWithoutHomes: string;
  readonly words: {
    readonly all: string;
    readonly placed: string;
    readonly unit: string;
    readonly source: string;
    readonly column: string;
    readonly these: string;
  };
  readonly layers: readonly LayerId[];
  readonly tables: (rows: TransitRows) => readonly ExplanationTable[];
}

function layersIn(dataset: Pick<Dataset, 'layers'>, roles: readonly LayerRole[]): readonly LayerId[] {
  return roles.flatMap((role) => layersOf(dataset, role).map(({ description }) => description.id));
}

/** The dwellings of a plan. Layers of the residents are told only when dwellings are spread as they live. */
export function plannedHomes(assessment: Assessment): TransitHomes {
  const { placement, evaluation, baseline, service } = assessment;
  const dwellings: ColumnPlan = { name: 'Boliger', unit: 'boliger', together: 'sum' };
  return {
    transit: evaluation.transit,
    all: placement.scored,
    placed: placement.dwellings.placed,
    caution: service.stations.length === 0 ? 'Ingen stasjon er i drift det siste året.' : null,
    cautionWithoutHomes: 'Ingen boliger er plassert.',
    words: {
      all: 'Boliger, også uplasserte',
      placed: 'Plasserte boliger',
      unit: 'boliger',
      source: 'Boligprogrammet og feltene',
      column: 'Boliger',
      these: 'boligene',
    },
    layers: layersIn(
      baseline.dataset,
      placement.spread > 0 ? ['station', 'land', 'water', 'municipality', 'population', 'town'] : ['station', 'land', 'water'],
    ),
    tables: ({ plans, columns, unplaced }) =>
      tablesByTownAndArea(
        assessment,
        [dwellings, ...plans],
        [
          ...areaRows(assessment, ({ placed, travel }) => (placed > 0 ? [placed, ...columns(placed, travel)] : null)),
          ...spreadRows(assessment, [placement.spread, ...columns(placement.spread, placement.spreadTravel)]),
          ...(unplaced ? unplacedRows(assessment, (count) => [count, ...unplaced]) : []),
        ],
      ),
  };
}

/** Today's residents, by the town they live in. */
export function todaysHomes({ baseline, evaluation, today }: Assessment): TransitHomes {
  const { dataset, residents } = baseline;
  const total = residents?.total ?? 0;
  const people: ColumnPlan = { name: 'Innbyggere', unit: 'innbyggere', together: 'sum' };
  return {
    transit: evaluation.today,
    all: total,
    placed: total,
    caution: today.service.stations.length === 0 ? 'Ingen stasjon er i drift i dag.' : null,
    cautionWithoutHomes: 'Mangler datagrunnlag: ingen kartlag viser befolkning.',
    words: {
      all: 'Innbyggere',
      placed: 'Innbyggere',
      unit: 'innbyggere',
      source: 'Befolkning på rutenett, den delen av hver rute som er i kommunen',
      column: 'Innbyggere',
      these: 'innbyggerne',
    },
    layers: layersIn(dataset, ['station', 'land', 'water', 'municipality', 'population', 'town']),
    tables: ({ plans, columns }) => {
      if (!residents) return [];
      const rows = residentsByTown(residents, dataset.towns).flatMap(({ town, residents: group }) => {
        if (group.total <= 0) return [];
        const name = town === null ? 'Utenfor småbyene' : (dataset.towns.find(({ id }) => id === town)?.name ?? town);
        const subject = town === null ? ({ kind: 'outside' } as const) : ({ kind: 'town', town } as const);
        return [{ subject, name, values: [group.total, ...columns(group.total, today.travelOf(group))] }];
      });
      return [tableByLargest('Per småby', [people, ...plans], rows)];
    },
  };
}
