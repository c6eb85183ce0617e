import { ACCESSIBILITY_REACH_METRES, HALF_HOUR_MINUTES, OTHER_LINES_SHARE, WALKING_METRES_PER_MINUTE } from '../../src/core/method/parameters';
import type { ServiceSet } from '../../src/core/scoring/service';
import type { Walks } from '../../src/core/scoring/walks';

/** Transit proximity at one point. */
export interface PointTravel {
  readonly nearestMetres: number;
  readonly departureMinutes: number;
  readonly accessibilityIndex: number;
}

/** Transit proximity at a point as the method states it: by the walks to all stations. */
export function straightforwardTravel({ stations, lineModes }: ServiceSet, walks: Walks, x: number, y: number): PointTravel {
  walks.startAt(x, y);
  const metres = stations.map((_, station) => walks.metresTo(station));
  const minutes = metres.map((walk, station) => walk / WALKING_METRES_PER_MINUTE + stations[station]!.waitMinutes);
  const best = lineModes.map((_, line) =>
    Math.max(0, ...stations.flatMap((station, index) => (station.line === line && metres[index]! <= ACCESSIBILITY_REACH_METRES ? [HALF_HOUR_MINUTES / minutes[index]!] : []))),
  );
  const ofMode = (mode: string): number => {
    const lines = best.filter((_, line) => lineModes[line] === mode);
    const largest = Math.max(0, ...lines);
    return largest + (lines.reduce((sum, line) => sum + line, 0) - largest) * OTHER_LINES_SHARE;
  };
  return {
    nearestMetres: Math.min(Infinity, ...metres),
    departureMinutes: Math.min(Infinity, ...minutes),
    accessibilityIndex: ofMode('train') + ofMode('metro'),
  };
}
