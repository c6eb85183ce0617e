import type { ReactNode } from 'react';
import { capacityOn } from '../../core/allocation/capacity';
import type { PenSettings } from '../../state/drawingStore';
import { useDrawing, useModel, useView } from '../../state/hooks';
import type { StrokeSurvey } from '../../state/strokeSurvey';
import { DRAWING_WORDS } from '../words/drawing';

/** Ground of less than this is not spoken of, daa. */
const NOTICEABLE_DAA = 0.05;

/** What ground of a kind a stroke takes, when it is built as it is meant to be. */
interface Costs {
  readonly warnings: readonly string[];
  readonly forbidden: readonly string[];
}

function costsOf({ groundDaa, conflictsDaa, outsideMunicipalityDaa, protectedDaa, addedGreenDaa }: StrokeSurvey, share: number): Costs {
  const green = groundDaa.green + groundDaa.marka;
  const warnings = [
    ...(groundDaa.farmland * share >= NOTICEABLE_DAA ? [DRAWING_WORDS.farmland(groundDaa.farmland * share)] : []),
    ...(green * share >= NOTICEABLE_DAA ? [DRAWING_WORDS.green(green * share)] : []),
    ...(addedGreenDaa * share >= NOTICEABLE_DAA ? [DRAWING_WORDS.addedGreen(addedGreenDaa * share)] : []),
    ...(protectedDaa >= NOTICEABLE_DAA ? [DRAWING_WORDS.protected(protectedDaa)] : []),
    ...(conflictsDaa.shoreBelt >= NOTICEABLE_DAA ? [DRAWING_WORDS.shoreBelt(conflictsDaa.shoreBelt)] : []),
    ...(outsideMunicipalityDaa >= NOTICEABLE_DAA ? [DRAWING_WORDS.outside(outsideMunicipalityDaa)] : []),
  ];
  const forbidden = (['marka', 'sea'] as const)
    .filter((kind) => conflictsDaa[kind] >= NOTICEABLE_DAA)
    .map((kind) => DRAWING_WORDS.forbidden[kind](conflictsDaa[kind]));
  return { warnings, forbidden };
}

function AreaNumbers({ survey, pen }: { readonly survey: StrokeSurvey; readonly pen: PenSettings }): ReactNode {
  const { warnings, forbidden } = costsOf(survey, pen.developableShare);
  const isSpared = warnings.length + forbidden.length === 0;
  return (
    <p className="drawing-numbers number" data-testid="stroke-numbers">
      <strong>{DRAWING_WORDS.area(survey.areaDaa)}</strong>
      <span>{DRAWING_WORDS.room(capacityOn(survey.landDaa, pen))}</span>
      {warnings.map((text) => (
        <span key={text} className="drawing-cost">
          {text}
        </span>
      ))}
      {forbidden.map((text) => (
        <span key={text} className="drawing-forbidden">
          {text}
        </span>
      ))}
      {isSpared ? <span className="quiet">{DRAWING_WORDS.spares}</span> : null}
    </p>
  );
}

/** What the stroke comes to, and what it costs in ground, while it is drawn. */
export function StrokeNumbers(): ReactNode {
  const survey = useDrawing((drawing) => drawing.survey);
  const shape = useDrawing((drawing) => drawing.shape);
  const newPen = useDrawing((drawing) => drawing.pen);
  const isNew = useDrawing((drawing) => drawing.task?.kind !== 'edit');
  const selected = useView((view) => view.selectedArea);
  const edited = useModel((model) => (selected === null ? undefined : model.tracked.scenario.areas.get(selected)));
  if (shape?.kind === 'shift') {
    return <p className="drawing-numbers number">{DRAWING_WORDS.moved(Math.hypot(shape.eastMetres, shape.northMetres))}</p>;
  }
  return survey ? <AreaNumbers survey={survey} pen={isNew || !edited ? newPen : edited} /> : null;
}
