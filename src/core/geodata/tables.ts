import { z } from 'zod';
import type { PointFeature, PopulationCell } from '../domain/dataset';
import type { ProjectId, StationId } from '../domain/identifiers';
import type { Station } from '../domain/station';
import { identifierSchema, textSchema } from './catalogueSchema';
import { invalid, norwegianIssue, valid, type Checked } from './problems';
import { readTable } from './table';

/** Side of the cells that a `ssbid250m` names. */
const CELL_METRES = 250;

const NUMBER_PATTERN = /^-?\d+(?:\.\d+)?$/u;

const number = z.string().trim().min(1, 'mangler tall').transform(Number).pipe(z.number('er ikke et tall'));
const longitude = number.pipe(z.number().min(-180).max(180));
const latitude = number.pipe(z.number().min(-90).max(90));

const stationSchema = z
  .object({
    id: identifierSchema<StationId>(),
    name: textSchema,
    mode: z.enum(['train', 'metro']),
    line: textSchema,
    status: z.enum(['inOperation', 'underConstruction']),
    project: z.string(),
    openingYear: z.string(),
    longitude,
    latitude,
    accuracyMetres: number.pipe(z.number().nonnegative()),
    departuresPerHour: number.pipe(z.number().positive()),
    source: textSchema,
  })
  .transform((row, context): Station => {
    const { status, project, openingYear, longitude: east, latitude: north, ...rest } = row;
    const station = { ...rest, position: [east, north] as const };
    if (status === 'inOperation') return { ...station, status: { kind: 'inOperation' } };
    const projectId = identifierSchema<ProjectId>().safeParse(project);
    const yearOfOpening = Number(openingYear);
    if (!projectId.success || openingYear === '' || !Number.isInteger(yearOfOpening)) {
      context.addIssue({
        code: 'custom',
        path: ['project'],
        message: 'en stasjon under bygging trenger prosjekt og åpningsår («openingYear»)',
      });
      return z.NEVER;
    }
    return { ...station, status: { kind: 'underConstruction', project: projectId.data, openingYear: yearOfOpening } };
  });

const populationSchema = z.object({
  ssbid250m: z.string().regex(/^\d{14}$/u, 'skal være 14 sifre').transform(Number),
  residents: number.pipe(z.number().nonnegative()),
  shareInMunicipality: number.pipe(z.number().min(0).max(1)),
});

const pointSchema = z.object({ longitude, latitude }).catchall(z.string());

function readRows<Schema extends z.ZodType>(
  file: string,
  text: string,
  columns: readonly string[],
  schema: Schema,
): Checked<readonly z.output<Schema>[]> {
  const table = readTable(file, text, columns);
  if (table.kind === 'invalid') return table;
  const problems: string[] = [];
  const rows: z.output<Schema>[] = [];
  for (const { line, values } of table.value) {
    const result = schema.safeParse(values, { error: norwegianIssue });
    if (result.success) {
      rows.push(result.data);
    } else {
      for (const issue of result.error.issues) {
        problems.push(`${file}, linje ${line}, kolonne «${issue.path.join('.')}»: ${issue.message}`);
      }
    }
  }
  return problems.length > 0 ? invalid(...problems) : valid(rows);
}

/** Stations in service and under construction; positions in WGS84. */
export function readStations(file: string, text: string): Checked<readonly Station[]> {
  return readRows(file, text, Object.keys(stationSchema.in.shape), stationSchema);
}

/**
 * South-west corner in EPSG:25833 of the cell that Statistics Norway names `id`: id = 2·10¹³ + x·10⁷ + y.
 * Exact, since ids are below 2⁵³.
 */
export function cellCorner(id: number): { readonly eastMetres: number; readonly northMetres: number } {
  const offset = id - 2e13;
  const eastMetres = Math.floor(offset / 1e7);
  return { eastMetres, northMetres: offset - eastMetres * 1e7 };
}

/** Residents inside the municipality by cell: the cell's residents times the part of it that lies inside. */
export function readPopulation(file: string, text: string): Checked<readonly PopulationCell[]> {
  const rows = readRows(file, text, Object.keys(populationSchema.shape), populationSchema);
  if (rows.kind === 'invalid') return rows;
  return valid(
    rows.value.map((row) => ({
      ...cellCorner(row.ssbid250m),
      sizeMetres: CELL_METRES,
      residents: row.residents * row.shareInMunicipality,
    })),
  );
}

/** Any table with `longitude` and `latitude`; other columns become text properties, or numbers where all of them are. */
export function readPoints(file: string, text: string): Checked<readonly PointFeature[]> {
  const rows = readRows(file, text, ['longitude', 'latitude'], pointSchema);
  if (rows.kind === 'invalid') return rows;
  const columns = Object.keys(rows.value[0] ?? {}).filter((column) => column !== 'longitude' && column !== 'latitude');
  const isNumeric = (column: string): boolean => rows.value.every((row) => NUMBER_PATTERN.test(row[column] ?? ''));
  const numeric = new Set(columns.filter(isNumeric));
  return valid(
    rows.value.map((row) => ({
      position: [row.longitude, row.latitude] as const,
      properties: Object.fromEntries(
        columns.map((column) => [column, numeric.has(column) ? Number(row[column]) : (row[column] ?? '')]),
      ),
    })),
  );
}
