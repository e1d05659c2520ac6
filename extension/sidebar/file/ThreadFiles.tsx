import * as m from '../../../shared/i18n/compiled/messages.js';
import type { MessageFiles } from '../../messages/file.ts';
import type { ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { shortName } from '../person/shortName.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { FileRow } from './FileRow.tsx';
import css from './Files.module.css';
import { useFiles } from './useFiles.ts';

/** The files of the open thread, message by message, with one click that keeps each. */
export function ThreadFiles({ thread }: { thread: ThreadOnScreen }) {
  // What the page shows grows while it is read; the answer is asked for again then.
  const seen = thread.messages.map(({ files = 0, log }) => `${files}${log.state.at(0)}`).join('');
  const { value = [] } = useAnswer('threadFiles', { threadId: thread.id, seen: seen.slice(-200) });
  if (value.length === 0) return null;
  const one = thread.messages.length === 1;
  return (
    <section class={css.files} aria-label={m.files_title()}>
      {value.map((message) => (
        <OfMessage key={message.messageId} message={message} alone={one} />
      ))}
    </section>
  );
}

function OfMessage({ message, alone }: { message: MessageFiles; alone: boolean }) {
  const { canChange } = useSession();
  const { keep } = useFiles();
  const { messageId, interactionId, files, mayKeep } = message;
  const may = canChange.value && mayKeep && interactionId !== null;
  const open = files.filter(({ kept }) => kept.state === 'none' || kept.state === 'missing');
  const keepAll = async (event: Event) => {
    for (const line of open) await keep(event, line, messageId, interactionId ?? '');
  };
  return (
    <div class={css.message}>
      <p class={css.head}>
        <span>
          {alone
            ? m.files_count({ count: files.length })
            : m.files_of({ who: shortName(message.from), count: files.length })}
        </span>
        {may && open.length > 1 && (
          <Button look="link" onClick={(event) => void keepAll(event)}>
            {m.files_keep_all()}
          </Button>
        )}
      </p>
      <ul class={css.list}>
        {files.map((line) => (
          <FileRow
            key={`${line.name} ${line.nth}`}
            line={line}
            messageId={messageId}
            keep={may ? (event) => void keep(event, line, messageId, interactionId) : null}
            may={may}
          />
        ))}
      </ul>
      {canChange.value && interactionId === null && <p class={css.hint}>{m.files_log_first()}</p>}
    </div>
  );
}
