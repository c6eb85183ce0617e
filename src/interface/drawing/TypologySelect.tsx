import type { ReactNode } from 'react';
import { TYPOLOGY_IDS, type TypologyId } from '../../core/domain/typology';
import { Choice } from '../parts/Choice';
import { CARD_WORDS, TYPOLOGY_WORDS } from '../words/card';

const OPTIONS = TYPOLOGY_IDS.map((id) => [id, TYPOLOGY_WORDS[id]] as const);

interface TypologySelectProps {
  readonly value: TypologyId;
  readonly onChoose: (typology: TypologyId) => void;
}

/** A choice of what is built. */
export function TypologySelect({ value, onChoose }: TypologySelectProps): ReactNode {
  return <Choice label={CARD_WORDS.typology} value={value} options={OPTIONS} onChoose={onChoose} />;
}
