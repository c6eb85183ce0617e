export const NOTICE_WORDS = {
  dismiss: 'Lukk meldingen',
} as const;
