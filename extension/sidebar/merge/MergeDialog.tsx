import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './MergeDialog.module.css';
import { SideBySide } from './SideBySide.tsx';
import { useMerging } from './useMerging.ts';

/** Two side by side, asked from wherever they were met. */
export function MergeDialog({
  noun,
  a,
  b,
  onClose,
}: {
  noun: 'contact' | 'company';
  a: Id;
  b: Id;
  onClose: (merged: boolean) => void;
}) {
  const merging = useMerging(noun, a, b);
  const { view } = merging;
  const title = view ? m.pairs_merge_two({ a: view.a.row.name, b: view.b.row.name }) : m.pairs_merge();
  return (
    <Dialog title={title} close={m.words_close()} onClose={() => onClose(false)} wide>
      {view === undefined && <Skeleton label={m.sidebar_loading()} />}
      {view === null && <p role="status">{m.pairs_gone()}</p>}
      {view && (
        <SideBySide
          view={view}
          keep={merging.keep}
          chosen={merging.chosen}
          onKeep={merging.setKeep}
          onChoose={merging.choose}
        />
      )}
      <div class={css.buttons}>
        <Button
          look="primary"
          disabled={!view || view.mixed}
          onClick={async (event) => {
            if (await merging.merge(event)) onClose(true);
          }}
        >
          {m.pairs_merge()}
        </Button>
        <Button onClick={() => onClose(false)}>{m.words_cancel()}</Button>
      </div>
    </Dialog>
  );
}
