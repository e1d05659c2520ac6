import { useEffect } from 'preact/hooks';
import { mostRecipients } from '../../../shared/domain/interaction/why-not.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Missing } from '../../sidebar/shell/Missing.tsx';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { RuleRow } from './RuleRow.tsx';
import css from './Rules.module.css';

/** One's own rules: what each is about, since when, what it has logged; and the way to stop it or take its logs back. */
export function RulesPage() {
  const { value: rules, code } = useAnswer('rules', {});
  useEffect(() => {
    document.title = m.rules_title();
  }, []);
  if (!rules) return <Missing code={code} gone={false} />;
  return (
    <article class={css.page} aria-label={m.rules_title()}>
      <h1 class={css.title}>{m.rules_title()}</h1>
      <p class={css.lead}>{m.rules_how()}</p>
      {rules.length === 0 ? (
        <p class={css.none}>{m.rules_none()}</p>
      ) : (
        <ul class={css.rules}>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} />
          ))}
        </ul>
      )}
      <div class={css.terms}>
        <p>
          {m.rules_covers()} {m.rules_covers_more()}
        </p>
        <p>{m.rules_never({ most: mostRecipients })}</p>
      </div>
    </article>
  );
}
