import './import.css';
import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';
import { useRasters, useStores } from '../../state/hooks';
import type { RasterStep } from '../../state/rasterStore';
import { IMPORT_WORDS } from '../words/import';
import { RASTER_WORDS } from '../words/raster';
import { decidedRaster, rasterDraftOf, type RasterDraft } from './rasterDraft';
import { RasterFields } from './RasterFields';
import { RasterSummary } from './RasterSummary';

/** A raster on its way in: what it is, or why it cannot be taken. */
export function RasterDialog(): ReactNode {
  const step = useRasters((state) => state.step);
  const { rasters } = useStores();
  if (!step) return null;
  const title = step.kind === 'failed' ? RASTER_WORDS.failed : step.kind === 'asking' && step.before ? RASTER_WORDS.changeTitle : RASTER_WORDS.title;
  return (
    <Dialog open onClose={rasters.cancel} closeButton={IMPORT_WORDS.close} className="import-dialog" data-size="sm">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <StepBody step={step} />
    </Dialog>
  );
}

function StepBody({ step }: { readonly step: RasterStep }): ReactNode {
  const { rasters } = useStores();
  switch (step.kind) {
    case 'reading':
      return (
        <>
          <Paragraph>
            <output>{RASTER_WORDS.reading(step.file)}</output>
          </Paragraph>
          <progress className="import-progress" aria-label={RASTER_WORDS.title} />
          <div className="dialog-buttons">
            <Button type="button" variant="tertiary" onClick={rasters.cancel}>
              {IMPORT_WORDS.cancel}
            </Button>
          </div>
        </>
      );
    case 'asking':
      return <AskStep key={step.candidate.facts.system.id} step={step} />;
    case 'failed':
      return (
        <>
          <Paragraph role="alert">{step.problem}</Paragraph>
          <Paragraph>{IMPORT_WORDS.unchanged}</Paragraph>
        </>
      );
  }
}

function AskStep({ step }: { readonly step: Extract<RasterStep, { kind: 'asking' }> }): ReactNode {
  const { rasters } = useStores();
  const { candidate, before, file, isPlacing, problem } = step;
  const [draft, setDraft] = useState<RasterDraft>(() => rasterDraftOf(candidate, before));
  const decided = decidedRaster(draft);
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (decided && candidate.isHere) rasters.take(decided.reading, decided.about);
      }}
    >
      <fieldset className="import-layer">
        <legend>{file}</legend>
        <RasterSummary candidate={candidate} isPlacing={isPlacing} onSystem={rasters.place} />
        <RasterFields
          candidate={candidate}
          draft={draft}
          onChange={(change) => {
            setDraft({ ...draft, ...change });
          }}
        />
      </fieldset>
      {problem === null && decided ? null : (
        <p className="callout is-danger small" role="alert">
          {problem ?? RASTER_WORDS.range}
        </p>
      )}
      <p className="small quiet">{RASTER_WORDS.noScore}</p>
      <div className="dialog-buttons">
        <Button type="submit" disabled={isPlacing || !decided || !candidate.isHere}>
          {before ? RASTER_WORDS.save : RASTER_WORDS.take}
        </Button>
        <Button type="button" variant="tertiary" onClick={rasters.cancel}>
          {IMPORT_WORDS.cancel}
        </Button>
        <span className="small quiet">{IMPORT_WORDS.stays}</span>
      </div>
    </form>
  );
}
