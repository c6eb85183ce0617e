import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { networkIdentity, type NetworkIdentity } from '../core/exchange/networkIdentity';
import { NetworkFileError } from '../core/network/networkFileError';
import { readTextLines } from '../core/network/readLines';
import { readOsmPbf } from '../core/network/readOsmPbf';
import type { WalkingLines } from '../core/network/walkingLines';
import { createWalkingNetwork, type WalkingNetwork } from '../core/network/walkingNetwork';
import { readText, type Input } from './inputFiles';

/** A network to walk along, and what it is called in files that rest on it. */
export interface ReadNetwork {
  readonly network: WalkingNetwork;
  readonly identity: NetworkIdentity;
}

/** Reads the walking network of a file, the formats that the page takes; null without a file. */
export function readNetwork(file: string | null): Input<ReadNetwork | null> {
  if (file === null) return { kind: 'read', value: null };
  const name = basename(file);
  try {
    if (name.toLowerCase().endsWith('.pbf')) {
      return { kind: 'read', value: networkOf(name, readOsmPbf(bytesOf(file), name)) };
    }
    const text = readText(file);
    if (text.kind === 'failed') return text;
    return { kind: 'read', value: networkOf(name, readTextLines(name, text.value)) };
  } catch (problem) {
    if (problem instanceof NetworkFileError) return { kind: 'failed', problems: [problem.message] };
    throw problem;
  }
}

function networkOf(name: string, lines: WalkingLines): ReadNetwork {
  return { network: createWalkingNetwork(lines), identity: networkIdentity(name, lines) };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw new NetworkFileError(`${file}: filen kan ikke leses. Sjekk navnet og at du har tilgang.`);
  }
}
