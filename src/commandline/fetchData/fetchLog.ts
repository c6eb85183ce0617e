import { z } from 'zod';
import { LAYER_ROLES } from '../../core/domain/catalogue';

export const LOG_FILE = 'fetch-log.json';

const entrySchema = z.strictObject({
  file: z.string(),
  source: z.string(),
  /** What was asked, without what is different from page to page. */
  address: z.string(),
  fetched: z.iso.datetime(),
  sha256: z.string(),
  bytes: z.int(),
  objects: z.int(),
  notes: z.array(z.string()),
  /** The layer's entry in the catalogue; null for a file that the catalogue does not have. */
  description: z
    .strictObject({
      id: z.string(),
      title: z.string(),
      role: z.enum(LAYER_ROLES),
      file: z.string(),
      format: z.enum(['geojson', 'csv']),
      source: z.string(),
      date: z.string(),
      licence: z.string(),
      attribution: z.string(),
      accuracyMetres: z.number().nullable(),
      accuracyNote: z.string(),
      assumption: z.boolean(),
    })
    .nullable(),
});

const logSchema = z.strictObject({
  format: z.literal('smabymodellen-fetch-data'),
  version: z.literal(1),
  municipality: z.strictObject({ number: z.string(), name: z.string() }),
  layers: z.record(z.string(), entrySchema),
  /** Hashes of other files as they were written, by name. */
  made: z.record(z.string(), z.string()),
  /** What could not be fetched in the last run. */
  problems: z.array(z.strictObject({ source: z.string(), at: z.string(), problem: z.string() })),
});

export type LogEntry = z.output<typeof entrySchema>;
export type FetchLog = z.output<typeof logSchema>;
export type LoggedDescription = NonNullable<LogEntry['description']>;

/** A log of nothing. */
export function emptyLog(number: string): FetchLog {
  return { format: 'smabymodellen-fetch-data', version: 1, municipality: { number, name: '' }, layers: {}, made: {}, problems: [] };
}

/** Reads a log; null for a text that is none. */
export function readLog(text: string): FetchLog | null {
  try {
    const parsed = logSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
