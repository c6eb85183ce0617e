import { eachNode, eachWay } from '../network/osmPbfBlock';
import { eachDataBlock } from '../network/osmPbfFile';
import { AttributeTableBuilder } from './attributeTable';
import { ImportProblem, messageOf } from './importProblem';
import type { FileFormat, RawLayer } from './importedLayer';
import { OSM_KEYS } from './roleRules';
import { ShapesBuilder } from './packedShapes';
import { Tally } from './tally';

type Tags = Readonly<Record<string, string>>;

/** Tags that are kept: what tells of ground, and names. */
const KEPT_KEYS: ReadonlySet<string> = new Set([...OSM_KEYS, 'name', 'water', 'wetland', 'area', 'boundary', 'protect_class']);

const REASONS = {
  cut: 'flate som er kuttet ved kanten av utsnittet',
  missing: 'mangler punktene sine',
} as const;

type Position = readonly [longitude: number, latitude: number];

function tellsOfGround(tags: Tags): boolean {
  return OSM_KEYS.some((key) => tags[key] !== undefined);
}

function isSame(one: Position | undefined, other: Position | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}

/** Joins ways end to end into closed rings; null where a ring stays open. */
function joinRings(ways: readonly (readonly Position[])[]): readonly (readonly Position[])[] | null {
  const open = ways.filter((way) => way.length > 1).map((way) => [...way]);
  const rings: Position[][] = [];
  for (let ring = open.pop(); ring; ring = open.pop()) {
    while (!isSame(ring[0], ring.at(-1))) {
      const end = ring.at(-1);
      const next = open.findIndex((way) => isSame(way[0], end) || isSame(way.at(-1), end));
      const [way] = next < 0 ? [] : open.splice(next, 1);
      if (!way) return null;
      const turned = isSame(way[0], end) ? way : way.toReversed();
      ring.push(...turned.slice(1));
    }
    rings.push(ring);
  }
  return rings;
}

/** Puts tagged ways and multipolygons together as shapes. */
class OsmShapes {
  readonly shapes = new ShapesBuilder();
  readonly attributes = new AttributeTableBuilder();
  readonly dropped = new Tally();
  objectCount = 0;

  way(tags: Tags, positions: readonly (Position | undefined)[]): void {
    if (!tellsOfGround(tags)) return;
    this.objectCount += 1;
    const known = positions.filter((position) => position !== undefined);
    if (known.length < 2) {
      this.dropped.add(REASONS.missing);
      return;
    }
    const isClosed = known.length > 3 && isSame(known[0], known.at(-1));
    const isLine = tags['waterway'] !== undefined && tags['waterway'] !== 'riverbank' && tags['area'] !== 'yes';
    if (isLine) this.#path(known);
    else if (isClosed && known.length === positions.length) this.#ring(known);
    else {
      this.dropped.add(REASONS.cut);
      return;
    }
    this.shapes.endShape(isLine ? 'line' : 'polygon', this.attributes.rowCount);
    this.attributes.add(Object.entries(tags));
  }

  multipolygon(tags: Tags, outer: readonly (readonly Position[])[], inner: readonly (readonly Position[])[]): void {
    if (!tellsOfGround(tags)) return;
    this.objectCount += 1;
    const exteriors = joinRings(outer);
    const holes = joinRings(inner);
    if (!exteriors || !holes || exteriors.length === 0) {
      this.dropped.add(REASONS.cut);
      return;
    }
    const [first = [], ...others] = exteriors;
    // Which exterior a hole lies in is found when the shape is mended; until then it goes with the first.
    this.#rings([first, ...(exteriors.length === 1 ? holes : [])]);
    for (const exterior of others) this.#rings([exterior]);
    if (exteriors.length > 1 && holes.length > 0) this.dropped.add('hull i flate med flere deler, fylt igjen', holes.length);
    this.shapes.endShape('polygon', this.attributes.rowCount);
    this.attributes.add(Object.entries(tags));
  }

  layer(name: string, format: FileFormat, notes: readonly string[]): RawLayer {
    return {
      name,
      format,
      shapes: this.shapes.finish(),
      attributes: this.attributes.finish(),
      declared: { system: 'EPSG:4326', text: 'WGS84' },
      objectCount: this.objectCount,
      dropped: this.dropped.counted(),
      notes,
    };
  }

  #path(positions: readonly Position[]): void {
    for (const [longitude, latitude] of positions) this.shapes.addVertex(longitude, latitude);
  }

  #ring(positions: readonly Position[]): void {
    this.#rings([positions]);
  }

  #rings(rings: readonly (readonly Position[])[]): void {
    for (const ring of rings) {
      this.#path(ring);
      this.shapes.endRing();
    }
    this.shapes.endPart();
  }
}

/** Reads ground and water from the bytes of an `.osm.pbf` file: closed ways and watercourses. Throws ImportProblem. */
export function readOsmPbfGround(bytes: Uint8Array, name: string): RawLayer {
  const ways: { readonly tags: Tags; readonly nodes: readonly number[] }[] = [];
  const positions = new Map<number, Position | null>();
  try {
    eachDataBlock(bytes, (block) => {
      eachWay(
        block,
        (tags, nodes) => {
          if (!tellsOfGround(tags)) return;
          const list = [...nodes];
          for (const node of list) positions.set(node, null);
          ways.push({ tags, nodes: list });
        },
        KEPT_KEYS,
      );
    });
    eachDataBlock(bytes, (block) => {
      eachNode(block, (id, longitude, latitude) => {
        if (positions.has(id)) positions.set(id, [longitude, latitude]);
      });
    });
  } catch (problem) {
    throw new ImportProblem(`«${name}» er ikke en hel og gyldig .osm.pbf-fil (${messageOf(problem)}). Last den ned på nytt.`);
  }
  const shapes = new OsmShapes();
  for (const { tags, nodes } of ways) shapes.way(tags, nodes.map((node) => positions.get(node) ?? undefined));
  return shapes.layer(name, 'osmPbf', ['Flater som er satt sammen av flere linjer (relasjoner) er ikke med fra .osm.pbf.']);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function tagsOf({ tags }: JsonObject): Tags {
  if (!isObject(tags)) return {};
  return Object.fromEntries(Object.entries(tags).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && KEPT_KEYS.has(entry[0])));
}

function positionOf({ lat, lon }: JsonObject): Position | undefined {
  return typeof lat === 'number' && typeof lon === 'number' ? [lon, lat] : undefined;
}

/** Reads ground and water from what the Overpass API answers as JSON, with nodes or with geometry. */
export function readOverpassGround(content: JsonObject, name: string): RawLayer {
  const elements = objects(content['elements']);
  const nodes = new Map<unknown, Position | undefined>();
  for (const element of elements) if (element['type'] === 'node') nodes.set(element['id'], positionOf(element));
  const wayPositions = (way: JsonObject): readonly (Position | undefined)[] => {
    if (Array.isArray(way['geometry'])) return way['geometry'].map((at) => (isObject(at) ? positionOf(at) : undefined));
    return Array.isArray(way['nodes']) ? way['nodes'].map((id) => nodes.get(id)) : [];
  };
  const ways = new Map<unknown, readonly (Position | undefined)[]>();
  for (const element of elements) if (element['type'] === 'way') ways.set(element['id'], wayPositions(element));
  const shapes = new OsmShapes();
  for (const element of elements) {
    if (element['type'] === 'way') shapes.way(tagsOf(element), ways.get(element['id']) ?? []);
    if (element['type'] !== 'relation') continue;
    const membersIn = (isInner: boolean): Position[][] =>
      objects(element['members'])
        .filter((member) => member['type'] === 'way' && (member['role'] === 'inner') === isInner)
        .map((member) => {
          const own = Array.isArray(member['geometry']) ? wayPositions(member) : (ways.get(member['ref']) ?? []);
          return own.filter((position) => position !== undefined);
        });
    shapes.multipolygon(tagsOf(element), membersIn(false), membersIn(true));
  }
  return shapes.layer(name, 'overpass', []);
}
