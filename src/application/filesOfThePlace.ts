/** Addresses of the files beside the program, by path from the top of the project. */
const GEODATA = import.meta.glob<string>('/geodata/**/*.{json,geojson,csv}', { query: '?url', import: 'default', eager: true });
const SCENARIOS = import.meta.glob<string>('/scenarios/*.json', { query: '?url', import: 'default', eager: true });

async function fetchText(path: string, address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${path} kunne ikke hentes (${response.status}). Last siden på nytt.`);
  return response.text();
}

async function fetchAll(addresses: Readonly<Record<string, string>>, folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = Object.entries(addresses).map(
    async ([path, address]) => [path.slice(folder.length), await fetchText(path, address)] as const,
  );
  return new Map(await Promise.all(entries));
}

/** The text of every geodata file by path inside `geodata/`. Rejects in Norwegian where one cannot be fetched. */
export function fetchGeodata(): Promise<ReadonlyMap<string, string>> {
  return fetchAll(GEODATA, '/geodata/');
}

/** The text of every shipped scenario by file name. Rejects in Norwegian where one cannot be fetched. */
export function fetchScenarios(): Promise<ReadonlyMap<string, string>> {
  return fetchAll(SCENARIOS, '/scenarios/');
}
