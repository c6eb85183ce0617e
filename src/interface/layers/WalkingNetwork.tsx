import { Button } from '@digdir/designsystemet-react';
import { useRef, type ReactNode } from 'react';
import { DETOUR_FACTOR } from '../../core/method/parameters';
import { useStores, useWalkingNetwork } from '../../state/hooks';
import { NETWORK_WORDS } from '../words/walkingNetwork';

/** What walks are measured along: the straight line with a detour, or a network from a file. */
export function WalkingNetwork(): ReactNode {
  const network = useWalkingNetwork((state) => state.network);
  const reading = useWalkingNetwork((state) => state.reading);
  const problem = useWalkingNetwork((state) => state.problem);
  const { walkingNetwork } = useStores();
  const input = useRef<HTMLInputElement>(null);
  const islands = network?.summary.islands ?? [];
  return (
    <section className="layer-group" aria-label={NETWORK_WORDS.title}>
      <p className="network-head">
        <strong>{NETWORK_WORDS.title}</strong>
        <span className="quiet small network-name">{network?.name ?? NETWORK_WORDS.straight(DETOUR_FACTOR)}</span>
      </p>
      {network ? (
        <ul className="network-facts small quiet number">
          <li>{NETWORK_WORDS.size(network.summary.nodes, network.summary.kilometres)}</li>
          {islands.length > 0 ? (
            <li>
              {NETWORK_WORDS.islands(
                islands.length,
                islands.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0) / 1000,
              )}
            </li>
          ) : null}
          {network.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
          <li>{NETWORK_WORDS.kept}</li>
        </ul>
      ) : (
        <p className="small quiet">{NETWORK_WORDS.kinds}</p>
      )}
      {problem === null ? null : (
        <p className="callout is-danger small" role="alert">
          {NETWORK_WORDS.refused(problem)}
        </p>
      )}
      <output className="small">{reading === null ? '' : NETWORK_WORDS.reading(reading)}</output>
      <div className="network-actions">
        <Button variant="secondary" data-size="sm" disabled={reading !== null} onClick={() => input.current?.click()}>
          {network ? NETWORK_WORDS.loadAnother : NETWORK_WORDS.load}
        </Button>
        {network ? (
          <Button variant="tertiary" data-size="sm" disabled={reading !== null} onClick={() => void walkingNetwork.remove()}>
            {NETWORK_WORDS.remove}
          </Button>
        ) : null}
      </div>
      <input
        ref={input}
        type="file"
        accept=".geojson,.json,.pbf"
        className="sr-only"
        tabIndex={-1}
        aria-label={`${NETWORK_WORDS.title}: ${NETWORK_WORDS.load}`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void walkingNetwork.load(file);
          event.currentTarget.value = '';
        }}
      />
    </section>
  );
}
