import { importNouns } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button } from '../../ui/Button.tsx';
import { Conflicts } from './Conflicts.tsx';
import { CountTable } from './CountTable.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import { Problems } from './Problems.tsx';
import type { Wizard } from './wizard.ts';

/** The import as it would be: nothing is changed before the click. */
export function CheckStep({ wizard }: { wizard: Wizard }) {
  const session = useSession();
  const counts = useCounts();
  const dry = wizard.dry.value;
  const rows = wizard.source.opened.value?.rows ?? 0;
  if (!dry)
    return (
      <Part
        title={m.import_check()}
        buttons={
          <>
            <Button onClick={() => wizard.back('rules')}>{m.import_back()}</Button>
            <Button look="quiet" onClick={() => void wizard.another()}>
              {m.import_cancel()}
            </Button>
          </>
        }
      >
        {wizard.refusal.value === null && (
          <>
            <progress
              class={css.bar}
              max={rows || 1}
              {...(wizard.staged.value < rows ? { value: wizard.staged.value } : {})}
              aria-label={m.import_checking_now()}
            />
            <p class={css.small}>
              {rows > 0
                ? m.import_checking({ shown: counts(wizard.staged.value).shown, total: counts(rows).shown })
                : m.import_checking_now()}
            </p>
          </>
        )}
      </Part>
    );
  const nothing = importNouns.every((noun) => dry.counts[noun].added + dry.counts[noun].changed === 0);
  const offline = session.state.value?.link.status === 'offline';
  return (
    <Part
      title={m.import_check()}
      buttons={
        <>
          <Button
            look="primary"
            disabled={nothing || !session.canChange.value}
            onClick={(event) => void session.change(event, () => wizard.run())}
          >
            {m.import_run(counts(dry.rows - dry.left))}
          </Button>
          <Button look="quiet" onClick={() => wizard.back('rules')}>
            {m.import_back()}
          </Button>
          <Button look="quiet" onClick={() => void wizard.another()}>
            {m.import_cancel()}
          </Button>
        </>
      }
    >
      {nothing && <p role="status">{m.import_nothing_new()}</p>}
      <CountTable counts={dry.counts} future />
      {dry.joined > 0 && <p>{m.import_joined(counts(dry.joined))}</p>}
      {dry.left > 0 && <p>{m.import_left(counts(dry.left))}</p>}
      {offline && (
        <p class={css.note} role="status">
          {m.import_offline()}
        </p>
      )}
      <Problems problems={dry.problems} total={dry.problemCount} />
      <Conflicts
        conflicts={dry.conflicts}
        total={dry.conflictCount}
        ownFields={wizard.source.world.value?.ownFields ?? []}
      />
    </Part>
  );
}
