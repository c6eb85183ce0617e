import { identifier, type MeasureId, type StationId, type TownId } from '../domain/identifiers';
import { PROTECTION_CODES, type AddedStation, type Measure, type ProtectionCode, type StationChange } from '../domain/measure';
import type { Scenario } from '../domain/scenario';
import { STATION_MODES, type Station } from '../domain/station';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { LIMITS } from './limits';
import { changed, refused, townName, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';

const UNKNOWN_MEASURE = 'Tiltaket finnes ikke lenger i scenarioet.';

function put(measure: Measure, note: string): OperationOutcome {
  return changed(note, { measures: new Map([[measure.id, measure]]) });
}

/** The first free number after a word, as name and identifier: "Park 2", `park-2`. */
function numbered({ measures }: Scenario, word: string): { readonly id: MeasureId; readonly name: string } {
  for (let number = 1; ; number += 1) {
    const id = identifier<MeasureId>(`${word.toLowerCase().replaceAll(' ', '-')}-${number}`);
    const name = `${word} ${number}`;
    if (!measures.has(id) && ![...measures.values()].some((measure) => measure.name === name)) return { id, name };
  }
}

/** Adds a park or green corridor to the green structure. */
export function addGreen(scenario: Scenario, outline: LonLatMultiPolygon): OperationOutcome {
  const { id, name } = numbered(scenario, 'Grøntområde');
  return put({ kind: 'addedGreen', id, name, note: '', counted: true, outline }, `Nytt grøntområde: ${name}`);
}

/** Protects ground: areas hold no dwellings there. What is already there shows as over capacity until its town is filled anew. */
export function addProtection(scenario: Scenario, outline: LonLatMultiPolygon, code: ProtectionCode): OperationOutcome {
  const { id, name } = numbered(scenario, 'Vern');
  return put({ kind: 'protection', id, name, note: '', counted: true, code, outline }, `Nytt vern: ${name}`);
}

function stationProblem({ departuresPerHour, openingYear }: { departuresPerHour: number | null; openingYear?: number }): string | null {
  if (departuresPerHour !== null && !(departuresPerHour >= 0 && departuresPerHour <= LIMITS.departuresPerHour)) {
    return `Avganger i timen må være fra 0 til ${LIMITS.departuresPerHour}.`;
  }
  if (openingYear === undefined) return null;
  const isYear = Number.isInteger(openingYear) && openingYear >= LIMITS.firstYear && openingYear <= LIMITS.lastYear;
  return isYear ? null : `Åpningsåret må være fra ${LIMITS.firstYear} til ${LIMITS.lastYear}.`;
}

/** Adds a station that the place does not have. It opens with the programme's first year unless another year is set. */
export function addStation(
  scenario: Scenario,
  station: Pick<AddedStation, 'mode' | 'line' | 'position' | 'departuresPerHour'>,
): OperationOutcome {
  const problem = stationProblem(station);
  if (problem !== null) return refused(problem);
  if (!STATION_MODES.includes(station.mode)) return refused(`Stasjonen må være en av ${STATION_MODES.join(', ')}.`);
  const { id, name } = numbered(scenario, 'Ny stasjon');
  const openingYear = scenario.programme.firstYear;
  return put({ kind: 'addedStation', id, name, note: '', counted: true, openingYear, ...station }, `${name} lagt til`);
}

/**
 * Moves one of the place's stations, or gives it other departures. What is null is left as the data set has it; a change
 * that leaves everything so is taken away.
 */
export function changeStation(
  scenario: Scenario,
  station: Pick<Station, 'id' | 'name'>,
  change: Pick<StationChange, 'position' | 'departuresPerHour'>,
): OperationOutcome {
  const problem = stationProblem(change);
  if (problem !== null) return refused(problem);
  const id = identifier<MeasureId>(`stasjon-${station.id}`);
  const before = stationChange(scenario, station.id);
  if (change.position === null && change.departuresPerHour === null) {
    return before ? removeMeasure(scenario, before.id) : UNCHANGED;
  }
  const isSame = before?.position === change.position && before.departuresPerHour === change.departuresPerHour;
  if (isSame && before.counted) return UNCHANGED;
  const kept = before ?? { id, name: station.name, note: '' };
  const what = change.departuresPerHour === before?.departuresPerHour || change.departuresPerHour === null
    ? 'flyttet'
    : `${change.departuresPerHour} avganger i timen`;
  return put({ ...kept, kind: 'stationChange', counted: true, station: station.id, ...change }, `${station.name}: ${what}`);
}

/** The scenario's change of one of the place's stations, if it has one. */
export function stationChange({ measures }: Pick<Scenario, 'measures'>, station: StationId): StationChange | null {
  for (const measure of measures.values()) {
    if (measure.kind === 'stationChange' && measure.station === station) return measure;
  }
  return null;
}

/** Gives a town another outline. Its areas stay as they are. */
export function replaceTownOutline(
  scenario: Scenario,
  context: OperationContext,
  town: TownId,
  outline: LonLatMultiPolygon,
): OperationOutcome {
  const name = townName(context, town);
  if (!context.dataset.parameters.towns.some(({ id }) => id === town)) return refused(`${name} er ingen småby i datasettet.`);
  const before = [...scenario.measures.values()].find((measure) => measure.kind === 'townOutline' && measure.town === town);
  if (before?.kind === 'townOutline' && before.counted && before.outline === outline) return UNCHANGED;
  const kept = before ?? { id: identifier<MeasureId>(`omriss-${town}`), name: `Omriss for ${name}`, note: '' };
  const { id, note } = kept;
  return put({ kind: 'townOutline', id, name: kept.name, note, counted: true, town, outline }, `Nytt omriss for ${name}`);
}

/** What of a measure can be set by hand. */
export interface MeasureEdit {
  readonly name?: string;
  readonly note?: string;
  readonly counted?: boolean;
  readonly outline?: LonLatMultiPolygon;
  readonly position?: LonLat;
  readonly code?: ProtectionCode;
  readonly departuresPerHour?: number;
  readonly openingYear?: number;
  readonly line?: string;
  readonly mode?: AddedStation['mode'];
}

function edited(measure: Measure, { name, note, counted, ...rest }: MeasureEdit): Measure {
  const base = {
    ...measure,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(note === undefined ? {} : { note }),
    ...(counted === undefined ? {} : { counted }),
  };
  switch (base.kind) {
    case 'addedStation': {
      const { mode, line, position, departuresPerHour, openingYear } = { ...base, ...rest };
      return { ...base, mode, line, position, departuresPerHour, openingYear };
    }
    case 'stationChange': {
      const { position, departuresPerHour } = { ...base, ...rest };
      return { ...base, position, departuresPerHour };
    }
    case 'protection': {
      const { outline, code } = { ...base, ...rest };
      return { ...base, outline, code };
    }
    case 'addedGreen':
    case 'townOutline':
      return { ...base, outline: rest.outline ?? base.outline };
  }
}

function editProblem(edit: MeasureEdit): string | null {
  if (edit.name?.trim() === '') return 'Tiltaket må ha et navn.';
  if ((edit.name?.trim() ?? '').length > LIMITS.nameCharacters) return `Navnet kan ha høyst ${LIMITS.nameCharacters} tegn.`;
  if ((edit.note ?? '').length > LIMITS.noteCharacters) return `Merknaden kan ha høyst ${LIMITS.noteCharacters} tegn.`;
  if (edit.code !== undefined && !PROTECTION_CODES.includes(edit.code)) return 'Velg en hensynssone fra listen.';
  if (edit.line?.trim() === '') return 'Linjen må ha et navn.';
  const { openingYear } = edit;
  return stationProblem({
    departuresPerHour: edit.departuresPerHour ?? null,
    ...(openingYear === undefined ? {} : { openingYear }),
  });
}

function noteOf(measure: Measure, next: Measure, edit: MeasureEdit): string {
  if (next.name !== measure.name) return `${measure.name} heter nå ${next.name}`;
  if (edit.counted !== undefined) return `${measure.name} ${edit.counted ? 'på' : 'av'}`;
  if (edit.departuresPerHour !== undefined) return `${measure.name}: ${edit.departuresPerHour} avganger i timen`;
  if (edit.openingYear !== undefined) return `${measure.name} åpner i ${edit.openingYear}`;
  if (edit.position) return `${measure.name} flyttet`;
  return edit.outline ? `${measure.name}: nytt omriss` : `${measure.name} endret`;
}

/** Changes what is given of a measure; what its kind does not have is passed over. */
export function editMeasure(scenario: Scenario, id: MeasureId, edit: MeasureEdit): OperationOutcome {
  const measure = scenario.measures.get(id);
  if (!measure) return refused(UNKNOWN_MEASURE);
  const problem = editProblem(edit);
  if (problem !== null) return refused(problem);
  const next = edited(measure, edit);
  const before: Readonly<Record<string, unknown>> = { ...measure };
  if (Object.entries(next).every(([field, value]) => before[field] === value)) return UNCHANGED;
  return put(next, noteOf(measure, next, edit));
}

/** Takes a measure away. */
export function removeMeasure(scenario: Scenario, id: MeasureId): OperationOutcome {
  const measure = scenario.measures.get(id);
  if (!measure) return refused(UNKNOWN_MEASURE);
  return changed(`${measure.name} fjernet`, { measures: new Map([[id, null]]) });
}
