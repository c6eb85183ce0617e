import Flatbush from 'flatbush';
import { layersOf, type Dataset } from '../domain/dataset';
import { DisjointSets } from '../geometry/apart';
import { areInContact, CONTACT_METRES } from '../geometry/contact';
import { edgeRuns, type EdgeRuns } from '../geometry/distance';
import { planarOf } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';

/** Polygons of green structure that lie together, seen as one piece. */
export interface GreenGroup {
  readonly polygons: PlanarMultiPolygon;
  readonly meetsMarka: boolean;
}

/** The green structure of a data set in connected groups, and Marka. */
export interface GreenStructure {
  readonly groups: readonly GreenGroup[];
  readonly marka: PlanarMultiPolygon;
}

/**
 * Groups green polygons that touch or overlap. Their outlines are not merged: what a group covers is measured by the
 * overlay, which counts ground once and by the account's precedence, so that merging would only cost time.
 */
export function greenStructure(dataset: Pick<Dataset, 'layers'>): GreenStructure {
  const polygonsOf = (role: 'green' | 'marka'): PlanarMultiPolygon =>
    layersOf(dataset, role).flatMap((layer) => layer.polygons.flatMap(planarOf));
  const marka = polygonsOf('marka');
  return { groups: connectedGroups(polygonsOf('green'), marka), marka };
}

/** Groups of polygons that touch or overlap, directly or by way of others. */
export function connectedGroups(polygons: PlanarMultiPolygon, marka: PlanarMultiPolygon = []): readonly GreenGroup[] {
  const runs = polygons.map((polygon) => edgeRuns([polygon]));
  const sets = new DisjointSets(runs.length);
  visitNear(runs, (first, second, a, b) => {
    if (sets.rootOf(first) !== sets.rootOf(second) && areInContact(a, b)) sets.join(first, second);
  });
  const markaRuns = marka.flatMap((polygon) => edgeRuns([polygon]) ?? []);
  const members = new Map<number, number[]>();
  runs.forEach((run, index) => {
    if (!run) return;
    const root = sets.rootOf(index);
    const list = members.get(root);
    if (list) list.push(index);
    else members.set(root, [index]);
  });
  return [...members.values()].map((indexes) => ({
    polygons: indexes.map((index) => polygons[index]!),
    meetsMarka: indexes.some((index) => {
      const run = runs[index];
      return run ? markaRuns.some((other) => areInContact(run, other)) : false;
    }),
  }));
}

/** Visits pairs of outlines whose rectangles meet, each pair once. */
function visitNear(
  runs: readonly (EdgeRuns | null)[],
  visit: (first: number, second: number, a: EdgeRuns, b: EdgeRuns) => void,
): void {
  if (runs.length === 0) return;
  const index = new Flatbush(runs.length);
  for (const run of runs) {
    if (run) index.add(run.bounds.minX, run.bounds.minY, run.bounds.maxX, run.bounds.maxY);
    else index.add(Infinity, Infinity, Infinity, Infinity);
  }
  index.finish();
  runs.forEach((run, first) => {
    if (!run) return;
    const { minX, minY, maxX, maxY } = run.bounds;
    const near = index.search(minX - CONTACT_METRES, minY - CONTACT_METRES, maxX + CONTACT_METRES, maxY + CONTACT_METRES);
    for (const second of near) {
      const other = runs[second];
      if (second > first && other) visit(first, second, run, other);
    }
  });
}
