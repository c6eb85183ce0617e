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

  private areasAfter({ removed, areas, dwellings }: ScenarioDifference): Scenario['areas'] {
    const next = new Map<AreaId, DevelopmentArea>(this.scenario?.areas);
    for (const id of removed) next.delete(id);
    for (const sheet of areas) next.set(sheet.id, { ...sheet, outline: this.outline(sheet.outline) });
    if (dwellings) setDwellings(next, dwellings);
    return next;
  }

  private outline(number: OutlineNumber): LonLatMultiPolygon {
    const outline = this.outlines.get(number);
    if (!outline) throw new Error(`Outline ${number} was never received.`);
    return outline;
  }
}

function setDwellings(areas: Map<AreaId, DevelopmentArea>, { ids, periods, dwellings }: DwellingChanges): void {
  ids.forEach((id, index) => {
    const area = areas.get(id);
    if (!area) throw new Error(`Area ${id} was never received.`);
    const dwellingsByPeriod = Array.from(dwellings.subarray(index * periods, (index + 1) * periods));
    areas.set(id, { ...area, dwellingsByPeriod });
  });
}
