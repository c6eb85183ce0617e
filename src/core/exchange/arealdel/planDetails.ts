import { LONGEST_PLAN_IDENTIFICATION } from './planCodes';

/** What the municipality itself calls the plan; null where it has not said, and the draft's own is used. */
export interface PlanDetails {
  readonly planIdentification: string | null;
  readonly name: string | null;
  /** Day of the draft, `2026-11-22`. */
  readonly date: string | null;
}

export const NO_PLAN_DETAILS: PlanDetails = { planIdentification: null, name: null, date: null };

const LONGEST_PLAN_NAME = 120;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const CONTROL = /\p{Cc}/u;

function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return DATE.test(text) && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** What is wrong with the details, in Norwegian, by field; empty when a plan may carry them. */
export function planDetailProblems({ planIdentification, name, date }: PlanDetails): Readonly<Partial<Record<keyof PlanDetails, string>>> {
  const problems: Partial<Record<keyof PlanDetails, string>> = {};
  if (planIdentification !== null) {
    if (planIdentification.trim() !== planIdentification || planIdentification === '') {
      problems.planIdentification = 'Planidentifikasjonen kan ikke være tom eller begynne eller slutte med mellomrom.';
    } else if (planIdentification.length > LONGEST_PLAN_IDENTIFICATION) {
      problems.planIdentification = `Planidentifikasjonen kan ha ${LONGEST_PLAN_IDENTIFICATION} tegn. Denne har ${planIdentification.length}.`;
    } else if (CONTROL.test(planIdentification)) {
      problems.planIdentification = 'Planidentifikasjonen kan bare ha tegn som kan skrives.';
    }
  }
  if (name !== null && (name.trim() === '' || name.length > LONGEST_PLAN_NAME || CONTROL.test(name))) {
    problems.name = `Plannavnet må være tekst på én linje, på det meste ${LONGEST_PLAN_NAME} tegn.`;
  }
  if (date !== null && !isDay(date)) problems.date = 'Datoen må være en dag skrevet som 2026-11-22.';
  return problems;
}
