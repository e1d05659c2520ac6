import { useEffect, useState } from 'preact/hooks';
import type { RowProblem } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ImportState } from '../../messages/import.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { CountTable } from './CountTable.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import { Problems } from './Problems.tsx';
import { problemText } from './problemText.ts';
import { save } from './save.ts';
import type { Wizard } from './wizard.ts';

const shownProblems = 100;

/** What came in, what did not, and the way back. */
export function ReportStep({ wizard }: { wizard: Wizard }) {
  const state = wizard.state.value;
  return state ? <Report wizard={wizard} state={state} /> : null;
}

function Report({ wizard, state }: { wizard: Wizard; state: ImportState }) {
  const session = useSession();
  const counts = useCounts();
  const problems = useProblems(state);
  const { file, phase } = state;
  const [taken, rows] = [counts(state.taken).shown, counts(state.rows).shown];
  const undone = phase === 'undone';
  const next = wizard.queue.value[0];
  return (
    <Part
      title={
        undone
          ? m.import_undone({ file })
          : phase === 'cancelled'
            ? m.import_stopped()
            : m.import_done({ file })
      }
      how={
        undone
          ? m.import_undone_how()
          : phase === 'cancelled'
            ? m.import_stopped_how({ shown: taken, total: rows })
            : undefined
      }
      buttons={
        <>
          <Button look={phase === 'cancelled' ? 'outline' : 'primary'} onClick={() => void wizard.another()}>
            {phase === 'cancelled'
              ? m.import_keep()
              : next
                ? m.import_next_file({ file: next.name })
                : m.import_another()}
          </Button>
          {!undone && state.taken > 0 && (
            <Button
              disabled={!session.canChange.value}
              onClick={(event) => void session.change(event, () => wizard.undo())}
            >
              {m.import_undo()}
            </Button>
          )}
        </>
      }
    >
      {undone && (session.state.value?.link.waiting ?? 0) > 0 && (
        <p class={css.note} role="status">
          {m.import_undo_waits()}
        </p>
      )}
      {!undone && (
        <>
          <CountTable counts={state.counts} />
          {state.arrived < state.taken ? (
            <p class={css.note} role="status">
              {m.import_to_server({ shown: counts(state.arrived).shown, total: taken })}
            </p>
          ) : (
            phase === 'done' && <p role="status">{m.import_all_in()}</p>
          )}
          <p class={css.links}>
            {state.counts.contact.added + state.counts.contact.changed > 0 && (
              <a href="#/contacts">{m.import_see_contacts()}</a>
            )}
            {state.counts.company.added + state.counts.company.changed > 0 && (
              <a href="#/companies">{m.import_see_companies()}</a>
            )}
            {state.counts.deal.added + state.counts.deal.changed > 0 && (
              <a href="#/board">{m.import_see_board()}</a>
            )}
          </p>
          <Problems problems={problems} total={state.problemCount} />
          {state.problemCount > 0 && wizard.source.opened.value && (
            <Button
              onClick={async () => {
                const csv = await wizard.source.failedCsv(state.id, problemText, m.import_problems());
                if (csv !== null) save(csv, m.import_failed_name({ file: file.replace(/\.\w+$/, '') }));
              }}
            >
              {m.import_failed_csv()}
            </Button>
          )}
        </>
      )}
    </Part>
  );
}

/** The first problems, asked again when there are more. */
function useProblems({ id, problemCount }: ImportState): RowProblem[] {
  const { client } = useSession();
  const [problems, setProblems] = useState<RowProblem[]>([]);
  useEffect(() => {
    if (problemCount === 0) return;
    let current = true;
    client.call('importProblems', { id, from: 0 }).then(
      (part) => current && setProblems(part.problems.slice(0, shownProblems)),
      () => undefined, // the number of them stands there all the same
    );
    return () => {
      current = false;
    };
  }, [client, id, problemCount]);
  return problems;
}
