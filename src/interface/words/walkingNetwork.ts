import { countOf, formatNumber, formatUpTo } from '../format/numbers';

export const NETWORK_WORDS = {
  title: 'Gangnett',
  straight: (factor: number): string => `luftlinje × ${formatUpTo(factor, 2)}`,
  load: 'Last inn fil …',
  loadAnother: 'Last inn en annen fil …',
  kinds: 'Linjer som GeoJSON, Overpass-JSON eller .osm.pbf. Filen blir på maskinen.',
  reading: (file: string): string => `Leser ${file} …`,
  remove: 'Ta bort',
  size: (nodes: number, kilometres: number): string =>
    `${countOf(nodes, 'knutepunkt', 'knutepunkter')} · ${formatNumber(kilometres)} km`,
  islands: (count: number, kilometres: number): string =>
    `${countOf(count, 'del', 'deler')} uten forbindelse med resten, ${formatUpTo(kilometres, 1)} km`,
  kept: 'Ligger i nettleseren til du tar det bort.',
  refused: (reason: string): string => `${reason} Ingenting er endret.`,
} as const;
