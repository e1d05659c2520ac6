import * as m from '../../../shared/i18n/compiled/messages.js';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useAnswer } from '../shell/useAnswer.ts';
import { MailLink } from '../today/MailLink.tsx';
import css from './Missed.module.css';
import { ruleName } from './ruleName.ts';

/** Mail that a rule names and that came or left while the mailbox was not open here, as far as its list shows it. */
export function Missed({ rows }: { rows: number }) {
  const { value } = useAnswer('missed', { rows });
  if (!value || value.lines.length === 0) return null;
  return (
    <Section title={m.rules_missed()} count={value.lines.length}>
      <p class={css.how}>{m.rules_missed_how()}</p>
      <ul>
        {value.lines.map((line) => (
          <li key={line.threadId} class={css.row} data-missed={line.threadId}>
            <MailLink line={line} />
            <p class={css.why}>
              <Text>{line.who}</Text> · <Ago at={line.at} /> · {ruleName(line.rule)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
