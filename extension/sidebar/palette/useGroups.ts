import { useMemo } from 'preact/hooks';
import { useLog } from '../log/useLog.ts';
import { useRules } from '../rules/useRules.ts';
import { useSession } from '../shell/session.ts';
import { useTaskActs } from '../task/useTaskActs.ts';
import { withOff } from './allowed.ts';
import type { At, CommandFile, Host, Step } from './command.ts';
import { commandFiles as all } from './commands/all.ts';
import { createContact } from './commands/new-contact.ts';
import { type Group, groupsOf } from './groups.ts';
import { takenBy } from './rank.ts';
import type { Subject } from './subject.ts';
import { useAbout } from './useAbout.ts';
import { useDue } from './useDue.ts';
import { type FoundFor, useFound } from './useFound.ts';

type Offered = {
  groups: Group[];
  found: FoundFor | null;
  /** What is found belongs to what is typed. */
  fresh: boolean;
  /** Where a command leads on to, by its id; null while nothing is known of the screen yet. */
  leading: ((id: string) => Step | null) | null;
};

/** What is offered for what is typed at this place, or in the step that a command led to. */
export function useGroups({
  host,
  subject,
  query,
  step,
}: {
  host: Host;
  subject: Subject | null;
  query: string;
  step: Step | null;
}): Offered {
  const session = useSession();
  const about = useAbout(subject);
  const log = useLog();
  const tasks = useTaskActs();
  const rules = useRules();
  const found = useFound(step ? '' : query);
  const words = all
    .map(({ takes }) => (takes ? takenBy(query, takes()) : null))
    .find((rest) => rest !== null);
  const due = useDue(words ?? query);
  const state = session.state.value;
  const fresh = step !== null || found?.for === query;
  const here = (said: string): At | null =>
    state && { ...{ session, state, host, about, due, log, tasks, rules }, said };

  const groups = useMemo(() => {
    const at = here(words ?? query);
    if (!at) return [];
    if (step) return 'commands' in step ? groupsOf(query, withOff(session, step.commands), null, [], []) : [];
    const of = (files: readonly CommandFile[], takesWords: boolean) =>
      withOff(
        session,
        files
          .flatMap((file) => file.commands(at))
          .filter((each) => (each.takesWords === true) === takesWords),
      );
    const asked = all.filter(({ takes }) => takes && takenBy(query, takes()) !== null);
    const nobody = fresh && (found?.rows.length ?? 0) === 0;
    const fallbacks =
      asked.length > 0
        ? []
        : [...of(all, true), ...withOff(session, [createContact(session, query, nobody)])];
    return groupsOf(query, of(all, false), found, of(asked, true), fallbacks);
  }, [state, session.guard.armed.value, host, about, due.text, query, words, step, found, fresh]);

  const leading = useMemo(() => {
    const at = here('');
    if (!at) return null;
    return (id: string) =>
      all
        .flatMap(({ commands }) => commands(at))
        .find((each) => each.id === id)
        ?.leads?.() ?? null;
  }, [state, about]);

  return { groups, found, fresh, leading };
}
