/** What the stores tell the user. */
export const STATE_WORDS = {
  changedElsewhere: (name: string): string => `«${name}» er endret i en annen fane.`,
  takeTheirs: 'Hent endringene',
  forked: (name: string, mine: string): string =>
    `«${name}» er endret i en annen fane. Det du har gjort her, er trygt: det heter nå «${mine}».`,
  mineName: (name: string): string => `${name} (min)`,
  keepBoth: 'Behold begge',
  useTheirs: 'Bruk den andre',
  saveFile: 'Lagre scenariofil',
  tryAgain: 'Prøv igjen',
  full: 'Det er fullt i nettleserens lager. Det siste du gjorde, finnes bare i denne fanen. Lagre scenariofilen, eller tøm papirkurven i Scenarioer.',
  newerVersion:
    'En nyere versjon av Småbymodellen er åpnet i denne nettleseren. Det siste du gjorde, finnes bare i denne fanen: lagre scenariofilen, og last siden på nytt.',
  takenOver:
    'En nyere versjon av Småbymodellen er åpnet i en annen fane. Alt til nå er lagret. Last siden på nytt for å gå videre med den.',
  locked: (name: string): string => `«${name}» er låst. Lås det opp i Scenarioer (B), eller lag en kopi.`,
  inBin: (name: string): string => `«${name}» ligger i papirkurven i 30 dager.`,
  putBack: 'Angre',
  newName: 'Nytt scenario',
  noStore: 'Nettleseren lar ikke siden lagre, så dette kan ikke gjøres her.',
  folderProblem: (folder: string, reason: string): string =>
    `Det gikk ikke å lagre i mappen «${folder}» (${reason}). Arbeidet er trygt i nettleseren. Velg mappen på nytt i Scenarioer.`,
  takenIn: (count: number): string =>
    count === 0 ? 'Alt i mappen er her allerede.' : `${count} ${count === 1 ? 'scenario' : 'scenarioer'} er hentet inn fra mappen.`,
  backAgain: 'Du er tilbake der du slapp.',
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
