import { useId, type ReactNode } from 'react';
import type { LegendEntry, LegendSwatch } from '../map/layerGroups';
import './legend.css';

/** What the signs of a layer group mean. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }): ReactNode {
  return (
    <ul className="legend">
      {entries.map((entry) => (
        <li key={entry.text}>
          {entry.swatch.kind === 'ramp' ? (
            <RampLegend text={entry.text} swatch={entry.swatch} />
          ) : (
            <>
              <Swatch swatch={entry.swatch} />
              {entry.text}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function RampLegend({ text, swatch }: {
  readonly text: string;
  readonly swatch: Extract<LegendSwatch, { kind: 'ramp' }>;
}): ReactNode {
  const { ramp } = swatch;
  return (
    <span className="legend-ramp">
      {text}
      <span className="legend-ramp-steps">
        {ramp.map(([value, colour]) => (
          <span key={value} className="legend-ramp-step">
            <span className="legend-ramp-colour" style={{ background: colour }} />
            {value.toLocaleString('nb-NO')}
          </span>
        ))}
      </span>
    </span>
  );
}

function Swatch({ swatch }: { readonly swatch: Exclude<LegendSwatch, { kind: 'ramp' }> }): ReactNode {
  return (
    <svg className="legend-swatch" width={26} height={16} viewBox="0 0 26 16" aria-hidden="true">
      <SwatchShape swatch={swatch} />
    </svg>
  );
}

function SwatchShape({ swatch }: { readonly swatch: Exclude<LegendSwatch, { kind: 'ramp' }> }): ReactNode {
  const pattern = useId();
  switch (swatch.kind) {
    case 'fill':
      return <rect x={1} y={1.5} width={24} height={13} rx={2} fill={swatch.colour} stroke={swatch.edge ?? 'none'} />;
    case 'hatch':
      return (
        <>
          <pattern id={pattern} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={5} height={5} fill={swatch.colour} />
            <line x1={0} y1={0} x2={0} y2={5} stroke={swatch.hatch} strokeWidth={2} />
          </pattern>
          <rect x={1} y={1.5} width={24} height={13} rx={2} fill={`url(#${pattern})`} stroke={swatch.edge ?? 'none'} />
        </>
      );
    case 'line':
      return (
        <>
          {swatch.casing === null ? null : (
            <line x1={1} y1={8} x2={25} y2={8} stroke={swatch.casing} strokeWidth={swatch.width + 2} />
          )}
          <line x1={1} y1={8} x2={25} y2={8} stroke={swatch.colour} strokeWidth={swatch.width} />
        </>
      );
    case 'dashedLine':
      return (
        <line x1={1} y1={8} x2={25} y2={8} stroke={swatch.colour} strokeWidth={swatch.width} strokeDasharray={swatch.dash.join(' ')} />
      );
    case 'railway':
      return (
        <>
          <line x1={1} y1={8} x2={25} y2={8} stroke={swatch.colour} strokeWidth={swatch.width} />
          <line x1={4} y1={8} x2={25} y2={8} stroke={swatch.colour} strokeWidth={swatch.width + 5} strokeDasharray="1.5 5" />
        </>
      );
    case 'circle':
      return <circle cx={13} cy={8} r={5} fill={swatch.colour} stroke={swatch.edge} strokeWidth={2} />;
    case 'square':
      return <rect x={8} y={3} width={10} height={10} fill={swatch.colour} stroke={swatch.edge} strokeWidth={2} />;
  }
}
