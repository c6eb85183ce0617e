import { isInService, type ProjectSwitches, type Station, type StationMode } from '../domain/station';
import { toPlanarPoint } from '../geometry/projection';
import { HALF_HOUR_MINUTES, RAIL_RELIABILITY_MINUTES } from '../method/parameters';

/** A station in service, ready for the arithmetic of transit proximity. */
export interface ServiceStation {
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
  /** Equal keys mean equal stations. */
  readonly key: string;
  readonly stations: readonly ServiceStation[];
  readonly lineModes: readonly StationMode[];
}

/** Average wait for a line with `departuresPerHour` departures per direction, minutes (PTAL: half a headway plus 0.75). */
export function waitMinutes(departuresPerHour: number): number {
  return HALF_HOUR_MINUTES / departuresPerHour + RAIL_RELIABILITY_MINUTES;
}

/** The stations that run in `year`; today's when `year` is `'today'`. Stations without departures serve nobody. */
export function serviceSet(
  stations: readonly Station[],
  year: number | 'today',
  switches: ProjectSwitches,
): ServiceSet {
  const running = stations.filter(
    (station) =>
      station.departuresPerHour > 0 &&
      (year === 'today' ? station.status.kind === 'inOperation' : isInService(station, year, switches)),
  );
  const lines = new Map<string, number>();
  const lineModes: StationMode[] = [];
  return {
    key: running.map((station) => station.id).join('|'),
    stations: running.map((station) => {
      const lineKey = `${station.mode} ${station.line}`;
      let line = lines.get(lineKey);
      if (line === undefined) {
        line = lineModes.length;
        lines.set(lineKey, line);
        lineModes.push(station.mode);
      }
      const { x, y } = toPlanarPoint(station.position);
      return { x, y, waitMinutes: waitMinutes(station.departuresPerHour), mode: station.mode, line };
    }),
    lineModes,
  };
}
