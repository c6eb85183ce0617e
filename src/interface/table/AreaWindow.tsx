import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { AreaId } from '../../core/domain/identifiers';
import { useStores, useView } from '../../state/hooks';
import { TABLE_WORDS } from '../words/table';
import { COLUMNS, rowsInSight, sorted, type AreaRow, type Column, type Order } from './areaRows';
import { AreaLine } from './AreaLine';
import { useTownNames } from './useTownNames';

/** Height of a row, CSS pixels; `table.css` holds to it. */
const ROW_HEIGHT = 40;

/** Columns that begin with the largest when they are chosen. */
const LARGEST_FIRST: ReadonlySet<Column> = new Set(['dwellings', 'capacity', 'land', 'conflicts']);

interface AreaWindowProps {
  readonly rows: readonly AreaRow[];
  readonly onShowAll: () => void;
}

/** The areas line by line. Only the lines in sight are on the page, so that hundreds of them scroll smoothly. */
export function AreaWindow({ rows, onShowAll }: AreaWindowProps): ReactNode {
  const { view } = useStores();
  const { nameOf } = useTownNames();
  const selected = useView((state) => state.selectedArea);
  const [order, setOrder] = useState<Order>({ column: 'dwellings', descending: true });
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(400);
  /** The column that was clicked: its field gets the focus when the line is chosen. */
  const [wanted, setWanted] = useState<Column | null>(null);
  const pane = useRef<HTMLDivElement>(null);
  const inOrder = useMemo(() => sorted(rows, order, nameOf), [rows, order, nameOf]);
  const lines = useStandingOrder(inOrder, order, selected);
  const selectedIndex = lines.findIndex(({ area }) => area.id === selected);

  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      setHeight(element.clientHeight);
    });
    sizes.observe(element);
    return () => {
      sizes.disconnect();
    };
  }, []);

  // What is chosen on the map comes into sight here.
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element || selectedIndex < 0) return;
    const top = selectedIndex * ROW_HEIGHT;
    const head = ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight - head) {
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight + head;
    }
  }, [selectedIndex]);

  if (rows.length === 0) {
    return (
      <p className="table-none">
        {TABLE_WORDS.noneFound}{' '}
        <button type="button" className="text-button" onClick={onShowAll}>
          {TABLE_WORDS.showAll}
        </button>
      </p>
    );
  }

  const [first, last] = rowsInSight(scrolled, height + ROW_HEIGHT, ROW_HEIGHT, lines.length);
  return (
    <div
      ref={pane}
      className="table-window"
      onScroll={(event) => {
        // By whole lines: within one, nothing else comes into sight.
        setScrolled(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT) * ROW_HEIGHT);
      }}
    >
      <table className="table-areas" aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className={`column-${column}`}
                aria-sort={order.column === column ? (order.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className="table-sort"
                  onClick={() => {
                    const descending = order.column === column ? !order.descending : LARGEST_FIRST.has(column);
                    setOrder({ column, descending });
                    if (pane.current) pane.current.scrollTop = 0;
                  }}
                >
                  {TABLE_WORDS.columns[column]}
                  <span aria-hidden="true">{order.column === column ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 ? <tr aria-hidden="true" style={{ height: first * ROW_HEIGHT }} /> : null}
          {lines.slice(first, last).map((row, index) => (
            <AreaLine
              key={row.area.id}
              row={row}
              index={first + index + 2}
              isChosen={row.area.id === selected}
              wanted={row.area.id === selected ? wanted : null}
              onChoose={(column) => {
                setWanted(column);
                view.pin(null);
                view.selectArea(row.area.id);
              }}
            />
          ))}
          {last < lines.length ? <tr aria-hidden="true" style={{ height: (lines.length - last) * ROW_HEIGHT }} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/**
 * The rows in the order they had when the line under work was chosen: a line does not run away from the hand that changes it.
 * They are put in order anew when another order is asked for, or no line or another is chosen.
 */
function useStandingOrder(rows: readonly AreaRow[], order: Order, selected: AreaId | null): readonly AreaRow[] {
  const [standing, setStanding] = useState<{ readonly order: Order; readonly selected: AreaId | null; readonly ids: readonly AreaId[] } | null>(
    null,
  );
  if (selected === null) return rows;
  if (standing?.order !== order || standing.selected !== selected) {
    setStanding({ order, selected, ids: rows.map(({ area }) => area.id) });
    return rows;
  }
  const place = new Map(standing.ids.map((id, index) => [id, index]));
  return rows.toSorted((one, other) => (place.get(one.area.id) ?? rows.length) - (place.get(other.area.id) ?? rows.length));
}
