import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RuleLine } from '../../messages/rules.ts';
import { ruleName } from '../../sidebar/rules/ruleName.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Rules.module.css';

/** A rule with what it has done; its logs are taken back after a question, since that cannot be taken back. */
export function RuleRow({ rule }: { rule: RuleLine }) {
  const session = useSession();
  const { client, toasts } = session;
  const [asked, ask] = useState(false);
  const what = ruleName(rule);
  const format = new Intl.DateTimeFormat(session.locale.value, { dateStyle: 'medium' });
  const since = format.format(rule.since);
  const remove = async (event: Event) => {
    const { scope, value, effect } = rule;
    const outcome = await session.act(event, 'logRule.remove', { id: rule.id });
    if (!outcome.ok) return;
    const change = { added: [], removed: [{ scope, value, effect }] };
    toasts.show({
      tone: 'plain',
      text: m.rules_unset({ what }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.change(click, () => client.call('unsetRule', change)),
      },
    });
  };
  const undo = async (event: Event) => {
    const outcome = await session.change(event, () => client.call('undoRule', { id: rule.id }));
    if (outcome.ok) toasts.show({ tone: 'plain', text: m.rules_undone({ count: outcome.value.undone }) });
  };
  return (
    <li class={css.rule} data-rule={rule.scope}>
      <div class={css.what}>
        <span class={css.name}>
          <bdi>{what}</bdi>
        </span>
        <span class={css.done}>
          {rule.effect === 'leave'
            ? m.rules_row_leave({ since })
            : m.rules_row_log({ since, count: rule.logged })}
          {rule.deal && ` · ${m.rules_row_deal({ deal: rule.deal })}`}
        </span>
      </div>
      {session.canChange.value && !asked && (
        <div class={css.acts}>
          {rule.logged > 0 && (
            <Button look="quiet" aria-label={m.rules_undo_all_of({ what })} onClick={() => ask(true)}>
              {m.rules_undo_all()}
            </Button>
          )}
          <Button
            look="quiet"
            aria-label={m.rules_remove_of({ what })}
            onClick={(event) => void remove(event)}
          >
            {m.rules_remove()}
          </Button>
        </div>
      )}
      {asked && (
        <div class={css.asks} role="alert">
          <p>{m.rules_undo_ask({ count: rule.logged })}</p>
          <Button look="danger" onClick={(event) => void undo(event)}>
            {m.rules_undo_yes({ count: rule.logged })}
          </Button>
          <Button onClick={() => ask(false)}>{m.rules_keep()}</Button>
        </div>
      )}
    </li>
  );
}
