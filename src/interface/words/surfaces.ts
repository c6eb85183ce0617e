export const SURFACE_WORDS = {
  program: 'Program',
  result: 'Resultat',
  layers: 'Kartlag',
  map: 'Kart',
  notFetched: 'En del av siden kunne ikke hentes. Last siden på nytt; arbeidet ditt er lagret.',
  fold: (title: string): string => `Fold sammen ${title}`,
  unfold: (title: string): string => `Åpne ${title}`,
  skipToProgram: 'Hopp til program',
  skipToResult: 'Hopp til resultat',
  skipToMap: 'Hopp til kartet',
} as const;
