import { describe, expect, it } from 'vitest';
import { identifiedLines, planarLines } from '../../../tests/property/networkBuilders';
import { buildGraph } from './graph';
import { findComponents } from './islands';

const sorted = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

describe('joining lines by position', () => {
  it('makes one link of a chain, with its length and segments', () => {
    const graph = buildGraph(planarLines([[0, 0], [3, 4], [3, 10]]));
    expect(graph.nodeCount).toBe(2);
    expect([...graph.linkMetres]).toEqual([11]);
    expect([...graph.segmentMetres]).toEqual([5, 6]);
    expect([...graph.segmentOffset]).toEqual([0, 5]);
    expect([...graph.segmentLink]).toEqual([0, 0]);
    expect([...graph.linkSegmentStarts]).toEqual([0, 2]);
    expect([...graph.segmentCoordinates]).toEqual([0, 0, 3, 4, 3, 4, 3, 10]);
  });

  it('joins lines end to end, and makes a node only where three meet', () => {
    const graph = buildGraph(planarLines([[0, 0], [10, 0]], [[10, 0], [20, 0]], [[20, 0], [30, 0]], [[20, 0], [20, 5]]));
    expect(graph.nodeCount).toBe(4);
    expect(sorted(graph.linkMetres)).toEqual([5, 10, 20]);
  });

  it('joins ends within 0.1 m and not beyond', () => {
    expect(buildGraph(planarLines([[0, 0], [10, 0]], [[10.09, 0], [20, 0]])).linkFrom).toHaveLength(1);
    expect(buildGraph(planarLines([[0, 0], [10, 0]], [[10.11, 0], [20, 0]])).linkFrom).toHaveLength(2);
  });

  it.each([[0, 0], [7, -3], [-0.04, 0.97], [599_999.96, 6_640_000.01]])('joins across the cells it looks in (%f, %f)', (x, y) => {
    const graph = buildGraph(planarLines([[x - 10, y], [x, y]], [[x + 0.06, y + 0.06], [x + 10, y]]));
    expect(graph.linkFrom).toHaveLength(1);
  });

  it('joins the nearest of two places within reach', () => {
    const graph = buildGraph(planarLines([[0, 0], [0, 10]], [[0.15, 0], [5, -10]], [[0.09, 0], [10, 0]]));
    // The third line starts 0.09 from the first place and 0.06 from the second.
    expect(findComponents(graph).islands.map((island) => Math.round(island.lengthMetres))).toEqual([10]);
  });

  it('does not join lines that only cross: that may be a bridge', () => {
    const graph = buildGraph(planarLines([[-10, 0], [10, 0]], [[0, -10], [0, 10]]));
    expect(graph.linkFrom).toHaveLength(2);
    expect(findComponents(graph).count).toBe(2);
  });

  it('joins lines that cross in a vertex of both', () => {
    const graph = buildGraph(planarLines([[-10, 0], [0, 0], [10, 0]], [[0, -10], [0, 0], [0, 10]]));
    expect(graph.nodeCount).toBe(5);
    expect(findComponents(graph).count).toBe(1);
  });

  it('joins an end that touches the middle of another line', () => {
    const graph = buildGraph(planarLines([[0, 0], [100, 0]], [[30, 0.05], [30, 40]], [[80, -0.05], [80, -5]]));
    expect(findComponents(graph).count).toBe(1);
    expect(sorted(graph.linkMetres).map((metres) => Math.round(metres))).toEqual([5, 20, 30, 40, 50]);
    expect(buildGraph(planarLines([[0, 0], [100, 0]], [[30, 0.11], [30, 40]])).linkFrom).toHaveLength(2);
  });

  it('does not join a vertex inside a line that touches another line', () => {
    const graph = buildGraph(planarLines([[0, 0], [100, 0]], [[20, 20], [30, 0], [40, 20]]));
    expect(findComponents(graph).count).toBe(2);
  });

  it('joins an end that touches its own line', () => {
    const graph = buildGraph(planarLines([[0, 0], [100, 0], [100, 50], [50, 50], [50, 0]]));
    expect(findComponents(graph).count).toBe(1);
    expect(sorted(graph.linkMetres)).toEqual([50, 200]);
  });

  it('counts a line that is there twice once', () => {
    const graph = buildGraph(planarLines([[0, 0], [10, 0], [20, 0]], [[20, 0], [10, 0], [0, 0]]));
    expect([...graph.linkMetres]).toEqual([20]);
  });

  it('drops lines of no length', () => {
    expect(buildGraph(planarLines([[0, 0], [0.01, 0], [0, 0.01]])).linkFrom).toHaveLength(0);
    expect(buildGraph(planarLines()).nodeCount).toBe(0);
  });

  it('keeps a ring that meets nothing as a link from a node to itself', () => {
    const graph = buildGraph(planarLines([[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]));
    expect(graph.nodeCount).toBe(1);
    expect([...graph.linkMetres]).toEqual([40]);
    expect(graph.linkFrom[0]).toBe(graph.linkTo[0]);
    expect(graph.adjacentNode).toHaveLength(0);
  });

  it('keeps two ways round between the same nodes', () => {
    const graph = buildGraph(planarLines([[0, 0], [10, 0]], [[0, 0], [5, 5], [10, 0]], [[0, 0], [-5, 0]], [[10, 0], [15, 0]]));
    expect(graph.nodeCount).toBe(4);
    expect(graph.linkFrom).toHaveLength(4);
  });
});

describe('joining lines by OpenStreetMap node', () => {
  const positions = [[0, 0], [10, 0], [20, 0], [10, 0], [10, 10]] as const;

  it('joins by node and never by position', () => {
    expect(findComponents(buildGraph(identifiedLines(positions, [0, 1, 2], [3, 4]))).count).toBe(2);
    expect(findComponents(buildGraph(identifiedLines(positions, [0, 1, 2], [1, 4]))).count).toBe(1);
  });

  it('does not join an end that touches a line without its node', () => {
    const graph = buildGraph(identifiedLines([[0, 0], [20, 0], [10, 0], [10, 10]], [0, 1], [2, 3]));
    expect(findComponents(graph).count).toBe(2);
  });
});

describe('islands', () => {
  it('are all parts but the longest, longest first, with nodes, length and where', () => {
    const graph = buildGraph(
      planarLines([[0, 0], [10, 0]], [[100, 0], [150, 0]], [[150, 0], [150, 30]], [[150, 0], [170, 0]], [[0, 50], [0, 80]]),
    );
    const components = findComponents(graph);
    expect(components.count).toBe(3);
    expect(components.islands.map(({ nodes, lengthMetres }) => ({ nodes, lengthMetres }))).toEqual([
      { nodes: 2, lengthMetres: 30 },
      { nodes: 2, lengthMetres: 10 },
    ]);
    expect(components.islands[0]?.location.x).toBe(0);
    expect(components.islands[0]?.location.y).toBeGreaterThanOrEqual(50);
  });
});
