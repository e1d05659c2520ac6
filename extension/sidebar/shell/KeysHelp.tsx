import * as m from '../../../shared/i18n/compiled/messages.js';
import { KeyList } from '../../ui/KeyList.tsx';
import { Section } from '../../ui/Section.tsx';
import css from './KeysHelp.module.css';

/** Single keys act only while the focus is in the panel and not in a field. */
export function KeysHelp() {
  const keys: [string, string][] = [
    ['/', m.sidebar_key_search()],
    ['L', m.sidebar_key_log()],
    ['N', m.sidebar_key_note()],
    ['C', m.sidebar_log_call()],
    ['T', m.sidebar_new_task()],
    ['D', m.sidebar_new_deal()],
    ['[  ]', m.sidebar_key_stage()],
    ['←  →', m.sidebar_key_people()],
    ['X', m.sidebar_key_done()],
    ['H', m.sidebar_key_tomorrow()],
    ['Ctrl Z', m.sidebar_key_undo()],
    ['Esc', m.words_back()],
  ];
  return (
    <article aria-label={m.sidebar_keys()}>
      <Section title={m.sidebar_keys()}>
        <KeyList keys={keys} />
        <p class={css.note}>{m.sidebar_keys_where()}</p>
      </Section>
    </article>
  );
}
