import { areaDwellings, type DevelopmentArea } from '../../domain/developmentArea';
import { TYPOLOGIES } from '../../method/parameters';
import { LAND_CLASSES, type LandClass } from '../../scoring/evaluation';
import { LAND_CLASS_NAMES } from '../../scoring/explanation';
import { PURPOSES } from '../arealdel/planCodes';
import type { ExportedScenario } from '../exportedScenario';
import { number, text, type Cell, type ExportTable } from './exportTable';

/** AR5's area types (arealtype) that a land class stands for; Marka goes across them. */
const AR5_TYPES: Readonly<Record<LandClass, string>> = {
  sea: '82',
  lake: '81',
  farmland: '21, 22, 23',
  marka: '30 m.fl.',
  green: '30, 50, 60',
  builtUp: '11, 12',
  other: '99 og annet',
};

/** A square metre: less comes from rounded coordinates along edges. */
const LEAST_DAA = 0.001;

type Ground = Record<LandClass, number>;

interface Group {
  readonly code: string;
  readonly name: string;
  readonly before: Ground;
  readonly after: Ground;
}

function nothing(): Ground {
  return { sea: 0, lake: 0, farmland: 0, marka: 0, green: 0, builtUp: 0, other: 0 };
}

/** What the plan calls an area: planned land use when it is drawn, transformation when it is a default area. */
function purposeOf(area: DevelopmentArea): readonly [code: string, name: string] {
  if (area.origin === 'default') return ['H820', 'Omforming i småbyene (antakelse)'];
  const code = TYPOLOGIES[area.typology].arealformål;
  return [code, PURPOSES[code].name];
}

/** Share of an area's land that its dwellings take, at most its developable share (method §5). */
function shareTaken(area: DevelopmentArea, landDaa: number): number {
  if (landDaa <= 0) return 0;
  const { dwellingsPerDaa } = TYPOLOGIES[area.typology];
  return Math.min(area.developableShare, areaDwellings(area) / (dwellingsPerDaa * landDaa));
}

function groups({ scenario, facts, evaluation }: ExportedScenario): readonly Group[] {
  const byCode = new Map<string, Group>();
  for (const area of scenario.areas.values()) {
    const measured = facts.get(area.id);
    if (!measured || areaDwellings(area) <= 0) continue;
    const [code, name] = purposeOf(area);
    const group = byCode.get(code) ?? { code, name, before: nothing(), after: nothing() };
    byCode.set(code, group);
    const taken = shareTaken(area, measured.landDaa);
    for (const landClass of LAND_CLASSES) {
      const ground = measured.groundDaa[landClass];
      const builtOn = landClass === 'sea' || landClass === 'lake' ? 0 : ground * taken;
      group.before[landClass] += ground;
      group.after[landClass] += ground - builtOn;
      group.after.builtUp += builtOn;
    }
  }
  const spread = evaluation.landAccount.outsideSpreadDaa;
  const outside: readonly Group[] =
    spread > 0
      ? [
          {
            code: '',
            name: 'Spredt utenfor småbyene, på bebygd grunn',
            before: { ...nothing(), builtUp: spread },
            after: { ...nothing(), builtUp: spread },
          },
        ]
      : [];
  return [...[...byCode.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1)), ...outside];
}

/**
 * The land account: for each purpose, the ground by class before and after the dwellings are built. What is built on
 * becomes built-up land, so that the changes of a purpose sum to nothing.
 */
export function landAccountTable(exported: ExportedScenario): ExportTable {
  return {
    id: 'arealregnskap',
    title: 'Arealregnskap',
    notes: [
      'Grunnen under feltene med boliger, før og etter. Det som bygges, blir bebygd; endringene i hvert formål summerer seg til null.',
      'Omforming er ikke arealreserve: standardfelt er fortetting i småbyene og er ført for seg.',
      'Arealklassene er modellens. AR5-typene er de som ligger nærmest; uten AR5 er grunnlaget grovere.',
    ],
    columns: [
      text('Arealformål'),
      text('Navn'),
      text('Arealklasse'),
      text('AR5-type'),
      number('Før', 'daa', 2),
      number('Etter', 'daa', 2),
      number('Endring', 'daa', 2),
    ],
    rows: groups(exported).flatMap(({ code, name, before, after }) =>
      LAND_CLASSES.filter((landClass) => Math.max(before[landClass], after[landClass]) >= LEAST_DAA).map((landClass): readonly Cell[] => [
        code,
        name,
        LAND_CLASS_NAMES[landClass],
        AR5_TYPES[landClass],
        before[landClass],
        after[landClass],
        after[landClass] - before[landClass],
      ]),
    ),
  };
}
