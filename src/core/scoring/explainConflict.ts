import { layersOf } from '../domain/dataset';
import type { LayerId } from '../domain/identifiers';
import { countedMeasures } from '../domain/measure';
import { quantityText } from '../method/figureText';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { waterBeltFigures } from '../method/placeFigures';
import { CONFLICT_ROLES } from './conflicts';
import type { Conflict, ConflictKind } from './evaluation';
import type { Assessment } from './assessment';
import { areaRows, tablesByTownAndArea } from './explainTables';
import { CONFLICT_NAMES, computedTerm, conflictId, figureTerm, termOfFigure, type Explanation, type ExplanationTerm } from './explanation';

const PERCENT = 100;

const CAUTIONS: Readonly<Record<ConflictKind, string>> = {
  marka: 'Ikke tillatt: markaloven § 5 forbyr bygge- og anleggstiltak. Planen rangeres ikke.',
  sea: 'Ikke tillatt: sjø er ikke land å bygge på. Planen rangeres ikke.',
  farmland: 'Advarsel: jordvernmålet. Det som bygges ned, teller i B1.',
  shoreBelt: 'Advarsel: byggeforbudet langs sjøen. Det som bygges ned, teller i B4.',
  watercourseBelt: 'Advarsel: belte langs vassdrag. Det som bygges ned, teller i B4.',
  natureReserve: 'Ikke tillatt: vernet etter naturmangfoldloven. Planen rangeres ikke.',
  flood: 'Advarsel: flomsone. TEK17 § 7-2 krever sikkerhet mot flom.',
  quickClay: 'Advarsel: kvikkleire. TEK17 § 7-3 krever sikkerhet mot skred.',
  noise: 'Advarsel: støysone etter T-1442. Rød sone egner seg ikke til boliger, gul må vurderes.',
  valuableNature: 'Advarsel: verdifull natur. Teller ikke i skårene for seg.',
  protection: 'Advarsel: scenarioet verner denne grunnen. Feltene rommer ingen boliger der.',
};

/** Explains the conflicts of one kind: which areas meet it, and with how much of their ground. */
export function explainConflict(assessment: Assessment, kind: ConflictKind): Explanation {
  const found = new Map(assessment.evaluation.conflicts.flatMap((conflict) => (conflict.kind === kind ? [[conflict.area, conflict] as const] : [])));
  const overlapDaa = [...found.values()].reduce((sum, { areaDaa }) => sum + areaDaa, 0);
  const name = CONFLICT_NAMES[kind];
  return {
    id: conflictId(kind),
    title: `Konflikt: ${name.toLowerCase() === 'marka' ? name : name.toLowerCase()}`,
    page: 'konflikter',
    numbers: [
      { id: 'overlap', name: 'Overlapp', value: overlapDaa, unit: 'daa', direction: 'lowerIsBetter' },
      { id: 'areas', name: 'Felt', value: found.size, unit: 'felt', direction: 'lowerIsBetter' },
    ],
    caution: found.size > 0 ? CAUTIONS[kind] : 'Ingen felt med boliger overlapper dette.',
    formula: ['overlapp = Σ areal av felt med boliger som ligger på det som skal spares'],
    filledIn: [`overlapp = ${found.size > 1 ? `${sumText([...found.values()])} = ` : ''}${quantityText(overlapDaa)} daa`],
    terms: [...termsOf(assessment, kind), figureTerm('', 'CONFLICT_MINIMUM_SQUARE_METRES')],
    tables: tablesByTownAndArea(
      assessment,
      [
        { name: 'Feltet', unit: 'daa', together: 'sum' },
        { name: 'Del av feltet', unit: '%', together: { meanBy: 0 } },
        { name: 'Overlapp', unit: 'daa', together: 'sum', gives: 'overlap' },
      ],
      areaRows(assessment, ({ measured }) => {
        const conflict = found.get(measured.area.id);
        if (!conflict) return null;
        const { byClass } = measured.ground;
        const wholeDaa = (Object.values(byClass).reduce((sum, area) => sum + area, 0) + measured.protectedSquareMetres) / SQUARE_METRES_PER_DAA;
        return [wholeDaa, wholeDaa > 0 ? (PERCENT * conflict.areaDaa) / wholeDaa : null, conflict.areaDaa];
      }),
    ),
    layers: layersFor(assessment, kind),
  };
}

const WRITTEN_OUT = 4;

/** The terms of a sum, the largest first; those that are many are put together. */
function sumText(conflicts: readonly Conflict[]): string {
  const sorted = conflicts.toSorted((one, other) => other.areaDaa - one.areaDaa).map(({ areaDaa }) => areaDaa);
  const rest = sorted.slice(WRITTEN_OUT);
  const texts = sorted.slice(0, WRITTEN_OUT).map(quantityText);
  if (rest.length === 0) return texts.join(' + ');
  return `${texts.join(' + ')} + ${quantityText(rest.reduce((sum, area) => sum + area, 0))} (${rest.length} felt til)`;
}

function termsOf({ baseline, scenario }: Assessment, kind: ConflictKind): readonly ExplanationTerm[] {
  const [shore, ...watercourses] = waterBeltFigures(baseline.dataset.parameters).map((figure) => termOfFigure('', figure));
  if (kind === 'shoreBelt') return shore ? [shore] : [];
  if (kind === 'watercourseBelt') return watercourses;
  if (kind !== 'protection') return [];
  const protections = countedMeasures(scenario.measures, 'protection');
  return [computedTerm('', 'Vern som teller', protections.length, 'tiltak', protections.map(({ name }) => name).join(', '))];
}

function layersFor({ baseline }: Assessment, kind: ConflictKind): readonly LayerId[] {
  if (kind === 'protection') return [];
  return layersOf(baseline.dataset, CONFLICT_ROLES[kind]).map(({ description }) => description.id);
}
