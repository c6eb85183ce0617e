import type { OnlineServiceId } from '../../core/domain/onlineService';

export const ONLINE_WORDS = {
  heading: 'Offentlige karttjenester',
  off: 'Alle er av. Da sender siden ingenting til noen.',
  asks: (hosts: readonly string[]): string =>
    `Nettleseren henter nå kartbilder fra ${hosts.join(' og ')}. De som driver tjenesten, kan se hvilket utsnitt du ser på; scenarioet sendes ikke.`,
  note: 'Bare bilder å se på: de regnes ikke med i noe tall, og er ikke med i eksport.',
  names: {
    'kartverket-topografisk': 'Topografisk gråtonekart',
    'nibio-ar5': 'AR5 arealtype',
    'nap-kommuneplan': 'Kommuneplan, arealformål',
  } satisfies Readonly<Record<OnlineServiceId, string>>,
} as const;
