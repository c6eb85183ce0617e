import './import.css';
import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useStores, useTakenLayers } from '../../state/hooks';
import type { ImportStep } from '../../state/takenLayersStore';
import { IMPORT_WORDS } from '../words/import';
import { AskStep } from './AskStep';

/** Files on their way in: how far the reading has come, what they are, or why they cannot be taken. */
export function ImportDialog(): ReactNode {
  const step = useTakenLayers((state) => state.step);
  const { takenLayers } = useStores();
  if (!step) return null;
  return (
    <Dialog open onClose={takenLayers.cancel} closeButton={IMPORT_WORDS.close} className="import-dialog" data-size="sm">
      <Heading level={2} data-size="xs">
        {IMPORT_WORDS.titles[step.kind]}
      </Heading>
      <StepBody step={step} />
    </Dialog>
  );
}

function takingText({ isMeasuring, progress }: Extract<ImportStep, { kind: 'taking' }>): string {
  if (!isMeasuring) return IMPORT_WORDS.taking;
  return progress ? IMPORT_WORDS.stages[progress.stage] : IMPORT_WORDS.measuring;
}

function StepBody({ step }: { readonly step: ImportStep }): ReactNode {
  const { takenLayers } = useStores();
  switch (step.kind) {
    case 'reading':
      return (
        <>
          <Paragraph>
            <output>
              {step.progress?.stage === 'placing' ? IMPORT_WORDS.placing(step.progress.name) : IMPORT_WORDS.reading(step.files.join(', '))}
            </output>
          </Paragraph>
          <progress className="import-progress" value={step.progress?.done ?? undefined} aria-label={IMPORT_WORDS.titles.reading} />
          <div className="dialog-buttons">
            <Button type="button" variant="tertiary" onClick={takenLayers.cancel}>
              {IMPORT_WORDS.cancel}
            </Button>
          </div>
        </>
      );
    case 'asking':
      return <AskStep step={step} />;
    case 'taking':
      return (
        <>
          <Paragraph>
            <output>{takingText(step)}</output>
          </Paragraph>
          <progress className="import-progress" value={step.progress?.done ?? undefined} aria-label={IMPORT_WORDS.taking} />
          {step.isMeasuring ? (
            <div className="dialog-buttons">
              <Button type="button" variant="tertiary" onClick={takenLayers.cancel}>
                {IMPORT_WORDS.cancel}
              </Button>
              <span className="small quiet">{IMPORT_WORDS.notYet}</span>
            </div>
          ) : null}
        </>
      );
    case 'failed':
      return (
        <>
          <Paragraph role="alert">{step.problem}</Paragraph>
          <Paragraph>{IMPORT_WORDS.unchanged}</Paragraph>
        </>
      );
  }
}
