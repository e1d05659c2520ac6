import * as m from '../../../shared/i18n/compiled/messages.js';
import { KeyList } from '../../ui/KeyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { singleKeys } from '../../ui/singleKeys.ts';
import css from './App.module.css';
import { pages } from './pages.ts';

/** Keys of the whole app; each page lists its own beside what they act on. */
export function PageKeys() {
  const keys: [string, string][] = [
    ['/', m.app_key_search()],
    ...pages.flatMap(({ nav }): [string, string][] => (nav ? [[`g ${nav.key}`, nav.label()]] : [])),
    ['j k', m.app_key_rows()],
    ['Enter', m.app_key_open()],
    ['x', m.app_key_select()],
    ['[ ]', m.app_key_stage()],
    ['1 … 9', m.board_key_place()],
    ['w', m.board_key_won()],
    ['l', m.board_key_lost()],
    ['← ↑ ↓ →', m.board_key_walk()],
    ['Ctrl Z', m.sidebar_key_undo()],
    ['Esc', m.words_back()],
  ];
  return (
    <article aria-label={m.sidebar_keys()}>
      <Section title={m.sidebar_keys()}>
        <KeyList keys={keys} />
        <label class={css.keySwitch}>
          <input
            type="checkbox"
            checked={singleKeys.on}
            onChange={(event) => singleKeys.set(event.currentTarget.checked)}
          />
          {m.app_single_keys()}
        </label>
      </Section>
    </article>
  );
}
