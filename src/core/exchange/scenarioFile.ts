import type { Dataset } from '../domain/dataset';
import type { DefaultArea, DevelopmentArea } from '../domain/developmentArea';
import { identifier, type AreaId, type ProjectId, type ScenarioId, type TownId } from '../domain/identifiers';
import { periodsOf, type Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import { rightHanded, sameOutline } from '../geometry/coordinates';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { sharedGround } from '../operations/sharedGround';
import { issueTexts, scenarioIssue, shortened } from './issueText';
import { openDocument } from './migrations';
import { measureEntry, multiPolygonEntry, readMeasures } from './measureEntries';
import { printJson } from './printJson';
import { scenarioProblems } from './scenarioChecks';
import { SCENARIO_FORMAT } from './scenarioFormat';
import { scenarioFileSchema, type AreaEntry, type ScenarioFile } from './scenarioSchema';

/** What a scenario file needs to know of the place. */
export type ScenarioPlace = Pick<Dataset, 'hash' | 'parameters' | 'defaultAreas' | 'stations'>;

/** A whole scenario, with notes on how to read it, or every reason in Norwegian why there is none. */
export type ScenarioReading =
  | { readonly kind: 'scenario'; readonly scenario: Scenario; readonly notes: readonly string[] }
  | { readonly kind: 'failed'; readonly problems: readonly string[] };

const DAA = new Intl.NumberFormat('nb-NO', { maximumSignificantDigits: 3 });

function daaText(squareMetres: number): string {
  return DAA.format(squareMetres / SQUARE_METRES_PER_DAA);
}

function byText(first: string, second: string): number {
  return first < second ? -1 : Number(first > second);
}

function programmeEntry(programme: Programme, place: ScenarioPlace): ScenarioFile['scenario']['programme'] {
  const order = place.parameters.towns.map((town) => town.id);
  const rank = (town: TownId): number => (order.includes(town) ? order.indexOf(town) : order.length);
  return {
    firstYear: programme.firstYear,
    lastYear: programme.lastYear,
    dwellingsPerYear: programme.dwellingsPerYear,
    townsShare: programme.townsShare,
    towns: [...programme.shareByTown]
      .toSorted(([first], [second]) => rank(first) - rank(second) || byText(first, second))
      .map(([town, share]) => ({ town, share, locked: programme.lockedTowns.has(town) })),
  };
}

/** Whether an area says nothing that the data set does not say. */
function isUntouched(area: DevelopmentArea, original: DefaultArea): boolean {
  return (
    area.origin === 'default' &&
    !area.setByHand &&
    area.phase === null &&
    area.note === '' &&
    area.name === original.name &&
    area.town === original.town &&
    area.typology === original.typology &&
    area.developableShare === original.developableShare &&
    area.dwellingsByPeriod.every((dwellings) => dwellings === 0) &&
    sameOutline(area.outline, original.outline)
  );
}

function areaEntry(area: DevelopmentArea, original: DefaultArea | undefined): AreaEntry {
  const onDefaultGround = area.origin === 'default' && original && sameOutline(area.outline, original.outline);
  return {
    id: area.id,
    name: area.name,
    origin: area.origin,
    ground: onDefaultGround ? 'default' : multiPolygonEntry(area.outline),
    town: area.town,
    typology: area.typology,
    developableShare: area.developableShare,
    dwellingsByPeriod: [...area.dwellingsByPeriod],
    setByHand: area.setByHand,
    phase: area.phase,
    note: area.note,
  };
}

/**
 * Writes a scenario as a file of the present version. The same scenario always gives the same bytes; shares and
 * dwellings keep every digit, outlines eight decimals of a degree. It records the data set it was made on.
 */
export function writeScenarioFile(scenario: Scenario, place: ScenarioPlace): string {
  const originals = new Map(place.defaultAreas.map((area) => [area.id, area]));
  const file: ScenarioFile = {
    format: SCENARIO_FORMAT.name,
    version: SCENARIO_FORMAT.version,
    datasetHash: place.hash,
    scenario: {
      id: scenario.id,
      name: scenario.name,
      note: scenario.note,
      municipality: scenario.municipality,
      programme: programmeEntry(scenario.programme, place),
      projects: [...scenario.projects]
        .toSorted(([first], [second]) => byText(first, second))
        .map(([project, counted]) => ({ project, counted })),
      measures: [...scenario.measures.values()].toSorted((first, second) => byText(first.id, second.id)).map(measureEntry),
      areas: [...scenario.areas.values()]
        .filter((area) => {
          const original = originals.get(area.id);
          return !original || !isUntouched(area, original);
        })
        .toSorted((first, second) => byText(first.id, second.id))
        .map((area) => areaEntry(area, originals.get(area.id))),
      removedDefaultAreas: [...originals.keys()].filter((id) => !scenario.areas.has(id)).toSorted(byText),
    },
  };
  return printJson(file);
}

function readAreas({ scenario }: ScenarioFile, place: ScenarioPlace): ReadonlyMap<AreaId, DevelopmentArea> {
  const empty = periodsOf(scenario.programme).map(() => 0);
  const removed = new Set(scenario.removedDefaultAreas);
  const originals = new Map(place.defaultAreas.map((area) => [area.id, area]));
  const areas = new Map<AreaId, DevelopmentArea>();
  for (const [id, original] of originals) {
    if (removed.has(id)) continue;
    areas.set(id, { ...original, origin: 'default', dwellingsByPeriod: empty, setByHand: false, phase: null, note: '' });
  }
  for (const entry of scenario.areas) {
    const { ground, ...rest } = entry;
    const id = identifier<AreaId>(entry.id);
    const outline = ground === 'default' ? originals.get(id)?.outline : rightHanded(ground.coordinates);
    if (!outline) continue;
    areas.set(id, { ...rest, id, outline, town: entry.town === null ? null : identifier<TownId>(entry.town) });
  }
  return areas;
}

function readProgramme(entry: ScenarioFile['scenario']['programme'], place: ScenarioPlace): Programme {
  const shares = new Map(entry.towns.map(({ town, share }) => [town, share]));
  return {
    firstYear: entry.firstYear,
    lastYear: entry.lastYear,
    dwellingsPerYear: entry.dwellingsPerYear,
    townsShare: entry.townsShare,
    shareByTown: new Map(place.parameters.towns.map(({ id }) => [id, shares.get(id) ?? 0])),
    lockedTowns: new Set(entry.towns.filter(({ locked }) => locked).map(({ town }) => identifier<TownId>(town))),
  };
}

function readingNotes(file: ScenarioFile, fileName: string, place: ScenarioPlace, migratedFrom: number | null): readonly string[] {
  const notes: string[] = [];
  if (file.datasetHash !== place.hash) {
    notes.push(`${fileName}: scenarioet ble laget på et annet datasett. Tallene kan være andre enn da det ble lagret.`);
  }
  if (migratedFrom !== null) {
    notes.push(`${fileName}: filen hadde versjon ${migratedFrom} og er oppgradert til versjon ${SCENARIO_FORMAT.version}.`);
  }
  return notes;
}

/** So many of what is told are named. */
const NAMED_PAIRS = 3;

/** What the file has on the same ground, which no area drawn here ever is. */
function sharedGroundNotes(areas: Scenario['areas'], fileName: string, place: ScenarioPlace): readonly string[] {
  const originals = new Map(place.defaultAreas.map(({ id, outline }) => [id, outline]));
  const untouched = new Set([...areas.values()].filter(({ id, outline }) => originals.get(id) === outline).map(({ id }) => id));
  const pairs = sharedGround(areas, untouched);
  if (pairs.length === 0) return [];
  const named = pairs
    .toSorted((one, other) => other.squareMetres - one.squareMetres)
    .slice(0, NAMED_PAIRS)
    .map(({ area, other, squareMetres }) => `${area.name} og ${other.name} (${daaText(squareMetres)} daa)`);
  const rest = pairs.length > named.length ? ` og ${pairs.length - named.length} par til` : '';
  return [`${fileName}: felt ligger på samme grunn, som da telles to ganger: ${named.join(', ')}${rest}. Åpne kortet til feltet som skal ha grunnen, og velg «Ta grunnen».`];
}

/**
 * Reads a scenario file of any version up to the present one. All or nothing, and never throws: either the whole
 * scenario, or every problem with file, field and fix in Norwegian.
 */
export function readScenarioFile(text: string, fileName: string, place: ScenarioPlace): ScenarioReading {
  const opened = openDocument(text, fileName, SCENARIO_FORMAT);
  if (opened.kind === 'failed') return { kind: 'failed', problems: [opened.problem] };
  const parsed = scenarioFileSchema.safeParse(opened.document, { error: scenarioIssue });
  if (!parsed.success) return { kind: 'failed', problems: shortened(fileName, issueTexts(fileName, parsed.error)) };
  const file = parsed.data;
  const problems = scenarioProblems(file, fileName, place);
  if (problems.length > 0) return { kind: 'failed', problems: shortened(fileName, problems) };
  const { scenario } = file;
  const areas = readAreas(file, place);
  return {
    kind: 'scenario',
    scenario: {
      id: identifier<ScenarioId>(scenario.id),
      name: scenario.name,
      note: scenario.note,
      municipality: scenario.municipality,
      programme: readProgramme(scenario.programme, place),
      projects: new Map(scenario.projects.map(({ project, counted }) => [identifier<ProjectId>(project), counted])),
      measures: readMeasures(scenario.measures),
      areas,
    },
    notes: [...readingNotes(file, fileName, place, opened.migratedFrom), ...sharedGroundNotes(areas, fileName, place)],
  };
}
