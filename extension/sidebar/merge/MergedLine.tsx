import { Split } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './MergedLine.module.css';
import { splitOff } from './merge.ts';

/** Who turned out to be the one that is shown, and the way back. Nothing where there is nobody. */
export function MergedLine({ noun, id }: { noun: 'contact' | 'company'; id: Id }) {
  const session = useSession();
  const { value: merges } = useAnswer('merges', { noun, id });
  if (!merges || merges.length === 0) return null;
  return (
    <Section title={m.pairs_with()} count={merges.length}>
      <ul class={css.list}>
        {merges.map((merge) => (
          <li key={merge.id} class={css.line}>
            <span class={css.names}>
              <Text>{merge.name}</Text>
              <span class={css.by}>
                {merge.byMe ? m.sidebar_you() : merge.by} · <Ago at={merge.at} />
              </span>
            </span>
            {session.canChange.value && (
              <Button
                icon={<Split size={14} aria-hidden="true" />}
                aria-label={m.pairs_split_name({ name: merge.name })}
                onClick={(event) => void splitOff(session, event, merge)}
              >
                {m.pairs_split()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
