import { describe, expect, it } from 'vitest';
import { identifiedLines, planarLines } from '../../../tests/property/networkBuilders';
import type { Position } from '../../../tests/property/networkBuilders';
import { toLonLat } from '../geometry/projection';
import { createWalkingNetwork, WalkingNetwork } from './walkingNetwork';
import type { DistanceOptions } from './walkingNetwork';

const K = 1.3;

function walk(network: WalkingNetwork, point: Position, stations: readonly Position[], options?: DistanceOptions) {
  const out = new Float64Array(stations.length);
  const kind = network.distancesTo(stations.map(([x, y]) => ({ x, y })), options).at(point[0], point[1], out);
  return { kind, metres: [...out] };
}

/** A street of 1000 m eastwards with a side street of 200 m northwards from its middle. */
const street = new WalkingNetwork(planarLines([[0, 0], [500, 0], [1000, 0]], [[500, 0], [500, 200]]), []);

describe('distances along a network', () => {
  it('adds the legs × detour factor to the path', () => {
    const { kind, metres } = walk(street, [100, 10], [[510, 150]]);
    expect(kind).toBe('network');
    expect(metres[0]).toBeCloseTo(10 * K + 400 + 150 + 10 * K, 9);
  });

  it('takes the detour factor it is given', () => {
    expect(walk(street, [100, 10], [[510, 150]], { detourFactor: 1.16 }).metres[0]).toBeCloseTo(550 + 20 * 1.16, 9);
  });

  it('snaps to the nearest place on a link, not to a node', () => {
    expect(walk(street, [250, 0], [[500, 120]]).metres[0]).toBeCloseTo(250 + 120, 9);
    expect(walk(street, [750, -20], [[500, 120]]).metres[0]).toBeCloseTo(20 * K + 250 + 120, 9);
  });

  it('goes straight along the link that point and station share', () => {
    expect(walk(street, [100, 0], [[350, 0]]).metres[0]).toBeCloseTo(250, 9);
    expect(walk(street, [350, 5], [[100, 5]]).metres[0]).toBeCloseTo(250 + 10 * K, 9);
    expect(walk(street, [350, 0], [[350, 0]]).metres[0]).toBe(0);
  });

  it('goes round by the ends of a shared link when that is shorter', () => {
    const lines = planarLines([[0, 0], [0, 300], [100, 300], [100, 0]], [[0, 0], [100, 0]], [[0, 0], [-50, 0]], [[100, 0], [150, 0]]);
    expect(walk(new WalkingNetwork(lines, []), [0, 50], [[100, 50]]).metres[0]).toBeCloseTo(200, 9);
  });

  it('goes the shorter way round a ring', () => {
    const ring = new WalkingNetwork(planarLines([[0, 0], [100, 0], [100, 100], [0, 100], [0, 0]]), []);
    expect(walk(ring, [50, 0], [[0, 50]]).metres[0]).toBeCloseTo(100, 9);
    expect(walk(ring, [100, 50], [[50, 100]]).metres[0]).toBeCloseTo(100, 9);
    expect(walk(ring, [50, 0], [[50, 100]]).metres[0]).toBeCloseTo(200, 9);
  });

  it('gives one distance for each station, in their order', () => {
    const { metres } = walk(street, [0, 0], [[1000, 0], [0, 0], [500, 200]]);
    expect(metres).toEqual([1000, 0, 700]);
  });

  it('follows a longer path where the straight line is barred', () => {
    const hairpin = new WalkingNetwork(planarLines([[0, 0], [1000, 0], [1000, 20], [0, 20]]), []);
    expect(walk(hairpin, [0, -5], [[0, 25]]).metres[0]).toBeCloseTo(2020 + 10 * K, 9);
  });
});

describe('without a way', () => {
  it('uses the network at 300 m from a link, and straight line × detour factor beyond', () => {
    expect(walk(street, [1300, 0], [[500, 0]])).toEqual({ kind: 'network', metres: [300 * K + 500] });
    const far = walk(street, [1300.01, 0], [[500, 0]]);
    expect(far.kind).toBe('fallback');
    expect(far.metres[0]).toBeCloseTo(800.01 * K, 9);
  });

  it('treats a station too far from every link in the same way', () => {
    const { kind, metres } = walk(street, [0, 0], [[0, -400], [500, 0]]);
    expect(kind).toBe('network');
    expect(metres).toEqual([400 * K, 500]);
    const distances = street.distancesTo([{ x: 0, y: -400 }, { x: 500, y: 0 }]);
    expect(distances.stationsOffNetwork).toEqual([0]);
    expect(walk(street, [0, 0], [[0, -400]]).kind).toBe('fallback');
  });

  const parts = new WalkingNetwork(planarLines([[0, 0], [1000, 0]], [[0, 100], [200, 100]]), []);

  it('lets the nearest link decide, and falls back from an island without stations', () => {
    expect(walk(parts, [100, 40], [[500, 0]])).toEqual({ kind: 'network', metres: [40 * K + 400] });
    const { kind, metres } = walk(parts, [100, 60], [[500, 0]]);
    expect(kind).toBe('fallback');
    expect(metres[0]).toBeCloseTo(Math.hypot(400, 60) * K, 9);
  });

  it('walks on an island to the station there, and straight to those elsewhere', () => {
    const { kind, metres } = walk(parts, [100, 100], [[500, 0], [180, 100]]);
    expect(kind).toBe('network');
    expect(metres[0]).toBeCloseTo(Math.hypot(400, 100) * K, 9);
    expect(metres[1]).toBeCloseTo(80, 9);
  });

  it('answers on an empty network, and for no stations', () => {
    const empty = new WalkingNetwork(planarLines(), []);
    expect(walk(empty, [0, 0], [[30, 40]])).toEqual({ kind: 'fallback', metres: [50 * K] });
    expect(empty.summary).toEqual({ nodes: 0, links: 0, kilometres: 0, islands: [] });
    expect(walk(street, [0, 0], [])).toEqual({ kind: 'fallback', metres: [] });
  });
});

describe('reach', () => {
  it('keeps walks within it exact, and never makes a longer one shorter than it', () => {
    const options = { reachMetres: 600 };
    expect(walk(street, [100, 10], [[510, 150]], options).metres[0]).toBeCloseTo(550 + 20 * K, 9);
    const beyond = walk(street, [0, 10], [[1000, 0]], options);
    expect(beyond.kind).toBe('network');
    expect(beyond.metres[0]).toBeCloseTo(Math.hypot(1000, 10) * K, 9);
    const hairpin = new WalkingNetwork(planarLines([[0, 0], [1000, 0]], [[1000, 0], [1000, 20]], [[1000, 20], [0, 20]], [[1000, 20], [1100, 20]]), []);
    expect(walk(hairpin, [0, -5], [[0, 25]], options).metres[0]).toBeCloseTo(600 + 10 * K, 9);
  });
});

describe('summary and notes', () => {
  it('counts nodes, links, kilometres and islands', () => {
    const network = new WalkingNetwork(planarLines([[0, 0], [500, 0], [1000, 0]], [[500, 0], [500, 200]], [[0, 900], [50, 900]], [[0, 950], [70, 950]]), ['fra filen']);
    expect(network.summary).toEqual({
      nodes: 8,
      links: 5,
      kilometres: 1.32,
      islands: [
        { nodes: 2, lengthMetres: 70, location: { x: 0, y: 950 } },
        { nodes: 2, lengthMetres: 50, location: { x: 0, y: 900 } },
      ],
    });
    expect(network.notes[0]).toBe('fra filen');
    expect(network.notes[1]).toContain('2 deler uten forbindelse med resten, til sammen 0,1 km');
    expect(street.notes).toEqual([]);
  });
});

describe('createWalkingNetwork', () => {
  it('measures in EPSG:25832', () => {
    const corners = [{ x: 590_000, y: 6_640_000 }, { x: 590_300, y: 6_640_000 }, { x: 590_300, y: 6_640_400 }];
    const network = createWalkingNetwork({
      positions: Float64Array.from(corners.flatMap((corner) => [...toLonLat(corner)])),
      lineStarts: Uint32Array.of(0, 3),
      nodeIds: null,
      notes: ['Ikke med: 1.'],
    });
    expect(network.notes).toEqual(['Ikke med: 1.']);
    expect(network.summary.kilometres).toBeCloseTo(0.7, 6);
    const out = new Float64Array(1);
    expect(network.distancesTo([{ x: 590_300, y: 6_640_400 }]).at(590_000, 6_640_010, out)).toBe('network');
    expect(out[0]).toBeCloseTo(700 + 10 * K, 4);
  });
});

describe('fields kept between calls', () => {
  it('gives the same distances after other stations, other reach and other factors', () => {
    const network = new WalkingNetwork(identifiedLines([[0, 0], [500, 0], [1000, 0], [500, 200]], [0, 1, 2], [1, 3]), []);
    const stations: Position[] = [[0, 0], [990, 5]];
    const first = walk(network, [500, 190], stations);
    walk(network, [500, 190], [[10, 0], [20, 0], [30, 0]]);
    expect(walk(network, [500, 190], stations, { reachMetres: 10 }).metres).not.toEqual(first.metres);
    expect(walk(network, [500, 190], stations, { detourFactor: 2 }).metres[1]).toBeCloseTo(190 + 490 + 5 * 2, 9);
    expect(walk(network, [500, 190], [...stations].reverse()).metres.reverse()).toEqual(first.metres);
    expect(walk(network, [500, 190], stations)).toEqual(first);
  });

  it('keeps the latest two sets of stations as they are', () => {
    const network = new WalkingNetwork(planarLines([[0, 0], [500, 0]]), []);
    const ask = (x: number, options?: DistanceOptions) => network.distancesTo([{ x, y: 0 }], options);
    const first = ask(100);
    expect(ask(100)).toBe(first);
    expect(ask(100, { detourFactor: 2 })).not.toBe(first);
    expect(ask(100)).toBe(first);
    ask(200);
    ask(300);
    expect(ask(100)).not.toBe(first);
  });
});
