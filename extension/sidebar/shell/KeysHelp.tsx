import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { KeyList } from '../../ui/KeyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { levelText } from '../level/levelText.ts';
import css from './KeysHelp.module.css';
import { useSession } from './session.ts';

/** Single keys act only while the focus is in the panel and not in a field. */
export function KeysHelp() {
  const session = useSession();
  const level = session.state.value?.level;
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
      {level && (
        <Section title={m.level_title()}>
          <p class={css.note}>{levelText(level)}</p>
          <Button look="link" onClick={() => session.open({ noun: 'level' })}>
            {m.level_details()}
          </Button>
        </Section>
      )}
    </article>
  );
}
