import type { ComposeView } from '@inboxsdk/core';
import { limits } from '../../../../shared/domain/limits.ts';
import type { Writing } from '../../../messages/compose.ts';
import { cut } from '../../cut.ts';
import type { Probes } from '../../health.ts';
import type { MailPerson } from '../../surface.ts';
import { draftIdOf, recipientsIn } from './read-compose.ts';

const isId = (id: string | null): boolean => id !== null && /^[\w:|#.-]{1,200}$/.test(id);

const people = (all: MailPerson[]): MailPerson[] =>
  all.slice(0, limits.participants).map(({ name, email }) => ({
    name: name && cut(name, limits.name),
    email: cut(email, limits.name),
  }));

/** Under which a window is known: its draft's id, else one that no other window ever has. */
export function keyOf(view: ComposeView, probes: Probes): string {
  const draft = probes.attempt('compose-draft', () => ({ id: draftIdOf(view) }))?.id ?? null;
  return draft !== null && isId(draft) ? draft : `window-${crypto.randomUUID()}`;
}

/** To whom the mail of a window goes, as the background takes it. */
export function writingIn(view: ComposeView, key: string, probes: Probes): Writing {
  const { to, cc, bcc } = probes.attempt('compose-people', () => recipientsIn(view)) ?? {
    to: [],
    cc: [],
    bcc: [],
  };
  const thread = probes.attempt('compose-thread', () => ({ id: view.getThreadID() || null }))?.id ?? null;
  return { key, threadId: isId(thread) ? thread : null, to: people(to), cc: people(cc), bcc: people(bcc) };
}
