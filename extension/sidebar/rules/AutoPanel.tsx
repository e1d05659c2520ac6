import { mostRecipients } from '../../../shared/domain/interaction/why-not.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { AutoOnThread } from '../../messages/rules.ts';
import type { NamedDeal } from '../../messages/state.ts';
import css from './AutoPanel.module.css';
import { RuleSwitchRow } from './RuleSwitchRow.tsx';

/** What can be logged by itself, each as a switch with what it would have done; and what none of them does. */
export function AutoPanel({ auto, deal }: { auto: AutoOnThread; deal: NamedDeal | null }) {
  return (
    <section class={css.panel} aria-label={m.rules_title()}>
      <ul>
        {auto.subjects.map((subject) => (
          <RuleSwitchRow
            key={`${subject.scope} ${subject.value}`}
            subject={subject}
            // Only of a conversation it was said where its mail goes.
            deal={subject.scope === 'thread' ? deal : null}
          />
        ))}
      </ul>
      <p class={css.says}>
        {m.rules_covers()} {m.rules_covers_more()}
      </p>
      <p class={css.says}>{m.rules_never({ most: mostRecipients })}</p>
      <a class={css.all} href="app.html#/rules" target="_blank" rel="noreferrer">
        {m.rules_manage()}
      </a>
    </section>
  );
}
