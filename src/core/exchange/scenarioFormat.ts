import { isDocument, type FileDocument, type FileFormat, type Migration } from './migrations';

function objects(value: unknown): readonly FileDocument[] {
  if (!Array.isArray(value) || !value.every(isDocument)) throw new TypeError('a list of objects is missing');
  return value;
}

/** Version 2 gathers what a scenario does beside building homes as measures, and gives areas a phase. */
const measuresAndPhases: Migration = {
  from: 1,
  migrate: (document) => {
    const { scenario } = document;
    if (!isDocument(scenario)) throw new TypeError('the scenario is missing');
    const { townOutlines, areas, ...rest } = scenario;
    return {
      ...document,
      scenario: {
        ...rest,
        areas: objects(areas).map((area) => ({ ...area, phase: null })),
        measures: objects(townOutlines).map(({ town, outline }) => ({
          kind: 'townOutline',
          id: `omriss-${String(town)}`,
          name: 'Nytt omriss',
          note: '',
          counted: true,
          town,
          outline,
        })),
      },
    };
  },
};

/**
 * The scenario file. To change it: raise `version`, change `scenarioFileSchema` to match, and add the migration from
 * the version before. Migrations only go forward and are applied one after the other.
 */
export const SCENARIO_FORMAT: FileFormat = {
  name: 'smabymodellen-scenario',
  version: 2,
  migrations: [measuresAndPhases],
};
