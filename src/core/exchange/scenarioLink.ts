import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { fnv1a64 } from '../geodata/contentHash';
import { fromBase64url, toBase64url } from './base64url';

/** What a fragment begins with when it carries a scenario. */
const NAME = '#scenario=';
const VERSION = 1;

/** No scenario file comes near this; what unpacks to more is no scenario. */
const LARGEST_BYTES = 20_000_000;
const CHUNK_BYTES = 16_384;

/** The scenario file that a link carries, or why in Norwegian it carries none. */
export type LinkReading =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'failed'; readonly problem: string };

const BROKEN =
  'Lenken er avkuttet eller endret underveis. Be avsenderen kopiere den på nytt, eller sende scenariofilen. Ingenting er endret hos deg.';

/** Whether an address's fragment carries a scenario at all. */
export function isScenarioLink(fragment: string): boolean {
  return fragment.startsWith(NAME);
}

/** A scenario file as the fragment of an address: version, checksum and compressed text. No server sees a fragment. */
export function scenarioLink(fileText: string): string {
  const bytes = strToU8(fileText);
  return `${NAME}${VERSION}.${fnv1a64(bytes)}.${toBase64url(deflateSync(bytes, { level: 9 }))}`;
}

/** Unpacks step by step, so that a forged link cannot fill the memory; null where it does not unpack to the very end. */
function unpacked(packed: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  const state = { length: 0, isWhole: false };
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    state.length += chunk.length;
    state.isWhole = final;
  });
  try {
    for (let at = 0; at < packed.length && state.length <= LARGEST_BYTES; at += CHUNK_BYTES) {
      inflate.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
    }
  } catch {
    return null;
  }
  if (!state.isWhole || state.length > LARGEST_BYTES) return null;
  const whole = new Uint8Array(state.length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Reads the scenario file out of a fragment that `isScenarioLink`. Never throws. */
export function readScenarioLink(fragment: string): LinkReading {
  const [version = '', hash = '', content = ''] = fragment.slice(NAME.length).split('.');
  if (/^\d{1,6}$/u.test(version) && Number(version) > VERSION) {
    return {
      kind: 'failed',
      problem: `Lenken er laget av en nyere utgave (versjon ${version}). Oppdater Småbymodellen for å åpne den. Ingenting er endret hos deg.`,
    };
  }
  const packed = version === String(VERSION) ? fromBase64url(content) : null;
  const bytes = packed && unpacked(packed);
  if (!bytes || fnv1a64(bytes) !== hash) return { kind: 'failed', problem: BROKEN };
  return { kind: 'file', text: strFromU8(bytes) };
}
