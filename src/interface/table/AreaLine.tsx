import { memo, type ReactNode } from 'react';
import { periodsOf } from '../../core/domain/programme';
import { useModel } from '../../state/hooks';
import { formatNumber, formatQuantity, formatShare } from '../format/numbers';
import { TYPOLOGY_WORDS } from '../words/card';
import { TABLE_WORDS } from '../words/table';
import type { AreaRow, Column } from './areaRows';
import { AreaFields } from './AreaFields';
import { conflictText } from './conflictText';
import { useTownNames } from './useTownNames';

interface AreaLineProps {
  readonly row: AreaRow;
  /** Its number in the whole table, the heading being 1. */
  readonly index: number;
  readonly isChosen: boolean;
  readonly wanted: Column | null;
  readonly onChoose: (column: Column | null) => void;
}

function sameLine(one: AreaLineProps, other: AreaLineProps): boolean {
  const [left, right] = [one.row, other.row];
  return (
    left.area === right.area &&
    left.landDaa === right.landDaa &&
    left.capacity === right.capacity &&
    left.departureMinutes === right.departureMinutes &&
    left.conflictDaa === right.conflictDaa &&
    left.isForbidden === right.isForbidden &&
    one.index === other.index &&
    one.isChosen === other.isChosen &&
    one.wanted === other.wanted
  );
}

/** One area. The line that is chosen has fields in place of words. */
export const AreaLine = memo(function AreaLine({ row, index, isChosen, wanted, onChoose }: AreaLineProps): ReactNode {
  const { area, dwellings, capacity } = row;
  const { nameOf } = useTownNames();
  const programme = useModel((model) => model.tracked.scenario.programme);
  if (isChosen) return <AreaFields row={row} index={index} wanted={wanted} />;
  const choose = (column: Column) => (): void => onChoose(column);
  const from = area.phase === null ? undefined : periodsOf(programme)[area.phase];
  return (
    <tr
      aria-rowindex={index}
      className={row.isForbidden ? 'is-forbidden' : undefined}
      onClick={() => {
        onChoose(null);
      }}
    >
      <th scope="row" className="column-name">
        <button type="button" className="table-name" onClick={choose('name')}>
          {area.name}
        </button>
      </th>
      <td onClick={choose('town')}>{nameOf(area.town)}</td>
      <td onClick={choose('typology')}>{TYPOLOGY_WORDS[area.typology]}</td>
      <td className="number" onClick={choose('share')}>
        {formatShare(area.developableShare)}
      </td>
      <td className="number">{formatQuantity(row.landDaa)}</td>
      <td className={capacity !== null && dwellings > capacity + 0.5 ? 'number is-over' : 'number'} onClick={choose('dwellings')}>
        {formatNumber(dwellings)}
      </td>
      <td className="number">{formatNumber(capacity)}</td>
      <td onClick={choose('phase')}>{from ? TABLE_WORDS.fromYear(from.firstYear) : TABLE_WORDS.followsTown}</td>
      <td className="number">{formatNumber(row.departureMinutes, 1)}</td>
      <td className="column-conflicts" title={conflictText(row)}>
        {conflictText(row)}
      </td>
    </tr>
  );
}, sameLine);
