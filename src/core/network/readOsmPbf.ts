import { NetworkFileError } from './networkFileError';
import { eachNode, eachWay } from './osmPbfBlock';
import { eachDataBlock } from './osmPbfFile';
import { OsmWays } from './osmWays';
import type { WalkingLines } from './walkingLines';

/**
 * Reads walking lines from the bytes of an `.osm.pbf` file (OpenStreetMap wiki, "PBF Format"). Goes through the file
 * twice, ways and then the nodes they use, so that memory follows the walkable ways and not the file.
 * Throws NetworkFileError; `name` is the file's.
 */
export function readOsmPbf(file: Uint8Array, name: string): WalkingLines {
  const ways = new OsmWays();
  try {
    eachDataBlock(file, (block) => {
      eachWay(block, (tags, nodes) => ways.addWay(tags, nodes));
    });
    eachDataBlock(file, (block) => {
      eachNode(block, (id, longitude, latitude) => ways.addNode(id, longitude, latitude));
    });
  } catch (error) {
    if (error instanceof NetworkFileError) throw error;
    // The format's own checks, and those of the libraries under it: whatever failed, it was the bytes.
    throw new NetworkFileError(`«${name}» er ikke en hel og gyldig .osm.pbf-fil. Last den ned på nytt, og prøv igjen.`, { cause: error });
  }
  return ways.finish(name);
}
