import { CornerDownLeft } from 'lucide-preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { mentionsIn, offered } from '../../../shared/domain/member/mention.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { About } from '../../messages/calls.ts';
import { IconButton } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/isComposing.ts';
import { Audience, audienceText } from '../audience/Audience.tsx';
import { Offered } from '../mention/Offered.tsx';
import { useOffer } from '../mention/useOffer.ts';
import { useTeam } from '../mention/useTeam.ts';
import { useSession } from '../shell/session.ts';
import css from './NoteBox.module.css';

export type NotePlace = {
  /** One draft a place. */
  place: string;
  about: About;
  page: { url: string; title: string } | null;
  /** Whoever it is about is private, so a note is too unless a click says otherwise. */
  secret?: boolean;
  /** Who or what the note is about, in words. */
  label: string;
};

/** What was typed while the worker died over it, by workspace and place: the box may be drawn anew before it is back. */
const unkept = new Map<string, string>();

/** Always at hand: typing, Enter. Never the Enter of an input method. */
export function NoteBox({ place, about, page, label, secret = false }: NotePlace) {
  const session = useSession();
  const workspace = session.state.value?.place ?? null;
  const mailbox = session.state.value?.mailbox;
  const [said, say] = useState<boolean | null>(null);
  const hidden = said ?? (secret || (mailbox?.private ?? false));
  const own = `${workspace} ${place}`;
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(false);
  /** Letters on their way to the background. */
  const keeping = useRef(0);
  const listId = useId();
  const offer = useOffer(text, box);
  const { me, members } = useTeam(/[@＠]/u.test(text));
  const names = offer.query === null ? [] : offered(members, offer.query, me);
  const mentioned = members.filter(({ id }) => id !== me && mentionsIn(text, members).includes(id));
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
    offer.follow();
  });
  const mention = (index: number) => {
    const { text: next, caret: at } = offer.replaced(`@${names[index]?.name ?? ''} `);
    caret.current = at;
    write(next);
  };

  useEffect(() => {
    let current = true;
    typed.current = false;
    setText('');
    say(null);
    const show = (draft: string | null) => {
      if (!current || typed.current) return;
      const mine = unkept.get(own);
      if (mine === undefined) setText(draft ?? '');
      else write(mine);
    };
    session.client.call('draft', { place }).then(
      (draft) => show(draft.text),
      // A draft that cannot be read costs its text only; the box must open.
      () => show(null),
    );
    return () => {
      current = false;
    };
  }, [own, session]);

  // One draft a place, whichever tab it was typed in: who comes back here goes on with what was typed elsewhere meanwhile.
  useEffect(() => {
    const back = (): void => {
      const mine = box.current?.value ?? '';
      if (document.hidden || saving || keeping.current > 0 || unkept.has(own)) return;
      session.client.call('draft', { place }).then(
        (draft) => {
          if (box.current?.value === mine && keeping.current === 0) setText(draft.text ?? '');
        },
        // What stands in the box stays; nothing is lost.
        () => {},
      );
    };
    const end = new AbortController();
    document.addEventListener('visibilitychange', back, { signal: end.signal });
    window.addEventListener('focus', back, { signal: end.signal });
    return () => end.abort();
  }, [own, session, saving]);

  // A selection sent here from a page's menu arrives as a draft; what is being typed stays before it.
  const asked = session.noteAsked.value;
  useEffect(() => {
    if (asked === 0) return;
    session.client.call('draft', { place }).then(
      ({ text: sent }) => {
        const mine = box.current?.value ?? '';
        // The draft holds what was typed and, behind it, the selection.
        if (sent && sent !== mine) write(!mine || sent.startsWith(mine) ? sent : `${mine}\n${sent}`);
      },
      // What was typed stands in the box; only the selection is missing.
      () => {},
    );
  }, [asked]);

  // The text is what the height follows.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${Math.min(element.scrollHeight + 2, 160)}px`;
  }, [text]);

  const write = (next: string) => {
    typed.current = true;
    setText(next);
    keeping.current += 1;
    session.client
      .call('setDraft', { place, text: next || null })
      .then(
        () => unkept.delete(own),
        () => unkept.set(own, next),
      )
      .finally(() => {
        keeping.current -= 1;
      });
  };
  const save = async (event: Event) => {
    const body = text.trim();
    if (!body || saving) return;
    setSaving(true);
    const outcome = await session.change(event, async () => {
      // Whoever types faster than the team is known mentions all the same.
      const team = /[@＠]/u.test(body) ? await session.client.call('team', {}) : null;
      const mentions = mentionsIn(body, team?.members ?? []).filter((id) => id !== team?.me);
      return session.client.call('note', { text: body, about, page, private: hidden, mentions, place });
    });
    setSaving(false);
    if (!outcome.ok) return;
    write('');
    say(null);
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_note_saved(),
      action: {
        label: m.words_undo(),
        run: async (click) => {
          const undone = await session.act(click, 'interaction.undo', { id: outcome.value.interactionId });
          if (undone.ok) write(body);
        },
      },
    });
  };
  return (
    <section aria-label={m.words_note()} class={css.place}>
      {text.trim() !== '' && (
        <div class={css.who}>
          <Audience of="note" hidden={hidden} onToggle={say} />
          {mentioned.length > 0 && (
            <p class={css.mentions} role="status">
              {(hidden ? m.task_mention_lets_in : m.task_mention_tells)({
                who: new Intl.ListFormat(session.locale.value).format(mentioned.map(({ name }) => name)),
              })}
            </p>
          )}
        </div>
      )}
      <div class={css.note}>
        <Offered id={listId} members={names} at={offer.at} onAt={offer.setAt} onPick={mention} />
        <textarea
          ref={box}
          class={css.box}
          data-focus="note"
          dir="auto"
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={names.length > 0 ? listId : undefined}
          aria-activedescendant={names.length > 0 ? `${listId}-${offer.at}` : undefined}
          placeholder={label}
          maxLength={limits.note}
          value={text}
          onInput={(event) => {
            write(event.currentTarget.value);
            offer.follow();
          }}
          onSelect={offer.follow}
          onBlur={offer.close}
          onKeyDown={(event) => {
            if (isComposing(event) || offer.onKey(event, names.length, mention)) return;
            if (event.key === 'Escape') box.current?.blur();
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void save(event);
          }}
        />
        <IconButton
          label={hidden ? `${m.sidebar_save_note()}. ${audienceText('note', true)}` : m.sidebar_save_note()}
          class={css.send}
          disabled={!text.trim() || saving}
          onClick={(event) => void save(event)}
        >
          <CornerDownLeft size={16} aria-hidden="true" />
        </IconButton>
      </div>
    </section>
  );
}
