import { emailKey } from '../../shared/identity/email.ts';
import { keyText } from '../../shared/identity/key.ts';
import { CodedError } from '../../shared/kit/error.ts';
import { newContactOf } from '../messages/screen/found-fields.ts';
import type { PersonOnScreen, ThreadOnScreen } from '../messages/state.ts';
import type { Core } from './core.ts';
import { log } from './log.ts';
import { show } from './show.ts';

/** What the chord left to do: nothing, or the panel has to come up and ask. */
type Left = 'nothing' | 'ask';

/**
 * One chord does what the main button would do: log, or add the unknown person and log. Where the button would be
 * missing or would ask something the panel comes up instead; where of several deals none was chosen it comes up after
 * the log, so that an arrow and Enter choose one.
 */
export async function logByChord(core: Core, tabId: number): Promise<Left> {
  const { screen, people, selected } = await show(core, core, tabId, false);
  if (screen.kind !== 'thread') return 'ask';
  const person = people.find(({ key }) => key === selected) ?? null;
  const adds = wouldAdd(screen.thread, person);
  if (adds === 'ask') return 'ask';
  try {
    const add = adds && newContactOf(adds, (field) => field.taken, { channel: 'gmail', page: null });
    const { logged, already } = await log(core, tabId, {
      messages: 'selected',
      private: screen.thread.private,
      ...(add ? { add: { ...add, private: screen.thread.private } } : {}),
    });
    if (logged + already === 0) return 'ask';
    return logged > 0 && screen.thread.target.basis === 'several' ? 'ask' : 'nothing';
  } catch (cause) {
    // The panel says why it could not be.
    if (cause instanceof CodedError) return 'ask';
    throw cause;
  }
}

/** Whom the chord adds before it logs: somebody, nobody, or it must not be decided unseen. */
export function wouldAdd(
  { target, messages, selectedId }: ThreadOnScreen,
  person: PersonOnScreen | null,
): PersonOnScreen | null | 'ask' {
  const message = messages.find(({ id }) => id === selectedId) ?? messages.at(-1);
  if (
    !message ||
    target.blocked === 'internal' ||
    target.blocked === 'excluded' ||
    message.log.state === 'probably' ||
    (message.log.state === 'none' && message.log.why?.why === 'automatic')
  )
    return 'ask';
  const nobodyKnown = target.blocked === 'unknown';
  const isUnknown = person !== null && person.contact === null && !person.internal;
  if (!isUnknown || message.log.state !== 'none') return nobodyKnown ? 'ask' : null;
  const sender = emailKey(message.fromEmail);
  const isSender = sender !== null && person.key === keyText(sender);
  // Others of the thread are known: whoever only stands in copy is not added for that.
  if (!isSender && !nobodyKnown) return null;
  return person.maybe ? 'ask' : person;
}
