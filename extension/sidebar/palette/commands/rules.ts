import { Repeat2 } from 'lucide-preact';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { ruleNameHere } from '../../rules/ruleName.ts';
import type { CommandFile } from '../command.ts';

/** What is logged by itself: the conversation, its people, their companies, everybody known. */
export const rules: CommandFile = {
  commands: ({ state, rules: { set } }) => {
    const auto = state.screen.kind === 'thread' ? state.screen.thread.auto : undefined;
    return (auto?.subjects ?? []).map((subject) => ({
      id: `rule ${subject.scope}`,
      section: 'here',
      icon: Repeat2,
      label: m.palette_auto({ what: ruleNameHere(subject) }),
      words: m.palette_words_rule(),
      on: subject.on,
      changes: true,
      run: (event) => void set(event, subject, !subject.on),
    }));
  },
};
