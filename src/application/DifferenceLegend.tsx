import type { ReactNode } from 'react';
import { DIFFERENCE_RAMP } from '../map/ramps';
import { formatUpTo } from '../interface/format/numbers';
import { DIFFERENCE_WORDS } from '../interface/words/difference';

/** What the colours of the difference say, in dwellings per daa. */
export function DifferenceLegend(): ReactNode {
  const last = DIFFERENCE_RAMP.length - 1;
  return (
    <figure className="difference-legend">
      <figcaption>{DIFFERENCE_WORDS.legend}</figcaption>
      <div className="difference-ramp">
        {DIFFERENCE_RAMP.map(([value, colour], index) => (
          <span key={value} className="difference-step">
            <span className={value < 0 ? 'difference-colour is-fewer' : 'difference-colour'} style={{ backgroundColor: colour }} />
            <span className="number">
              {index === 0 || index === last ? DIFFERENCE_WORDS.beyond(value) : value > 0 ? `+${formatUpTo(value, 2)}` : formatUpTo(value, 2)}
            </span>
          </span>
        ))}
      </div>
      <div className="difference-words" aria-hidden="true">
        <span>{DIFFERENCE_WORDS.fewer}</span>
        <span>{DIFFERENCE_WORDS.none}</span>
        <span>{DIFFERENCE_WORDS.more}</span>
      </div>
    </figure>
  );
}
