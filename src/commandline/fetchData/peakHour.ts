const OSLO = 'Europe/Oslo';
const DAY_MILLISECONDS = 24 * 3_600_000;
const WEDNESDAY = 3;

/** The next Wednesday after a moment's day, as `2026-11-25`: an ordinary day of work, whole in the timetable. */
export function nextWednesday(moment: Date): string {
  const ahead = ((WEDNESDAY - moment.getUTCDay() + 6) % 7) + 1;
  return new Date(moment.getTime() + ahead * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** 08.15 Norwegian time on a day, with its offset, as `2026-11-25T08:15:00+01:00`: the hour that PTAL counts starts then. */
export function morningOf(day: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: OSLO, timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T08:15:00Z`));
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return `${day}T08:15:00${offset === '' ? 'Z' : offset}`;
}
