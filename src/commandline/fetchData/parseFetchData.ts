import type { FetchDataCommand } from './command';
import { SOURCE_IDS, type SourceId } from './dataSource';

/** The values of the options, as parseArgs gives them. */
export interface FetchDataValues {
  readonly municipality?: unknown;
  readonly out?: unknown;
  readonly only?: unknown;
  readonly 'base-url'?: unknown;
}

function sourceNamed(name: string): SourceId | null {
  return SOURCE_IDS.find((id) => id === name) ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

/** The command that the options ask for, or the Norwegian reason why it cannot be told. */
export function parseFetchData(words: readonly string[], values: FetchDataValues): FetchDataCommand | string {
  const { municipality, out, only } = values;
  const names = SOURCE_IDS.join(', ');
  if (words.length > 0) return `fetch-data tar ikke «${words.join(' ')}».`;
  if (typeof municipality !== 'string' || !/^\d{4}$/u.test(municipality)) return 'fetch-data trenger --municipality med fire sifre, som 0301.';
  if (typeof out !== 'string' || out === '') return 'fetch-data trenger --out MAPPE.';
  const wanted: readonly (SourceId | null)[] = only === undefined ? SOURCE_IDS : textOf(only).split(',').map((name) => sourceNamed(name.trim()));
  if (wanted.includes(null)) return `Valget --only tar kilder skilt med komma: ${names}.`;
  const bases = new Map<SourceId, string>();
  const given: readonly unknown[] = Array.isArray(values['base-url']) ? values['base-url'] : [];
  for (const pair of given) {
    const [, name = '', address = ''] = /^([a-z]+)=(.+)$/u.exec(textOf(pair)) ?? [];
    const source = sourceNamed(name);
    if (!source || !isWebAddress(address)) return `Valget --base-url er KILDE=ADRESSE. Kilder: ${names}.`;
    bases.set(source, address);
  }
  return { kind: 'fetchData', municipality, folder: out, only: wanted.filter((source) => source !== null), bases };
}
