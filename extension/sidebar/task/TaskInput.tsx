import { Briefcase, Building2, UserRound, UserRoundCheck, X } from 'lucide-preact';
import type { Ref } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { offered } from '../../../shared/domain/member/mention.ts';
import type { Member } from '../../../shared/domain/rows.ts';
import type { ReadDue } from '../../../shared/domain/task/said/read-due.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Found } from '../../messages/state.ts';
import form from '../../ui/form.module.css';
import { isComposing } from '../../ui/isComposing.ts';
import { useOffer } from '../mention/useOffer.ts';
import { useTeam } from '../mention/useTeam.ts';
import { type Option, Options, optionOf } from '../search/Options.tsx';
import { useSearch } from '../search/useSearch.ts';
import { useSession } from '../shell/session.ts';
import { dueText } from './dueText.ts';
import { repeatText } from './repeatText.ts';
import css from './TaskInput.module.css';
import { asTyped, useReading } from './useReading.ts';

/** What was typed, understood, and whom `@` gave it to or linked it with. */
export type TypedTask = ReadDue & { owner: Member | null; link: Found | null };

const icons = { contact: UserRound, company: Building2, deal: Briefcase } as const;

/**
 * One line: "call Ada next tue 3pm @Mia". What is understood stands below before Enter; Escape keeps the words as they
 * are. The Enter of an input method neither chooses nor saves.
 */
export function TaskInput({
  label,
  placeholder,
  autofocus,
  inputRef,
  onSave,
  onLeave,
}: {
  label: string;
  placeholder: string;
  autofocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Resolves to whether it was saved; the field is then empty again. */
  onSave: (typed: TypedTask, event: Event) => Promise<boolean>;
  onLeave?: () => void;
}) {
  const session = useSession();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [kept, keep] = useState(false);
  const [owner, setOwner] = useState<Member | null>(null);
  const [link, setLink] = useState<Found | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const reading = useReading(typed);
  const offer = useOffer(typed, input);
  const team = useTeam(offer.query !== null);
  const found = useSearch(offer.query ?? '');
  useLayoutEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus]);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
    offer.follow();
  });

  const members = offer.query === null ? [] : offered(team.members, offer.query, null);
  const rows = offer.query && found?.for === offer.query ? found.list.slice(0, 6) : [];
  const options: Option[] = [
    ...members.map(({ id: member, name }) => ({
      id: `member ${member}`,
      icon: <UserRoundCheck size={14} aria-hidden="true" />,
      title: name,
      detail: m.task_assign(),
    })),
    ...rows.map(optionOf),
  ];
  const pick = (index: number) => {
    const member = members[index];
    if (member) setOwner(member);
    else setLink(rows[index - members.length] ?? null);
    const { text, caret: at } = offer.replaced('');
    caret.current = at;
    setTyped(text);
  };
  const read = kept ? asTyped(typed) : reading.read;
  const isOpen = offer.query !== null && options.length > 0;
  const empty = () => {
    setTyped('');
    keep(false);
    setOwner(null);
    setLink(null);
  };
  const save = async (event: Event) => {
    if (!typed.trim()) return onLeave?.();
    const whole = kept ? read : await reading.whole();
    if (await onSave({ ...whole, owner, link }, event)) empty();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || offer.onKey(event, options.length, pick)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void save(event);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (!kept && reading.read.dueDay !== null) keep(true);
      else onLeave?.();
    }
  };
  const reader = { locale: session.locale.value, zone: session.zone, today: session.today.value };
  return (
    <div class={css.place}>
      <input
        ref={(element) => {
          input.current = element;
          if (typeof inputRef === 'function') inputRef(element);
          else if (inputRef) inputRef.current = element;
        }}
        class={form.input}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${id}-${offer.at}` : undefined}
        aria-describedby={`${id}-read`}
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        autocomplete="off"
        maxLength={limits.title}
        value={typed}
        onInput={(event) => {
          if (event.currentTarget.value === '') keep(false);
          setTyped(event.currentTarget.value);
          offer.follow();
        }}
        onSelect={offer.follow}
        onKeyDown={onKeyDown}
        onBlur={() => {
          offer.close();
          if (!typed.trim() && !owner && !link) onLeave?.();
        }}
      />
      <Options
        id={id}
        label={m.task_mention_or_link()}
        class={css.options}
        options={options}
        at={offer.at}
        hidden={!isOpen}
        onAt={offer.setAt}
        onPick={pick}
      />
      {(owner || link) && (
        <ul class={css.chips}>
          {owner && (
            <Taken
              name={m.task_for({ who: owner.name })}
              icon={UserRoundCheck}
              onRemove={() => setOwner(null)}
            />
          )}
          {link && <Taken name={link.title} icon={icons[link.noun]} onRemove={() => setLink(null)} />}
        </ul>
      )}
      <p class={css.read} id={`${id}-read`} role="status">
        {read.dueDay !== null ? (
          <>
            <strong>{m.task_read({ when: dueText(read, reader) })}</strong>
            {read.repeat !== null && ` · ${repeatText(read.repeat, reader.locale)}`}
            {` · ${m.task_read_keep()}`}
          </>
        ) : kept ? (
          m.task_kept()
        ) : (
          m.sidebar_due_none()
        )}
      </p>
    </div>
  );
}

function Taken({
  name,
  icon: Icon,
  onRemove,
}: {
  name: string;
  icon: typeof UserRound;
  onRemove: () => void;
}) {
  return (
    <li class={css.chip}>
      <Icon size={12} aria-hidden="true" />
      <bdi>{name}</bdi>
      <button type="button" class={css.take} aria-label={m.task_unlink({ name })} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}
