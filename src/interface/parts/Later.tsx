import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { useStores } from '../../state/hooks';
import { SURFACE_WORDS } from '../words/surfaces';

/** A part of the page that is fetched when it is first wanted. When it cannot be, that is told. */
export function Later({ load }: { readonly load: () => Promise<ComponentType> }): ReactNode {
  const [Part, setPart] = useState<ComponentType | null>(null);
  const { notices } = useStores();
  useEffect(() => {
    let isGone = false;
    load().then(
      (part) => {
        if (!isGone) setPart(() => part);
      },
      () => {
        notices.tell({ subject: 'del av siden', tone: 'problem', text: SURFACE_WORDS.notFetched });
      },
    );
    return () => {
      isGone = true;
    };
  }, [load, notices]);
  return Part ? <Part /> : null;
}
