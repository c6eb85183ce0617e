import { Textfield } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { classColour } from '../../core/import/rasters/rasterColours';
import { RASTER_KINDS, type RasterClass } from '../../core/import/rasters/rasterLayer';
import type { RasterCandidate } from '../../engine/raster/describeRaster';
import { IMPORT_WORDS } from '../words/import';
import { RASTER_WORDS } from '../words/raster';
import type { RasterDraft } from './rasterDraft';

interface RasterFieldsProps {
  readonly candidate: RasterCandidate;
  readonly draft: RasterDraft;
  readonly onChange: (change: Partial<RasterDraft>) => void;
}

const ABOUT = [
  ['title', IMPORT_WORDS.aboutTitle],
  ['source', IMPORT_WORDS.source],
  ['date', IMPORT_WORDS.date],
  ['licence', IMPORT_WORDS.licence],
  ['attribution', IMPORT_WORDS.attribution],
  ['accuracy', IMPORT_WORDS.accuracy],
] as const;

const SCALE = [
  ['unit', RASTER_WORDS.unit],
  ['low', RASTER_WORDS.low],
  ['high', RASTER_WORDS.high],
] as const;

/** What the cells of a raster are, and where the raster comes from. */
export function RasterFields({ candidate, draft, onChange }: RasterFieldsProps): ReactNode {
  const { facts, recognition } = candidate;
  const kinds = facts.isPicture ? (['picture'] as const) : RASTER_KINDS.filter((kind) => kind !== 'picture');
  return (
    <>
      <p className="small import-reason">{RASTER_WORDS.suggestion(recognition.reason)}</p>
      <div className="import-field" role="radiogroup" aria-label={RASTER_WORDS.kind}>
        <span>{RASTER_WORDS.kind}</span>
        {kinds.map((kind) => (
          <label key={kind} className="import-check">
            <input
              type="radio"
              name="raster-kind"
              checked={draft.kind === kind}
              onChange={() => {
                onChange({ kind });
              }}
            />
            {RASTER_WORDS.kinds[kind]}
          </label>
        ))}
      </div>
      {draft.kind === 'classes' ? <ClassRows candidate={candidate} draft={draft} onChange={onChange} /> : null}
      {draft.kind === 'values' ? <TextRows rows={SCALE} draft={draft} onChange={onChange} /> : null}
      <details>
        <summary>{IMPORT_WORDS.about}</summary>
        <TextRows rows={ABOUT} draft={draft} onChange={onChange} />
      </details>
    </>
  );
}

interface TextRowsProps extends Omit<RasterFieldsProps, 'candidate'> {
  readonly rows: readonly (readonly [Exclude<keyof RasterDraft, 'kind' | 'classes'>, string])[];
}

function TextRows({ rows, draft, onChange }: TextRowsProps): ReactNode {
  return (
    <div className="import-about">
      {rows.map(([field, label]) => (
        <Textfield
          key={field}
          data-size="sm"
          label={label}
          value={draft[field]}
          onChange={(event) => {
            onChange({ [field]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}

function ClassRows({ candidate: { sample }, draft, onChange }: RasterFieldsProps): ReactNode {
  function change(value: number, part: Partial<RasterClass>): void {
    onChange({ classes: draft.classes.map((one) => (one.value === value ? { ...one, ...part } : one)) });
  }
  return (
    <table className="import-classes">
      <thead>
        <tr>
          {RASTER_WORDS.classHead.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {draft.classes.map(({ value, name, colour }, index) => (
          <tr key={value}>
            <td>
              <label className="import-check">
                <input
                  type="checkbox"
                  aria-label={RASTER_WORDS.classShown(value)}
                  checked={colour !== null}
                  onChange={(event) => {
                    change(value, { colour: event.currentTarget.checked ? classColour(value, index, false) : null });
                  }}
                />
                <ColourSwatch colour={colour} />
              </label>
            </td>
            <td className="number">{value}</td>
            <td>
              <input
                className="import-select"
                aria-label={RASTER_WORDS.className(value)}
                value={name}
                onChange={(event) => {
                  change(value, { name: event.currentTarget.value });
                }}
              />
            </td>
            <td className="number">{sample.cells > 0 ? RASTER_WORDS.share((sample.counts?.get(value) ?? 0) / sample.cells) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColourSwatch({ colour }: { readonly colour: string | null }): ReactNode {
  return (
    <svg width={22} height={14} viewBox="0 0 22 14" aria-hidden="true">
      <rect x={0.5} y={0.5} width={21} height={13} rx={2} fill={colour ?? 'none'} stroke="currentColor" strokeOpacity={0.35} />
    </svg>
  );
}
