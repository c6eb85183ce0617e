import { strFromU8 } from 'fflate';
import { ImportProblem } from './importProblem';

/** ISO 8859-10 from A0 to FF. */
const LATIN_6 =
  '\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ';

/** The Norwegian letters of code page 865. */
const DOS: Readonly<Record<string, string>> = { '\u0091': 'æ', '\u009B': 'ø', '\u0086': 'å', '\u0092': 'Æ', '\u009D': 'Ø', '\u008F': 'Å' };

/** The Norwegian letters of the seven-bit set NS 4551-1. */
const SEVEN_BIT: Readonly<Record<string, string>> = { '{': 'æ', '|': 'ø', '}': 'å', '[': 'Æ', '\\': 'Ø', ']': 'Å' };

const HEAD_BYTES = 8192;

/** Whether every byte above 7F is part of a UTF-8 character, as far as is looked. */
function isUtf8(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1_000_000);
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : -1;
    if (more < 0) return false;
    for (let next = 1; next <= more && at + next < end; next += 1) if ((bytes[at + next]! & 0xc0) !== 0x80) return false;
    at += more;
  }
  return true;
}

function replaced(text: string, letters: Readonly<Record<string, string>>, pattern: RegExp): string {
  return text.replaceAll(pattern, (letter) => letters[letter] ?? letter);
}

/** UTF-16 by its byte order mark. */
function utf16Text(bytes: Uint8Array): string {
  const isLittle = bytes[0] === 0xff;
  const units: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    units.push(String.fromCharCode(isLittle ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!));
  }
  return units.join('');
}

/** Decodes text that is UTF-8 or, where it is not, in an older Norwegian set that is named or guessed. */
export function textInSet(bytes: Uint8Array, set: string | null): string {
  const name = (set ?? '').toUpperCase().replaceAll(/[\s_]/gu, '');
  if (name === 'UTF-8' || name === 'UTF8' || (name === '' && isUtf8(bytes))) return strFromU8(bytes).replace(/^\uFEFF/u, '');
  if (name === 'UTF-16') return utf16Text(bytes);
  const text = strFromU8(bytes, true);
  switch (name) {
    case 'ISO8859-10':
    case '':
      return text.replaceAll(/[\u00A0-\u00FF]/gu, (letter) => LATIN_6[letter.charCodeAt(0) - 0xa0] ?? letter);
    case 'ISO8859-1':
    case 'ISO8859-15':
    case 'ANSI':
      return text;
    case 'DOSN8':
      return replaced(text, DOS, /[\u0086-\u009D]/gu);
    case 'ND7':
    case 'DECN7':
      return replaced(text, SEVEN_BIT, /[[\]\\{|}]/gu);
    default:
      throw new ImportProblem(`Tegnsettet «${set ?? ''}» i SOSI-hodet kjennes ikke. Lagre filen på nytt med TEGNSETT UTF-8.`);
  }
}

/** The text of a SOSI file in the set that its head names. Throws ImportProblem for a set that is not known. */
export function sosiText(bytes: Uint8Array): string {
  const head = strFromU8(bytes.subarray(0, HEAD_BYTES), true);
  return textInSet(bytes, /\.\.TEGNSETT\s+"?([^\s"!]+)/iu.exec(head)?.[1] ?? null);
}
