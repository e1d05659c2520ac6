import { useEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairRow } from '../../messages/pairs.ts';
import { Problem } from '../../sidebar/shell/Problem.tsx';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { useKeys } from '../../sidebar/shell/useKeys.ts';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PageSession } from '../page.ts';
import { Pair } from './Pair.tsx';
import css from './PairsPage.module.css';
import { Progress } from './Progress.tsx';

const firstPage = 50;
type Noun = 'contact' | 'company';
const nouns: [Noun, () => string][] = [
  ['contact', m.words_people],
  ['company', m.app_companies],
];
const keyOf = ({ a, b }: PairRow): string => `${a} ${b}`;

/** Pairs that may be one, the likeliest first: one of them is open, with both side by side. */
export function PairsPage(_: { page: PageSession }) {
  const [noun, setNoun] = useState<Noun>('contact');
  const [count, setCount] = useState(firstPage);
  const [open, setOpen] = useState<string | null>(null);
  const { value: view, code } = useAnswer('pairs', { noun, from: 0, count });
  const list = useRef<HTMLUListElement>(null);
  // What was answered leaves the list: the one that takes its place is next.
  const place = useRef(0);
  useEffect(() => {
    document.title = m.pairs_title();
  }, []);
  const rows = view?.rows ?? [];
  const found = rows.findIndex((row) => keyOf(row) === open);
  const at = found >= 0 ? found : Math.min(place.current, rows.length - 1);
  place.current = Math.max(0, at);
  const shown = rows[at];
  const go = (to: number) => {
    const row = rows[Math.min(Math.max(0, to), rows.length - 1)];
    if (!row) return;
    setOpen(keyOf(row));
    place.current = rows.indexOf(row);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus({ preventScroll: false }),
    );
  };
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) });
  if (!view) return code ? <Problem code={code} /> : <Skeleton label={m.sidebar_loading()} />;
  return (
    <article class={css.page} aria-label={m.pairs_title()}>
      <h1 class={css.title}>{m.pairs_title()}</h1>
      <p class={css.intro}>{m.pairs_intro()}</p>
      <fieldset class={css.tabs} aria-label={m.pairs_tabs()}>
        {nouns.map(([each, text]) => (
          <Button
            key={each}
            look="quiet"
            class={css.tab}
            aria-pressed={noun === each}
            onClick={() => {
              setNoun(each);
              setOpen(null);
              setCount(firstPage);
              place.current = 0;
            }}
          >
            {text()}
            {noun === each && view.total > 0 && <span class={css.count}>{view.total}</span>}
          </Button>
        ))}
      </fieldset>
      <Progress state={view.state} />
      {rows.length === 0 ? (
        <div class={css.empty} role="status">
          {!view.state.running && <h2 class={css.none}>{m.pairs_none_title()}</h2>}
          <p>{view.state.running ? m.pairs_none_yet() : m.pairs_none_text()}</p>
        </div>
      ) : (
        <ul class={css.list} ref={list}>
          {rows.map((row, i) => (
            <Pair key={keyOf(row)} noun={noun} pair={row} open={row === shown} onOpen={() => go(i)} />
          ))}
        </ul>
      )}
      {view.total > rows.length && (
        <Button onClick={() => setCount(count + firstPage)}>{m.pairs_more()}</Button>
      )}
      {rows.length > 0 && <p class={css.keys}>{m.pairs_keys()}</p>}
    </article>
  );
}
