import { rolesOf, type Assignment, type ImportRole } from '../../core/import/assignment';
import { valueAt, type AttributeValue } from '../../core/import/attributeTable';
import type { ImportedLayer } from '../../core/import/importedLayer';
import { SQUARE_METRES_PER_DAA } from '../../core/method/parameters';
import type { CandidateLayer } from '../../engine/import/protocol';
import type { LayerChoice } from '../../state/layerChoice';
import { parseNumber } from '../format/numbers';

/** What the user has filled in for one layer so far. */
export interface Draft {
  readonly assignment: Assignment;
  readonly how: LayerChoice['how'];
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly licence: string;
  readonly attribution: string;
  /** As written. */
  readonly accuracy: string;
  readonly accuracyNote: string;
}

const NOT_STATED = 'Ikke oppgitt';

/** Roles whose accuracy decides nothing. */
const WITHOUT_ACCURACY: ReadonlySet<ImportRole> = new Set(['population', 'station', 'adoptedPlan', 'reference']);

/** Attributes with more values than this are names and numbers, not classes. */
export const MOST_CLASSES = 60;

/** A draft as the recognition has it. */
export function draftOf({ layer, recognition: { assignment, about } }: CandidateLayer): Draft {
  return {
    assignment,
    how: 'replace',
    title: about.title === '' ? layer.name.replace(/\.[a-z]+$/iu, '') : about.title,
    source: about.source,
    date: NOT_STATED,
    licence: about.licence,
    attribution: about.attribution,
    accuracy: about.accuracyMetres === null ? '' : String(about.accuracyMetres),
    accuracyNote: about.accuracyNote,
  };
}

/** Whether the layer is used, and its accuracy would matter, but is not stated. */
export function lacksAccuracy(draft: Draft): boolean {
  const asks = rolesOf(draft.assignment).some((role) => !WITHOUT_ACCURACY.has(role));
  const metres = parseNumber(draft.accuracy);
  return asks && (metres === null || metres < 0);
}

/** The decision that a draft amounts to; null when the layer is not used. */
export function choiceOf(candidate: CandidateLayer, draft: Draft): LayerChoice | null {
  if (rolesOf(draft.assignment).length === 0) return null;
  const stated = (text: string): string => (text.trim() === '' ? NOT_STATED : text.trim());
  return {
    candidate,
    assignment: draft.assignment,
    how: draft.how,
    about: {
      title: stated(draft.title),
      source: stated(draft.source),
      date: stated(draft.date),
      licence: stated(draft.licence),
      attribution: stated(draft.attribution),
      accuracyMetres: parseNumber(draft.accuracy),
      accuracyNote: stated(draft.accuracyNote),
    },
  };
}

/** How much there is of one class. */
export interface ClassSize {
  readonly value: AttributeValue | null;
  readonly objects: number;
  readonly areaDaa: number;
}

/** Size of every class by an attribute, the largest first. */
export function classSizes({ attributes, shapes, areas }: ImportedLayer, attribute: string): readonly ClassSize[] {
  const column = attributes.columns.find(({ name }) => name === attribute);
  if (!column) return [];
  const sizes = new Map<AttributeValue | null, { objects: number; squareMetres: number }>();
  shapes.rows.forEach((row, shape) => {
    const value = valueAt(column, row);
    const size = sizes.get(value) ?? { objects: 0, squareMetres: 0 };
    size.objects += 1;
    size.squareMetres += areas[shape] ?? 0;
    sizes.set(value, size);
  });
  return Array.from(sizes, ([value, { objects, squareMetres }]) => ({ value, objects, areaDaa: squareMetres / SQUARE_METRES_PER_DAA })).toSorted(
    (one, other) => other.areaDaa - one.areaDaa || other.objects - one.objects,
  );
}
