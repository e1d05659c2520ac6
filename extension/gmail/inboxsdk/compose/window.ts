import type { ComposeView } from '@inboxsdk/core';
import { limits } from '../../../../shared/domain/limits.ts';
import {
  type FilledTemplate,
  noWish,
  type TemplateLine,
  type Warning,
  type Wish,
  type Writing,
  type WritingAnswer,
} from '../../../messages/compose.ts';
import type { MailPage } from '../../core.ts';
import { cut } from '../../cut.ts';
import type { Probes } from '../../health.ts';
import type { ComposeDesk, MailPerson } from '../../surface.ts';
import { hasFile } from './attachments.ts';
import { type Bar, makeBar } from './bar.ts';
import { checksOf } from './checks.ts';
import { askPatiently } from './desk.ts';
import { makeGate } from './gate.ts';
import { draftIdOf, recipientsIn, textIn } from './read-compose.ts';
import { makeSnippets } from './snippets.ts';

/** After the last change: somebody who types is not disturbed, and is done by the time of sending. */
const restMs = 300;
const addressesMs = 80;
const longBody = 100_000;

let windows = 0;

const person = ({ name, email }: MailPerson): MailPerson => ({
  name: name && cut(name, limits.name),
  email: cut(email, limits.name),
});

/** What Sidebook does in one compose window. Its life is the window's. */
export function openWindow(
  view: ComposeView,
  desk: ComposeDesk,
  {
    page,
    probes,
    account,
    signal,
  }: { page: MailPage; probes: Probes; account: () => string; signal: AbortSignal },
) {
  const key = probes.attempt('compose-draft', () => draftIdOf(view)) ?? `window-${++windows}`;
  const gate = makeGate();
  let bar: Bar | null = null;
  let answer: WritingAnswer | null = null;
  let wish: Wish = noWish;
  let warnings: readonly Warning[] | null = null;
  let lines: readonly TemplateLine[] | null = null;
  let written: { text: string; warnings: Warning[] } | null = null;
  let lastOwn: readonly Warning[] = [];
  let filled = new Map<string, Promise<FilledTemplate | null>>();
  const timers = { writing: 0, checks: 0 };

  const tried = (name: string, run: () => void): void => {
    probes.attempt(name, () => {
      run();
      return true;
    });
  };
  const people = () =>
    probes.attempt('compose-people', () => recipientsIn(view)) ?? { to: [], cc: [], bcc: [] };
  const writing = (): Writing => {
    const { to, cc, bcc } = people();
    const threadId = probes.attempt('compose-thread', () => view.getThreadID() || null);
    const most = (all: MailPerson[]) => all.slice(0, limits.participants).map(person);
    return {
      key,
      threadId: threadId && /^[\w:|#.-]{1,200}$/.test(threadId) ? threadId : null,
      to: most(to),
      cc: most(cc),
      bcc: most(bcc),
    };
  };
  const show = (): void => bar?.show({ answer, wish, always: desk.logOnSend(), warnings });

  /** 1. Of the window itself. Done while nobody types, so that sending only looks it up. */
  const check = (): { text: string; warnings: Warning[] } => {
    clearTimeout(timers.checks);
    const text = textIn(view, page);
    const { to, cc, bcc } = people();
    const found = checksOf({
      text,
      subject: view.getSubject(),
      recipients: to.length + cc.length + bcc.length,
      hasFile: hasFile(view.getElement()),
      isReply: view.isReply() || view.isForward(),
      now: page.now(),
    });
    lastOwn = found;
    written = { text, warnings: found };
    return written;
  };
  /** 2. Of its recipients, by the background. */
  const askWriting = async (): Promise<void> => {
    const asked = writing();
    const reply = await askPatiently(desk.ask, { of: 'writing', writing: asked });
    if (signal.aborted || view.destroyed) return;
    if (reply.writing) {
      // What was set before is taken up once; from then on the window knows better.
      if (answer === null && reply.writing.wish && wish === noWish) wish = reply.writing.wish;
      answer = reply.writing;
      probes.note('compose-answer', true);
    } else probes.note('compose-answer', false);
    show();
  };
  const changed = (): void => {
    written = null;
    clearTimeout(timers.checks);
    timers.checks = window.setTimeout(() => {
      probes.attempt('compose-check', check);
      // What was put right is not complained of any more.
      if (warnings && allWarnings().length === 0) goBack();
    }, restMs);
  };
  const peopleChanged = (): void => {
    filled = new Map();
    clearTimeout(timers.writing);
    timers.writing = window.setTimeout(() => void askWriting(), addressesMs);
    changed();
  };
  /** At sending it is looked up; read again only if something changed a moment ago, and never a body that takes long. */
  const ownWarnings = (): readonly Warning[] => {
    if (!written && (view.getBodyElement().textContent?.length ?? 0) < longBody)
      probes.attempt('compose-check', check);
    return written?.warnings ?? lastOwn;
  };
  const allWarnings = (): Warning[] => [...(answer?.warnings ?? []), ...ownWarnings()];
  const goBack = (): void => {
    gate.close();
    warnings = null;
    show();
  };

  const set = (change: Partial<Wish>): void => {
    wish = { ...wish, ...change };
    void askPatiently(desk.ask, { of: 'wish', key, wish });
    if ('deal' in change) filled = new Map();
    show();
  };

  probes.attempt('compose-bar', () => {
    const status = view.addStatusBar({ height: 34, addAboveNativeStatusBar: true });
    bar = makeBar(
      status.el,
      {
        set,
        remember: (on) => {
          desk.remember(on);
          set({ log: null });
        },
        templates: (at) => snippets?.ask(at),
        sendAnyway: () => tried('compose-send', () => view.send()),
        goBack: () => {
          goBack();
          tried('compose-focus', () => view.getBodyElement().focus());
        },
        readDay: async (text) => (await askPatiently(desk.ask, { of: 'due', text })).due ?? null,
      },
      (height) => tried('compose-height', () => status.setHeight(height)),
      signal,
    );
    signal.addEventListener('abort', () => tried('compose-bar-end', () => status.destroy()), { once: true });
    return bar;
  });
  const snippets = probes.attempt('compose-snippets', () =>
    makeSnippets(
      view.getBodyElement(),
      {
        lines: () => lines,
        load: async () => {
          lines = (await askPatiently(desk.ask, { of: 'templates' })).templates ?? lines;
        },
        recipients: () => {
          const { to, cc } = people();
          return [...to, ...cc].map(person);
        },
        fill: (line, to) => {
          const of = `${line.id} ${to?.email ?? ''}`;
          const known =
            filled.get(of) ??
            askPatiently(desk.ask, { of: 'fill', id: line.id, to, deal: wish.deal }).then(
              (reply) => reply.filled ?? null,
            );
          filled.set(of, known);
          return known;
        },
        subject: (text) => {
          if (view.getSubject().trim() === '') view.setSubject(text);
        },
      },
      signal,
    ),
  );

  view.on('recipientsChanged', peopleChanged);
  view.on('subjectChanged', changed);
  view.on('bodyChanged', changed);
  // Of several windows the one that somebody looks at is the one whose people the sidebar shows.
  tried('compose-focus-in', () =>
    view.getElement().addEventListener('focusin', () => void refocus(), { signal }),
  );
  let asked = 0;
  const refocus = async (): Promise<void> => {
    if (page.now() - asked < 1_000) return;
    asked = page.now();
    await askWriting();
  };
  show();
  void askWriting();
  changed();

  return {
    key,
    writing,
    wish: (): Wish => wish,
    /** The text as it was last looked at; read anew only where it changed since. */
    text: (): string => (written ?? check()).text,
    /** True where the mail may leave. Never twice in a row false. */
    press(): boolean {
      if (signal.aborted) return true;
      const pressed = gate.press(allWarnings());
      if (pressed === true) return true;
      warnings = pressed;
      show();
      // Where nothing can be shown nothing is stopped.
      return bar === null;
    },
    refresh: show,
    account,
  };
}

export type OpenWindow = ReturnType<typeof openWindow>;
