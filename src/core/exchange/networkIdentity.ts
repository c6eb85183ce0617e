import { fnv1a64 } from '../geodata/contentHash';
import type { WalkingLines } from '../network/walkingLines';

/** The walking network that numbers rest on: what its file is called, and a hash of its lines. */
export interface NetworkIdentity {
  readonly name: string;
  readonly hash: string;
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Names a network by its lines: the same hash whatever the file is called or laid out like, as long as it has the same lines. */
export function networkIdentity(name: string, { positions, lineStarts, nodeIds }: WalkingLines): NetworkIdentity {
  return { name, hash: [positions, lineStarts, ...(nodeIds ? [nodeIds] : [])].map((part) => fnv1a64(bytesOf(part))).join('-') };
}
