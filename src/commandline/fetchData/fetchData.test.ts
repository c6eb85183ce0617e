import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CELLS, HEIGHT, NUMBER, polygonFeature, serveMunicipality, square, WIDTH } from '../../../tests/support/localMunicipality';
import { cutOff, LocalServices, silence, status, text } from '../../../tests/support/localServices';
import { commandScript, REPOSITORY } from '../../../tests/support/tool';
import { layersOf, type Dataset } from '../../core/domain/dataset';
import type { LayerRole } from '../../core/domain/catalogue';
import { mergedPolygons } from '../../core/geodata/deriveTowns';
import { readDataset } from '../../core/geodata/readDataset';
import { multiPolygonArea } from '../../core/geometry/area';
import { toPlanarLine, toPlanarMultiPolygon } from '../../core/geometry/projection';
import { readFolder } from '../readFolder';
import { SOURCE_IDS, type SourceId } from './dataSource';
import { runFetchData } from './fetchData';
import { readLog, type FetchLog } from './fetchLog';
import { sha256 } from './workFolder';

const NOW = new Date('2026-11-22T10:00:00Z');

let services: LocalServices;
let folder = '';
let pauses: number[] = [];

beforeEach(async () => {
  services = new LocalServices();
  await services.start();
  serveMunicipality(services);
  folder = mkdtempSync(join(tmpdir(), 'fetch-data-'));
  pauses = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  await services.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a test may set otherwise. */
interface TestManners {
  readonly timeout?: number;
  readonly largestBytes?: number;
  readonly now?: () => Date;
}

interface Ran {
  readonly code: number;
  readonly result: string;
  readonly message: string;
}

async function run(only: readonly SourceId[] = SOURCE_IDS, manners: TestManners = {}): Promise<Ran> {
  let result = '';
  let message = '';
  const code = await runFetchData(
    { kind: 'fetchData', municipality: NUMBER, folder, only, bases: services.bases },
    { result: (line) => (result += line), message: (line) => (message += line) },
    {
      timeout: 5000,
      now: () => NOW,
      ...manners,
      betweenRequests: 1,
      random: () => 0,
      sleep: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    },
  );
  return { code, result, message };
}

function dataset(): Dataset {
  const reading = readDataset(readFolder(folder));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

function log(): FetchLog {
  const read = readLog(readFileSync(join(folder, 'fetch-log.json'), 'utf8'));
  if (!read) throw new Error('no log');
  return read;
}

function areaOf(role: LayerRole): number {
  return multiPolygonArea(mergedPolygons(dataset(), role));
}

/** Pauses that are not the ordinary ones between requests. */
function longPauses(): readonly number[] {
  return pauses.filter((pause) => pause > 1);
}

describe('a whole run', () => {
  it('leaves a folder that reads without a problem, with everything in it', async () => {
    const { code, message } = await run();
    expect(message).toBe('');
    expect(code).toBe(0);
    const data = dataset();
    expect(data.problems).toEqual([]);
    expect(data.parameters.municipality).toEqual({ number: NUMBER, name: 'Ingensteds' });
    expect(data.stations.map(({ id, departuresPerHour, line }) => [id, departuresPerHour, line])).toEqual([
      ['metro-vestby', 8, '3'],
      ['train-ostby', 6, 'L1/R10'],
    ]);
    expect(data.towns.map(({ name }) => name)).toEqual(['Vestby', 'Østby']);
    expect(data.defaultAreas.length).toBeGreaterThan(20);
    const residents = data.population.reduce((sum, cell) => sum + cell.residents, 0);
    expect(residents).toBeCloseTo(CELLS.reduce((sum, [, people]) => sum + people, 0), 0);
    expect(areaOf('municipality')).toBeCloseTo(WIDTH * HEIGHT, -3);
    // N50's sea ends at 1050 m, and some metres short of the boundary: what lies between is no land.
    expect(layersOf(data, 'land').map(({ description }) => description.id)).toEqual(['land-n50']);
    expect(areaOf('land') / (WIDTH * (HEIGHT - 1050))).toBeCloseTo(1, 4);
    expect(areaOf('flood') / (3 * 500 * 500)).toBeCloseTo(1, 5);
    expect(layersOf(data, 'quickClay')).toHaveLength(1);
    expect(areaOf('quickClay')).toBe(0);
    expect(layersOf(data, 'marka')).toHaveLength(1);
    expect(areaOf('farmland') / (1000 * 1000 + 500 * 1000)).toBeCloseTo(1, 5);
    // Streams of N50 in and by the municipality, in place of those of OpenStreetMap; lines through lakes are none.
    expect(layersOf(data, 'water').map(({ description, lines }) => [description.id, lines.length])).toEqual([['water-n50', 0], ['streams-n50', 2]]);
    expect(layersOf(data, 'water')[1]?.lines.map(({ line }) => Array.from(toPlanarLine(line), (metre, at) => Math.round(metre) - (at % 2 === 0 ? 560_000 : 6_560_000)))).toEqual([[5000, 1000, 5200, 2400, 5100, 4000], [7000, 1000, 7000, 3000]]);
    expect(layersOf(data, 'railLine')).toHaveLength(1);
    // N50 comes as GML with an element for each object type, and is cut at the boundary.
    const fromTopography = (id: string): number => {
      const polygons = data.layers.find(({ description }) => description.id === id)?.polygons ?? [];
      return polygons.reduce((sum, { outline }) => sum + multiPolygonArea(toPlanarMultiPolygon(outline)), 0);
    };
    expect(fromTopography('water-n50') / (400 * 400 + 100 * 400)).toBeCloseTo(1, 4);
    expect(fromTopography('forest-n50') / (600 * 500)).toBeCloseTo(1, 4);
    expect(fromTopography('built-up-n50') / (1000 * 1000)).toBeCloseTo(1, 4);
    // Farmland that both have counts once: that of OpenStreetMap is only shown.
    expect(layersOf(data, 'reference').map(({ description }) => description.id)).toEqual(['farmland-openstreetmap']);
  });

  it('tells of each layer where it comes from, when, and under which licence', async () => {
    await run();
    const { layers } = log();
    expect(Object.keys(layers)).toHaveLength(22);
    for (const [id, entry] of Object.entries(layers)) {
      expect(entry.fetched, id).toBe(NOW.toISOString());
      expect(entry.sha256, id).toMatch(/^[0-9a-f]{64}$/u);
      expect(entry.address, id).toContain(services.origin);
      expect(entry.description?.licence ?? 'ODbL 1.0', id).toMatch(/CC BY|NLOD|ODbL/u);
    }
    const shared = Object.entries(layers).filter(([id]) => id.endsWith('-openstreetmap'));
    expect(new Set(shared.map(([, { file }]) => file)).size).toBe(6);
    const told = shared.flatMap(([, { description }]) => (description ? [[description.licence, description.attribution]] : []));
    expect(told).toEqual(Array.from({ length: 5 }, () => ['ODbL 1.0', '© OpenStreetMap-bidragsytere']));
    expect(readFileSync(join(folder, 'walking-network-openstreetmap.json'), 'utf8')).toContain('ODbL');
  });

  it('asks one thing at a time, by name, of no other host, and never for AR5', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    await run();
    expect(services.mostUnderWay).toBe(1);
    expect(asked.mock.calls.map(([input]) => (input as URL).origin).filter((origin) => origin !== services.origin)).toEqual([]);
    for (const { headers } of services.seen) expect(headers['user-agent']).toContain('Smabymodellen');
    for (const { headers } of services.requestsOf('entur')) expect(headers['et-client-name']).toMatch(/^[a-z]+-[a-z]+$/u);
    const orders = services.requestsOf('geonorge').filter(({ method }) => method === 'POST').map(({ body }): unknown => JSON.parse(body));
    expect(orders).toEqual([
      {
        orderLines: [
          {
            metadataUuid: '4bc2d1e0-f693-4bf2-820d-c11830d849a3',
            areas: [{ code: NUMBER, name: 'Ingensteds', type: 'kommune' }],
            projections: [{ code: '25832' }],
            formats: [{ name: 'GeoJSON' }],
          },
        ],
      },
      {
        orderLines: [
          {
            metadataUuid: 'ea192681-d039-42ec-b1bc-f3ce04c189ac',
            areas: [{ code: NUMBER, name: 'Ingensteds', type: 'kommune' }],
            projections: [{ code: '25832' }],
            formats: [{ name: 'GML' }],
          },
        ],
      },
    ]);
    // A link on to the next page that points elsewhere is not followed: pages are asked for by their place.
    const pages = services.requestsOf('ssb').flatMap(({ url }) => url.searchParams.get('offset') ?? []);
    expect(pages).toEqual(['0', '5', '10']);
  });

  it('asks Entur for an ordinary morning', async () => {
    await run(['entur']);
    const starts = services.requestsOf('entur').map(({ body }) => (JSON.parse(body) as { variables: { start?: string } }).variables.start);
    expect(new Set(starts)).toEqual(new Set([undefined, '2026-11-25T08:15:00+01:00']));
  });
});

describe('taking up again', () => {
  it('asks for nothing that is there and whole', async () => {
    await run();
    services.seen.length = 0;
    const before = new Map(readFolder(folder));
    const { code } = await run();
    expect(code).toBe(0);
    expect(services.seen).toEqual([]);
    expect(new Map(readFolder(folder))).toEqual(before);
  });

  it('asks again only for what is missing, page by page', async () => {
    services.on('nve', /resultOffset/u, () => status(500));
    const flood = /^\/Flomsoner2/u;
    services.on('nve', flood, ({ url }) =>
      url.searchParams.get('resultOffset') === '0'
        ? { json: { type: 'FeatureCollection', features: [polygonFeature(square(1000, 2000, 500, 500))], exceededTransferLimit: true } }
        : status(503),
    );
    const first = await run();
    expect(first.code).toBe(1);
    expect(first.message).toContain('Flomsoner (200-årsflom) er ikke hentet.');
    expect(log().problems.map(({ source }) => source)).toEqual(['Flomsoner (200-årsflom)']);
    expect(existsSync(join(folder, 'flood-zones.geojson'))).toBe(false);
    expect(layersOf(dataset(), 'flood')).toEqual([]);
    services.on('nve', flood, () => ({ json: { type: 'FeatureCollection', features: [polygonFeature(square(2000, 2000, 500, 500))] } }));
    services.seen.length = 0;
    const second = await run();
    expect(second.code).toBe(0);
    expect(services.seen.map(({ url }) => url.searchParams.get('resultOffset'))).toEqual(['1']);
    expect(areaOf('flood') / (2 * 500 * 500)).toBeCloseTo(1, 5);
    expect(log().problems).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('leaves alone what somebody has changed', async () => {
    await run();
    const parameters = join(folder, 'parameters.json');
    const own = readFileSync(parameters, 'utf8').replace('Ingensteds', 'Min kommune');
    writeFileSync(parameters, own);
    writeFileSync(join(folder, 'marka.geojson'), '{"type":"FeatureCollection","features":[]}');
    services.seen.length = 0;
    const { code, message } = await run();
    expect(code).toBe(0);
    expect(services.seen).toEqual([]);
    expect(readFileSync(parameters, 'utf8')).toBe(own);
    expect(message).toContain('marka.geojson er endret eller kommer fra et annet sted');
    expect(message).toContain('parameters.json er endret');
  });

  it('refuses a folder with other geodata', async () => {
    writeFileSync(join(folder, 'catalogue.json'), '{}');
    expect((await run()).code).toBe(2);
    expect(services.seen).toEqual([]);
    expect(readdirSync(folder)).toEqual(['catalogue.json']);
  });

  it('keeps what somebody has added to the catalogue or said there, and refuses one that cannot be read', async () => {
    await run(['entur']);
    const catalogue = join(folder, 'catalogue.json');
    const read = JSON.parse(readFileSync(catalogue, 'utf8')) as { layers: Record<string, unknown>[] };
    const layers = [{ ...read.layers[0], title: 'Min grense' }, ...read.layers.slice(1), { ...read.layers[0], id: 'own', file: 'own.geojson' }];
    writeFileSync(catalogue, JSON.stringify({ ...read, layers }));
    expect((await run(['ssb'])).code).toBe(0);
    const after = (JSON.parse(readFileSync(catalogue, 'utf8')) as { layers: Record<string, unknown>[] }).layers;
    expect(after.map(({ id }) => id)).toEqual(['municipality', 'stations-national', 'population', 'towns', 'default-areas', 'own']);
    expect(after[0]?.['title']).toBe('Min grense');
    writeFileSync(catalogue, '{"layers": [');
    expect(await run(['ssb'])).toMatchObject({ code: 2, message: expect.stringContaining('catalogue.json kan ikke leses') as string });
  });
});

describe('a service that fails', () => {
  it('is asked again with growing pauses', async () => {
    services.faults('ssb', status(503), status(502), status(504));
    const { code, message } = await run(['ssb']);
    expect(code).toBe(0);
    // Half the pause, since chance gives nothing here.
    expect(longPauses()).toEqual([1000, 2000, 4000]);
    expect(message).toContain('127.0.0.1');
    expect(message).toContain('svarte 503');
  });

  it('is left alone for as long as it asks', async () => {
    services.faults('entur', status(429, { 'Retry-After': '7' }), status(429, { 'Retry-After': 'Sun, 22 Nov 2026 10:00:30 GMT' }));
    expect((await run(['entur'])).code).toBe(0);
    expect(longPauses()).toEqual([7000, 30_000]);
  });

  it('is not asked again in this run when it asks for too long', async () => {
    services.faults('entur', status(429, { 'Retry-After': '3600' }));
    const { code, message } = await run(['entur', 'naturbase']);
    expect(code).toBe(1);
    expect(message).toContain('vente 60 minutter');
    expect(services.requestsOf('entur')).toHaveLength(1);
    expect(layersOf(dataset(), 'natureReserve')).toHaveLength(1);
  });

  it('is given up after some attempts, and the others stand', async () => {
    services.on('osm', /./u, () => status(503));
    const { code, message } = await run();
    expect(code).toBe(1);
    expect(message).toContain('Land og kystlinje er ikke hentet.');
    expect(message).toContain('Det er prøvd 5 ganger');
    expect(message).toContain('Kjør den samme kommandoen igjen');
    const roles = new Set(dataset().layers.map(({ description }) => description.role));
    expect([...roles]).toEqual(expect.arrayContaining(['municipality', 'station', 'population', 'flood', 'farmland']));
  });

  const usual = JSON.stringify({ collections: [{ id: 'new', title: 'Befolkning 250m 2026' }] });
  it.each([
    ['cut off', cutOff(usual)],
    ['broken JSON', text('{"collections": [')],
    ['of another type', text('<html>Vedlikehold</html>', 'text/html')],
    ['closed at once', (response: { destroy: () => void }) => response.destroy()],
  ])('%s is asked again', async (_name, fault) => {
    services.faults('ssb', fault);
    expect((await run(['ssb'])).code).toBe(0);
    expect(longPauses()).toEqual([1000]);
    expect(dataset().population.length).toBe(CELLS.length);
  });

  it('silent is asked again when the time is up', async () => {
    services.faults('ssb', silence);
    const { code, message } = await run(['ssb'], { timeout: 150 });
    expect(code).toBe(0);
    expect(message).toContain('ble ikke ferdig');
  });

  it.each([
    ['another form', text('{"collections": 5}'), 'svarer på en annen måte enn ventet (felt «collections»)'],
    ['no such page', status(404), 'svarte 404'],
    ['a redirect elsewhere', status(302, { Location: 'https://elsewhere.invalid/' }), 'viser videre til https://elsewhere.invalid'],
  ])('with %s is not asked again', async (_name, fault, words) => {
    services.faults('ssb', fault);
    const { code, message } = await run(['ssb']);
    expect(code).toBe(1);
    expect(message).toContain(words);
    expect(services.requestsOf('ssb')).toHaveLength(1);
  });

  it('with a redirect on its own host is followed, five times at most', async () => {
    const moved = status(301, { Location: '/ssb/collections' });
    services.faults('ssb', moved);
    expect((await run(['ssb'])).code).toBe(0);
    rmSync(folder, { recursive: true });
    services.faults('ssb', moved, moved, moved, moved, moved, moved);
    expect((await run(['ssb'])).message).toContain('viser i ring');
  });

  it.each([true, false])('with a huge answer is cut short (announced: %s)', async (isAnnounced) => {
    let sent = 0;
    services.faults('ssb', (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', ...(isAnnounced ? { 'Content-Length': '900000000' } : {}) });
      const more = (): void => {
        sent += 65_536;
        if (!response.destroyed && sent < 900_000_000) response.write(Buffer.alloc(65_536, 32), () => setImmediate(more));
      };
      more();
    });
    const { code, message } = await run(['ssb'], { largestBytes: 1_000_000 });
    expect(code).toBe(1);
    expect(message).toContain('mer enn 1 MB');
    expect(sent).toBeLessThan(100_000_000);
  });

  it('says with status 200 that it failed, and is heard', async () => {
    services.faults('nve', { json: { error: { code: 500, message: 'Error performing query operation' } } });
    expect((await run(['nve'])).code).toBe(0);
    services.on('osm', /./u, () => ({ json: { elements: [], remark: 'runtime error: Query timed out' } }));
    expect((await run(['osm'])).message).toContain('rakk ikke å svare helt ut');
    services.faults('entur', { json: { data: null, errors: [{ message: 'Validation error' }] } });
    expect((await run(['entur'])).message).toContain('Entur svarte med feil: Validation error');
  });

  it('with a number that is no municipality is wrong use', async () => {
    services.on('municipality', /./u, () => status(404));
    const { code, message } = await run();
    expect(code).toBe(2);
    expect(message).toContain(`Kommune ${NUMBER} finnes ikke`);
  });

  it('with the boundary leaves nothing to ask the others for', async () => {
    services.on('municipality', /./u, () => status(500));
    expect((await run()).code).toBe(1);
    expect(services.requestsOf('entur')).toEqual([]);
  });

  it('with a broken shoreline gives no land rather than a wrong one', async () => {
    services.on('osm', /./u, ({ body }) => {
      const [lon, lat] = square(5000, 1000, 1, 1)[0] ?? [0, 0];
      return { json: { elements: [{ type: 'way', id: 1, nodes: [1, 2], geometry: [{ lat, lon: lon - 1 }, { lat, lon }], tags: {} }].slice(body.includes('coastline') ? 0 : 1) } };
    });
    expect((await run(['osm'])).message).toContain('Kystlinjen i OpenStreetMap er brutt');
    expect(existsSync(join(folder, 'land-openstreetmap.geojson'))).toBe(false);
  });

  it('with formats that cannot be read here says so, and orders nothing', async () => {
    const projections = [{ code: '25832', formats: [{ name: 'PostGIS' }, { name: 'DXF' }] }];
    services.on('geonorge', /^\/codelists/u, () => ({ json: [{ type: 'kommune', code: NUMBER, name: 'Ingensteds', projections }] }));
    const { code, message } = await run(['geonorge']);
    expect(code).toBe(1);
    expect(message).toContain('tilbyr AR50 bare som PostGIS, DXF. Last det ned fra kartkatalog.geonorge.no og slipp det på siden.');
    expect(services.requestsOf('geonorge').filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('with an order that is never ready waits for minutes, not for ever', async () => {
    services.on('geonorge', /^\/order\/abc$/u, () => ({ json: { referenceNumber: 'abc', files: [{ downloadUrl: null, status: 'WaitingForProcessing' }] } }));
    expect((await run(['geonorge'])).message).toContain('ikke ferdig med bestillingen ennå');
    expect(longPauses().reduce((sum, pause) => sum + pause, 0)).toBe(245_000);
  });

  it('with a GML that is cut off, or nothing of the kind, writes none of its layers', async () => {
    for (const gml of ['<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"><gml:feat', '<html><body>Vedlikehold</body></html>']) {
      services.on('geonorge', /^\/download\/n50\/1$/u, () => ({ bytes: new TextEncoder().encode(gml), type: 'text/xml' }));
      const { code, message } = await run(['geonorge']);
      expect(code).toBe(1);
      expect(message).toContain('Innsjøer og elver (N50), Elver og bekker som linjer (N50), Land og kystlinje (N50), Skog, myr og park (N50), Tettbebyggelse (N50) er ikke hentet.');
      expect(['water-n50', 'streams-n50', 'land-n50', 'forest-n50', 'built-up-n50'].filter((id) => existsSync(join(folder, `${id}.geojson`)))).toEqual([]);
      expect(existsSync(join(folder, 'farmland-ar50.geojson'))).toBe(true);
    }
  });

  it('with a download outside its own addresses is refused', async () => {
    const file = { downloadUrl: 'https://elsewhere.invalid/x.zip', name: 'x.zip', status: 'ReadyForDownload' };
    services.on('geonorge', /^\/order$/u, () => ({ json: { referenceNumber: 'abc', files: [file] } }));
    const { code, message } = await run(['geonorge']);
    expect(code).toBe(1);
    expect(message).toContain('utenfor egne adresser');
    expect(layersOf(dataset(), 'marka')).toHaveLength(1);
  });
});

describe('a run that is killed', () => {
  it('leaves nothing half written, and the next one takes up where it was', async () => {
    const args = SOURCE_IDS.flatMap((id) => ['--base-url', `${id}=${services.bases.get(id) ?? ''}`]);
    const child = spawn(process.execPath, [commandScript('tsx'), 'src/commandline/model.ts', 'fetch-data', '--municipality', NUMBER, '--out', folder, '--only', 'entur,nve', ...args], {
      cwd: REPOSITORY,
      stdio: 'ignore',
    });
    // The second page of flood zones never comes: the run is killed while it waits for it.
    services.on('nve', /^\/Flomsoner2/u, ({ url }) => {
      if (url.searchParams.get('resultOffset') !== '0') {
        child.kill('SIGKILL');
        return silence;
      }
      return { json: { type: 'FeatureCollection', features: [polygonFeature(square(1000, 2000, 500, 500))], exceededTransferLimit: true } };
    });
    await once(child, 'exit');
    const written = readdirSync(folder).filter((name) => !name.startsWith('.'));
    expect(written.toSorted()).toEqual(['fetch-log.json', 'municipality.geojson', 'stations-national.csv']);
    for (const { file, sha256: hash } of Object.values(log().layers)) expect(sha256(readFileSync(join(folder, file)))).toBe(hash);
    services.on('nve', /^\/Flomsoner2/u, () => ({ json: { type: 'FeatureCollection', features: [] } }));
    services.seen.length = 0;
    expect((await run(['entur', 'nve'], { now: () => new Date() })).code).toBe(0);
    expect(services.requestsOf('entur')).toEqual([]);
    expect(services.requestsOf('municipality')).toEqual([]);
    expect(areaOf('flood') / (500 * 500)).toBeCloseTo(1, 5);
  });
});
