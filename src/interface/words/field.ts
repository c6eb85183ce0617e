export const FIELD_WORDS = {
  outOfRange: (minimum: string, maximum: string): string => `Skriv et tall fra ${minimum} til ${maximum}.`,
} as const;
