import { useId } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RuleSwitch } from '../../messages/rules.ts';
import type { NamedDeal } from '../../messages/state.ts';
import { Track } from '../../ui/Track.tsx';
import { useSession } from '../shell/session.ts';
import css from './AutoPanel.module.css';
import { RuleTrial } from './RuleTrial.tsx';
import { ruleNameHere } from './ruleName.ts';
import { useRules } from './useRules.ts';

/** One thing that can be logged by itself: on by its own rule or by a wider one, or off with what it would have done. */
export function RuleSwitchRow({ subject, deal }: { subject: RuleSwitch; deal: NamedDeal | null }) {
  const { canChange } = useSession();
  const { set } = useRules();
  const said = useId();
  const { on, by, scope, value } = subject;
  // It may name who turned out to be this one.
  const isOwn = by?.scope === scope;
  const name = ruleNameHere(subject);
  return (
    <li class={css.row} data-scope={scope}>
      <button
        type="button"
        role="switch"
        class={css.switch}
        aria-checked={on}
        aria-describedby={said}
        disabled={!canChange.value}
        onClick={(event) => void set(event, subject, !on, deal?.id ?? null)}
      >
        <span class={css.name}>{name}</span>
        <Track />
      </button>
      <div class={css.said} id={said}>
        {on && by && !isOwn && <span>{m.rules_by_wider({ what: ruleNameHere(by) })}</span>}
        {!on && deal && <p>{m.rules_row_deal({ deal: deal.title })}</p>}
        {!on && by && <span>{m.rules_left_out()}</span>}
        {!on && <RuleTrial scope={scope} value={value} name={name} />}
      </div>
    </li>
  );
}
