import { areaDwellings, type DevelopmentArea } from '../../domain/developmentArea';
import type { AddedGreen, Protection } from '../../domain/measure';
import { periodsOf } from '../../domain/programme';
import { SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../../method/parameters';
import { conflictsByArea, conflictText, type ExportedScenario } from '../exportedScenario';
import { ADDED_GREEN_PURPOSE, CONSIDERATIONS, OTHER_OWNERSHIP, PLANNED, TRANSFORMATION } from './planCodes';
import { planObject, type DraftContext } from './planIdentity';
import type { Attributes, PlanObject } from './planObject';
import { dissolve, surfaceArea, surfacesOf, type Surface } from './surfaces';

interface WeightedArea {
  readonly area: DevelopmentArea;
  /** The part of the area that a surface stands for, 0–1: numbers that can be added are shared out by it. */
  readonly part: number;
}

/** Numbers of the areas that a surface stands for. */
function homes({ scenario, facts, evaluation }: ExportedScenario, areas: readonly WeightedArea[]): Attributes {
  const conflicts = conflictsByArea(evaluation);
  const sum = (of: (area: DevelopmentArea) => number): number => areas.reduce((total, { area, part }) => total + part * of(area), 0);
  const capacity = (area: DevelopmentArea): number => facts.get(area.id)?.capacity ?? 0;
  const dwellings = sum((area) => areaDwellings(area));
  const minutes =
    dwellings > 0
      ? sum((area) => areaDwellings(area) * (facts.get(area.id)?.meanDepartureMinutes ?? Infinity)) / dwellings
      : Infinity;
  const periods = periodsOf(scenario.programme).map(
    ({ firstYear, lastYear }, index) =>
      [`smaby_boliger_${firstYear}_${lastYear}`, sum((area) => area.dwellingsByPeriod[index] ?? 0)] as const,
  );
  return {
    smaby_boliger: dwellings,
    smaby_plassert: sum((area) => Math.min(areaDwellings(area), capacity(area))),
    smaby_kapasitet: sum(capacity),
    ...Object.fromEntries(periods),
    smaby_landareal_daa: sum((area) => facts.get(area.id)?.landDaa ?? 0),
    smaby_minutter_til_avgang: Number.isFinite(minutes) ? minutes : null,
    smaby_konflikter: conflictText([...new Set(areas.flatMap(({ area }) => conflicts.get(area.id) ?? []))]),
  };
}

function areaDaa(surface: Surface): number {
  return surfaceArea(surface) / SQUARE_METRES_PER_DAA;
}

function townName({ dataset }: ExportedScenario, town: string | null): string {
  return dataset.parameters.towns.find(({ id }) => id === town)?.name ?? 'utenfor småbyene';
}

/** Drawn areas with dwellings: planned housing or centre land (arealbruksstatus 2), by their typology. */
export function housingObjects(context: DraftContext, areas: readonly DevelopmentArea[]): readonly PlanObject[] {
  const { exported } = context;
  return areas.flatMap((area) => {
    const surfaces = surfacesOf(area.outline);
    const whole = surfaces.reduce((sum, surface) => sum + surfaceArea(surface), 0);
    return surfaces.map((surface, index) =>
      planObject(context, 'KpArealformålOmråde', ['felt', area.id, String(index)], surface, {
        arealformål: TYPOLOGIES[area.typology].arealformål,
        arealbruksstatus: PLANNED,
        områdenavn: area.name,
        beskrivelse: area.note,
        eierform: OTHER_OWNERSHIP,
        smaby_scenario: exported.scenario.id,
        smaby_felt: area.id,
        smaby_opphav: 'tegnet felt',
        smaby_småby: area.town === null ? null : townName(exported, area.town),
        smaby_boligtype: area.typology,
        smaby_utbyggbar_andel: area.developableShare,
        smaby_areal_daa: areaDaa(surface),
        ...homes(exported, [{ area, part: surfaceArea(surface) / whole }]),
      }),
    );
  });
}

/** Added parks and green corridors: planned green structure. */
export function greenObjects(context: DraftContext, measures: readonly AddedGreen[]): readonly PlanObject[] {
  const { exported } = context;
  const noHomes = Object.keys(homes(exported, [])).map((name) => [name, null] as const);
  return measures.flatMap((measure) =>
    surfacesOf(measure.outline).map((surface, index) =>
      planObject(context, 'KpArealformålOmråde', ['grønt', measure.id, String(index)], surface, {
        arealformål: ADDED_GREEN_PURPOSE,
        arealbruksstatus: PLANNED,
        områdenavn: measure.name,
        beskrivelse: measure.note,
        eierform: OTHER_OWNERSHIP,
        smaby_scenario: exported.scenario.id,
        smaby_felt: measure.id,
        smaby_opphav: 'nytt grønt',
        smaby_småby: null,
        smaby_boligtype: null,
        smaby_utbyggbar_andel: null,
        smaby_areal_daa: areaDaa(surface),
        ...Object.fromEntries(noHomes),
      }),
    ),
  );
}

/** Protections: zones of consideration by their code, named H540_1, H540_2 and so on. */
export function considerationZones(context: DraftContext, measures: readonly Protection[]): readonly PlanObject[] {
  const counts = new Map<string, number>();
  return measures.flatMap((measure) => {
    const number = (counts.get(measure.code) ?? 0) + 1;
    counts.set(measure.code, number);
    const text = [measure.name, measure.note].filter((part) => part !== '').join('. ');
    return surfacesOf(measure.outline).map((surface, index) =>
      planObject(context, 'KpAngittHensynSone', ['vern', measure.id, String(index)], surface, {
        angittHensyn: measure.code,
        hensynSonenavn: `H${measure.code}_${number}`,
        beskrivelse: text === '' ? CONSIDERATIONS[measure.code] : text,
        smaby_scenario: context.exported.scenario.id,
        smaby_tiltak: measure.id,
        smaby_areal_daa: areaDaa(surface),
      }),
    );
  });
}

function byTown(context: DraftContext, areas: readonly DevelopmentArea[]): readonly (readonly DevelopmentArea[])[] {
  const order = context.exported.dataset.parameters.towns.map(({ id }) => id);
  return [...order, null].map((town) => areas.filter((area) => area.town === town)).filter((group) => group.length > 0);
}

/** Default areas with dwellings: one zone of transformation for each town, in as few surfaces as they make. */
export function transformationZones(context: DraftContext, areas: readonly DevelopmentArea[]): readonly PlanObject[] {
  const { exported } = context;
  return byTown(context, areas).flatMap((group, index) => {
    const town = group[0]?.town ?? null;
    const name = townName(exported, town);
    return dissolve(group.map(({ outline }) => outline))
      .map(({ surface, members }) => ({ surface, held: members.flatMap((member) => group[member] ?? []) }))
      .toSorted((one, other) => ((one.held[0]?.id ?? '') < (other.held[0]?.id ?? '') ? -1 : 1))
      .map(({ surface, held }) =>
        planObject(context, 'KpGjennomføringSone', ['omforming', town ?? '', held[0]?.id ?? ''], surface, {
          gjennomføring: TRANSFORMATION,
          hensynSonenavn: `H${TRANSFORMATION}_${index + 1}`,
          beskrivelse: `Omforming: ${name}. Antakelse i scenariet om ombygging innenfor sonen, ikke hentet fra noen plan.`,
          smaby_scenario: exported.scenario.id,
          smaby_småby: town === null ? null : name,
          smaby_antall_felt: held.length,
          smaby_areal_daa: areaDaa(surface),
          ...homes(exported, held.map((area) => ({ area, part: 1 }))),
        }),
      );
  });
}
