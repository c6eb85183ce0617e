import type { DataSource } from '../dataSource';
import { NATURE, NVE } from './arcgis';
import { BOUNDARY_BASE } from './boundary';
import { ENTUR } from './entur';
import { GEONORGE } from './geonorge';
import { OPEN_STREET_MAP } from './openStreetMap';
import { STATISTICS_GRID } from './statisticsGrid';

/** Where the municipality's boundary comes from, which all others are asked within. */
export const BOUNDARY = { id: 'municipality', title: 'Kartverket', base: BOUNDARY_BASE } as const;

/** All other sources, in the order they are asked: one host at a time. */
export const SOURCES: readonly DataSource[] = [ENTUR, STATISTICS_GRID, NVE, NATURE, GEONORGE, OPEN_STREET_MAP];
