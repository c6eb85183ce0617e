import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fnv1a64 } from '../geodata/contentHash';
import { fromBase64url, toBase64url } from './base64url';
import { isScenarioLink, readScenarioLink, scenarioLink } from './scenarioLink';

describe('base64url', () => {
  it('gives back every run of bytes, and is what Node makes of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect([...(fromBase64url(text) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it('refuses other text', () => {
    expect([fromBase64url('a'), fromBase64url('ab+/'), fromBase64url('ab==')]).toEqual([null, null, null]);
  });
});

describe('a link with a scenario', () => {
  const link = scenarioLink('{"navn":"Høyblokk på Fornebu 🏠"}');

  it('carries the very text, and is told from other fragments', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(readScenarioLink(scenarioLink(text))).toEqual({ kind: 'file', text });
      }),
    );
    expect(isScenarioLink(link)).toBe(true);
    expect(isScenarioLink('#kart')).toBe(false);
  });

  it('is much shorter than the file that it carries', () => {
    const file = JSON.stringify(Array.from({ length: 400 }, (_, index) => ({ id: `felt-${index}`, dwellingsByPeriod: [0, index / 7] })));
    expect(scenarioLink(file).length).toBeLessThan(file.length / 2);
  });

  it('says so when it is cut short or changed, wherever', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 12), fc.constantFrom('cut', 'changed'), (at, how) => {
        const place = at + 11;
        const broken = how === 'cut' ? link.slice(0, place) : `${link.slice(0, place)}${link[place] === 'A' ? 'B' : 'A'}${link.slice(place + 1)}`;
        const reading = readScenarioLink(broken);
        // The last character of a group may carry bits that say nothing.
        expect(reading.kind === 'failed' || readScenarioLink(link)).toEqual(reading.kind === 'failed' ? true : reading);
      }),
    );
  });

  it('of a newer version asks for an update', () => {
    expect(readScenarioLink('#scenario=2.abc.def')).toMatchObject({ kind: 'failed', problem: expect.stringContaining('Oppdater') as string });
  });

  it('that unpacks beyond all measure is refused', () => {
    const bytes = new Uint8Array(40_000_000);
    const forged = `#scenario=1.${fnv1a64(bytes)}.${toBase64url(deflateSync(bytes))}`;
    expect(readScenarioLink(forged).kind).toBe('failed');
  });
});
