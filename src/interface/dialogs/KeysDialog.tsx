import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useStores } from '../../state/hooks';
import { DIALOG_WORDS } from '../words/dialogs';
import { DRAWING_KEY_ROWS } from '../words/drawing';
import { MEASURE_KEY_ROWS } from '../words/measures';

/** What the keys do, and where the work is kept. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { view } = useStores();
  return (
    <Dialog open onClose={onClose} closeButton={DIALOG_WORDS.close} closedby="any" data-size="sm">
      <Heading level={2} data-size="xs">
        {DIALOG_WORDS.keys}
      </Heading>
      <Paragraph>{DIALOG_WORDS.keysIntro}</Paragraph>
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => {
          view.showMethod('T');
        }}
      >
        {DIALOG_WORDS.method}
      </Button>
      <table className="plain-table keys">
        <tbody>
          {[...DIALOG_WORDS.keysRows, ...DRAWING_KEY_ROWS, ...MEASURE_KEY_ROWS].map(([keys, text]) => (
            <tr key={text}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Paragraph>
        {DIALOG_WORDS.keysMac} {DIALOG_WORDS.privacy}
      </Paragraph>
    </Dialog>
  );
}
