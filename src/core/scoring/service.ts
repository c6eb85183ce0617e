import { isInService, type ProjectSwitches, type Station, type StationMode } from '../domain/station';
import { toPlanarPoint } from '../geometry/projection';
import { HALF_HOUR_MINUTES, RAIL_RELIABILITY_MINUTES } from '../method/parameters';

/** A station in service, ready for the arithmetic of transit proximity. */
export interface ServiceStation {
  /** Equal keys mean the same station at the same place, with the same line and departures. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Expected wait and reliability margin `30/f + 0.75`, minutes. */
  readonly waitMinutes: number;
  readonly mode: StationMode;
  /** Number of its line among the lines of the set. */
  readonly line: number;
}

/** The stations in service at one time. */
export interface ServiceSet {
  /** Equal keys mean equal stations, at the same places and with the same departures. */
  readonly key: string;
  readonly stations: readonly ServiceStation[];
  readonly lineModes: readonly StationMode[];
}

/** Average wait for a line with `departuresPerHour` departures per direction, minutes (PTAL: half a headway plus 0.75). */
export function waitMinutes(departuresPerHour: number): number {
  return HALF_HOUR_MINUTES / departuresPerHour + RAIL_RELIABILITY_MINUTES;
}

/** Longer waits are taken to be so long, so that sums over many homes stay numbers. */
const MOST_WAIT_MINUTES = 1e12;

/** Whether a station can take anyone anywhere: it lies in the plane, and departures are not so rare that nobody ever leaves. */
export function canServe({ position, departuresPerHour }: Pick<Station, 'position' | 'departuresPerHour'>): boolean {
  const { x, y } = toPlanarPoint(position);
  return departuresPerHour > 0 && Number.isFinite(waitMinutes(departuresPerHour)) && Number.isFinite(x) && Number.isFinite(y);
}

/** A line by its mode and literal name. */
export function lineKey({ mode, line }: Pick<Station, 'mode' | 'line'>): string {
  return `${mode} ${line}`;
}

/** What tells a station apart from the same station somewhere else, or with other departures. */
export function stationKey(station: Station): string {
  const { id, position, departuresPerHour } = station;
  return `${id} ${position[0]} ${position[1]} ${departuresPerHour} ${lineKey(station)}`;
}

/** The stations that run in `year`; today's when `year` is `'today'`. Those that cannot serve are left out. */
export function serviceSet(
  stations: readonly Station[],
  year: number | 'today',
  switches: ProjectSwitches,
): ServiceSet {
  const running = stations.filter(
    (station) =>
      canServe(station) &&
      (year === 'today' ? station.status.kind === 'inOperation' : isInService(station, year, switches)),
  );
  const lines = new Map<string, number>();
  const lineModes: StationMode[] = [];
  return {
    key: running.map(stationKey).join('|'),
    stations: running.map((station) => {
      const ofLine = lineKey(station);
      let line = lines.get(ofLine);
      if (line === undefined) {
        line = lineModes.length;
        lines.set(ofLine, line);
        lineModes.push(station.mode);
      }
      const { x, y } = toPlanarPoint(station.position);
      return { key: stationKey(station), x, y, waitMinutes: Math.min(waitMinutes(station.departuresPerHour), MOST_WAIT_MINUTES), mode: station.mode, line };
    }),
    lineModes,
  };
}

/** Service sets that scenarios are scored by at the same time, with what is measured of each: six scenarios of five periods, and some. */
const KEPT_SERVICES = 48;

/** Finds the service of a year, the same object as long as the stations in service are the same. */
export class ServiceBook {
  private readonly byStations = new WeakMap<readonly Station[], WeakMap<ProjectSwitches, Map<number, ServiceSet>>>();
  private readonly usual: ServiceSet | null;
  private byKey: readonly ServiceSet[] = [];

  /** @param usual a service that is never forgotten. */
  constructor(usual: ServiceSet | null = null) {
    this.usual = usual;
  }

  /** The stations of a list that run in `year`. */
  serviceIn(stations: readonly Station[], year: number, switches: ProjectSwitches): ServiceSet {
    let bySwitches = this.byStations.get(stations);
    if (!bySwitches) {
      bySwitches = new WeakMap();
      this.byStations.set(stations, bySwitches);
    }
    let byYear = bySwitches.get(switches);
    if (!byYear) {
      byYear = new Map();
      bySwitches.set(switches, byYear);
    }
    let service = byYear.get(year);
    if (!service) {
      service = this.same(serviceSet(stations, year, switches));
      byYear.set(year, service);
    }
    return service;
  }

  private same(service: ServiceSet): ServiceSet {
    if (service.key === this.usual?.key) return this.usual;
    const known = this.byKey.find(({ key }) => key === service.key) ?? service;
    this.byKey = [known, ...this.byKey.filter((other) => other !== known)].slice(0, KEPT_SERVICES);
    return known;
  }
}
