import { ArrowLeft, Ban, Briefcase, Building2, FileText, Search, UserRound } from 'lucide-preact';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { IconButton } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { isComposing } from '../../ui/isComposing.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { useLog } from '../log/useLog.ts';
import { useRules } from '../rules/useRules.ts';
import { useSession } from '../shell/session.ts';
import { useTaskActs } from '../task/useTaskActs.ts';
import { withOff } from './allowed.ts';
import type { At, Command, CommandFile, Host, Step } from './command.ts';
import { commandFiles as all } from './commands/all.ts';
import { createContact } from './commands/new-contact.ts';
import { groupsOf, type Row } from './groups.ts';
import css from './Palette.module.css';
import { takenBy } from './rank.ts';
import type { Subject } from './subject.ts';
import { useAbout } from './useAbout.ts';
import { useDraft } from './useDraft.ts';
import { useDue } from './useDue.ts';
import { useFound } from './useFound.ts';
import { useModal } from './useModal.ts';

const icons = { contact: UserRound, company: Building2, deal: Briefcase } as const;

/** Everything there is and everything that can be done, by a few letters. The field keeps the focus, the list follows it. */
export function Palette({
  host,
  subject,
  begin,
  onClose,
}: {
  host: Host;
  subject: Subject | null;
  /** Of a command that leads on to something: where it is gone to at once. */
  begin: string | null;
  onClose: () => void;
}) {
  const session = useSession();
  const id = useId();
  const { text, setText, keep } = useDraft();
  const [steps, setSteps] = useState<Step[]>([]);
  const [at, setAt] = useState(0);
  const [said, say] = useState('');
  const pending = useRef<Event | null>(null);
  const { dialog, leave, onKeyDown: onTab } = useModal(onClose);
  const about = useAbout(subject);
  const log = useLog();
  const tasks = useTaskActs();
  const rules = useRules();
  const step = steps.at(-1) ?? null;
  const query = text.trim();
  const found = useFound(step ? '' : query);
  const words = all
    .map(({ takes }) => (takes ? takenBy(query, takes()) : null))
    .find((rest) => rest !== null);
  const due = useDue(words ?? query);
  const state = session.state.value;
  const fresh = step !== null || found?.for === query;

  const groups = useMemo(() => {
    if (!state) return [];
    const here: At = { ...{ session, state, host, about, due, log, tasks, rules }, said: words ?? query };
    if (step) return 'commands' in step ? groupsOf(query, withOff(session, step.commands), null, [], []) : [];
    const of = (files: readonly CommandFile[], takesWords: boolean) =>
      withOff(
        session,
        files
          .flatMap((file) => file.commands(here))
          .filter((each) => (each.takesWords === true) === takesWords),
      );
    const asked = all.filter(({ takes }) => takes && takenBy(query, takes()) !== null);
    const nobody = fresh && (found?.rows.length ?? 0) === 0;
    const fallbacks =
      asked.length > 0
        ? []
        : [...of(all, true), ...withOff(session, [createContact(session, query, nobody)])];
    return groupsOf(query, of(all, false), found, of(asked, true), fallbacks);
  }, [state, session.guard.armed.value, host, about, due.text, query, words, step, found, fresh, steps]);
  const begun = useRef(begin === null);
  useEffect(() => {
    if (begun.current || !state) return;
    begun.current = true;
    const here: At = { ...{ session, state, host, about, due, log, tasks, rules }, said: '' };
    const asked = all.flatMap(({ commands }) => commands(here)).find(({ id }) => id === begin);
    if (asked?.leads) setSteps([asked.leads()]);
  }, [state, about]);
  const rows = groups.flatMap((group) => group.rows);
  const chosen = Math.min(at, rows.length - 1);

  useEffect(() => {
    setAt(0);
    say('');
  }, [query, step]);
  // The row that is chosen can be seen.
  useLayoutEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, id]);

  const back = () => {
    setSteps(steps.slice(0, -1));
    if (steps.length === 1) setText('');
  };
  const close = (done: boolean) => {
    keep(done || steps.length > 0 ? '' : text);
    leave();
  };
  const remember = (what: string) =>
    // That it was used is no reason to keep anybody waiting, or to say that it could not be kept.
    session.client.call('paletteUsed', { what }).catch(() => undefined);
  const runCommand = (command: Command, event: Event) => {
    if (command.off) return say(command.off);
    if (!step) remember(`command ${command.id}`);
    if (command.leads) {
      const next = command.leads();
      setSteps([...steps, next]);
      setText('');
      return;
    }
    close(!command.keepsWords);
    command.run(event);
  };
  const pick = (row: Row | undefined, event: Event) => {
    if (!row) return;
    if (row.kind === 'command') return runCommand(row.command, event);
    if (row.kind === 'record') {
      const { noun, id: recordId } = row.record;
      remember(`${noun} ${recordId}`);
      close(true);
      session.open({ noun, id: recordId });
      return;
    }
    const { template } = row;
    remember(`template ${template.id}`);
    close(true);
    session.go('/templates');
  };
  // Enter came before the answer to what was typed: it is for the answer's first row.
  useEffect(() => {
    const event = pending.current;
    if (!event || !fresh) return;
    pending.current = null;
    pick(rows[0], event);
  }, [fresh, rows]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (isComposing(event)) return;
    const move = (to: number) => {
      event.preventDefault();
      if (rows.length > 0) setAt((to + rows.length) % rows.length);
    };
    if (event.key === 'ArrowDown') move(chosen + 1);
    else if (event.key === 'ArrowUp') move(chosen - 1);
    else if (event.key === 'PageDown') move(Math.min(chosen + 8, rows.length - 1));
    else if (event.key === 'PageUp') move(Math.max(chosen - 8, 0));
    else if (event.key === 'Escape' || (event.key === 'Backspace' && text === '' && step)) {
      event.preventDefault();
      if (step) back();
      else close(false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!fresh && chosen <= 0) pending.current = event;
      else pick(rows[chosen], event);
    } else onTab(event);
  };

  const title = step?.title ?? m.palette_title();
  return (
    <>
      {window.top !== window && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape does the same
        // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
        <div class={css.scrim} onClick={() => close(false)} />
      )}
      <dialog
        ref={dialog}
        class={css.palette}
        aria-modal="true"
        aria-label={title}
        data-palette={step ? 'step' : 'list'}
        data-for={found?.for}
        onCancel={(event) => {
          event.preventDefault();
          close(false);
        }}
        onClick={(event) => event.target === dialog.current && close(false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape' && !isComposing(event)) {
            event.preventDefault();
            if (step) back();
            else close(false);
          } else onTab(event);
        }}
      >
        <div class={css.head}>
          {step ? (
            <IconButton label={m.words_back()} onClick={back}>
              <ArrowLeft size={16} aria-hidden="true" />
            </IconButton>
          ) : (
            <Search size={16} aria-hidden="true" />
          )}
          {step && 'view' in step ? (
            <h2 class={css.title}>{step.title}</h2>
          ) : (
            <input
              // A step begins with a field of its own.
              key={steps.length}
              ref={(element) => element?.focus()}
              class={css.input}
              type="text"
              role="combobox"
              aria-expanded={rows.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={rows.length > 0 ? `${id}-${chosen}` : undefined}
              aria-label={title}
              placeholder={step ? step.title : m.palette_placeholder()}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              maxLength={500}
              value={text}
              onInput={(event) => {
                pending.current = null;
                setText(event.currentTarget.value);
              }}
              onKeyDown={onKeyDown}
            />
          )}
        </div>
        {step && 'view' in step ? (
          <div class={css.step}>{step.view(() => close(true))}</div>
        ) : (
          <>
            <div
              role="listbox"
              id={`${id}-list`}
              class={css.list}
              aria-label={m.palette_title()}
              hidden={rows.length === 0}
            >
              {groups.map((group) => (
                // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, no fieldsets
                <div role="group" key={group.id} aria-labelledby={`${id}-${group.id}`}>
                  <div class={css.group} id={`${id}-${group.id}`}>
                    <Text cut>{group.title}</Text>
                  </div>
                  {group.rows.map((row) => {
                    const index = rows.indexOf(row);
                    return (
                      <OneRow
                        key={keyOf(row)}
                        id={`${id}-${index}`}
                        row={row}
                        chosen={index === chosen}
                        onAt={() => index !== at && setAt(index)}
                        onPick={(event) => pick(row, event)}
                      />
                    );
                  })}
                </div>
              ))}
            </div>
            {rows.length === 0 && <p class={css.empty}>{m.palette_nothing()}</p>}
            <p class={css.foot} role="status">
              {said || (query && fresh ? m.sidebar_found_count({ count: rows.length }) : m.palette_how())}
            </p>
          </>
        )}
      </dialog>
    </>
  );
}

const keyOf = (row: Row): string =>
  row.kind === 'command' ? row.command.id : row.kind === 'record' ? row.record.id : row.template.id;

function OneRow({
  id,
  row,
  chosen,
  onAt,
  onPick,
}: {
  id: string;
  row: Row;
  chosen: boolean;
  onAt: () => void;
  onPick: (event: Event) => void;
}) {
  const { Icon, title, detail, keys, off, on } = partsOf(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={off !== null}
      class={classes(css.row, chosen && css.chosen, off !== null && css.off)}
      // Leaving the field would lose the caret.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onPointerMove={onAt}
    >
      <Icon size={16} aria-hidden="true" />
      <span class={css.words}>
        <Text class={css.name}>{title}</Text>
        {(off ?? detail) && (
          <Text cut class={css.detail}>
            {off ?? detail ?? ''}
          </Text>
        )}
      </span>
      {on && (
        <span class={css.on}>
          <span aria-hidden="true">✓</span>
          <span class={unseen.unseen}>{m.palette_on()}</span>
        </span>
      )}
      {keys && <kbd class={css.key}>{keys}</kbd>}
    </div>
  );
}

function partsOf(row: Row) {
  if (row.kind === 'command') {
    const { icon: Icon, label: title, detail = null, keys, off = null, on = false } = row.command;
    return { Icon, title, detail, keys, off, on };
  }
  const plain = { keys: undefined, off: null, on: false };
  if (row.kind === 'template') {
    const { name, subject } = row.template;
    return { Icon: FileText, title: name, detail: subject, ...plain };
  }
  const { noun, title, detail, blocked } = row.record;
  const said = blocked ? [m.record_role_blocked(), detail].filter(Boolean).join(' · ') : detail;
  return { Icon: blocked ? Ban : icons[noun], title, detail: said, ...plain };
}
