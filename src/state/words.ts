/** What the stores tell the user. */
export const STATE_WORDS = {
  changedElsewhere: (name: string): string =>
    `«${name}» er endret i en annen fane. Endringene her lagres ikke. Lag en kopi, eller last siden på nytt.`,
  notSaved: (reason: string): string =>
    `Endringene lagres ikke i nettleseren (${reason}). Lagre scenariofilen, så er arbeidet trygt.`,
  unreadable: (reason: string): string =>
    `Det lagrede arbeidet kunne ikke leses (${reason}). Det ligger urørt i nettleseren.`,
  notFetched: (reason: string): string => `Lagret arbeid kunne ikke hentes (${reason}).`,
  copyName: (name: string): string => `${name} (kopi)`,
  restored: 'Tilbake til det leverte',
  fromFile: 'Åpnet fra fil',
  layersNotKept: (reason: string): string =>
    `Kartdataene er tatt inn, men kan ikke lagres i nettleseren (${reason}). De blir borte når fanen lukkes.`,
  layersUnreadable: (count: number): string =>
    `${count} av dine egne kartlag kunne ikke leses fra nettleseren. Last inn filene på nytt.`,
  networkTooLarge: (file: string): string =>
    `«${file}» er for stor. Klipp gangnettet til kommunen det gjelder, og prøv igjen.`,
} as const;
