import type { Dataset } from '../domain/dataset';
import { periodsOf } from '../domain/programme';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { problemText } from './issueText';
import type { AreaEntry, ScenarioFile } from './scenarioSchema';

const SHARE_TOLERANCE = 1e-9;

type Path = readonly PropertyKey[];
type Report = (path: Path, what: string) => void;
type Place = Pick<Dataset, 'parameters' | 'defaultAreas' | 'stations'>;

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `«${id}»`).join(', ');
}

function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(ids.filter((id) => seen.has(id) || !seen.add(id)))];
}

function checkProgramme({ scenario }: ScenarioFile, { parameters }: Place, report: Report): void {
  const { programme } = scenario;
  const path: Path = ['scenario', 'programme'];
  if (programme.lastYear < programme.firstYear) {
    report([...path, 'lastYear'], `er ${programme.lastYear}, før første år ${programme.firstYear}. Skriv ${programme.firstYear} eller senere`);
  }
  const towns = programme.towns.map((entry) => entry.town);
  const twice = repeated(towns);
  if (twice.length > 0) report([...path, 'towns'], `har ${quoted(twice)} to ganger. Fjern den ene`);
  const known = parameters.towns.map((town) => String(town.id));
  const unknown = towns.filter((town) => !known.includes(town));
  if (unknown.length > 0) {
    report([...path, 'towns'], `nevner småbyer som datasettet ikke har: ${quoted(unknown)}. Bruk ${quoted(known)}, eller åpne filen med datasettet den ble laget på`);
  }
  const missing = known.filter((town) => !towns.includes(town));
  if (missing.length > 0) report([...path, 'towns'], `mangler ${quoted(missing)}. Legg dem til, om så med andel 0`);
  const sum = programme.towns.reduce((total, entry) => total + entry.share, 0);
  // A missing or unknown town takes its share with it: the sum is then no problem of its own.
  if (unknown.length + missing.length + twice.length === 0 && Math.abs(sum - 1) > SHARE_TOLERANCE) {
    report([...path, 'towns'], `har andeler som til sammen er ${sum}. De skal til sammen være 1`);
  }
}

function checkOutline(outline: LonLatMultiPolygon, path: Path, report: Report): void {
  for (const [p, polygon] of outline.entries()) {
    for (const [r, ring] of polygon.entries()) {
      const first = ring[0];
      const last = ring.at(-1);
      if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
        report([...path, 'coordinates', p, r], 'er en ring som ikke er lukket. Gjenta det første punktet til slutt');
      }
    }
  }
}

function checkArea(entry: AreaEntry, path: Path, defaults: ReadonlySet<string>, report: Report): void {
  if (entry.ground !== 'default') checkOutline(entry.ground.coordinates, [...path, 'ground'], report);
  else if (entry.origin === 'drawn') {
    report([...path, 'ground'], `er "default" for det tegnede feltet «${entry.id}». Et tegnet felt må ha sitt eget omriss`);
  }
  if (entry.origin === 'drawn' && defaults.has(entry.id)) {
    report([...path, 'id'], `er «${entry.id}», som er et av datasettets egne felt. Gi det tegnede feltet et annet kjennemerke`);
  }
}

function checkAreas({ scenario }: ScenarioFile, { parameters, defaultAreas }: Place, report: Report): void {
  const { areas, programme, removedDefaultAreas } = scenario;
  const defaults = new Set(defaultAreas.map((area) => String(area.id)));
  const towns = new Set(parameters.towns.map((town) => String(town.id)));
  const periods = programme.lastYear < programme.firstYear ? null : periodsOf(programme).length;
  const twice = repeated(areas.map((entry) => entry.id));
  if (twice.length > 0) report(['scenario', 'areas'], `har ${quoted(twice)} to ganger. Fjern den ene`);
  const unknown = [
    ...areas.filter((entry) => entry.ground === 'default' && entry.origin === 'default').map((entry) => entry.id),
    ...removedDefaultAreas,
  ].filter((id) => !defaults.has(id));
  if (unknown.length > 0) {
    report(['scenario', 'areas'], `viser til felt som datasettet ikke har: ${quoted(unknown)}. Åpne filen med datasettet den ble laget på, eller fjern feltene`);
  }
  const both = areas.map((entry) => entry.id).filter((id) => removedDefaultAreas.includes(id));
  if (both.length > 0) report(['scenario', 'removedDefaultAreas'], `nevner ${quoted(both)}, som også står i «areas». Fjern dem fra den ene listen`);
  for (const [index, entry] of areas.entries()) {
    const path: Path = ['scenario', 'areas', index];
    checkArea(entry, path, defaults, report);
    if (entry.town !== null && !towns.has(entry.town)) {
      report([...path, 'town'], `er «${entry.town}», som ikke er en småby i datasettet. Bruk ${quoted([...towns])} eller null`);
    }
    if (periods !== null && entry.dwellingsByPeriod.length !== periods) {
      report([...path, 'dwellingsByPeriod'], `har ${entry.dwellingsByPeriod.length} tall for «${entry.id}», men programmet har ${periods} perioder. Skriv ett tall for hver`);
    }
    if (periods !== null && entry.phase !== null && entry.phase >= periods) {
      report([...path, 'phase'], `er ${entry.phase}, men programmet har ${periods} perioder, og den første er 0. Skriv ${periods - 1} eller mindre, eller null`);
    }
  }
}

function checkMeasures({ scenario }: ScenarioFile, { parameters, stations }: Place, report: Report): void {
  const path: Path = ['scenario', 'measures'];
  for (const [index, entry] of scenario.measures.entries()) {
    if ('outline' in entry) checkOutline(entry.outline.coordinates, [...path, index, 'outline'], report);
    if (entry.kind === 'townOutline' && !parameters.towns.some((town) => town.id === entry.town)) {
      report([...path, index, 'town'], `er «${entry.town}», som ikke er en småby i datasettet. Fjern omrisset`);
    }
    if (entry.kind === 'stationChange' && !stations.some((station) => station.id === entry.station)) {
      report([...path, index, 'station'], `er «${entry.station}», en stasjon som datasettet ikke har. Fjern tiltaket`);
    }
    if (entry.kind === 'addedStation' && stations.some((station) => String(station.id) === entry.id)) {
      report([...path, index, 'id'], `er «${entry.id}», som er en av datasettets egne stasjoner. Gi den nye et annet kjennemerke`);
    }
  }
  const repeats = [
    repeated(scenario.measures.map(({ id }) => id)),
    repeated(scenario.measures.flatMap((entry) => (entry.kind === 'townOutline' ? [entry.town] : []))),
    repeated(scenario.measures.flatMap((entry) => (entry.kind === 'stationChange' ? [entry.station] : []))),
  ].flat();
  if (repeats.length > 0) report(path, `gjelder ${quoted(repeats)} to ganger. Fjern det ene tiltaket`);
}

/** What the schema cannot see: sums, order, and whether the file speaks of this place. One sentence for each problem. */
export function scenarioProblems(file: ScenarioFile, fileName: string, dataset: Place): readonly string[] {
  const problems: string[] = [];
  const report: Report = (path, what) => problems.push(problemText(fileName, path, what));
  const { scenario } = file;
  const { municipality, projects } = dataset.parameters;
  if (scenario.municipality !== municipality.number) {
    report(
      ['scenario', 'municipality'],
      `er «${scenario.municipality}», men datasettet gjelder ${municipality.number} ${municipality.name}. Åpne filen med datasettet den ble laget på`,
    );
    return problems;
  }
  checkProgramme(file, dataset, report);
  checkAreas(file, dataset, report);
  for (const [index, { project }] of scenario.projects.entries()) {
    if (!projects.some((known) => known.id === project)) {
      report(['scenario', 'projects', index, 'project'], `er «${project}», som datasettet ikke kjenner. Fjern linjen`);
    }
  }
  const twiceProjects = repeated(scenario.projects.map((entry) => entry.project));
  if (twiceProjects.length > 0) report(['scenario', 'projects'], `har ${quoted(twiceProjects)} to ganger. Fjern den ene`);
  checkMeasures(file, dataset, report);
  return problems;
}
