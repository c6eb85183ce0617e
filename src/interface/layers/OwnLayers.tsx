import { Button } from '@digdir/designsystemet-react';
import { useRef, type ReactNode } from 'react';
import { rolesOf } from '../../core/import/assignment';
import { useRasters, useStores, useTakenLayers } from '../../state/hooks';
import { readOwnFiles } from '../../state/ownFiles';
import { IMPORT_WORDS, ROLE_WORDS } from '../words/import';
import { OwnRasters } from './OwnRasters';

/** The layers that the user has taken in, and the way to take in more. */
export function OwnLayers(): ReactNode {
  const taken = useTakenLayers((state) => state.taken);
  const isBusy = useTakenLayers((state) => state.step !== null);
  const { takenLayers, rasters, notices } = useStores();
  const hasRasters = useRasters((state) => state.rasters.length > 0);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="layer-group" aria-label={IMPORT_WORDS.own}>
      <p className="network-head">
        <strong>{IMPORT_WORDS.own}</strong>
      </p>
      {taken.length === 0 && !hasRasters ? (
        <p className="small quiet">{IMPORT_WORDS.ownNone}</p>
      ) : (
        <>
          <ul className="own-layers" hidden={taken.length === 0}>
            {taken.map(({ id, about, assignment, file }) => (
              <li key={id}>
                <div>
                  <span className="own-title">{about.title}</span>
                  <span className="small quiet own-facts">
                    {rolesOf(assignment)
                      .map((role) => ROLE_WORDS[role])
                      .join(' · ')}
                  </span>
                  <span className="small quiet own-facts">
                    {about.source} · {about.date}
                    {about.accuracyMetres === null ? '' : ` · ${IMPORT_WORDS.accuracyShort(about.accuracyMetres)}`} · {file}
                  </span>
                </div>
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={IMPORT_WORDS.removeLayer(about.title)}
                  disabled={isBusy}
                  onClick={() => {
                    takenLayers.remove(id);
                  }}
                >
                  {IMPORT_WORDS.remove}
                </Button>
              </li>
            ))}
          </ul>
          <OwnRasters />
          <p className="small quiet">{IMPORT_WORDS.kept}</p>
        </>
      )}
      <Button variant="secondary" data-size="sm" disabled={isBusy} onClick={() => input.current?.click()}>
        {IMPORT_WORDS.load}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={IMPORT_WORDS.load}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) {
            readOwnFiles(files, { takenLayers, rasters }).catch((problem: unknown) => {
              notices.tell({ subject: 'egne kartdata', tone: 'problem', text: problem instanceof Error ? problem.message : String(problem) });
            });
          }
        }}
      />
    </section>
  );
}
