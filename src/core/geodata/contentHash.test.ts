import { describe, expect, it } from 'vitest';
import { contentHash, fnv1a64 } from './contentHash';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

describe('content hash', () => {
  it('gives the published vectors of 64-bit FNV-1a', () => {
    expect(fnv1a64(bytes(''))).toBe('cbf29ce484222325');
    expect(fnv1a64(bytes('a'))).toBe('af63dc4c8601ec8c');
    expect(fnv1a64(bytes('foobar'))).toBe('85944171f73967e8');
  });

  it('depends on names and contents but not on order or line ends', () => {
    const hash = contentHash(new Map([['a', 'ø\n'], ['b', 'y']]));
    expect(contentHash(new Map([['b', 'y'], ['a', 'ø\r\n']]))).toBe(hash);
    expect(contentHash(new Map([['a', 'ø\n'], ['b', 'z']]))).not.toBe(hash);
    expect(contentHash(new Map([['a', 'ø\n'], ['c', 'y']]))).not.toBe(hash);
    expect(contentHash(new Map([['a', 'ø\ny'], ['b', '']]))).not.toBe(hash);
    expect(contentHash(new Map([['a', 'Ā\n'], ['b', 'y']]))).not.toBe(contentHash(new Map([['a', '\0\n'], ['b', 'y']])));
  });
});
