import type { PlaceParameters } from '../domain/parameters';
import type { MethodFigure } from './figure';
import { listText } from './figureText';

/** B1: the pace of farmland loss that scores 0 in this place. */
export function farmlandPaceFigure({ farmlandLossDaaPerYear }: PlaceParameters): MethodFigure {
  return {
    name: 'Tap av dyrka mark som gir null',
    value: farmlandLossDaaPerYear.value,
    unit: 'daa/år',
    standing: farmlandLossDaaPerYear.assumption ? 'assumption' : 'secondHand',
    source: farmlandLossDaaPerYear.source,
  };
}

/** B4: widths of the belts along water in this place. */
export function waterBeltFigures({ waterBelts }: PlaceParameters): readonly MethodFigure[] {
  const { source } = waterBelts;
  return [
    { name: 'Belte langs sjøen', value: waterBelts.seaMetres, unit: 'm', standing: 'primary', source },
    {
      name: `Belte langs ${listText(waterBelts.namedWatercourses)}`,
      value: waterBelts.namedWatercourseMetres,
      unit: 'm',
      standing: 'assumption',
      source,
    },
    {
      name: 'Belte langs andre elver, bekker og innsjøer',
      value: waterBelts.otherWaterMetres,
      unit: 'm',
      standing: 'assumption',
      source,
    },
  ];
}

/** Rates of growth that the place's own plans name. */
export function growthFigures({ growthAlternatives }: PlaceParameters): readonly MethodFigure[] {
  return growthAlternatives.alternatives.map(({ name, dwellingsPerYear }) => ({
    name: `Vekst, ${name.toLowerCase()}`,
    value: dwellingsPerYear,
    unit: 'boliger/år',
    standing: 'primary',
    source: growthAlternatives.source,
  }));
}

/** The programme a new scenario starts with: the towns' share of the growth, and each town's share of that. */
export function usualShareFigures({ usualProgramme, towns }: PlaceParameters): readonly MethodFigure[] {
  const rest = { unit: '%', standing: 'assumption', source: usualProgramme.source } as const;
  return [
    { name: 'Andel av veksten til småbyene', value: usualProgramme.townsShare * 100, ...rest },
    ...towns.map((town) => ({ name: `Andel av dette til ${town.name}`, value: town.share * 100, ...rest })),
  ];
}

/** How the areas that a new scenario starts with are made. */
export function defaultAreaFigures({ defaultAreas, towns }: PlaceParameters): readonly MethodFigure[] {
  const rest = { standing: 'assumption', source: defaultAreas.source } as const;
  return [
    { name: 'Rutenett som deler småbyene', value: defaultAreas.gridMetres, unit: 'm', ...rest },
    { name: 'Minste felt', value: defaultAreas.minimumDaa, unit: 'daa', ...rest },
    ...towns.map((town) => ({ name: `Utnyttbar andel i ${town.name}`, value: town.developableShare, unit: '', ...rest })),
  ];
}

/** People of working age per older person, for context. */
export function ageSupportFigures({ ageSupportRatio }: PlaceParameters): readonly MethodFigure[] {
  return ageSupportRatio.years.map(({ year, ratio }) => ({
    name: `Personer på 20–66 år per person på 67 eller mer, ${year}`,
    value: ratio,
    unit: '',
    standing: 'primary',
    source: ageSupportRatio.source,
  }));
}
