import type { Station } from '../../core/domain/station';
import { slug } from './sources/entur';

const MOST_TOWNS = 6;
const DEVELOPABLE_SHARE = 0.1;
const TOWNS_SHARE = 0.8;
const PROGRAMME_YEARS = 10;

/** Residents for each new dwelling, and yearly growth: round numbers to start from, of no plan. */
const PERSONS_PER_DWELLING = 2.2;
const GROWTH = [
  { id: 'low', name: 'Lav', part: 0.004 },
  { id: 'moderate', name: 'Moderat', part: 0.008 },
  { id: 'high', name: 'Høy', part: 0.012 },
] as const;
const RESIDENTS_WHERE_UNKNOWN = 10_000;

/** National target from 2023 for farmland given to other uses, daa a year, shared by residents. */
const NATIONAL_FARMLAND_LOSS_DAA = 2000;
const NATIONAL_RESIDENTS = 5_500_000;

/** Stands where a station is missing, so that the folder can be read and says what it lacks. */
const MISSING_ANCHOR = 'mangler-stasjon';

/** What the default parameters are made from. */
export interface ParameterGround {
  readonly number: string;
  readonly name: string;
  readonly box: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  readonly stations: readonly Station[];
  /** Null where they could not be fetched. */
  readonly residents: number | null;
  readonly year: number;
  /** Layers of the folder. */
  readonly layers: readonly string[];
}

interface DefaultTown {
  readonly id: string;
  readonly name: string;
  readonly anchors: readonly string[];
  readonly developableShare: number;
  readonly share: number;
}

/** The stations with most departures, each a town, train and metro of one name together; equal shares that sum to 1. */
function defaultTowns({ stations, name }: ParameterGround): readonly DefaultTown[] {
  const byName = new Map<string, { readonly anchors: string[]; departures: number }>();
  for (const station of stations) {
    const town = byName.get(station.name) ?? { anchors: [], departures: 0 };
    town.anchors.push(station.id);
    town.departures += station.departuresPerHour;
    byName.set(station.name, town);
  }
  const busiest = [...byName].toSorted(([, one], [, other]) => other.departures - one.departures).slice(0, MOST_TOWNS);
  const found = busiest.length > 0 ? busiest.map(([title, { anchors }]) => ({ name: title, anchors })) : [{ name, anchors: [MISSING_ANCHOR] }];
  const share = Number((1 / found.length).toFixed(4));
  const used = new Map<string, number>();
  return found.map((town, index) => {
    const bare = slug(town.name);
    const times = (used.get(bare) ?? 0) + 1;
    used.set(bare, times);
    return {
      id: times === 1 ? bare : `${bare}-${times}`,
      name: town.name,
      anchors: town.anchors,
      developableShare: DEVELOPABLE_SHARE,
      share: index < found.length - 1 ? share : Number((1 - share * (found.length - 1)).toFixed(4)),
    };
  });
}

/**
 * `parameters.json` for a municipality that nobody has filled it in for: the least that the model runs on. What no source
 * gives is an assumption, and says so.
 */
export function defaultParameters(ground: ParameterGround): string {
  const { number, name, box, residents, year, layers } = ground;
  const people = residents ?? RESIDENTS_WHERE_UNKNOWN;
  const basis = residents === null ? 'folketallet er ikke hentet, og 10 000 er satt inn' : `${Math.round(residents).toLocaleString('nb-NO')} bosatte`;
  const degrees = (value: number): number => Number(value.toFixed(4));
  const parameters = {
    schemaVersion: 1,
    municipality: { number, name },
    openingView: { southWest: [degrees(box.west), degrees(box.south)], northEast: [degrees(box.east), degrees(box.north)] },
    growthAlternatives: {
      source: `Antakelse, ikke fra noen plan: 0,4, 0,8 og 1,2 % vekst i året og ${PERSONS_PER_DWELLING.toLocaleString('nb-NO')} personer i hver nye bolig (${basis}). Sett inn kommunens egne alternativer.`,
      alternatives: GROWTH.map(({ part, ...alternative }) => ({
        ...alternative,
        dwellingsPerYear: Math.max(1, Math.round((people * part) / PERSONS_PER_DWELLING)),
      })),
    },
    usualProgramme: {
      firstYear: year,
      lastYear: year + PROGRAMME_YEARS - 1,
      townsShare: TOWNS_SHARE,
      source: 'Antakelse: småbyene tar 80 % av veksten, delt likt mellom de stasjonene som har flest avganger. Sett inn kommunens egne småbyer og andeler.',
    },
    towns: defaultTowns(ground),
    projects: [],
    waterBelts: {
      seaMetres: 100,
      namedWatercourseMetres: 30,
      namedWatercourses: [],
      otherWaterMetres: 10,
      source: 'Sjø: plan- og bygningsloven § 1-8. Vassdrag: antakelse; vannressursloven § 11 setter ingen bredde, og kommunen fastsetter den.',
    },
    farmlandLossDaaPerYear: {
      value: Math.max(1, Math.round((NATIONAL_FARMLAND_LOSS_DAA * people) / NATIONAL_RESIDENTS)),
      source: `Antakelse: det nasjonale målet om høyst 2000 daa i året, delt etter folketall (${basis}).`,
      assumption: true,
    },
    defaultAreas: {
      gridMetres: 200,
      minimumDaa: 10,
      typology: 'blokk',
      source: 'Antakelse: en tidel av grunnen i hver småby kan bygges om. Stedene er ikke hentet fra noen plan.',
    },
    ageSupportRatio: { source: 'Ikke hentet. Sett inn kommunens egne tall.', years: [] },
    hiddenLayers: ['population', 'default-areas'].filter((id) => layers.includes(id)),
  };
  return `${JSON.stringify(parameters, null, 2)}\n`;
}
