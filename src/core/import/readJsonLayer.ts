import { ImportProblem, messageOf } from './importProblem';
import type { RawLayer } from './importedLayer';
import { readParsedGeojson } from './readGeojson';
import { readOverpassGround } from './readOsm';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string, name: string): Readonly<Record<string, unknown>> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (problem) {
    throw new ImportProblem(`«${name}» er ikke gyldig JSON (${messageOf(problem)}). Filen kan være avkuttet. Eksporter den på nytt.`);
  }
  if (!isObject(content)) throw new ImportProblem(`«${name}» er JSON, men ikke kartdata. Eksporter laget som GeoJSON fra QGIS.`);
  return content;
}

/** Reads JSON that is GeoJSON or an Overpass answer. Throws ImportProblem for other content. */
export function readJsonLayer(text: string, name: string): RawLayer {
  const content = parse(text, name);
  return Array.isArray(content['elements']) && content['type'] === undefined
    ? readOverpassGround(content, name)
    : readParsedGeojson(content, name);
}
