import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { arealdelJsonSchema } from '../core/exchange/arealdel/arealdelSchema';
import { printJson } from '../core/exchange/printJson';

/** The schema is shipped beside the page. */
const SCHEMA_FILE = 'public/schemas/arealdel.schema.json';

mkdirSync(dirname(SCHEMA_FILE), { recursive: true });
writeFileSync(SCHEMA_FILE, printJson(arealdelJsonSchema()));
process.stdout.write(`${SCHEMA_FILE}\n`);
