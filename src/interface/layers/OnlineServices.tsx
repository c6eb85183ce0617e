import { Switch } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ONLINE_SERVICES } from '../../core/domain/onlineService';
import { useStores, useView } from '../../state/hooks';
import { ONLINE_WORDS } from '../words/online';

/** Map pictures from official services: off until they are switched on, and the page says whom it then talks to. */
export function OnlineServices(): ReactNode {
  const shown = useView((view) => view.onlineServices);
  const { view } = useStores();
  const hosts = ONLINE_SERVICES.filter(({ id }) => shown.has(id)).map(({ host }) => host);
  return (
    <section className="layer-group" aria-label={ONLINE_WORDS.heading}>
      <p className="network-head">
        <strong>{ONLINE_WORDS.heading}</strong>
      </p>
      {ONLINE_SERVICES.map(({ id, host, attribution }) => (
        <Switch
          key={id}
          data-size="sm"
          position="start"
          label={
            <>
              {ONLINE_WORDS.names[id]}{' '}
              <span className="quiet small">
                {host} · {attribution}
              </span>
            </>
          }
          checked={shown.has(id)}
          onChange={(event) => {
            view.showOnlineService(id, event.currentTarget.checked);
          }}
        />
      ))}
      <output className={hosts.length === 0 ? 'small quiet' : 'small'}>
        {hosts.length === 0 ? ONLINE_WORDS.off : ONLINE_WORDS.asks(hosts)}
      </output>
      <p className="small quiet">{ONLINE_WORDS.note}</p>
    </section>
  );
}
