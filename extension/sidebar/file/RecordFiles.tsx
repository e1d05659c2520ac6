import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Calls, HistoryNoun } from '../../messages/calls.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { FileRow } from './FileRow.tsx';
import css from './Files.module.css';

/** More mails with files than these wait for a click. */
const shownFirst = 5;

/** Files of all that was logged with somebody, the newest mail first; nothing where there are none. */
export function RecordFiles({ noun, id }: { noun: HistoryNoun; id: string }) {
  const { value = [] } = useAnswer('recordFiles', { noun, id });
  const [all, showAll] = useState(false);
  if (value.length === 0) return null;
  const shown = all ? value : value.slice(0, shownFirst);
  const count = value.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <Section title={m.files_title()} count={count}>
      {shown.map((entry) => (
        <OfEntry key={entry.interactionId} entry={entry} />
      ))}
      {shown.length < value.length && (
        <Button look="link" onClick={() => showAll(true)}>
          {m.files_show_all({ count })}
        </Button>
      )}
    </Section>
  );
}

function OfEntry({ entry }: { entry: Calls['recordFiles']['out'][number] }) {
  const { canChange } = useSession();
  return (
    <div class={css.message}>
      <p class={css.head}>
        <Ago at={entry.at} />
      </p>
      <ul class={css.list}>
        {entry.files.map((line) => (
          <FileRow
            key={`${line.name} ${line.nth}`}
            line={line}
            keep={null}
            may={entry.mayKeep && canChange.value}
          />
        ))}
      </ul>
    </div>
  );
}
