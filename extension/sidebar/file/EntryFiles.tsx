import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { FileRow } from './FileRow.tsx';
import css from './Files.module.css';

/** The files of a logged mail. Those that nobody keeps are in the mail still. @param mine whether one may change it */
export function EntryFiles({ id, mine }: { id: Id; mine: boolean }) {
  const { canChange } = useSession();
  const { value = [] } = useAnswer('files', { interactionId: id });
  if (value.length === 0) return null;
  return (
    <ul class={css.list} aria-label={m.files_title()}>
      {value.map((line) => (
        <FileRow key={`${line.name} ${line.nth}`} line={line} keep={null} may={mine && canChange.value} />
      ))}
    </ul>
  );
}
