import { Combine } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Strip } from '../../ui/Strip.tsx';
import { whyText } from '../alike/reasonText.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { keepApart } from './keepApart.ts';
import { MergeDialog } from './MergeDialog.tsx';

/** Whoever is shown may be there twice, as the search for duplicates found: merged, or told apart, from here. */
export function Twice({ noun, id }: { noun: 'contact' | 'company'; id: Id }) {
  const session = useSession();
  const { value } = useAnswer('pairs', { noun, from: 0, count: 1, of: id });
  const [merging, merge] = useState(false);
  const pair = value?.rows[0];
  if (!pair || !session.canChange.value) return null;
  const name = pair.a === id ? pair.nameB : pair.nameA;
  return (
    <>
      <Strip
        tone="warning"
        icon={<Combine size={14} aria-hidden="true" />}
        action={
          <>
            <button type="button" onClick={() => merge(true)}>
              {m.pairs_merge()}
            </button>
            <button type="button" onClick={(event) => void keepApart(session, event, noun, pair, false)}>
              {m.pairs_keep_both()}
            </button>
          </>
        }
      >
        {m.sidebar_looks_like({ name, reason: whyText(pair.reasons) })}
      </Strip>
      {merging && <MergeDialog noun={noun} a={pair.a} b={pair.b} onClose={() => merge(false)} />}
    </>
  );
}
