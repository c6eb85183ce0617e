import { useMemo, useState, type ReactNode } from 'react';
import { TYPOLOGY_IDS } from '../../core/domain/typology';
import type { Conflict } from '../../core/scoring/evaluation';
import { useModel, useStores } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { TYPOLOGY_WORDS } from '../words/card';
import { TABLE_WORDS } from '../words/table';
import { areaRows, EVERYTHING, isSelected, sumOf, sumsBy, type Selection } from './areaRows';
import { AreaWindow } from './AreaWindow';
import { Filters } from './Filters';
import { SumTable } from './SumTable';
import { useTownNames } from './useTownNames';
import './table.css';

type Shown = 'areas' | 'byTown' | 'byTypology';

const NONE: readonly Conflict[] = [];

/** Every area of the open scenario in a table below the map: sorted, picked out, changed in place, and added up. */
export function AreaTable(): ReactNode {
  const { view } = useStores();
  const areas = useModel((model) => model.tracked.scenario.areas);
  const facts = useModel((model) => model.facts);
  const conflicts = useModel((model) => model.evaluated?.evaluation.conflicts ?? NONE);
  const [shown, setShown] = useState<Shown>('areas');
  const [selection, setSelection] = useState<Selection>(EVERYTHING);
  const { towns, nameOf } = useTownNames();

  const rows = useMemo(() => areaRows(areas, facts, conflicts), [areas, facts, conflicts]);
  const picked = useMemo(() => rows.filter((row) => isSelected(row, selection)), [rows, selection]);
  const sum = sumOf(null, picked);

  return (
    <section className="area-table" aria-label={TABLE_WORDS.title}>
      <header className="table-head">
        <h2 className="surface-title">{TABLE_WORDS.title}</h2>
        <fieldset className="table-views" aria-label={TABLE_WORDS.views}>
          {(['areas', 'byTown', 'byTypology'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="table-view"
              aria-pressed={shown === kind}
              onClick={() => {
                setShown(kind);
              }}
            >
              {TABLE_WORDS[kind]}
            </button>
          ))}
        </fieldset>
        <Filters selection={selection} onChange={setSelection} />
        <output className="table-sum number">
          {TABLE_WORDS.sum(sum.areas, sum.dwellings, sum.capacity)}
        </output>
        <button
          type="button"
          className="icon-button"
          aria-label={TABLE_WORDS.close}
          title={TABLE_WORDS.close}
          onClick={() => {
            view.setTableOpen(false);
          }}
        >
          <Icon name="close" size={18} />
        </button>
      </header>
      {shown === 'areas' ? (
        <AreaWindow
          rows={picked}
          onShowAll={() => {
            setSelection(EVERYTHING);
          }}
        />
      ) : shown === 'byTown' ? (
        <SumTable
          heading={TABLE_WORDS.town}
          total={sum}
          sums={sumsBy(picked, [...towns.map(({ id }) => id), null], ({ area }) => area.town).map((row) => ({ ...row, key: nameOf(row.key) }))}
        />
      ) : (
        <SumTable
          heading={TABLE_WORDS.typology}
          total={sum}
          sums={sumsBy(picked, TYPOLOGY_IDS, ({ area }) => area.typology).map((row) => ({ ...row, key: TYPOLOGY_WORDS[row.key] }))}
        />
      )}
    </section>
  );
}
