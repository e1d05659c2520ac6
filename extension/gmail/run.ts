import { overwriteGetLocale } from '../../shared/i18n/compiled/runtime.js';
import { CodedError } from '../../shared/kit/error.ts';
import type { FromTab, FromTabAnswer, TabSettings, ToTab } from '../messages/tab.ts';
import { makeHandOver } from './attachments/hand-over.ts';
import { after } from './drawn.ts';
import type { MailHealth, Probes } from './health.ts';
import { makeReports } from './reports.ts';
import type { MailSurface, PanelPlace } from './surface.ts';
import { showUpdatedStrip } from './updated-strip.ts';

/** A worker that starts anew takes some 300 ms. */
const REGISTER_AFTER_MS = [0, 200, 600, 1_500, 4_000];

const AGAIN_AFTER_MS = 250;

type Answering = (
  message: unknown,
  sender: { id?: string },
  respond: (answer: FromTabAnswer) => void,
) => true | undefined;

/** What the content script needs of `browser.runtime`. */
export type Runtime = {
  /** Missing once the extension was updated or removed. */
  readonly id?: string | undefined;
  getURL(path: string): string;
  sendMessage(message: FromTab): Promise<unknown>;
  onMessage: { addListener(listener: Answering): void; removeListener(listener: Answering): void };
};

/** The line to the background from one mailbox's tab. It falls silent for good once the extension was updated under it. */
export function makeLine(runtime: Runtime, document: Document, end: AbortController) {
  const orphaned = (): boolean => {
    // An updated extension takes its id away from the scripts it left behind in open pages.
    if (end.signal.aborted) return true;
    if (runtime.id) return false;
    end.abort();
    showUpdatedStrip(document);
    return true;
  };
  /** @param tries of what somebody pressed: a worker that dies over it would leave the press without an answer */
  const send = async (message: FromTab, tries = 1): Promise<TabSettings | null> => {
    if (orphaned()) return null;
    try {
      return ((await runtime.sendMessage(message)) as TabSettings | undefined) ?? null;
    } catch {
      // No worker took it, or the extension went away meanwhile. The next change of the screen tells it again.
      if (orphaned() || tries < 2) return null;
    }
    await after(AGAIN_AFTER_MS);
    return send(message, tries - 1);
  };
  /** Makes a frame known. One that is not shows nothing at all, so a worker that died over it is asked again. */
  const register = async (nonce: string): Promise<TabSettings | null> => {
    for (const wait of REGISTER_AFTER_MS) {
      if (wait > 0) await after(wait);
      const settings = await send({ type: 'frame', nonce });
      if (settings || end.signal.aborted) return settings;
    }
    return null;
  };
  return { send, register, orphaned };
}

export type Line = ReturnType<typeof makeLine>;

export type Connected = {
  settings(now: TabSettings | null): void;
  /** Shows the frame, and reports where; again when it has to move. */
  place(frame: HTMLElement): void;
};

/** Connects the mailbox with the background: screens and sent mails go there, requests and settings come from there. */
export function connect(
  surface: MailSurface,
  line: Line,
  runtime: Runtime,
  probes: Probes,
  health: (place: PanelPlace | null) => MailHealth,
  signal: AbortSignal,
): Connected {
  let settings: TabSettings | null = null;
  let place: PanelPlace | null = null;
  let offered = false;
  const apply = (now: TabSettings | null): void => {
    if (!now || typeof now.locale !== 'string' || signal.aborted) return;
    // What only answers tell stands until the next one.
    settings = { ...now, rules: now.rules ?? settings?.rules ?? false };
    overwriteGetLocale(() => now.locale);
    // Without a server there is nowhere to log to, so no switch says otherwise.
    if (offered) surface.refreshCompose();
    if (!now.paired || offered) return;
    offered = true;
    surface.offerCompose({
      logOnSend: () => settings?.logOnSend === true,
      remember: setLogOnSend,
      ask: async (ask) => (await line.send({ type: 'compose', ask }))?.compose ?? null,
    });
  };
  const setLogOnSend = (on: boolean): void => {
    if (settings) settings = { ...settings, logOnSend: on };
    void line.send({ type: 'set-log-on-send', on });
  };
  const report = makeReports(line, probes, () => health(place), signal).tell;

  surface.watch((screen) => {
    void line.send({ type: 'mail', screen, level: surface.level }).then(apply);
  }, signal);
  surface.watchSent(async (sent, window, read) => {
    const { writing = null, wish = null } = window ?? {};
    // What was said in its window counts for more than what is remembered.
    const wanted = wish?.log ?? (settings?.logOnSend === true || settings?.rules === true);
    await line.send({ type: 'sent', sent, read: wanted ? await read() : null, writing, wish });
  }, signal);

  const handOver = makeHandOver((wanted) => surface.file(wanted.messageId, wanted));
  const answer: Answering = (message, sender, respond) => {
    if (signal.aborted || sender.id !== runtime.id || !isToTab(message)) return undefined;
    if (message.type === 'read-mail') {
      surface.read(message.messageIds, message.limit).then(
        (reads) => {
          respond({ reads });
          report();
        },
        (error: unknown) => respond({ error: error instanceof CodedError ? error.code : 'mail.unread' }),
      );
      return true;
    }
    if (message.type === 'read-file') {
      handOver(message).then(
        (file) => respond({ file }),
        (error: unknown) => respond({ error: error instanceof CodedError ? error.code : 'file.unread' }),
      );
      return true;
    }
    if (message.type === 'write') {
      const written = surface.write?.(message) ?? Promise.resolve(false);
      written.then((isDone) => respond(isDone ? { ok: true } : { error: 'mail.unread' }));
      return true;
    }
    if (message.type === 'toggle') surface.toggle(message.open ?? undefined);
    else if (message.type === 'marks') surface.mark(message.threadId, message.marks);
    else if (message.type === 'settings') apply(message.settings);
    else return undefined;
    respond({ ok: true });
    return true;
  };
  runtime.onMessage.addListener(answer);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(answer), { once: true });

  return {
    settings: apply,
    place: (frame) =>
      surface.place(frame, (where) => {
        place = where;
        report();
      }),
  };
}

const isToTab = (message: unknown): message is ToTab =>
  typeof message === 'object' && message !== null && 'type' in message;

/** When the user comes back or acts, an update is noticed before the next screen is. */
export function noticeUpdates(document: Document, line: Line, signal: AbortSignal): void {
  for (const type of ['visibilitychange', 'pointerdown', 'keydown']) {
    document.addEventListener(type, () => line.orphaned(), { capture: true, passive: true, signal });
  }
}
