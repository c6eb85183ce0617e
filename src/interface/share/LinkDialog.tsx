import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { useServices } from '../services';
import { DIALOG_WORDS } from '../words/dialogs';
import { SHARE_WORDS } from '../words/share';
import './share.css';

/** The open scenario as an address to copy. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { links } = useServices();
  const scenario = useModel((model) => model.tracked.scenario);
  const link = useMemo(() => links.link(scenario), [links, scenario]);
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState('');
  return (
    <Dialog open onClose={onClose} closeButton={DIALOG_WORDS.close} closedby="any" data-size="sm">
      <Heading level={2} data-size="xs">
        {SHARE_WORDS.linkTitle(scenario.name)}
      </Heading>
      <Paragraph>{SHARE_WORDS.linkText}</Paragraph>
      <textarea
        ref={field}
        className="share-link number"
        readOnly
        rows={4}
        value={link}
        aria-label={SHARE_WORDS.link}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
      />
      <Paragraph className="small quiet">{SHARE_WORDS.length(formatNumber(link.length))}</Paragraph>
      <div className="dialog-buttons">
        <Button
          onClick={() => {
            navigator.clipboard.writeText(link).then(
              () => {
                setOutcome(SHARE_WORDS.copied);
              },
              () => {
                field.current?.focus();
                setOutcome(SHARE_WORDS.copyByHand);
              },
            );
          }}
        >
          {SHARE_WORDS.copy}
        </Button>
        <output>{outcome}</output>
      </div>
    </Dialog>
  );
}
