export const FILE_WORDS = {
  comparison: 'sammenligning',
  notReady: 'Tallene er ikke klare ennå. Prøv igjen om et øyeblikk.',
  tooLarge: (file: string): string => `${file} er for stor til å være en scenariofil. Velg en annen fil.`,
  scores: (transit: string, blueGreen: string): string => `Kollektivnærhet ${transit} · Blågrønt grep ${blueGreen}`,
  minus: (second: string, first: string): string => `${second} minus ${first}`,
  until: (year: number): string => `Ved utgangen av ${year}`,
  today: 'I dag',
} as const;

export const MAP_HOST_WORDS = {
  notFetched: 'Kartet kunne ikke hentes. Last siden på nytt; arbeidet ditt er lagret.',
} as const;

export const LINK_WORDS = { link: 'Lenken' } as const;

export const START_WORDS = {
  failed: 'Småbymodellen kan ikke åpne',
  way: 'Rett filene og last siden på nytt.',
  newScenario: 'Nytt scenario',
  scenarioLeftOut: (problems: readonly string[]): string => `Et levert scenario er utelatt. ${problems.join(' ')}`,
  newerStore:
    'Arbeidet i denne nettleseren er lagret av en nyere versjon av Småbymodellen. Ingenting av det er rørt. Last siden på nytt uten mellomlager (Ctrl+Shift+R) for å få den nye versjonen. Det du gjør nå, lagres ikke.',
  storeHeld:
    'En annen fane har Småbymodellen åpen i en eldre versjon. Lukk den og last denne siden på nytt. Det du gjør her før det, lagres ikke.',
  noStorage: (reason: string): string =>
    `Nettleseren lar ikke siden lagre (${reason}). Arbeidet blir borte når fanen lukkes. Lagre scenariofilen for å ta vare på det.`,
} as const;
