import type { RasterClass, RasterKind, RasterReading } from '../../core/import/rasters/rasterLayer';
import { classesOf } from '../../core/import/rasters/recogniseRaster';
import type { LayerAbout } from '../../core/import/takenLayer';
import type { RasterCandidate } from '../../engine/raster/describeRaster';
import type { TakenRaster } from '../../state/rasterStore';
import { parseNumber } from '../format/numbers';

const NOT_STATED = 'Ikke oppgitt';

/** What the user has filled in for a raster so far; numbers as written. */
export interface RasterDraft {
  readonly kind: RasterKind;
  readonly classes: readonly RasterClass[];
  readonly unit: string;
  readonly low: string;
  readonly high: string;
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly licence: string;
  readonly attribution: string;
  readonly accuracy: string;
}

function written(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace('.', ',');
}

/** A draft as the recognition has it, or as the raster is in use. */
export function rasterDraftOf({ facts, recognition, sample }: RasterCandidate, before: TakenRaster | null): RasterDraft {
  const reading = before?.reading ?? recognition.reading;
  const about = before?.about;
  return {
    kind: reading.kind,
    classes: reading.classes.length > 0 ? reading.classes : classesOf(facts, sample),
    unit: reading.unit,
    low: written(reading.low),
    high: written(reading.high),
    title: about?.title ?? facts.name.replace(/\.tiff?$/iu, ''),
    source: about?.source ?? NOT_STATED,
    date: about?.date ?? NOT_STATED,
    licence: about?.licence ?? NOT_STATED,
    attribution: about?.attribution ?? NOT_STATED,
    accuracy: about ? (about.accuracyMetres === null ? '' : written(about.accuracyMetres)) : written(facts.cellMetres),
  };
}

/** What a draft amounts to; null where its numbers make no sense. */
export function decidedRaster(draft: RasterDraft): { readonly reading: RasterReading; readonly about: LayerAbout } | null {
  const [low, high] = [parseNumber(draft.low), parseNumber(draft.high)];
  if (draft.kind === 'values' && (low === null || high === null || low > high)) return null;
  const stated = (text: string): string => (text.trim() === '' ? NOT_STATED : text.trim());
  return {
    reading: {
      kind: draft.kind,
      classes: draft.classes.map((one) => ({ ...one, name: one.name.trim() === '' ? `klasse ${one.value}` : one.name.trim() })),
      unit: draft.unit.trim(),
      low: low ?? 0,
      high: high ?? 0,
    },
    about: {
      title: stated(draft.title),
      source: stated(draft.source),
      date: stated(draft.date),
      licence: stated(draft.licence),
      attribution: stated(draft.attribution),
      accuracyMetres: parseNumber(draft.accuracy),
      accuracyNote: NOT_STATED,
    },
  };
}
