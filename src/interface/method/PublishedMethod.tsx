import { useMemo, type ReactNode } from 'react';
import { methodPages } from '../../core/method/pages';
import { useModel, useStores, useView } from '../../state/hooks';
import { MethodDialog } from './MethodDialog';

/** The published method with the figures of the place. */
export function PublishedMethod(): ReactNode {
  const parameters = useModel((model) => model.dataset.parameters);
  const page = useView((state) => state.methodPage);
  const { view } = useStores();
  const pages = useMemo(() => methodPages(parameters), [parameters]);
  return (
    <MethodDialog
      pages={pages}
      open={page}
      onOpenPage={view.showMethod}
      onClose={() => {
        view.showDialog(null);
      }}
    />
  );
}
