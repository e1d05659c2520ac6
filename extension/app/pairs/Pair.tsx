import { useId } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairRow } from '../../messages/pairs.ts';
import { whyText } from '../../sidebar/alike/reasonText.ts';
import { keepApart } from '../../sidebar/merge/keepApart.ts';
import { SideBySide } from '../../sidebar/merge/SideBySide.tsx';
import { useMerging } from '../../sidebar/merge/useMerging.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { useKeys } from '../../sidebar/shell/useKeys.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Text } from '../../ui/Text.tsx';
import css from './PairsPage.module.css';
import { Reasons } from './Reasons.tsx';

type PairProps = { noun: 'contact' | 'company'; pair: PairRow };

/** One pair in the list; the open one is asked about. */
export function Pair({ noun, pair, open, onOpen }: PairProps & { open: boolean; onOpen: () => void }) {
  const id = useId();
  const { nameA: a, nameB: b, probability } = pair;
  const why = whyText(pair.reasons);
  // Never a certainty that nobody has.
  const percent = Math.min(99, Math.floor(probability * 100));
  return (
    <li class={css.pair} data-open={open}>
      <button
        type="button"
        class={css.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={onOpen}
      >
        <span class={css.names}>
          <span class={css.two}>
            <Text>{a}</Text> <span aria-hidden="true">↔</span> <Text>{b}</Text>
          </span>
          {!open && why && <span class={css.why}>{why}</span>}
        </span>
        <Chip tone={percent >= 90 ? 'success' : 'plain'}>{m.pairs_percent({ percent })}</Chip>
      </button>
      {open && (
        <div id={id} class={css.body}>
          <Reasons reasons={pair.reasons} noun={noun} />
          <Question noun={noun} pair={pair} />
        </div>
      )}
    </li>
  );
}

function Question({ noun, pair }: PairProps) {
  const session = useSession();
  const merging = useMerging(noun, pair.a, pair.b);
  const { view } = merging;
  const may = session.canChange.value;
  const apart = (event: Event, forever: boolean) => keepApart(session, event, noun, pair, forever);
  useKeys(
    may
      ? {
          m: (event) => void merging.merge(event),
          s: () => merging.swap(),
          b: (event) => void apart(event, false),
          n: (event) => void apart(event, true),
        }
      : {},
  );
  if (view === undefined) return <Skeleton label={m.sidebar_loading()} />;
  if (view === null) return <p role="status">{m.pairs_gone()}</p>;
  return (
    <>
      <SideBySide
        view={view}
        keep={merging.keep}
        chosen={merging.chosen}
        onKeep={merging.setKeep}
        onChoose={merging.choose}
      />
      <div class={css.buttons}>
        {may && (
          <>
            <Button look="primary" disabled={view.mixed} onClick={(event) => void merging.merge(event)}>
              {m.pairs_merge()}
            </Button>
            <Button onClick={(event) => void apart(event, false)}>{m.pairs_keep_both()}</Button>
            <Button onClick={(event) => void apart(event, true)}>{m.pairs_never()}</Button>
          </>
        )}
        {[view.a.row, view.b.row].map((row) => (
          <Button
            key={row.id}
            look="link"
            aria-label={m.pairs_open({ name: row.name })}
            onClick={() => session.open({ noun, id: row.id })}
          >
            {row.name}
          </Button>
        ))}
      </div>
    </>
  );
}
