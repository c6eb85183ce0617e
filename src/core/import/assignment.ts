import type { LayerRole } from '../domain/catalogue';
import { listedValues, type AttributeColumn, type AttributeTable, type AttributeValue } from './attributeTable';
import { shapeCount, type PackedShapes } from './packedShapes';

/** Roles that a layer from outside can be given. */
export const IMPORT_ROLES = [
  'farmland',
  'green',
  'marka',
  'water',
  'builtUp',
  'land',
  'flood',
  'quickClay',
  'noise',
  'natureReserve',
  'valuableNature',
  'adoptedPlan',
  'population',
  'station',
  'municipality',
  'reference',
] as const satisfies readonly LayerRole[];

export type ImportRole = (typeof IMPORT_ROLES)[number];

/** What the objects of one class are used as; null: not used. */
export interface ClassRole {
  /** Null: objects without a value, or the whole layer where there is no class attribute. */
  readonly value: AttributeValue | null;
  readonly role: ImportRole | null;
}

/** What a layer is used as: all of it as one thing, or class by class. */
export interface Assignment {
  /** The attribute that tells classes apart; null: all objects are alike. */
  readonly attribute: string | null;
  readonly classes: readonly ClassRole[];
}

/** All objects as one thing. */
export function wholeAs(role: ImportRole | null): Assignment {
  return { attribute: null, classes: [{ value: null, role }] };
}

/** The roles that an assignment gives, each once, in the order of `IMPORT_ROLES`. */
export function rolesOf({ classes }: Assignment): readonly ImportRole[] {
  const given = new Set(classes.map(({ role }) => role));
  return IMPORT_ROLES.filter((role) => given.has(role));
}

/** What classes are told by. */
interface ClassedShapes {
  readonly shapes: Pick<PackedShapes, 'kinds' | 'rows'>;
  readonly attributes: AttributeTable;
}

function classColumn(layer: ClassedShapes, attribute: string | null): AttributeColumn | null {
  return layer.attributes.columns.find(({ name }) => name === attribute) ?? null;
}

/** Shapes of a layer that an assignment uses in a role, by their place in the layer. */
export function shapesInRole(layer: ClassedShapes, assignment: Assignment, role: ImportRole): Uint32Array {
  const column = classColumn(layer, assignment.attribute);
  const given = new Set(assignment.classes.filter((entry) => entry.role === role).map(({ value }) => value));
  // Code 0 is an object without a value.
  const isGiven = [null, ...(column ? listedValues(column) : [])].map((value) => given.has(value));
  const { rows } = layer.shapes;
  const count = shapeCount(layer.shapes);
  const chosen = new Uint32Array(count);
  let length = 0;
  for (let shape = 0; shape < count; shape += 1) {
    if (!isGiven[column ? (column.codes[rows[shape]!] ?? 0) : 0]) continue;
    chosen[length] = shape;
    length += 1;
  }
  return chosen.slice(0, length);
}
