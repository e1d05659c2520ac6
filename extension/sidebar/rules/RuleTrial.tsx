import { ChevronDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { RuleScope } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { RulePreview } from '../../messages/rules.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './AutoPanel.module.css';
import { notAutoText } from './notAutoText.ts';

type Line = RulePreview['lines'][number];

/** More of them are counted. */
const shown = 6;

/** What a rule would have logged of the mails that were seen last, before it is switched on. */
export function RuleTrial({ scope, value, name }: { scope: RuleScope; value: string; name: string }) {
  const [open, setOpen] = useState(false);
  const { value: preview } = useAnswer('previewRule', { scope, value });
  if (!preview) return null;
  const { lines } = preview;
  if (lines.length === 0) return <span>{m.rules_would_nothing()}</span>;
  const would = lines.filter(({ why }) => why === null || why === 'logged');
  const others = lines.filter((line) => !would.includes(line));
  return (
    <>
      <button type="button" class={css.which} aria-expanded={open} onClick={() => setOpen(!open)}>
        {m.rules_would({ count: would.length, all: lines.length })}
        <span class={unseen.unseen}>: {name}</span>
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {open && (
        <div class={css.mails}>
          <Mails title={m.rules_which_would()} lines={would} />
          <Mails title={m.rules_which_not()} lines={others} />
        </div>
      )}
    </>
  );
}

function Mails({ title, lines }: { title: string; lines: Line[] }) {
  if (lines.length === 0) return null;
  const rest = lines.length - shown;
  return (
    <>
      <p class={css.sub}>{title}</p>
      <ul>
        {lines.slice(0, shown).map(({ id, subject, who, why }) => (
          <li key={id} class={css.mail}>
            <Text cut class={css.subject}>
              {subject}
            </Text>
            <span class={css.detail}>
              <Text cut>{who}</Text>
              {why && <span class={css.why}>{notAutoText(why)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{m.rules_more({ count: rest })}</p>}
    </>
  );
}
