import type { DevelopmentArea } from '../core/domain/developmentArea';
import type { AreaId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { DwellingChanges, ScenarioDifference } from './difference';
import type { OutlineNumber } from './outlineNumbers';

/** The scenario that a run of differences amounts to, with outline objects that stay the same as long as the sender's. */
export class ReceivedScenario {
  private scenario: Scenario | null = null;
  private readonly outlines = new Map<OutlineNumber, LonLatMultiPolygon>();

  /** The scenario at hand; null before the first. */
  get latest(): Scenario | null {
    return this.scenario;
  }

  /**
   * The scenario after one more difference.
   * @throws Error when the difference builds on something that was never received.
   */
  receive(difference: ScenarioDifference): Scenario {
    if (difference.fromScratch) {
      this.scenario = null;
      this.outlines.clear();
    }
    for (const [number, outline] of difference.newOutlines) this.outlines.set(number, outline);
    for (const number of difference.goneOutlines) this.outlines.delete(number);
    this.scenario = {
      ...this.fieldsAfter(difference),
      measures: this.measuresAfter(difference),
      areas: this.areasAfter(difference),
    };
    return this.scenario;
  }

  private fieldsAfter({ fields }: ScenarioDifference): Omit<Scenario, 'measures' | 'areas'> {
    const { id, name, note, municipality, programme, projects } = { ...this.scenario, ...fields };
    if (
      id === undefined ||
      name === undefined ||
      note === undefined ||
      municipality === undefined ||
      programme === undefined ||
      projects === undefined
    ) {
      throw new Error('A difference came before the scenario that it builds on.');
    }
    return { id, name, note, municipality, programme, projects };
  }

  private measuresAfter({ measures, removedMeasures }: ScenarioDifference): Scenario['measures'] {
    const before: Scenario['measures'] = this.scenario?.measures ?? new Map();
    if (measures.length + removedMeasures.length === 0) return before;
    const next = new Map(before);
    for (const id of removedMeasures) next.delete(id);
    for (const sheet of measures) next.set(sheet.id, 'outline' in sheet ? { ...sheet, outline: this.outline(sheet.outline) } : sheet);
    return next;
  }

  private areasAfter({ order, areas, dwellings }: ScenarioDifference): Scenario['areas'] {
    const before: Scenario['areas'] = this.scenario?.areas ?? new Map();
    if (!order && areas.length === 0 && !dwellings) return before;
    const sheets = new Map(areas.map((sheet) => [sheet.id, sheet]));
    const next = new Map<AreaId, DevelopmentArea>();
    let position = 0;
    let change = 0;
    for (const id of order ?? before.keys()) {
      const sheet = sheets.get(id);
      const area = sheet ? { ...sheet, outline: this.outline(sheet.outline) } : before.get(id);
      if (!area) throw new Error(`Area ${id} was never received.`);
      if (dwellings?.positions[change] === position) {
        next.set(id, withDwellings(area, dwellings, change));
        change += 1;
      } else {
        next.set(id, area);
      }
      position += 1;
    }
    return next;
  }

  private outline(number: OutlineNumber): LonLatMultiPolygon {
    const outline = this.outlines.get(number);
    if (!outline) throw new Error(`Outline ${number} was never received.`);
    return outline;
  }
}

/** An area with its part of new dwellings. Field by field, since this runs for every area while the pointer moves. */
function withDwellings(area: DevelopmentArea, { periods, dwellings }: DwellingChanges, change: number): DevelopmentArea {
  // A copy has just the room it needs, which an array that grows has not.
  const dwellingsByPeriod = area.dwellingsByPeriod.slice(0, periods);
  for (let period = 0; period < periods; period += 1) dwellingsByPeriod[period] = dwellings[change * periods + period] ?? 0;
  const { id, name, origin, outline, town, typology, developableShare, setByHand, phase, note } = area;
  return { id, name, origin, outline, town, typology, developableShare, dwellingsByPeriod, setByHand, phase, note };
}
