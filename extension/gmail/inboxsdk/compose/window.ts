import type { ComposeView } from '@inboxsdk/core';
import {
  type ComposeAsk,
  noWish,
  type Warning,
  type Wish,
  type Writing,
  type WritingAnswer,
} from '../../../messages/compose.ts';
import type { TextToWrite } from '../../../messages/tab.ts';
import type { MailPage } from '../../core.ts';
import type { Probes } from '../../health.ts';
import type { ComposeDesk } from '../../surface.ts';
import { type Bar, makeBar } from './bar.ts';
import { askPatiently } from './desk.ts';
import { makeGate } from './gate.ts';
import { makeOwnChecks } from './own-checks.ts';
import { makeSnippets } from './snippets.ts';
import { makeTemplates } from './template-source.ts';
import { keyOf, writingIn } from './writing-in.ts';

/** Several addresses come at once. */
const addressesMs = 80;
/** Whoever walks between a window's fields asks nothing anew. */
const focusMs = 1_000;

/** What Sidebook does in one compose window. Its life is the window's. */
export function openWindow(
  view: ComposeView,
  desk: ComposeDesk,
  { page, probes, signal }: { page: MailPage; probes: Probes; signal: AbortSignal },
) {
  const key = keyOf(view, probes);
  const gate = makeGate();
  let bar: Bar | null = null;
  let place: HTMLElement | null = null;
  let answer: WritingAnswer | null = null;
  let wish: Wish = noWish;
  let warnings: readonly Warning[] | null = null;

  const ask = (what: ComposeAsk) => askPatiently(desk.ask, what);
  const tried = (name: string, run: () => void): void => {
    probes.attempt(name, () => {
      run();
      return true;
    });
  };
  const writing = (): Writing => writingIn(view, key, probes);
  const templates = makeTemplates(ask, () => wish.deal);
  let later = false;
  const show = (): void => bar?.show({ answer, wish, always: desk.logOnSend(), warnings, later });

  const own = makeOwnChecks(
    view,
    page,
    probes,
    () => {
      // What was put right is not complained of any more.
      if (warnings && allWarnings().length === 0) goBack();
    },
    signal,
  );
  const allWarnings = (): Warning[] => [...(answer?.warnings ?? []), ...own.warnings()];
  const goBack = (): void => {
    gate.close();
    warnings = null;
    show();
  };

  let asked = { number: 0, at: 0 };
  const askWriting = async (): Promise<void> => {
    const number = asked.number + 1;
    asked = { number, at: page.now() };
    const reply = await ask({ of: 'writing', writing: writing() });
    // A slow answer about fewer people comes too late.
    if (signal.aborted || view.destroyed || number !== asked.number) return;
    probes.note('compose-answer', reply.writing !== undefined);
    // What was set before is taken up once; from then on the window knows better.
    if (answer === null && wish === noWish) wish = reply.writing?.wish ?? noWish;
    answer = reply.writing ?? answer;
    show();
  };
  let timer = 0;
  const peopleChanged = (): void => {
    templates.forget();
    clearTimeout(timer);
    timer = window.setTimeout(() => void askWriting(), addressesMs);
    own.changed();
  };

  const set = (change: Partial<Wish>): void => {
    wish = { ...wish, ...change };
    void ask({ of: 'wish', key, wish });
    if ('deal' in change) templates.forget();
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
        readDay: async (text) => (await ask({ of: 'due', text })).due ?? null,
      },
      (height) => tried('compose-height', () => status.setHeight(height)),
      signal,
    );
    signal.addEventListener('abort', () => tried('compose-bar-end', () => status.destroy()), { once: true });
    place = status.el;
    // Where InboxSDK finds no room it says so in its log, and hands out an element that stands nowhere.
    return place.isConnected ? bar : null;
  });
  const snippets = probes.attempt('compose-snippets', () =>
    makeSnippets(
      view.getBodyElement(),
      {
        ...templates,
        recipients: () => {
          const { to, cc } = writing();
          // A contact is called as we know them, whatever their header says.
          const known = new Map(answer?.named.map(({ email, name }) => [email, name]));
          return [...to, ...cc].map(({ email, name }) => ({ email, name: known.get(email) ?? name }));
        },
        subject: (text) => {
          if (view.getSubject().trim() === '') view.setSubject(text);
        },
      },
      signal,
    ),
  );

  view.on('recipientsChanged', peopleChanged);
  view.on('subjectChanged', own.changed);
  view.on('bodyChanged', own.changed);
  // Of several windows the one that somebody looks at is the one whose people the sidebar shows.
  const refocus = () => page.now() - asked.at > focusMs && void askWriting();
  tried('compose-focus-in', () => view.getElement().addEventListener('focusin', refocus, { signal }));
  show();
  void askWriting();
  own.changed();

  return {
    key,
    writing,
    wish: (): Wish => wish,
    text: own.text,
    /** True where the mail may leave. Never twice in a row false. */
    press(): boolean {
      const pressed = signal.aborted || gate.press(allWarnings());
      if (pressed === true) return true;
      warnings = pressed;
      show();
      // Where nothing can be shown nothing is stopped.
      return !place?.isConnected;
    },
    write: (text: Omit<TextToWrite, 'key' | 'to'>): boolean => snippets?.write(text) ?? false,
    /** It may be sent at another time. */
    later(): void {
      later = true;
      show();
    },
    refresh: show,
  };
}

export type OpenWindow = ReturnType<typeof openWindow>;
