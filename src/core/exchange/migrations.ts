/** The outermost object of a file of any version. */
export type FileDocument = Readonly<Record<string, unknown>>;

/** Rewrites a document of version `from` as one of version `from + 1`. Once shipped, it is never changed. */
export interface Migration {
  readonly from: number;
  readonly migrate: (document: FileDocument) => FileDocument;
}

/** A file format: its name, the version that is written, and the way to it from every version before. */
export interface FileFormat {
  readonly name: string;
  readonly version: number;
  readonly migrations: readonly Migration[];
}

export type Opened =
  | { readonly kind: 'opened'; readonly document: FileDocument; readonly migratedFrom: number | null }
  | { readonly kind: 'failed'; readonly problem: string };

/** Whether a value from outside is an object with fields. */
export function isDocument(value: unknown): value is FileDocument {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function failed(problem: string): Opened {
  return { kind: 'failed', problem };
}

function parse(text: string): { readonly content: unknown } | null {
  try {
    // Editors on Windows may begin a file with a byte order mark.
    return { content: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
  } catch {
    return null;
  }
}

function upgraded(document: FileDocument, version: number, format: FileFormat): FileDocument | null {
  let current = document;
  for (let at = version; at < format.version; at += 1) {
    const step = format.migrations.find((migration) => migration.from === at);
    if (!step) return null;
    try {
      current = { ...step.migrate(current), version: at + 1 };
    } catch {
      return null;
    }
  }
  return current;
}

/** Reads a file of `format` in any version up to its own and brings it to that version. Never throws. */
export function openDocument(text: string, fileName: string, format: FileFormat): Opened {
  const parsed = parse(text);
  if (!parsed) {
    return failed(
      `${fileName}: filen er ikke gyldig JSON. Den kan være avkuttet eller endret for hånd. Åpne en annen utgave av den, eller lagre scenarioet på nytt.`,
    );
  }
  const { content } = parsed;
  if (!isDocument(content) || content['format'] !== format.name) {
    return failed(
      `${fileName}: dette er ikke en scenariofil. Feltet «format» skal være "${format.name}". Velg en fil som er lagret fra Småbymodellen.`,
    );
  }
  const { version } = content;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return failed(`${fileName}: feltet «version» skal være et helt tall fra 1. Rett det, eller lagre scenarioet på nytt.`);
  }
  if (version > format.version) {
    return failed(
      `${fileName}: filen har versjon ${version}, og dette programmet leser til og med versjon ${format.version}. Oppdater Småbymodellen for å åpne den.`,
    );
  }
  const document = upgraded(content, version, format);
  return document
    ? { kind: 'opened', document, migratedFrom: version < format.version ? version : null }
    : failed(`${fileName}: filen har versjon ${version} og kunne ikke oppgraderes. Feltene stemmer ikke med den versjonen; lagre scenarioet på nytt.`);
}
