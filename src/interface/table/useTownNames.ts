import { useMemo } from 'react';
import type { TownId } from '../../core/domain/identifiers';
import { useModel } from '../../state/hooks';
import { TABLE_WORDS } from '../words/table';

interface TownNames {
  readonly towns: readonly { readonly id: TownId; readonly name: string }[];
  readonly nameOf: (town: TownId | null) => string;
}

/** The towns of the place, and what each is called. */
export function useTownNames(): TownNames {
  const towns = useModel((model) => model.dataset.parameters.towns);
  return useMemo(() => {
    const names = new Map(towns.map(({ id, name }) => [id, name]));
    return { towns, nameOf: (town) => (town === null ? TABLE_WORDS.outside : (names.get(town) ?? town)) };
  }, [towns]);
}
