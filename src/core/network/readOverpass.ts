import { z } from 'zod';
import { NetworkFileError } from './networkFileError';
import { OsmWays } from './osmWays';
import type { WalkingLines } from './walkingLines';

const nodeSchema = z.object({ type: z.literal('node'), id: z.number(), lat: z.number(), lon: z.number() });

const waySchema = z.object({
  type: z.literal('way'),
  id: z.number(),
  nodes: z.array(z.number()).optional(),
  /** Of `out geom`; null where the way leaves the box asked for. */
  geometry: z.array(z.object({ lat: z.number(), lon: z.number() }).nullable()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
});

const otherSchema = z.object({ type: z.enum(['relation', 'area', 'count', 'timeline', 'changeset']) });

const overpassSchema = z.object({
  elements: z.array(z.discriminatedUnion('type', [nodeSchema, waySchema, otherSchema])),
  remark: z.string().optional(),
});

/**
 * Reads walking lines from what the Overpass API answers as JSON: ways with their nodes (`out body; >; out skel;`)
 * or with geometry (`out geom;`). `name` is the file's, for messages. Throws NetworkFileError.
 */
export function readOverpass(content: unknown, name: string): WalkingLines {
  const parsed = overpassSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const [, index] = issue?.path ?? [];
    const where = typeof index === 'number' ? `: se element nr. ${index + 1}, «${issue?.path.slice(2).join('.') ?? ''}»` : '';
    throw new NetworkFileError(`«${name}» er ikke et gyldig svar fra Overpass${where}. Hent det på nytt som JSON.`);
  }
  const { elements, remark } = parsed.data;
  if (remark?.includes('runtime error') === true) {
    throw new NetworkFileError(`«${name}» er ikke hele svaret: Overpass stanset underveis. Hent et mindre utsnitt.`);
  }
  const ways = new OsmWays();
  for (const element of elements) {
    if (element.type !== 'way') continue;
    if (element.nodes === undefined) {
      throw new NetworkFileError(`Vei ${element.id} i «${name}» mangler punktene sine. Be om «out body geom;» eller «out body; >; out skel;».`);
    }
    ways.addWay(element.tags ?? {}, element.nodes);
  }
  for (const element of elements) {
    if (element.type === 'node') ways.addNode(element.id, element.lon, element.lat);
    if (element.type !== 'way') continue;
    element.geometry?.forEach((position, index) => {
      const node = element.nodes?.[index];
      if (position !== null && node !== undefined) ways.addNode(node, position.lon, position.lat);
    });
  }
  return ways.finish(name);
}
