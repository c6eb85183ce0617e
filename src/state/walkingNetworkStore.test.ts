import { describe, expect, test } from 'vitest';
import { createWalkingNetwork, type NetworkSummary } from '../core/network/walkingNetwork';
import type { WalkingLines } from '../core/network/walkingLines';
import { createWalkingNetworkStore, type NetworkFile, type WalkingNetworkStore } from './walkingNetworkStore';

function fileOf(name: string, text: string): NetworkFile {
  return new File([text], name);
}

function street(name: string, ...longitudes: readonly number[]): NetworkFile {
  return fileOf(
    name,
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: { type: 'LineString', coordinates: longitudes.map((longitude) => [longitude, 59.9]) },
        },
      ],
    }),
  );
}

interface Bench {
  readonly store: WalkingNetworkStore;
  /** What the engine walks along. */
  readonly walked: () => WalkingLines | null;
  readonly asked: () => number;
  readonly breakFor: (vertices: number) => void;
}

/** A store with an engine that keeps what it was given last, even where it then breaks down. */
function bench(): Bench {
  let walked: WalkingLines | null = null;
  let asked = 0;
  let breaking = 0;
  const walk = async (lines: WalkingLines | null): Promise<NetworkSummary | null> => {
    walked = lines;
    if (lines && lines.positions.length === 2 * breaking) throw new Error('går ikke');
    return lines && createWalkingNetwork(lines).summary;
  };
  return {
    store: createWalkingNetworkStore(walk, () => {
      asked += 1;
    }),
    walked: () => walked,
    asked: () => asked,
    breakFor: (vertices) => {
      breaking = vertices;
    },
  };
}

describe('a walking network', () => {
  test('is walked along once it is loaded, and the numbers are asked for again', async () => {
    const { store, walked, asked } = bench();
    const loading = store.load(street('veg.geojson', 10.5, 10.51));
    expect(store.getState().reading).toBe('veg.geojson');
    await loading;
    expect(store.getState()).toMatchObject({
      network: { name: 'veg.geojson', summary: { nodes: 2, links: 1, islands: [] } },
      reading: null,
      problem: null,
    });
    expect(walked()?.lineStarts).toEqual(Uint32Array.of(0, 2));
    expect(asked()).toBe(1);
  });

  test('is let go when it is taken away', async () => {
    const { store, walked, asked } = bench();
    await store.load(street('veg.geojson', 10.5, 10.51));
    await store.remove();
    expect(store.getState().network).toBeNull();
    expect(walked()).toBeNull();
    expect(asked()).toBe(2);
  });

  test.each([
    ['is not JSON', fileOf('feil.json', '{'), /«feil\.json» er ikke gyldig JSON/u],
    ['is not what its name says', fileOf('feil.osm.pbf', 'abc'), /feil\.osm\.pbf/u],
    ['is too large', { ...street('stor.json', 10, 11), name: 'stor.json', size: 5e8 }, /«stor\.json» er for stor/u],
  ])('that %s changes nothing and says so', async (_, file, problem) => {
    const { store, walked, asked } = bench();
    await store.load(street('veg.geojson', 10.5, 10.51));
    const [network, lines] = [store.getState().network, walked()];
    await store.load(file);
    expect(store.getState()).toMatchObject({ network, reading: null });
    expect(store.getState().problem).toMatch(problem);
    expect(walked()).toBe(lines);
    expect(asked()).toBe(1);
  });

  test('that the engine cannot take leaves the one before in use', async () => {
    const { store, walked, breakFor, asked } = bench();
    await store.load(street('veg.geojson', 10.5, 10.51));
    const lines = walked();
    breakFor(3);
    await store.load(street('lang.geojson', 10.5, 10.51, 10.52));
    expect(store.getState()).toMatchObject({ network: { name: 'veg.geojson' }, problem: 'går ikke' });
    expect(walked()).toBe(lines);
    expect(asked()).toBe(1);
  });

  test('asked for later wins over one that is still being read', async () => {
    const { store } = bench();
    await Promise.all([store.load(street('først.geojson', 10.5, 10.51)), store.load(street('sist.geojson', 10.5, 10.52))]);
    expect(store.getState()).toMatchObject({ network: { name: 'sist.geojson' }, reading: null });
  });
});
