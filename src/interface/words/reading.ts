import { formatNumber, formatUpTo } from '../format/numbers';

export interface ReadingParagraph {
  readonly title: string;
  readonly text: string;
  readonly assumption: boolean;
}

/** What a reader must know of the numbers, in plain words. */
export const READING_WORDS = {
  title: 'Slik leser du tallene',
  sources: 'Kilder og nøyaktighet',
  paragraphs: (facts: {
    readonly detourFactor: number;
    readonly metresPerMinute: number;
    readonly fullScoreMinutes: number;
    readonly halfLifeMinutes: number;
    readonly farmlandPace: number;
    readonly farmlandPaceSource: string;
    readonly farmlandPaceIsAssumption: boolean;
    readonly defaultAreasSource: string;
  }): readonly ReadingParagraph[] => [
    {
      title: 'I dag',
      text: 'Alle som bor i kommunen nå, og stasjonene som går nå. Det er ikke en plan, men noe å måle mot.',
      assumption: false,
    },
    {
      title: 'Kollektivnærhet',
      text: `Tid fra døra til toget går: gange, venting og litt slingring. Full skår til ${formatNumber(facts.fullScoreMinutes)} minutter, halvert for hver ${formatNumber(facts.halfLifeMinutes)} minutter til. Bare tog og T-bane er med, så tallet er lavt regnet.`,
      assumption: false,
    },
    {
      title: 'Gangavstand',
      text: `Luftlinje ganger ${formatUpTo(facts.detourFactor, 2)}, i ${formatNumber(facts.metresPerMinute)} meter i minuttet.`,
      assumption: true,
    },
    {
      title: 'Dyrka mark',
      text: `0 poeng ved ${formatUpTo(facts.farmlandPace, 1)} daa i året. ${facts.farmlandPaceSource}`,
      assumption: facts.farmlandPaceIsAssumption,
    },
    { title: 'Utbyggingsfelt', text: facts.defaultAreasSource, assumption: true },
    {
      title: 'Boligtyper',
      text: 'Boliger per daa, personer per bolig og flater er satt for hver boligtype.',
      assumption: true,
    },
  ],
} as const;
