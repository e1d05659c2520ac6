import { Check, CircleDashed, Shuffle } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { FunctionHealth } from '../../gmail/health.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { useSession } from '../shell/session.ts';
import css from './LevelCard.module.css';
import { functionText, levelText } from './levelText.ts';

/** How the mailbox is read, function by function, and the report that can be pasted into an issue. */
export function LevelCard() {
  const session = useSession();
  const level = session.state.value?.level ?? null;
  const account = session.state.value?.mailbox?.account ?? null;
  return (
    <article aria-label={m.level_title()}>
      <Section title={m.level_title()}>
        <p class={css.text}>{level ? levelText(level) : m.level_unknown()}</p>
        {level?.layout.delegated && account && <p class={css.text}>{m.level_delegated({ account })}</p>}
        {level && (
          <ul class={css.list}>
            {level.missing.map((name) => (
              <Fact key={name} name={name} state="missing" />
            ))}
            {level.otherwise.map((name) => (
              <Fact key={name} name={name} state="otherwise" />
            ))}
            {level.missing.length + level.otherwise.length === 0 && (
              <li class={css.fact}>
                <Check size={14} aria-hidden="true" />
                {m.level_all_work()}
              </li>
            )}
          </ul>
        )}
        {level && level.level > 1 && session.openPanel && (
          <Button look="outline" wide onClick={session.openPanel}>
            {m.sidebar_open_panel()}
          </Button>
        )}
        <Report />
      </Section>
    </article>
  );
}

function Fact({ name, state }: { name: FunctionHealth['name']; state: 'missing' | 'otherwise' }) {
  const isMissing = state === 'missing';
  return (
    <li class={css.fact}>
      {isMissing ? <CircleDashed size={14} aria-hidden="true" /> : <Shuffle size={14} aria-hidden="true" />}
      <span>
        {isMissing
          ? m.level_is_missing({ what: functionText(name) })
          : m.level_is_otherwise({ what: functionText(name) })}
      </span>
    </li>
  );
}

/** Versions and states only. Where the page's frame may not write to the clipboard, the line is shown to be copied by hand. */
function Report() {
  const { client, toasts } = useSession();
  const [line, setLine] = useState<string | null>(null);
  const copy = async () => {
    const health = await client.call('health', {});
    try {
      await navigator.clipboard.writeText(health.line);
      toasts.show({ tone: 'plain', text: m.sidebar_copied() });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      setLine(health.line);
    }
  };
  return (
    <>
      <p class={css.how}>{m.level_report_how()}</p>
      <Button look="outline" wide onClick={() => void copy()}>
        {m.level_copy()}
      </Button>
      {line && <output class={css.report}>{line}</output>}
    </>
  );
}
