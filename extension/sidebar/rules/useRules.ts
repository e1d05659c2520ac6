import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { RuleSubject } from '../../messages/rules.ts';
import { useSession } from '../shell/session.ts';
import { ruleNameHere } from './ruleName.ts';

/** Switching a rule on or off, with the toast that takes it back. */
export function useRules() {
  const session = useSession();
  const { client } = session;
  const set = async (event: Event, subject: RuleSubject, on: boolean, dealId: Id | null = null) => {
    const { scope, value } = subject;
    const outcome = await session.change(event, () => client.call('setRule', { scope, value, on, dealId }));
    if (!outcome.ok) return;
    const what = ruleNameHere(subject);
    session.toasts.show({
      tone: 'plain',
      text: on ? m.rules_set({ what }) : m.rules_unset({ what }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.change(click, () => client.call('unsetRule', outcome.value)),
      },
    });
  };
  return { set };
}
