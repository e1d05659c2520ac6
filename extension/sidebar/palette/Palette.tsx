import { ArrowLeft, Search } from 'lucide-preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { IconButton } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import { useSession } from '../shell/session.ts';
import type { Command, Host, Step } from './command.ts';
import type { Row } from './groups.ts';
import css from './Palette.module.css';
import { PaletteList } from './PaletteList.tsx';
import type { Subject } from './subject.ts';
import { TemplateStep } from './TemplateStep.tsx';
import { useDraft } from './useDraft.ts';
import { useGroups } from './useGroups.ts';
import { useModal } from './useModal.ts';

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
  const step = steps.at(-1) ?? null;
  const query = text.trim();
  const { groups, found, fresh, leading } = useGroups({ host, subject, query, step });
  const begun = useRef(begin === null);
  useEffect(() => {
    if (begun.current || !leading) return;
    begun.current = true;
    const asked = leading(begin ?? '');
    if (asked) setSteps([asked]);
  }, [leading]);
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
    const contactId = subject?.noun === 'contact' ? subject.id : null;
    const inMailbox = /^(thread|mailbox)$/.test(session.state.peek()?.screen.kind ?? '');
    const view = (close: () => void) => (
      <TemplateStep id={template.id} {...{ contactId, inMailbox, close }} />
    );
    setSteps([...steps, { title: template.name, view }]);
    setText('');
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
            <PaletteList
              id={id}
              groups={groups}
              chosen={chosen}
              onAt={(index) => index !== at && setAt(index)}
              onPick={pick}
            />
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
