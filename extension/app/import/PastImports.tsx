import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ImportLine } from '../../messages/import.ts';
import { Ago } from '../../sidebar/shell/Ago.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { Text } from '../../ui/Text.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';

/** What was brought in so far; each can be taken out again. */
export function PastImports() {
  const { value: imports } = useAnswer('imports', {});
  if (!imports || imports.length === 0) return null;
  return (
    <Part title={m.import_past()}>
      <ul class={css.lines}>
        {imports.map((line) => (
          <PastImport key={line.id} line={line} />
        ))}
      </ul>
    </Part>
  );
}

function PastImport({ line }: { line: ImportLine }) {
  const session = useSession();
  const counts = useCounts();
  const { id, file, at, by, added, changed, undoneAt, kept } = line;
  return (
    <li class={css.line}>
      <div class={css.lineText}>
        <Text>{file}</Text>
        <span class={css.small}>
          <Ago at={at} />
          {by && ` · ${by}`} ·{' '}
          {m.import_past_counts({ added: counts(added).shown, changed: counts(changed).shown })}
        </span>
      </div>
      {undoneAt === null ? (
        <Button
          aria-label={m.import_past_undo({ file })}
          disabled={!session.canChange.value}
          onClick={(event) =>
            void session.change(event, async () => {
              await session.client.call('importUndo', { id });
              session.toasts.show({ tone: 'plain', text: m.import_undone({ file }) });
            })
          }
        >
          {m.import_undo_this()}
        </Button>
      ) : (
        <span class={css.small}>
          {kept > 0 ? m.import_past_kept({ kept: counts(kept).shown }) : m.import_past_undone()}
        </span>
      )}
    </li>
  );
}
